using System.Text;

namespace ApiSpec.Language.Rows;

/// <summary>The base address of an API file. Its host and port can have placeholders: <c>https://{tenant}.example.com</c>.</summary>
internal static class BaseAddress
{
    private const string SchemeEnd = "://";

    // RFC 1035, section 2.3.4: a name of a host has at most 255 octets.
    private const int MaxAuthority = 255;

    /// <summary>Returns why a text is not a base address: what to write instead. Null: it is one.</summary>
    public static string? Problem(string text)
    {
        var (authority, path) = Split(text);
        if (authority.Length > MaxAuthority)
            return "a host and port of at most 255 characters";
        var startsWithPath = authority.Length == 0 && text.StartsWith("/", StringComparison.Ordinal);
        if ((startsWithPath || authority.Length > 0) && path.IndexOfAny(['{', '}']) is >= 0 and var open)
        {
            var close = path.IndexOf('}', open);
            return "'" + (close < 0 ? path : path.Substring(open, close + 1 - open)) + "' in the request lines, because the path here is fixed";
        }

        return (startsWithPath && text.IndexOfAny([' ', '?', '#']) < 0) || (Filled(authority) is { } filled && IsAddress(filled + path)) ? null
            : "one such as 'http://localhost:22015', or a path that starts with '/'";
    }

    /// <summary>Returns scheme, host and port as printed, for an address with placeholders; null: it has none.</summary>
    public static string? WithPlaceholders(string? address)
        => address is not null && Split(address).Authority is var authority && authority.Contains('{') ? authority : null;

    /// <summary>Returns the names of the placeholders in the host and the port, each once, and whether they are in the port.</summary>
    /// <param name="authority">The scheme, host and port of a base address.</param>
    public static IEnumerable<(string Name, bool IsPort)> PlaceholdersOf(string authority)
    {
        var names = new List<(string Name, bool IsPort)>();
        Fill(authority, names);
        return names.GroupBy(static found => found.Name, StringComparer.Ordinal)
            .Select(static found => (found.Key, found.Any(static one => one.IsPort)));
    }

    private static (string Authority, string Path) Split(string text)
    {
        var scheme = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (scheme < 0)
            return ("", text);
        var slash = text.IndexOf('/', scheme + SchemeEnd.Length);
        return slash < 0 ? (text, "") : (text.Substring(0, slash), text.Substring(slash));
    }

    // A digit is valid in a host, and as a port.
    private static string? Filled(string authority) => Fill(authority, []);

    private static string? Fill(string authority, List<(string Name, bool IsPort)> names)
    {
        var filled = new StringBuilder();
        var position = 0;
        var schemeEnd = authority.IndexOf(SchemeEnd, StringComparison.Ordinal);
        for (var open = authority.IndexOf('{'); open >= 0; open = authority.IndexOf('{', position))
        {
            var close = authority.IndexOf('}', open);
            var name = close < 0 ? "" : authority.Substring(open + 1, close - open - 1);
            if (name.Length == 0 || open < schemeEnd || !name.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_'))
                return null;
            names.Add((name, authority.LastIndexOf(':', open) > schemeEnd));
            filled.Append(authority, position, open - position).Append('1');
            position = close + 1;
        }

        return filled.Append(authority, position, authority.Length - position).ToString();
    }

    private static bool IsAddress(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0;
}
