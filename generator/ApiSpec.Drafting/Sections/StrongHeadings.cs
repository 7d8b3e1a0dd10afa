using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds bold paragraphs that are headings: those of a page on which known headings are bold paragraphs as well.</summary>
internal static class StrongHeadings
{
    private const int LongestHeading = 60;
    private const int FewestKnown = 2;
    private const int Level = 6;

    /// <summary>Returns the lines of a page, with bold paragraphs as headings of the lowest level. Known headings are found in any case, and stay as they
    /// are.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="headings">The known headings.</param>
    /// <param name="profile">The labels of notes and code, which are not headings.</param>
    public static IReadOnlyList<PageLine> Find(IReadOnlyList<PageLine> lines, HeadingFinder headings, Profile profile)
    {
        if (lines.Where(IsStrong).Where(line => headings.IsKnown(line.Text)).Take(FewestKnown).Count() < FewestKnown)
            return lines;
        return [.. lines.Select(line => IsStrong(line) && IsUnknown(line) ? line with { Kind = LineKind.Heading, Level = Level } : line)];

        bool IsUnknown(PageLine line)
            => !headings.IsKnown(line.Text) && line.Text.Contains(' ', StringComparison.Ordinal) && char.IsLetterOrDigit(line.Text[0])
                && line.Text[^1] is not ('.' or ':' or ',' or ';' or '\u3002') && !ProfileKeys.Labels.Any(kind => profile.IsLabel(kind, line.Text));
    }

    private static bool IsStrong(PageLine line)
        => line is { Kind: LineKind.Text, IsItem: false, IsAside: false } && line.Text.Length is > 0 and <= LongestHeading && line.Lead == line.Text
            && !line.Codes.Contains(line.Text) && !PrintedRequest.Is(line);
}
