using System.Text;

namespace ApiSpec.Transport;

/// <summary>Makes text from outside fit for a message: one line, bounded, no control or direction characters.</summary>
internal static class Printable
{
    private const int MaxLength = 80;

    public static string Quote(string text) => "'" + Clean(text) + "'";

    public static string Clean(string text)
    {
        var builder = new StringBuilder(Math.Min(text.Length, MaxLength) + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (i == MaxLength)
            {
                builder.Append('…');
                break;
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
