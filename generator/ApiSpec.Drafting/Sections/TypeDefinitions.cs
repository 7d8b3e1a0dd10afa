using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds the types that a page describes under separate headings: tables under a name that other tables print as a type.</summary>
internal static class TypeDefinitions
{
    private const int LongestCell = 120;

    /// <summary>Returns the parts of a section that describe a type.</summary>
    public static IEnumerable<SectionPart> In(PageSection section, Profile profile)
    {
        var types = PrintedTypes(section.Lines);
        return section.Parts.Where(part => part.Key is null && part.Heading is { Kind: LineKind.Heading } heading && CellWords.IsName(heading.Text)
            && types.Contains(heading.Text) && FirstTable(part, profile) >= 0);
    }

    /// <summary>Returns the contents of cells that can name a type: alone, or in the brackets of a list.</summary>
    public static IReadOnlySet<string> PrintedTypes(IEnumerable<PageLine> lines)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var rows = lines.Where(static line => line.Kind == LineKind.Row);
        foreach (var text in rows.SelectMany(static line => line.Cells.Skip(1)).Select(static cell => cell.Text))
        {
            if (text.Length is 0 or > LongestCell)
                continue;
            types.Add(text);
            var open = text.LastIndexOfAny(['[', '<', '(']);
            var close = open < 0 ? -1 : text.IndexOfAny([']', '>', ')'], open);
            if (open > 0 && close > open + 1 && !text.Contains(' ', StringComparison.Ordinal))
                types.Add(text[(open + 1)..close]);
        }

        return types;
    }

    private static int FirstTable(SectionPart part, Profile profile)
    {
        for (var i = 0; i < part.Lines.Count; i++)
        {
            if (TableHeader.Find(part.Lines, i, profile.ColumnsOf(ProfileKeys.Parameters)) is not null)
                return i;
        }

        return -1;
    }
}
