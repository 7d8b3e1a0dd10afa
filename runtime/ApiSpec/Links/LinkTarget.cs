using System.Text;

namespace ApiSpec.Transport;

/// <summary>Extracts path and query from a link. Everything that is not explicitly allowed is refused, because the link is text of the server.</summary>
internal static class LinkTarget
{
    private const int MaxLength = 16 * 1024;
    private const int MaxDecodings = 4;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reduces a link to path and query. Returns null, or the violation.</summary>
    /// <param name="href">The link.</param>
    /// <param name="template">The path of the operation that it has to point to.</param>
    /// <param name="prefix">The path of the base address, for example of a proxy, or empty. Links can start with it.</param>
    /// <param name="target">Path and query without the prefix.</param>
    public static string? TryReduce(string? href, string template, string prefix, out string target)
    {
        target = "";
        if (CheckText(href) is { } unsound)
            return unsound;
        if (TryCutAuthority(href!, out var rest) is { } problem)
            return problem;

        rest = WithoutFragment(rest);
        var question = rest.IndexOf('?');
        var path = question < 0 ? rest : rest.Substring(0, question);
        var query = question < 0 ? "" : rest.Substring(question + 1);

        var text = new StringBuilder(rest.Length);
        problem = TryAppend(text, path) ?? CheckPath(text.ToString());
        if (problem is not null)
            return problem;
        if (!TryMatch(text, template, prefix))
            return "its path is not that of the operation";
        if (query.Length > 0)
        {
            problem = TryAppend(text.Append('?'), query);
            if (problem is not null)
                return problem;
        }

        target = text.ToString();
        return null;
    }

    /// <summary>Reduces a URL of the program to path and query. Returns null, or the violation.</summary>
    /// <param name="address">Path and query, with or without a slash at the beginning; or a whole URL, which must be below the base address.</param>
    /// <param name="baseAddress">The server, normalized.</param>
    /// <param name="target">Path and query.</param>
    public static string? TryReduceOwn(string address, string baseAddress, out string target)
    {
        target = "";
        if (CheckText(address) is { } unsound)
            return unsound;
        var rest = WithoutFragment(address);
        var question = rest.IndexOf('?');
        var path = question < 0 ? rest : rest.Substring(0, question);
        // A scheme can only be at the start. A path can contain a whole URL as a value.
        if (path.IndexOf("://", StringComparison.Ordinal) is > 0 and var mark && IsScheme(path.Substring(0, mark)))
        {
            if (!IsBelow(path, baseAddress))
                return "it is not below the base address of the client";
            path = path.Substring(baseAddress.Length);
        }

        if (path.Length == 0 || path[0] != '/')
            path = "/" + path;
        if (path.Length > 1 && path[1] == '/')
            return "it names a host after two slashes";

        var text = new StringBuilder(rest.Length + 1);
        var problem = TryAppend(text, path) ?? CheckPath(text.ToString());
        if (problem is null && question >= 0)
            problem = TryAppend(text.Append('?'), rest.Substring(question + 1));
        target = problem is null ? text.ToString() : "";
        return problem;
    }

    // Scheme and host ignore case (RFC 3986, 6.2.2.1); the path does not.
    private static bool IsBelow(string address, string baseAddress)
    {
        if (!address.StartsWith(baseAddress, StringComparison.OrdinalIgnoreCase))
            return false;
        var prefix = BaseAddress.PathOf(baseAddress);
        return string.CompareOrdinal(address, baseAddress.Length - prefix.Length, prefix, 0, prefix.Length) == 0
            && (address.Length == baseAddress.Length || address[baseAddress.Length] == '/');
    }

    /// <summary>Reduces a link that is only a query. Returns null, or the violation.</summary>
    public static string? TryReduceQuery(string href, out string query)
    {
        query = "";
        if (CheckText(href) is { } problem)
            return problem;
        var text = new StringBuilder(href.Length).Append('?');
        problem = TryAppend(text, WithoutFragment(href).Substring(1));
        query = problem is null ? text.ToString() : "";
        return problem;
    }

    private static string? CheckText(string? href)
    {
        if (string.IsNullOrEmpty(href))
            return "it is empty";
        if (href!.Length > MaxLength)
            return "it is too long";
        foreach (var value in href)
        {
            if (char.IsControl(value))
                return "it holds a control character";
            if (value == '\\')
                return "it holds a backslash";
        }

        return null;
    }

    private static string WithoutFragment(string text) => text.IndexOf('#') is >= 0 and var fragment ? text.Substring(0, fragment) : text;

    /// <summary>
    /// Drops scheme and authority. The host does not matter, because real servers print placeholders there, but it must not be misleading.
    /// </summary>
    private static string? TryCutAuthority(string href, out string rest)
    {
        rest = href;
        if (href[0] != '/')
        {
            var mark = href.IndexOf("://", StringComparison.Ordinal);
            if (mark <= 0 || !IsScheme(href.Substring(0, mark)))
                return "it is neither absolute nor does it start with a slash";
            var start = mark + 3;
            var end = href.IndexOfAny(['/', '?', '#'], start);
            if (end == start)
                return "it has an empty host";
            if (end < 0 || href[end] != '/')
                return "it has no path";
            if (href.IndexOf('@', start, end - start) >= 0)
                return "it holds user information";
            rest = href.Substring(end);
        }

        return rest.Length > 1 && rest[1] == '/' ? "it names a host after two slashes" : null;
    }

