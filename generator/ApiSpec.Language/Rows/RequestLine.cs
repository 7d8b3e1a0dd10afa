using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <summary>A parsed request line: <c>GET http://host:port/Automation/{version}/objects/Tasks/{id}</c>.</summary>
/// <param name="HttpMethod">The method, in capitals.</param>
/// <param name="Path">The path; the version is filled in, and fixed text is valid in a URI.</param>
/// <param name="Pieces">The placeholders and the plain segments of the path, with their positions in the text.</param>
internal sealed record RequestLine(string HttpMethod, PathTemplate Path, IReadOnlyList<RequestLine.Piece> Pieces)
{
    // RFC 9110, section 4.1: servers do not have to accept more than 8,000 octets, and no page prints that many.
    internal const int MaximumLength = 4_000;

    // Longer paths are cut in messages, because readers would not read them to the end.
    private const int LongestShownPath = 60;

    /// <summary>Whether the line has the placeholder <c>{version}</c>.</summary>
    public bool HasVersion { get; init; }

    /// <summary>A placeholder or a bare segment.</summary>
    internal readonly record struct Piece(string Name, bool IsPlaceholder, int Offset, int Length);

    /// <summary>Reads a request line.</summary>
    /// <param name="text">The line as written.</param>
    /// <param name="version">The replacement for <c>{version}</c>; null: it stays a placeholder.</param>
    /// <param name="words">The fixed placeholders of the API file. Offsets refer to the text after they are replaced.</param>
    /// <param name="baseAddress">
    /// The URL of <c>base:</c>. Its path is added once: instead of a leading <c>base-URL</c>, and before a path that does not start with it. A line that
    /// prints a host is already complete.
    /// </param>
    /// <param name="diagnostic">The reason if the result is null.</param>
    public static RequestLine? Parse(
        string text, string? version, EquatableArray<WordReplacement> words, string? baseAddress, out TextDiagnostic? diagnostic)
    {
        var methodStart = SkipSpaces(text, 0);
        var methodEnd = SkipWord(text, methodStart);
        var method = text.Substring(methodStart, methodEnd - methodStart);
        if (SecondMethod(text, methodStart) is { } second)
        {
            diagnostic = Invalid(methodStart, second.End - methodStart, "a section has one method; write another section for '" + second.Method + "'");
            return null;
        }

        if (!HttpMethods.IsAllowed(method))
        {
            var isMissing = method.Length == 0 || method.Contains('/');
            diagnostic = isMissing
                ? Invalid(methodStart, method.Length, "write the method before the path, as in 'GET /objects/Tasks'")
                : new TextDiagnostic(SpecRules.UnknownMethod, methodStart, method.Length, method, NearestName.Hint(method, HttpMethods.All));
            return null;
        }

        foreach (var word in words)
        {
            if (text.Length > MaximumLength)
                break;
            text = text.Remove(methodEnd) + FixedWords.Replace(text.Substring(methodEnd), word, MaximumLength);
        }

        var start = SkipSpaces(text, methodEnd);
        if (text.Length > MaximumLength)
        {
            diagnostic = TooLong(start, text.Length - start);
            return null;
        }

        var end = EndOfTarget(text, start);
        if (TrailingText(text, start, end) is { } trailing)
        {
            diagnostic = trailing;
            return null;
        }

        // '/users[?page={page}]': the query is ignored, and so is its bracket.
        if (end < text.Length && text[end] == '?' && end - start > 1 && text[end - 1] is '[' or '(')
            end--;

        var bracket = ClosingBracket(text, start);
        var from = bracket < 0 ? start : start + 1;
        var server = PrintedServer.Find(text, from, end);
        if (server.End < 0)
        {
            diagnostic = Invalid(start, end - start, WhyNoPath(text.Substring(from, end - from)));
            return null;
        }

        var isBelowBase = server.Kind == PrintedServerKind.Base;
        var basePath = server.Kind == PrintedServerKind.Host ? "" : UriPath.Of(baseAddress);
        var path = new PathParser(text, server.End, end, bracket, version);
        diagnostic = path.Read() ?? path.AddBase(basePath, isBelowBase);
        return diagnostic is null ? new RequestLine(method, path.ToTemplate(), path.Pieces) { HasVersion = path.HasVersion } : null;
    }

    /// <summary>A diagnostic in a request line.</summary>
    internal static TextDiagnostic Invalid(int offset, int length, string reason) => new(SpecRules.InvalidRequest, offset, length, reason);

