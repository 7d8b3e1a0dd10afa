using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <summary>Reports how a profile fits a section: the part that each heading starts, and the entries that match nothing.</summary>
internal static class ProfileUse
{
    private const string HeadingKeys = "headings/";

    /// <summary>Returns the headings of a section with the key of their part; null: the profile does not know the heading.</summary>
    public static IEnumerable<(PageLine Heading, string? Key)> Headings(PageSection section, Profile profile)
    {
        var types = TypeDefinitions.In(section, profile).ToList();
        foreach (var part in section.Parts)
        {
            if (part.Heading is { } heading)
                yield return (heading, types.Find(type => ReferenceEquals(type.Part, part)).Name is { } name ? "the type " + name : part.Key);
        }
    }

    /// <summary>Returns the entries of the profile's own file that match nothing on the page.</summary>
    /// <param name="section">The section.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="use">The patterns that have matched in the draft.</param>
    public static IEnumerable<ProfileEntry> Unused(PageSection section, Profile profile, PatternUse use)
    {
        var headings = section.Parts.Select(static part => part.Known).OfType<ProfileHeading>().Select(static heading => (heading.Key, heading.Folded))
            .ToHashSet();
        var texts = section.Lines.SelectMany(static line => line.Cells.Select(static cell => cell.Text).Append(line.Text)).Select(Folding.Of)
            .ToHashSet(StringComparer.Ordinal);
        return profile.Own.Where(entry => !(entry.Pattern is { } pattern ? use.Has(pattern) : entry.Key.StartsWith(HeadingKeys, StringComparison.Ordinal)
            ? headings.Contains((entry.Key[HeadingKeys.Length..], Folding.Of(WithoutParent(entry.Text))))
            : texts.Contains(Folding.Of(entry.Text))));
    }

    private static string WithoutParent(string heading)
        => heading.LastIndexOf(" > ", StringComparison.Ordinal) is > 0 and var above ? heading[(above + " > ".Length)..] : heading;
}
