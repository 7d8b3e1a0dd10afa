using System.Text;

namespace ApiSpec.Transport;

/// <summary>Makes external text printable for a message: one line, a limited length, and no control or direction characters.</summary>
internal static class Printable
{
    /// <summary>How many characters of a text are kept if its user does not say.</summary>
    public const int MaxLength = 80;

    public static string Quote(string text) => "'" + Clean(text) + "'";

    public static string Clean(string text) => Clean(text, MaxLength);

    /// <summary>Makes a string printable for a message.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">How many characters are kept.</param>
    /// <param name="hasLines">Whether the text can have several lines. A space then replaces each line break.</param>
    public static string Clean(string text, int maxLength, bool hasLines = false)
    {
        var builder = new StringBuilder(Math.Min(text.Length, maxLength) + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (i == maxLength)
            {
                builder.Append('…');
                break;
            }

            if (hasLines && text[i] is ('\r' or '\n' or '\t'))
            {
                if (builder.Length > 0 && builder[builder.Length - 1] != ' ')
                    builder.Append(' ');
                continue;
            }

            builder.Append(IsPrintable(text[i]) ? text[i] : '\uFFFD');
        }

        return builder.ToString();
    }

    private static bool IsPrintable(char value) => char.GetUnicodeCategory(value) switch
    {
        System.Globalization.UnicodeCategory.Control => false,
        System.Globalization.UnicodeCategory.Format => false,
        System.Globalization.UnicodeCategory.LineSeparator => false,
        System.Globalization.UnicodeCategory.ParagraphSeparator => false,
        System.Globalization.UnicodeCategory.Surrogate => false,
        _ => true,
    };
}
