using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads the edition or product version that introduced something.</summary>
internal static partial class EditionWords
{
    /// <summary>Returns the edition of words such as <c>Version 12 or later</c>, or the version of <c>11-10 and later</c>; null: neither.</summary>
    /// <param name="text">The text of a cell, or of a line.</param>
    /// <param name="profile">The editions of the manual.</param>
    public static string? Since(string text, Profile profile)
    {
        if (Version().Match(text.TrimEnd('.', '\u3002', ' ')) is not { Success: true } match)
            return null;
        // The longest match counts: 'Version 1' is also in 'Version 1 SP2'.
        var editions = profile.Editions.Where(edition => edition.Text.Length > 0 && HasWord(text, edition.Text));
        return editions.OrderByDescending(static edition => edition.Text.Length).Select(static edition => edition.Key).FirstOrDefault()
            ?? match.Groups["version"].Value;
    }

    // 'Version 1' does not match 'Version 12'.
    private static bool HasWord(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase), end; at >= 0; at = text.IndexOf(word, end, StringComparison.OrdinalIgnoreCase))
        {
            end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        "^((product |software )?(version|ver\\.?|release|edition) ?)?(?<version>[A-Z]{0,4}[0-9][A-Z0-9.-]{0,20})"
            + "( (and|or) (later|newer|above|higher)( versions?)?| ?\u4EE5\u964D)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
