using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Divides text of a page into sentences.</summary>
internal static partial class Sentences
{
    // With the character before it.
    private const int LongestAbbreviation = 8;

    /// <summary>Returns the sentences of text and the items of its lists. A full stop inside a word or before a lower-case letter does not end a
    /// sentence.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u2022' && i > start)
            {
                if (text[start..i].Trim() is { Length: > 0 } before)
                    yield return before;
                start = i + 1;
                continue;
            }

            // 'max. 64'.
            if (text[i] == '.' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 2])
                && Abbreviation().IsMatch(text[Math.Max(start, i - LongestAbbreviation)..i]))
                continue;
            // '0: off; 1: on' is one sentence.
            var isEnd = text[i] switch
            {
                '.' => i + 2 < text.Length && text[i + 1] == ' ' && !char.IsLower(text[i + 2]),
                ';' => i + 2 < text.Length && text[i + 1] == ' ' && char.IsLetter(text[i + 2]) && !char.IsLower(text[i + 2]),
                _ => text[i] == '\u3002',
            };
            if (!isEnd)
                continue;
            yield return text[start..(i + 1)].Trim();
            start = i + 1;
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
            yield return rest;
    }

    [GeneratedRegex("\\b(max|min|approx|ca|incl)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Abbreviation();
}
