using System.Globalization;

namespace ApiSpec.Tool;

/// <summary>Text of specs and file names in a line of a terminal.</summary>
internal static class PlainLine
{
    /// <summary>The text without what would add lines or control the terminal.</summary>
    public static string Of(string text)
        => string.Concat(text.Select(static c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c));
}
