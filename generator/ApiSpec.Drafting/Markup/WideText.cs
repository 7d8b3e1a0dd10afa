using System.Text;

namespace ApiSpec.Drafting.Markup;

/// <summary>Texts in which each character has as many code units as it has columns. A character of an East Asian script has two columns.</summary>
internal static class WideText
{
    private const char SecondColumn = '\uFFFF';

    /// <summary>Returns a text with a mark for the second column of each character that has one.</summary>
    public static string Widen(string text)
    {
        if (!text.Any(static c => c >= '\u1100'))
            return text;
        var wide = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            wide.Append(c);
            if (c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6'))
                wide.Append(SecondColumn);
        }

        return wide.ToString();
    }

    /// <summary>Returns the text without the marks.</summary>
    public static string Narrow(string text) => text.Replace(SecondColumn.ToString(), "", StringComparison.Ordinal);
}
