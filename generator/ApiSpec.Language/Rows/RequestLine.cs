using System.Globalization;
using System.Text;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Transport;

namespace ApiSpec.Language.Rows;

/// <summary>A request line as printed, read: <c>GET http://host:port/Automation/{version}/objects/Tasks/{id}</c>.</summary>
/// <param name="HttpMethod">The method, in capitals.</param>
/// <param name="Path">The path; the version is filled in, and fixed text is valid in a URI.</param>
/// <param name="Pieces">The placeholders and the bare segments of the path, and where they stand in the text.</param>
internal sealed record RequestLine(string HttpMethod, PathTemplate Path, IReadOnlyList<RequestLine.Piece> Pieces)
{
    // RFC 9110, section 4.1: nobody has to take more than 8,000 octets, and no page prints as many.
    private const int MaximumLength = 4_000;

    private const int LongestBase = 20;

    private static readonly string[] HostWords = ["ip", "host", "hostname", "server", "servername", "ipaddress", "address"];

    /// <summary>A placeholder or a bare segment.</summary>
    internal readonly record struct Piece(string Name, bool IsPlaceholder, int Offset, int Length);

    /// <summary>Reads a request line.</summary>
    /// <param name="text">The line as written.</param>
    /// <param name="version">What fills <c>{version}</c>; null: it stays a placeholder.</param>
    /// <param name="words">The fixed words of the API file; offsets are those of the text after they are replaced.</param>
    /// <param name="baseAddress">
    /// The address of <c>base:</c>. Its path is added once: in place of a leading <c>base-URL</c>, and before a path that does not start with it. A line that
    /// prints a host is complete.
    /// </param>
    /// <param name="mistake">Why the result is null.</param>
    public static RequestLine? Parse(
        string text, string? version, EquatableArray<WordReplacement> words, string? baseAddress, out TextMistake? mistake)
    {
        var methodStart = SkipSpaces(text, 0);
        var methodEnd = SkipWord(text, methodStart);
        var method = text.Substring(methodStart, methodEnd - methodStart);
        if (Array.IndexOf(FormatWords.Methods, method) < 0)
        {
            var isMissing = method.Length == 0 || method.Contains('/');
            mistake = isMissing
                ? Invalid(methodStart, method.Length, "write the method before the path, as in 'GET /objects/Tasks'")
                : new TextMistake(SpecRules.UnknownMethod, methodStart, method.Length, method, NearestName.Hint(method, FormatWords.Methods));
            return null;
        }

        foreach (var word in words)
        {
            if (text.Length > MaximumLength)
                break;
            text = text.Remove(methodEnd) + Replace(text.Substring(methodEnd), word);
        }

        var start = SkipSpaces(text, methodEnd);
        if (text.Length > MaximumLength)
        {
            mistake = TooLong(start, text.Length - start);
            return null;
        }

        var end = EndOfTarget(text, start);
        if (TrailingText(text, end) is { } trailing)
        {
            mistake = trailing;
            return null;
        }

        var path = PathStart(text, start, end, out var isBelowBase, out var isComplete);
        if (path < 0)
        {
            mistake = Invalid(start, end - start, start == end ? "the path is missing" : "a path begins with '/'");
            return null;
        }

        var basePath = isComplete && !isBelowBase ? "" : PathOf(baseAddress);
        return ParsePath(method, text, path, end, version, basePath, isBelowBase, out mistake);
    }

    /// <summary>
    /// The path of an address as it begins a path, without a slash at its end: <c>/ConfigurationManager</c> of <c>https://host/ConfigurationManager/</c>.
    /// </summary>
    public static string PathOf(string? address)
    {
        if (address is null)
            return "";
        var authority = address.IndexOf("://", StringComparison.Ordinal);
        var slash = address.IndexOf('/', authority < 0 ? 0 : authority + 3);
        if (slash < 0)
            return "";
        var path = new StringBuilder();
        AppendEncoded(path, address.Substring(slash).TrimEnd('/'));
        return path.ToString();
    }

    // Whole segments: '/apiary' does not start with '/api'.
    private static bool StartsWith(string path, string basePath)
        => path.StartsWith(basePath, StringComparison.Ordinal) && (path.Length == basePath.Length || path[basePath.Length] == '/');

