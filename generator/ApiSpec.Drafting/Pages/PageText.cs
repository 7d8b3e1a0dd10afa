using System.Text;
using ApiSpec.Language.Characters;

namespace ApiSpec.Drafting.Pages;

/// <summary>Text of a page without what a typesetter put into it and no reader sees.</summary>
internal static class PageText
{
    /// <summary>The text with spaces of one kind, none at its ends, and never two in a row.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in PlainText.OfProse(text))
        {
            if (!IsSpace(c))
                Append(result, c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        if (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        return result.ToString();
    }

    /// <summary>A line of code: each space is a space, and a tab goes to the next column that eight divides.</summary>
    public static string OfCode(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\t')
                result.Append(' ', 8 - (result.Length % 8));
            else if (IsSpace(c))
                result.Append(' ');
            else
                Append(result, c);
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Tells whether a character is a space of any kind, those of typesetters included.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u180E' or '\u2060';

    // Control characters and lone surrogates are no text, and YAML has no form for them; zero-width characters are seen by nobody.
    private static void Append(StringBuilder result, char c)
    {
        if (!char.IsControl(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\uFFFE' or '\uFFFF'))
            result.Append(c);
    }
}
