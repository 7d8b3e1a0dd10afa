using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Tables;

/// <summary>A status code with its message and description in one text: <c>404 Not found - The task does not exist.</c></summary>
internal static class StatusLine
{
    private const string Separators = "-\u2013\u2014:\uFF1A";

    /// <summary>The code at the start of a text: <c>404</c>, <c>4xx</c>; null: there is none.</summary>
    public static string? CodeAt(string text)
    {
        if (text.Length < 3 || text[0] is < '1' or > '5' || (text.Length > 3 && (char.IsLetterOrDigit(text[3]) || (text[3] == '.' && text.Length > 4))))
            return null;
        var rest = text[1..3];
        if (char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]))
            return text[..3];
        return rest.Equals("xx", StringComparison.OrdinalIgnoreCase) ? text[0] + "xx" : null;
    }

    /// <summary>Divides what is behind a code into message and description.</summary>
    /// <returns>Both, and whether it is only a guess where the one ends.</returns>
    public static (string Message, string Description, bool IsGuess) Split(string code, string text)
    {
        var rest = text.Trim();
        if (rest.StartsWith('(') && rest.IndexOf(')', StringComparison.Ordinal) is > 0 and var close)
            return (rest[1..close].Trim(), TrimSeparator(rest[(close + 1)..]), false);
        // 'OK - Done.': a separator with spaces around it, or a colon.
        for (var i = 0; i < rest.Length && i < 60; i++)
        {
            var isColon = rest[i] is ':' or '\uFF1A';
            if (Separators.Contains(rest[i], StringComparison.Ordinal) && (isColon || (i > 0 && rest[i - 1] == ' ')) && (i + 1 == rest.Length || rest[i + 1] == ' ' || rest[i] == '\uFF1A'))
                return (rest[..i].Trim(), rest[(i + 1)..].Trim(), false);
        }

        if (int.TryParse(code, out var number) && StatusPhrases.Of(number).FirstOrDefault(phrase => rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) is { } known)
            return (rest[..known.Length], rest[known.Length..].Trim(), false);
        // 'Server-side error A processing error occurred.': a sentence begins with a capital.
        for (var i = 1; i + 1 < rest.Length && i < 60; i++)
        {
            if (rest[i] == ' ' && char.IsUpper(rest[i + 1]) && char.IsLower(rest[i - 1]) && rest.EndsWith('.') && rest.AsSpan(i + 1).Contains(' '))
                return (rest[..i], rest[(i + 1)..], true);
        }

        var isSentence = rest.Contains(' ', StringComparison.Ordinal) && rest.EndsWith('.');
        return isSentence ? ("", rest, true) : (rest, "", rest.Length > 40);
    }

    /// <summary>The text without the dash or colon before it.</summary>
    public static string TrimSeparator(string text) => text.Trim().TrimStart([.. Separators, ' ']).Trim();
}
