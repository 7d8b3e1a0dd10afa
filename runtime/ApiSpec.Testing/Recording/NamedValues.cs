using ApiSpec.Transport;

namespace ApiSpec.Testing.Recording;

/// <summary>Finds secrets in prose, logs and broken documents: <c>password=...</c>, <c>"token": ...</c>, and the user information of a URL.</summary>
internal static class NamedValues
{
    private const int LongestName = 100;
    private const int MostSpace = 8;

    // In a document, the mark after a URL ends it.
    private static readonly char[] UrlEnds = ['/', '?', '#', '"', '\'', '<', '>', '\\', ' ', '\t', '\r', '\n', '\u00a0', '\u2028', '\u3000'];

    /// <summary>Finds the values.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSecretName">Whether a name is that of a secret.</param>
    public static IEnumerable<(int Start, int End)> Find(string text, Func<string, bool> isSecretName)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('=' or ':' or '>'))
                continue;
            if (text.AsSpan(i).StartsWith("://", StringComparison.Ordinal))
            {
                var start = i + "://".Length;
                if (LoginText.EndOfUser(text, start, UrlEnds) is var end && end > start)
                    yield return (start, end);
            }
            else if (NameBefore(text, i) is { } name && isSecretName(name) && ValueAfter(text, i) is var (from, to) && to > from)
            {
                yield return (from, to);
                i = to - 1;
            }
        }
    }

    private static string? NameBefore(string text, int mark)
    {
        var end = mark;
        while (end > 0 && mark - end < MostSpace && text[end - 1] is ' ' or '"' or '\'' or '\\')
            end--;
        var start = end;
        while (start > 0 && end - start < LongestName && IsOfName(text[start - 1]))
            start--;
        return start < end ? text[start..end] : null;
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or '@' or '[' or ']';

    private static (int Start, int End) ValueAfter(string text, int mark)
    {
        var start = mark + 1;
        if (text[mark] == '>')
            return (start, EndAt(text, start, "<"));
        while (start < text.Length && start - mark <= MostSpace && text[start] is ' ' or '\\')
            start++;
        if (start == text.Length)
            return (start, start);
        return text[start] switch
        {
            // Where a broken object ends is not known.
            '{' or '[' => (start, text.Length),
            '"' or '\'' => (start + 1, EndAt(text, start + 1, text[start] == '"' ? "\"" : "'")),
            _ when text[mark] == '=' => (start, EndAt(text, start, " \t\r\n&;,#\"'<>)]}\\")),
            // A password of several words ends with its line.
            _ => (start, EndAt(text, start, "\r\n\"<")),
        };
    }

    private static int EndAt(string text, int start, string marks)
        => text.AsSpan(start).IndexOfAny(marks) is >= 0 and var length ? start + length : text.Length;
}
