namespace ApiSpec.Transport;

/// <summary>Which headers of a request can hold a secret.</summary>
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

    /// <summary>Whether a header says nothing about who calls.</summary>
    public static bool IsHarmless(string name) => IsAmong(HarmlessHeaders, name);

    /// <summary>Whether a name is one of several.</summary>
    /// <remarks>
    /// The names differ mostly in length, so a search is as fast as a set, which would add its code to small programs.
    /// </remarks>
    public static bool IsAmong(string[] names, string name)
    {
        foreach (var one in names)
        {
            if (one.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
