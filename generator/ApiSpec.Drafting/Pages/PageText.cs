using System.Text;
using ApiSpec.Language.Characters;

namespace ApiSpec.Drafting.Pages;

/// <summary>Removes invisible traces of typesetting from the text of a page.</summary>
internal static class PageText
{
    /// <summary>Returns the text with plain single spaces, and none at its ends.</summary>
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

        // The link of a heading to itself.
        while (result.Length > 0 && result[^1] is ' ' or '\u00B6' or '\uF0C1')
            result.Length--;
        return result.ToString();
    }

    /// <summary>Returns a line of code with plain spaces. A tab moves to the next multiple of eight columns.</summary>
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

    /// <summary>Whether a character is a space of any kind, including typographic ones.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u180E' or '\u2060';

    // Control characters and lone surrogates are not text, and YAML cannot represent them. Zero-width characters are invisible.
    private static void Append(StringBuilder result, char c)
    {
        if (!char.IsControl(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\uFFFE' or '\uFFFF'))
            result.Append(c);
    }
}