    private static bool IsScheme(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isLetter = text[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            if (!isLetter && (i == 0 || text[i] is not ((>= '0' and <= '9') or '+' or '-' or '.')))
                return false;
        }

        return true;
    }

    /// <summary>Appends path or query, with escapes for characters that must not be there. Existing valid escapes stay.</summary>
    private static string? TryAppend(StringBuilder text, string part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var value = part[i];
            if (value == '%')
            {
                if (i + 2 >= part.Length || !Uri.IsHexDigit(part[i + 1]) || !Uri.IsHexDigit(part[i + 2]))
                    return "it holds a percent sign that is no escape";
                var octet = (Uri.FromHex(part[i + 1]) << 4) | Uri.FromHex(part[i + 2]);
                if (octet is < 0x20 or 0x7F)
                    return "it holds an escaped control character";
                text.Append(part, i, 3);
                i += 2;
            }
            else if (IsAllowedBare(value))
            {
                text.Append(value);
            }
            else
            {
                var length = char.IsHighSurrogate(value) && i + 1 < part.Length && char.IsLowSurrogate(part[i + 1]) ? 2 : 1;
                if (length == 1 && char.IsSurrogate(value))
                    return "it holds an unpaired surrogate";
                foreach (var octet in StrictUtf8.GetBytes(part.Substring(i, length)))
                    text.Append(Uri.HexEscape((char)octet));
                i += length - 1;
            }
        }

        return null;
    }

    // Unreserved characters, sub-delimiters and all other characters of a segment or a query (RFC 3986, 3.3 and 3.4). A question mark can only be in a query
    // here.
    private static bool IsAllowedBare(char value)
        => value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "-._~!$&'()*+,;=:@/?".Contains(value);

    private static string? CheckPath(string path)
    {
        if (DotSegments.AreIn(path.AsSpan()))
            return "its path holds a dot segment";
        foreach (var segment in path.Split('/'))
        {
            if (CheckSegment(segment) is { } problem)
                return problem;
        }

        return null;
    }

    /// <summary>Whether the path matches the operation, with or without the prefix, which is then removed.</summary>
    private static bool TryMatch(StringBuilder path, string template, string prefix)
    {
        var text = path.ToString();
        if (MatchesAll(text, template))
            return true;
        if (prefix.Length == 0 || !text.StartsWith(prefix + "/", StringComparison.Ordinal) || !MatchesAll(text.Substring(prefix.Length), template))
            return false;
        path.Remove(0, prefix.Length);
        return true;
    }

    private static bool MatchesAll(string path, string template)
    {
        var segments = path.Split('/');
        var templates = template.Split('/');
        if (segments.Length != templates.Length)
            return false;
        for (var i = 0; i < segments.Length; i++)
        {
            if (!Matches(segments[i], templates[i]))
                return false;
        }

        return true;
    }

    /// <summary>Refuses characters that would split a segment or end a line, even if a server or a proxy decodes repeatedly.</summary>
    private static string? CheckSegment(string segment)
    {
        for (var round = 0; ; round++)
        {
            if (segment.Contains('/') || segment.Contains('\\'))
                return "its path holds an escaped slash";
            foreach (var value in segment)
            {
                if (char.IsControl(value))
                    return "it holds an escaped control character";
            }

            if (!segment.Contains('%'))
                return null;
            if (round == MaxDecodings)
                return "its path is escaped many times over";
            if (!TryDecode(segment, out var decoded))
                return "its path holds escapes that are not UTF-8";
            if (decoded == segment)
                return null;
            segment = decoded;
        }
    }

    private static bool TryDecode(string segment, out string decoded)
    {
        var octets = new List<byte>(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] == '%' && i + 2 < segment.Length && Uri.IsHexDigit(segment[i + 1]) && Uri.IsHexDigit(segment[i + 2]))
            {
                octets.Add((byte)((Uri.FromHex(segment[i + 1]) << 4) | Uri.FromHex(segment[i + 2])));
                i += 2;
                continue;
            }

            var length = char.IsHighSurrogate(segment[i]) ? 2 : 1;
            octets.AddRange(StrictUtf8.GetBytes(segment.Substring(i, length)));
            i += length - 1;
        }

        try
        {
            decoded = StrictUtf8.GetString([.. octets]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            decoded = "";
            return false;
        }
    }

    private static bool Matches(string segment, string template)
    {
        var texts = TextsOf(template);
        return SegmentMatch.TryPlace(segment, 0, segment.Length, texts, isAtStart: true, isAtEnd: true, new int[texts.Count]);
    }

    // The text around the placeholders.
    private static List<string> TextsOf(string template)
    {
        var texts = new List<string>();
        var start = 0;
        while (template.IndexOf('{', start) is >= 0 and var open && template.IndexOf('}', open) is >= 0 and var close)
        {
            texts.Add(template.Substring(start, open - start));
            start = close + 1;
        }

        texts.Add(template.Substring(start));
        return texts;
    }
}
