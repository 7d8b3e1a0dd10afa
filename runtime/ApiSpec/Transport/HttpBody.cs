using System.Net;

namespace ApiSpec.Transport;

/// <summary>Where HTTP allows a body (RFC 9110, 6.4.1).</summary>
internal static class HttpBody
{
    public static bool MayHave(HttpMethod method, int status)
        => status is not ((int)HttpStatusCode.NoContent or (int)HttpStatusCode.ResetContent or (int)HttpStatusCode.NotModified) && method != HttpMethod.Head;
}
