using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The words next to a value that say that it is the default: <c>low (default)</c>, <c>low - default</c>, <c>low, the default</c>.</summary>
internal static partial class DefaultWords
{
    /// <summary>The pattern of the words in parentheses.</summary>
    public const string Aside = @"[(\[](the )?default( value)?[)\]]";

    /// <summary>Returns the text without the words; null: it has no such words. The meaning of the value can follow: <c>low (default) - slow</c>.</summary>
    public static string? Without(string text)
        => Words().Match(text) is { Success: true, Index: > 0 } match ? text.Remove(match.Index, match.Length).TrimEnd() : null;

    [GeneratedRegex(" ?" + Aside + @"(\.$)?|( - default|, the default)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
