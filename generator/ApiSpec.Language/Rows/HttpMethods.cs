using ApiSpec.Language.Characters;

namespace ApiSpec.Language.Rows;

/// <summary>The methods of a request line: the methods of the IANA registry of HTTP methods, and QUERY.</summary>
/// <remarks>CONNECT and PRI are in the registry, but they have no path (RFC 9110, section 9.3.6; RFC 9113, section 3.4).</remarks>
internal static class HttpMethods
{
    private static readonly HashSet<string> NotIdempotent = new(["LOCK", "PATCH", "POST"], StringComparer.Ordinal);

    /// <summary>The methods, the common ones first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. FormatWords.Methods,
        "ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT", "COPY", "LABEL", "LINK", "LOCK", "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL",
        "MKREDIRECTREF", "MKWORKSPACE", "MOVE", "ORDERPATCH", "PROPFIND", "PROPPATCH", "QUERY", "REBIND", "REPORT", "SEARCH", "TRACE", "UNBIND",
        "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE", "UPDATEREDIRECTREF", "VERSION-CONTROL",
    ];

    private static readonly HashSet<string> Known = new(All, StringComparer.Ordinal);

    // Servers of several vendors have them. In running text, 'List' is a word.
    private static readonly string[] Unregistered = ["LIST", "PURGE"];

    /// <summary>Whether a word is a registered method, in capitals as printed.</summary>
    public static bool IsKnown(string method) => Known.Contains(method);

    /// <summary>Whether a request line can have the method, in capitals as printed.</summary>
    public static bool IsAllowed(string method) => IsKnown(method) || Array.IndexOf(Unregistered, method) >= 0;

    /// <summary>Whether the registry lists the method as idempotent.</summary>
    public static bool IsIdempotent(string method) => !NotIdempotent.Contains(method);
}