    private static RequestLine? ParsePath(
        string method, string text, int start, int end, string? version, string basePath, bool isBelowBase, out TextMistake? mistake)
    {
        var parts = new List<PathPart>();
        var pieces = new List<Piece>();
        var literal = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var position = start;
        while (position < end)
        {
            if (text[position] is '{')
            {
                var close = text.IndexOf('}', position, end - position);
                var name = close < 0 ? "" : text.Substring(position + 1, close - position - 1);
                if (name.Length == 0 || name.IndexOfAny(['{', '/']) >= 0)
                {
                    mistake = Invalid(position, close < 0 ? end - position : 1, close < 0 ? "'{' is not closed by '}'" : "a name stands between '{' and '}'");
                    return null;
                }

                if (name == "version" && version is not null)
                {
                    // It may stand there again and again; what is too long already is not made longer.
                    if (literal.Length <= MaximumLength)
                        AppendEncoded(literal, version);
                }
                else if (!seen.Add(name))
                {
                    mistake = Invalid(position, name.Length + 2, "'{" + name + "}' stands twice in the path");
                    return null;
                }
                else
                {
                    Flush(parts, literal);
                    parts.Add(new PathPart(name, true));
                    pieces.Add(new Piece(name, true, position, name.Length + 2));
                }

                position = close + 1;
                continue;
            }

            if (text[position] is '}')
            {
                mistake = Invalid(position, 1, "'}' has no '{' before it");
                return null;
            }

            if (text[position] is '/')
            {
                literal.Append('/');
                position++;
                continue;
            }

            var stop = text.IndexOfAny(['/', '{', '}'], position, end - position);
            if (stop < 0)
                stop = end;
            var segment = text.Substring(position, stop - position);
            var isWhole = (position == 0 || text[position - 1] == '/') && (stop == end || text[stop] == '/');
            if (isWhole && DotSegments.AreIn(segment.AsSpan()))
            {
                mistake = Invalid(position, segment.Length, "'" + segment + "' cannot be a part of a path");
                return null;
            }

            if (isWhole)
                pieces.Add(new Piece(segment, false, position, segment.Length));
            AppendEncoded(literal, segment);
            position = stop;
        }

        Flush(parts, literal);
        var addsBase = basePath.Length > 0 && (isBelowBase || parts.Count == 0 || !StartsWith(parts[0].Text, basePath));
        if (addsBase && parts.Count > 0)
            parts[0] = new PathPart(basePath + parts[0].Text, false);
        else if (addsBase)
            parts.Add(new PathPart(basePath, false));
        if (parts.Sum(static part => part.Text.Length) > MaximumLength)
        {
            mistake = TooLong(start, end - start);
            return null;
        }

        // What fills a part may come from 'version:', 'words:' and 'base:', too. Braces are none of the characters that matter.
        if (DotSegments.AreIn(string.Concat(parts.Select(static part => part.IsPlaceholder ? "{}" : part.Text)).AsSpan()))
        {
            mistake = Invalid(start, end - start, "its path has a part '.' or '..'");
            return null;
        }

        mistake = null;
        return new RequestLine(method, new PathTemplate(parts.ToEquatableArray(), addsBase && !isBelowBase ? basePath : ""), pieces);
    }

    // Skips what the printed line says about the server: http://host:port, https://{api_host}, <BMC_IPADDR>, base-URL. With a host it is complete.
    private static int PathStart(string text, int start, int end, out bool isBelowBase, out bool isComplete)
    {
        isBelowBase = false;
        isComplete = true;
        var scheme = text.IndexOf("://", start, end - start, StringComparison.Ordinal);
        var slash = text.IndexOf('/', start, end - start);
        if (scheme >= 0 && slash == scheme + 1)
        {
            var path = text.IndexOf('/', scheme + 3, end - scheme - 3);
            return path < 0 ? -1 : SkipBase(text, path + 1, end, ref isBelowBase, path);
        }

        isComplete = false;
        if (slash == start)
            return SkipBase(text, start + 1, end, ref isBelowBase, start);
        if (slash < 0)
            return -1;
        var first = text.Substring(start, slash - start);
        if (IsBase(first))
        {
            isBelowBase = true;
            return slash;
        }

        isComplete = true;
        return first[0] is '{' or '<' || IsHost(first) ? SkipBase(text, slash + 1, end, ref isBelowBase, slash) : -1;
    }

    private static int SkipBase(string text, int start, int end, ref bool isBelowBase, int path)
    {
        var after = text.IndexOf('/', start, end - start);
        after = after < 0 ? end : after;
        if (!IsBase(text.Substring(start, after - start)))
            return path;
        isBelowBase = true;
        return after;
    }

