using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <summary>Compares titles as people do: without their numbers, the signs of links to them, differences in spaces, and capitals.</summary>
internal static partial class TitleText
{
    /// <summary>Returns the text that equal titles share. A title that is only a number stays.</summary>
    public static string Of(string title)
    {
        var plain = Anchor().Replace(PageText.Of(title), "");
        var numbered = Number().Match(plain) is { Success: true } match ? match.Groups["text"].Value : plain;
        return Folding.Of(numbered);
    }

    [GeneratedRegex("[ ]*[\u00B6\u00A7#\uF0C1]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Anchor();

    // '9.6.8 List racks', '2. List racks', 'A.1 List racks', '3) List racks'.
    [GeneratedRegex(@"^(([0-9]{1,3}|[A-Z])(\.[0-9]{1,3})+[.):]?|[0-9]{1,3}[.):])\s+([-\u2013\u2014:]\s+)?(?<text>\S.*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
