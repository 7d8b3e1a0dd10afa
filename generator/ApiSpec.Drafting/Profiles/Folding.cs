using System.Text;

namespace ApiSpec.Drafting.Profiles;

/// <summary>Compares headings and column titles as people do.</summary>
internal static class Folding
{
    private const string Bullets = "\u2022\u25E6\u25AA\u25CF\u25A0\u25C6\u30FB-*\u2013\u00B7\u203A\u00BB\u2192\u21B3\u2514\u251C\u2500\u2502>#";

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
        return folded.ToString().TrimEnd(':', ' ', '.', '|');
    }

    /// <summary>Returns the text without the bullet before it.</summary>
    public static string WithoutBullet(string text)
    {
        var start = 0;
        while (start < text.Length && (Bullets.Contains(text[start], StringComparison.Ordinal) || text[start] == ' '))
            start++;
        return start == text.Length ? text : text[start..];
    }

    private static bool IsLabel(string text) => text.All(char.IsDigit) || (text.Length == 1 && char.IsLetter(text[0]));
}