    // As references print it without 'http://': PDU_IP, server:8080, ims.example.com. Any other word, such as v1.0 or server, may be the first of a path whose
    // slash was forgotten.
    private static bool IsHost(string segment)
        => segment.IndexOf(':') > 0 || IsDomain(segment)
            || (segment is not ("server" or "address") && segment.ToLowerInvariant().Split('_', '-').Any(static word => HostWords.Contains(word)));

    private static bool IsDomain(string segment)
        => segment.Trim('.').Count(static c => c == '.') > 1 && !(segment.Length > 1 && segment[0] is 'v' or 'V' && char.IsDigit(segment[1]));

    // As references print it: base-URL, baseURL, {base-url}, <BASE_URL>.
    private static bool IsBase(string segment)
        => segment.Length <= LongestBase && string.Concat(segment.Where(char.IsLetter)).Equals("baseurl", StringComparison.OrdinalIgnoreCase)
            && segment.Trim('{', '}', '<', '>').All(static c => char.IsLetter(c) || c is '-' or '_');

    private static int EndOfTarget(string text, int start)
    {
        var end = SkipWord(text, start);
        var query = text.IndexOf('?', start, end - start);
        return query < 0 ? end : query;
    }

    private static TextMistake? TrailingText(string text, int end)
    {
        if (end < text.Length && text[end] == '?')
            end = SkipWord(text, end);
        var next = SkipSpaces(text, end);
        var stop = SkipWord(text, next);
        if (next == text.Length || (string.CompareOrdinal(text, next, "HTTP/", 0, 5) == 0 && SkipSpaces(text, stop) == text.Length))
            return null;
        return Invalid(next, text.TrimEnd().Length - next, "nothing but 'HTTP/1.1' can follow the path");
    }

    private static TextMistake TooLong(int offset, int length)
        => Invalid(offset, length, "its path has more than " + MaximumLength.ToString("N0", CultureInfo.InvariantCulture) + " characters");

    private static TextMistake Invalid(int offset, int length, string reason) => new(SpecRules.InvalidRequest, offset, length, reason);

    private static void Flush(List<PathPart> parts, StringBuilder literal)
    {
        if (literal.Length == 0)
            return;
        parts.Add(new PathPart(literal.ToString(), false));
        literal.Clear();
    }

    private static int SkipSpaces(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        return position;
    }

    private static int SkipWord(string text, int position)
    {
        while (position < text.Length && !char.IsWhiteSpace(text[position]))
            position++;
        return position;
    }

    // A word is replaced where it stands alone: 'version' is not a part of 'versions'.
    private static string Replace(string text, WordReplacement word)
    {
        if (word.Word.Length == 0)
            return text;
        var result = new StringBuilder();
        var position = 0;
        while (true)
        {
            var found = text.IndexOf(word.Word, position, StringComparison.Ordinal);
            if (found < 0)
                return result.Append(text, position, text.Length - position).ToString();
            var after = found + word.Word.Length;
            var isAlone = (found == 0 || !IsWordCharacter(text[found - 1]) || !IsWordCharacter(word.Word[0]))
                && (after == text.Length || !IsWordCharacter(text[after]) || !IsWordCharacter(word.Word[word.Word.Length - 1]));
            result.Append(text, position, found - position);
            if (isAlone)
                AppendReplacement(result, word.Replacement, after < text.Length && text[after] == '/');
            else
                result.Append(word.Word);
            position = after;
        }
    }

    // '/api-root/things' and 'api-root: /api/v2/': the slash between two parts is one slash, whichever side it stands on.
    private static void AppendReplacement(StringBuilder result, string replacement, bool isBeforeSlash)
    {
        var start = replacement.StartsWith("/", StringComparison.Ordinal) && result.Length > 0 && result[result.Length - 1] == '/' ? 1 : 0;
        var end = isBeforeSlash && replacement.Length > start && replacement[replacement.Length - 1] == '/' ? replacement.Length - 1 : replacement.Length;
        result.Append(replacement, start, end - start);
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';

    // RFC 3986, section 3.3: what a path may hold as it is. Octets that are encoded already stay so.
    private static void AppendEncoded(StringBuilder path, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isEncoded = c == '%' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]);
            if (isEncoded || c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || "/-._~!$&'()*+,;=:@".Contains(c))
            {
                path.Append(c);
                continue;
            }

            var length = i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]) ? 2 : 1;
            foreach (var octet in Encoding.UTF8.GetBytes(text.ToCharArray(i, length)))
                path.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            i += length - 1;
        }
    }
}