    internal static TextDiagnostic TooLong(int offset, int length)
        => Invalid(offset, length, "its path has more than " + MaximumLength.ToString("N0", CultureInfo.InvariantCulture) + " characters");

    // 'Analytics/V1/x' has two possible meanings, and only the page shows which is right.
    private static string WhyNoPath(string address)
    {
        var slash = address.IndexOf('/');
        if (address.Length == 0 || address.Contains("://"))
            return "the path is missing";
        var shown = address.Length <= LongestShownPath ? address : address.Substring(0, LongestShownPath) + "...";
        if (slash is < 0 or > LongestShownPath)
            return "a path starts with '/'; write '/" + shown + "', or 'base-URL/" + shown + "' if it continues 'base:'";
        var first = address.Substring(0, slash);
        return "'" + first + "' could be a server or a path segment; write '{" + first + "}" + shown.Substring(slash) + "' or '/" + shown + "'";
    }

    // 'GET | POST /things', 'GET/POST /things', 'GET or POST /things'.
    private static (string Method, int End)? SecondMethod(string text, int start)
    {
        var end = EndOfMethod(text, start);
        var next = SkipSpaces(text, end);
        if (end == start || next == text.Length)
            return null;
        // In 'GET /POST', the slash starts the path.
        if (text[next] is '|' or ',' or '&' || (text[next] == '/' && (next == end || (next + 1 < text.Length && char.IsWhiteSpace(text[next + 1])))))
            next = SkipSpaces(text, next + 1);
        else if (next > end && SkipWord(text, next) is var word && text.Substring(next, word - next) is "or" or "and")
            next = SkipSpaces(text, word);
        else
            return null;
        var last = EndOfMethod(text, next);
        return HttpMethods.IsKnown(text.Substring(start, end - start)) && HttpMethods.IsKnown(text.Substring(next, last - next))
            ? (text.Substring(next, last - next), last)
            : null;
    }

    private static int EndOfMethod(string text, int position)
    {
        while (position < text.Length && (text[position] is >= 'A' and <= 'Z' or '-'))
            position++;
        return position;
    }

    // <http://host:port/things/<id>>: returns the bracket that closes the first one, if they enclose more than a word.
    private static int ClosingBracket(string text, int start)
    {
        if (start >= text.Length || text[start] != '<')
            return -1;
        var depth = 0;
        var hasSlash = false;
        var end = PrintedPlaceholder.EndOfWord(text, start + 1);
        for (var i = start; i < end; i++)
        {
            hasSlash |= text[i] == '/';
            depth += text[i] == '<' ? 1 : text[i] == '>' ? -1 : 0;
            if (depth == 0)
                return hasSlash ? i : -1;
        }

        return -1;
    }

    private static int EndOfTarget(string text, int start)
    {
        var end = PrintedPlaceholder.EndOfWord(text, start);
        var query = text.IndexOf('?', start, end - start);
        return query < 0 ? end : query;
    }

    private static TextDiagnostic? TrailingText(string text, int start, int end)
    {
        // After '?', pages describe the values of the query, with spaces between the words.
        if (end < text.Length && text[end] == '?')
            return null;
        var next = SkipSpaces(text, end);
        var rest = WithoutRemark(text.Substring(next)).TrimEnd();
        if (rest.Length == 0 || IsHttpVersion(rest))
            return null;
        // '/receipts/(your receipt).json': words that the page wants you to replace.
        var open = text.LastIndexOf('(', end - 1, end - start);
        return open > text.LastIndexOf(')', end - 1, end - start)
            ? Invalid(open, next + rest.Length - open, "write the text in parentheses as a placeholder, such as '{id}'")
            : Invalid(next, rest.Length, "only 'HTTP/1.1' can follow the path");
    }

    // HTTP/1.1, and other spellings in references: httpVersion, HTTP-Version, <http version>.
    internal static bool IsHttpVersion(string text)
    {
        if (text.StartsWith("HTTP/", StringComparison.Ordinal))
            return !text.Any(char.IsWhiteSpace);
        return text.Length <= 20 && string.Concat(text.Where(char.IsLetter)).ToLowerInvariant() is "httpversion" or "http";
    }

    /// <summary>Returns the text without a remark in parentheses at its end, such as <c>GET /order (signed)</c>.</summary>
    internal static string WithoutRemark(string text)
    {
        var end = text.TrimEnd();
        if (!end.EndsWith(")", StringComparison.Ordinal))
            return text;
        var start = end.IndexOf('(');
        return start == 0 || (start > 0 && char.IsWhiteSpace(end[start - 1])) ? text.Remove(start) : text;
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
}
