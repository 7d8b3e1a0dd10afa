using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds the types that a page describes under separate headings: tables under a name that other tables print as a type.</summary>
internal static partial class TypeDefinitions
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
        var ofColumns = new Lazy<IReadOnlySet<string>>(() => TypesIn(section.Parts, profile));
        var inSentences = new Lazy<HashSet<string>>(() => InSentences(section));
        foreach (var part in section.Parts)
        {
            if (part.TypeName is { } name)
                yield return (name, part);
            else if (part is { Key: null, Heading: { Kind: LineKind.Heading } heading } && FirstTable(part, profile) >= 0
                && (profile.CaptionOf(heading.Text)
                    ?? (CellWords.IsName(heading.Text) && (types.Contains(heading.Text) || inSentences.Value.Contains(heading.Text)) ? heading.Text : null)
                    ?? NameOf(heading.Text, ofColumns.Value)) is { } named)
                yield return (named, part);
        }
    }

    // 'It returns a RackList object', and a heading that is this name as code.
    private static HashSet<string> InSentences(PageSection section)
    {
        var headings = section.Parts.Where(static part => part is { Key: null, Heading: { Kind: LineKind.Heading, Codes: [var code] } heading }
            && code == heading.Text && char.IsUpper(code[0])).Select(static part => part.Heading!.Text).ToHashSet(StringComparer.Ordinal);
        return headings.Count == 0 ? headings : section.Parts.Where(static part => ProfileKeys.IsBody(part.Key)).SelectMany(static part => part.Visible)
            .Select(line => InSentence(line, headings.Contains)?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Returns the type that the caption of a table names: <c>Rack</c> of <c>The Rack object</c>; null: it names none.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="types">The types that the page prints.</param>
    public static string? NameOf(string caption, IReadOnlySet<string> types)
        => types.Count == 0 ? null : TableCaption.NameIn(caption, name => types.Contains(name) ? name
            : types.Where(type => type.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only : null);

    /// <summary>Returns the types in the columns of types that the profile does not know, and that can be names of tables.</summary>
    public static IReadOnlySet<string> TypesIn(IEnumerable<SectionPart> parts, Profile profile)
    {
        var words = new CellWords(profile, ProfileKeys.Parameters);
        var printed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts.Where(static part => part.Key is null or ProfileKeys.Group || ProfileKeys.HasRows(part.Key)))
        {
            for (var i = 0; i < part.Lines.Count;)
            {
                var rows = TableReader.Read(part.Lines, i, ProfileKeys.Parameters, profile, out _, out var next);
                printed.UnionWith((rows ?? []).Select(static row => row["type"]));
                i = Math.Max(next, i + 1);
            }
        }

        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in printed)
            Add(type, types, TypesAround(profile), 0);
        types.RemoveWhere(type => !CellWords.IsName(type) || words.IsType(type));
        return types;
    }

    /// <summary>Returns the types that lines of text above their tables name.</summary>
    public static IReadOnlySet<string> InText(PageSection section, Profile profile)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlySet<string>? types = null;
        foreach (var part in section.Parts.Where(static part => ProfileKeys.HasRows(part.Key)))
        {
            PageLine? above = null;
            for (var i = 0; i < part.Lines.Count; i++)
            {
                if (part.Lines[i].IsBlank)
                    continue;
                if (above is not null && TableHeader.Find(part.Lines, i, profile.ColumnsOf(part.Key!)) is not null
                    && NameOf(above.Text, types ??= TypesIn(section.Parts, profile)) is { } name)
                    named.Add(name);
                above = part.Lines[i].Kind == LineKind.Text ? part.Lines[i] : null;
            }
        }

        return named;
    }

    /// <summary>Returns the contents of cells that can name a type: alone, or inside the type of a list or map.</summary>
    public static IReadOnlySet<string> PrintedTypes(IEnumerable<PageLine> lines, Profile profile)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var around = TypesAround(profile);
        foreach (var cell in lines.Where(static line => line.Kind == LineKind.Row).SelectMany(static line => line.Cells.Skip(1)))
            Add(cell.Text, types, around, 0);
        return types;
    }

    private static List<TextPattern> TypesAround(Profile profile)
        => [.. profile.Types.Where(static type => type.Printed.Names.Contains("T")).Select(static type => type.Printed)];

    // Adds a type, and the types inside it.
    private static void Add(string text, HashSet<string> types, List<TextPattern> around, int depth)
    {
        if (text.Length is 0 or > LongestCell || depth > Deepest || !types.Add(text))
            return;
        if (NameIn(text) is var (name, _))
            types.Add(name);
        foreach (var inner in around.Select(pattern => pattern.Match(text)?.GetValueOrDefault("T")).OfType<string>())
            Add(inner, types, around, depth + 1);
        var open = text.LastIndexOfAny(['[', '<', '(']);
        var close = open < 0 ? -1 : text.IndexOfAny([']', '>', ')'], open);
        if (open > 0 && close > open + 1 && !text.Contains(' ', StringComparison.Ordinal))
            Add(text[(open + 1)..close], types, around, depth + 1);
    }

    /// <summary>Returns the only word of a type that is a name, and whether it is the type of the items of a list: <c>Rack</c> of <c>array of Rack objects</c>;
    /// null: the type has no such word, or several.</summary>
    public static (string Name, bool IsList)? NameIn(string text)
    {
        if (text.Length > LongestCell)
            return null;
        var words = text.Split([' ', '(', ')', '<', '>', ',', ':'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= MostWords && words.Where(static word => !s_fillers.Contains(word)).Take(2).ToList() is [var name]
            ? (name, words.Any(static word => s_lists.Contains(word)))
            : null;
    }

    /// <summary>Returns the type in a sentence that says what a body is, and the word for a list around it: <c>Returns an array of Rack objects</c>; null: the
    /// line is not such a sentence.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isType">Whether the page has a table of the name.</param>
    public static (string Name, string? ListWord)? InSentence(PageLine line, Func<string, bool> isType)
        => line.Kind == LineKind.Text && TableCaption.NameIn(line.Text, name => isType(name) ? name : null) is { } name
            && ListOf().Match(line.Text).Groups["list"].Value is var list && (list.Length > 0 || OfObject().IsMatch(line.Text))
            ? (name, list.Length > 0 ? list : null)
            : null;

    /// <summary>Whether a part has a table with rows of members.</summary>
    public static bool HasTable(SectionPart part, Profile profile) => FirstTable(part, profile) >= 0;

    private static int FirstTable(SectionPart part, Profile profile)
    {
        for (var i = 0; i < part.Lines.Count; i++)
        {
            if (TableHeader.Find(part.Lines, i, profile.ColumnsOf(ProfileKeys.Parameters)) is not null)
                return i;
        }

        return -1;
    }

    [GeneratedRegex(@"\b(?<list>array|list|collection) of\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ListOf();

    [GeneratedRegex(@"\b(objects?|returns?|returned)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfObject();
}
