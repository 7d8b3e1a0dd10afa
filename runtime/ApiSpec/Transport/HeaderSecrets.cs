using System.Text;

namespace ApiSpec.Transport;

/// <summary>Which headers of a request can hold a secret, and the secret in a login.</summary>
internal static class HeaderSecrets
{
    // Headers that say nothing about who calls. Any other can have come from a credential, whatever its name.
    private static readonly string[] HarmlessHeaders =
    [
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Cache-Control", "Connection", "Content-Disposition", "Content-Encoding",
        "Content-Language", "Content-Length", "Content-Type", "Date", "Expect", "Host", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range",
        "If-Unmodified-Since", "Max-Forwards", "Pragma", "Prefer", "Range", "TE", "Trailer", "Transfer-Encoding", "traceparent", "tracestate", "Upgrade",
        "User-Agent", "Via", "Warning", "X-Requested-With",
    ];

    // Parameters of logins that the server has sent itself, or that name how the rest is computed (RFC 7616, section 3.4).
    private static readonly string[] PublicParameters =
    [
        "algorithm", "charset", "nc", "qop", "realm", "userhash",
    ];

    /// <summary>Whether a header says nothing about who calls.</summary>
    public static bool IsHarmless(string name) => IsAmong(HarmlessHeaders, name);

    /// <summary>Whether the server itself has sent the parameter of a login, so that it is not a secret.</summary>
    public static bool IsPublicParameter(string name) => IsAmong(PublicParameters, name);

    // The names differ mostly in length, so a search is as fast as a set, which would add its code to small programs.
    private static bool IsAmong(string[] names, string name)
    {
        foreach (var one in names)
        {
            if (one.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The password in a login with Basic (RFC 7617), or an empty string.</summary>
    /// <param name="base64">The value after the scheme.</param>
    public static string PasswordOf(string base64)
    {
        try
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(base64));
            return pair.Substring(pair.IndexOf(':') + 1);
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
