using System.Net;

namespace ApiSpec.Transport;

/// <summary>The rules of HTTP for bodies: when a body is allowed (RFC 9110, 6.4.1), and how it is encoded (8.4).</summary>
internal static class HttpBody
{
    public static bool MayHave(HttpMethod method, int status)
        => status is not ((int)HttpStatusCode.NoContent or (int)HttpStatusCode.ResetContent or (int)HttpStatusCode.NotModified) && method != HttpMethod.Head;

    /// <summary>Returns the remaining content encoding of a body, or null.</summary>
    public static string? ForeignEncoding(string? contentEncoding)
        => contentEncoding is not null && !contentEncoding.Equals("identity", StringComparison.OrdinalIgnoreCase) ? contentEncoding : null;
}
