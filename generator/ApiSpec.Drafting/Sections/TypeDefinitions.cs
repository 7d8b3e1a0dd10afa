using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds the types that a page describes under separate headings: tables under a name that other tables print as a type.</summary>
internal static class TypeDefinitions
{
    private const int LongestCell = 120;
    private const int Deepest = 4;
    private const int MostWords = 8;

    private static readonly HashSet<string> s_lists = new(StringComparer.OrdinalIgnoreCase) { "array", "collection", "list" };

    // The words around the name of a type.
    private static readonly HashSet<string> s_fillers = new(s_lists, StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "below", "JSON", "object", "objects", "of", "record", "records", "see", "struct", "structure", "table", "the", "type",
    };

    /// <summary>Returns the parts of a section that describe a type, and its name.</summary>
    public static IEnumerable<(string Name, SectionPart Part)> In(PageSection section, Profile profile)
    {
        var types = PrintedTypes(section.Lines, profile);
        foreach (var part in section.Parts)
        {
            if (part.TypeName is { } name)
                yield return (name, part);
            else if (part is { Key: null, Heading: { Kind: LineKind.Heading } heading } && FirstTable(part, profile) >= 0
                && (profile.CaptionOf(heading.Text) ?? (CellWords.IsName(heading.Text) && types.Contains(heading.Text) ? heading.Text : null)) is { } named)
                yield return (named, part);
        }
    }

    /// <summary>Returns the contents of cells that can name a type: alone, or inside the type of a list or map.</summary>
    public static IReadOnlySet<string> PrintedTypes(IEnumerable<PageLine> lines, Profile profile)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var around = profile.Types.Where(static type => type.Printed.Names.Contains("T")).Select(static type => type.Printed).ToList();
        foreach (var cell in lines.Where(static line => line.Kind == LineKind.Row).SelectMany(static line => line.Cells.Skip(1)))
            Add(cell.Text, 0);
        return types;

        void Add(string text, int depth)
        {
            if (text.Length is 0 or > LongestCell || depth > Deepest || !types.Add(text))
                return;
            if (NameIn(text) is var (name, _))
                types.Add(name);
            foreach (var inner in around.Select(pattern => pattern.Match(text)?.GetValueOrDefault("T")).OfType<string>())
                Add(inner, depth + 1);
            var open = text.LastIndexOfAny(['[', '<', '(']);
            var close = open < 0 ? -1 : text.IndexOfAny([']', '>', ')'], open);
            if (open > 0 && close > open + 1 && !text.Contains(' ', StringComparison.Ordinal))
                Add(text[(open + 1)..close], depth + 1);
        }
    }

    /// <summary>Returns the only word of a type that is a name, and whether it is the type of the items of a list: <c>Rack</c> of <c>array of Rack objects</c>;
    /// null: the type has no such word, or several.</summary>
    public static (string Name, bool IsList)? NameIn(string text)
    {
        if (text.Length > LongestCell)
            return null;
        var words = text.Split([' ', '(', ')', '<', '>', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= MostWords && words.Where(static word => !s_fillers.Contains(word)).Take(2).ToList() is [var name]
            ? (name, words.Any(static word => s_lists.Contains(word)))
            : null;
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
