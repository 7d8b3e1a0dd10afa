namespace ApiSpec.Language.Examples;

/// <summary>
/// The placeholder of a page for a value that it does not show: <c>&lt;token&gt;</c>, <c>{PBX_ID}</c>, <c>$ACCOUNT_SID</c>, <c>...</c>, <c>****</c>.
/// </summary>
internal static class Elision
{
    private const int LongestName = 100;

    /// <summary>Returns whether the text is a placeholder for any value.</summary>
    public static bool Is(string text) => text.Length > 0 && LengthAt(text, 0) == text.Length;

    /// <summary>Returns the length of the placeholder at a position in the text; 0 without one.</summary>
    public static int LengthAt(string text, int start)
    {
        if (start >= text.Length)
            return 0;
        return text[start] switch
        {
            '\u2026' => 1,
            '.' => Run(text, start, '.') is >= 3 and var dots ? dots : 0,
            '*' => Run(text, start, '*') is >= 2 and var stars ? stars : 0,
            '<' => Named(text, start + 1, '>'),
            '{' => Named(text, start + 1, '}'),
            '$' when start + 1 < text.Length && text[start + 1] == '{' => Named(text, start + 2, '}') is > 0 and var length ? length + 1 : 0,
            '$' => Variable(text, start),
            _ => 0,
        };
    }

    private static int Run(string text, int start, char c)
    {
        var end = start;
        while (end < text.Length && text[end] == c)
            end++;
        return end - start;
    }

    // A variable of a shell. Names in lower case, such as '$filter', are words of other languages as well.
    private static int Variable(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (text[end] is >= 'A' and <= 'Z' or '_' || (end > start + 1 && text[end] is >= '0' and <= '9')))
            end++;
        return end - start is > 2 and <= LongestName && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? end - start : 0;
    }

    // The name has letters: '{}' is an empty object, '{ "a": 1 }' is an object with a member, and '</b>' is the end of a tag.
    private static int Named(string text, int start, char end)
    {
        var position = start;
        while (position < text.Length && position - start < LongestName && (char.IsLetterOrDigit(text[position]) || text[position] is ' ' or '_' or '-' or '.'))
            position++;
        return position > start && position < text.Length && text[position] == end && char.IsLetter(text[start]) ? position - start + 2 : 0;
    }
}
