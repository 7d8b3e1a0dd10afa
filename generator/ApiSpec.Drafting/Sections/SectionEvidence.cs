using System.Globalization;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds out whether a page has a section of a reference at all.</summary>
internal static class SectionEvidence
{
    private const int MostShown = 3;
    private const int LongestShown = 60;

    /// <summary>Returns what the page has in place of a section, and what to do; null: it has a section.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sections">The sections that it was divided into.</param>
    /// <param name="profile">The profile.</param>
    public static string? MissingIn(Page page, IReadOnlyList<PageSection> sections, Profile profile)
    {
        if (sections.Any(section => IsSection(section, profile))
            || (profile.Title == TitleRule.Numbered && sections.Any(static section => section.Number is not null)))
            return null;
        var lines = page.Lines.Where(static line => !line.IsBlank).ToList();
        var headings = lines.Where(static line => line.Kind == LineKind.Heading).ToList();
        var shown = (headings.Count > 0 ? headings : lines).Take(MostShown)
            .Select(static line => "'" + (line.Text.Length > LongestShown ? line.Text[..LongestShown] + "..." : line.Text) + "'");
        return $"{page.Name}: the page has no section of a reference: no request such as 'GET /racks', and no heading of the profile '{profile.Name}'. It has "
            + $"{Count(lines.Count, "line")} and {Count(headings.Count, "heading")}, at first {string.Join(", ", shown)}; choose the page of an operation, "
            + "or name the headings of the manual in a profile.";
    }

    private static bool IsSection(PageSection section, Profile profile)
        => section.Parts.Any(static part => part.Key is not (null or ProfileKeys.Group or ProfileKeys.Skip or "function"))
            || (section.TitleLine is { } title && (PrintedRequest.OfHeading(title) is not null || PrintedRequest.Is(title)))
            || HasAddressAboveTable(section, profile)
            || section.Parts.Any(static part => Enumerable.Range(0, part.Lines.Count).Any(index => PrintedRequest.UnderSentence(part.Lines, index) is not null))
            || (TitleMethod.Of(section.Title) is not null
                && section.Parts.SelectMany(static part => part.Visible).Any(static line => PrintedRequest.AddressInSentence(line) is not null))
            || section.Parts.SelectMany(static part => part.Visible).Any(static line
                => PrintedRequest.Is(line) || PrintedCommand.Is(line) || PrintedRequest.InRow(line) is not null || PrintedRequest.InSentence(line) is not null);

    // An address on its own line, without a method, and a table of parameters below it.
    private static bool HasAddressAboveTable(PageSection section, Profile profile)
    {
        var lines = section.Parts.SelectMany(static part => part.Visible).ToList();
        var address = lines.FindIndex(static line => PrintedRequest.AddressAlone(line) is not null);
        for (var i = address + 1; address >= 0 && i < lines.Count; i++)
        {
            if (TableHeader.Find(lines, i, profile.ColumnsOf(ProfileKeys.Parameters)) is not null)
                return true;
        }

        return false;
    }

    private static string Count(int count, string what) => count.ToString(CultureInfo.InvariantCulture) + " " + what + (count == 1 ? "" : "s");
}
