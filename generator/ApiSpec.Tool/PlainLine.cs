using System.Globalization;

namespace ApiSpec.Tool;

/// <summary>Makes text from specs and file names safe for one line of a terminal.</summary>
internal static class PlainLine
{
    /// <summary>Returns the text without characters that would add lines or control the terminal.</summary>
    public static string Of(string text)
        => string.Concat(text.Select(static c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c));
}
