using System.Text;

namespace ApiSpec.Drafting.Profiles;

/// <summary>Compares headings and column titles as people do.</summary>
internal static class Folding
{
    // The last ones before the hyphen are those of fonts for symbols, in PDF files.
    private const string Bullets =
        "\u2022\u2023\u2043\u2219\u25E6\u25AA\u25AB\u25CB\u25CF\u25A0\u25A1\u25B6\u25BA\u25C6\u27A2"
        + "\u30FB\uF0A7\uF0B7-*\u2013\u2014\u00B7\u203A\u00BB\u2192\u21B3\u2514\u251C\u2500\u2502>#";

    private const string Separators = " ,:-\u2013\u2014\uFF1A";

    /// <summary>Returns the text in lower case, without a bullet, a number in parentheses and a final colon, and with full-width letters replaced.</summary>
    public static string Of(string text)
    {
        var plain = WithoutBullet(text);
        if (plain.Length > 1 && plain[0] is '(' or '[' or '\uFF08' && plain.IndexOfAny([')', ']', '\uFF09']) is > 1 and < 5 and var close
            && IsLabel(plain[1..close]))
            plain = plain[(close + 1)..];
        else if (plain.Length > 1 && plain[0] == '[' && plain[^1] == ']')
            plain = plain[1..^1];
        var folded = new StringBuilder(plain.Length);
        foreach (var c in plain.Trim())
            folded.Append(char.ToLowerInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));
        // 'Status code(s)' has the meaning of 'Status code'.
        return folded.Replace("(s)", "").ToString().TrimEnd(':', ' ', '.', '|');
    }

    /// <summary>Returns the text without the bullet before it. The sign of a number is not a bullet: <c>-32600: Invalid request</c>.</summary>
    public static string WithoutBullet(string text)
    {
        var start = EndOf(text, Bullets + " ");
        return start == text.Length ? text : text[start..];
    }

    /// <summary>Returns the text without the spaces and the punctuation between it and a name or a code. The sign of a number stays.</summary>
    public static string WithoutSeparator(string text) => text[EndOf(text, Separators)..].TrimEnd();

    private static int EndOf(string text, string characters)
    {
        var end = 0;
        while (end < text.Length && characters.Contains(text[end], StringComparison.Ordinal) && !IsSign(text, end))
            end++;
        return end;
    }

    private static bool IsSign(string text, int index) => text[index] == '-' && index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]);

    private static bool IsLabel(string text) => text.All(char.IsDigit) || (text.Length == 1 && char.IsLetter(text[0]));
}
