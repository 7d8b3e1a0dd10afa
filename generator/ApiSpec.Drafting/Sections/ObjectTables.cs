using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds tables of nested objects under their own headings, and moves them to the part that has the object as a member: <c>Owner object</c> after
/// the response.</summary>
internal static class ObjectTables
{
    /// <summary>Returns a section whose parts have the tables of their objects. The headings become captions of these tables.</summary>
    public static PageSection Attach(PageSection section, Profile profile)
    {
        if (!section.Parts.Any(static part => CanBeObject(part)))
            return section;
        var types = TypeDefinitions.TypesIn(section.Parts, profile);
        var parts = new List<SectionPart>();
        // By the key of the part: its index, and the members that can be objects.
        var members = new List<(string Key, int Index, HashSet<string> Names)>();
        var isMoved = false;
        foreach (var part in section.Parts)
        {
            var names = MembersIn(part, profile);
            if (CanBeObject(part) && names.Tables > 0 && TypeDefinitions.NameOf(part.Heading!.Text, types) is null
                && OwnerOf(part, profile, members) is var (_, index, owned))
            {
                parts[index] = parts[index] with { Lines = [.. parts[index].Lines, part.Heading, .. part.Lines] };
                owned.UnionWith(names.Names);
                isMoved = true;
                continue;
            }

            parts.Add(part);
            if (part.Key is not { } own || part.TypeName is not null || !(ProfileKeys.IsBody(own) || own == ProfileKeys.Parameters))
                continue;
            // The part that is printed last precedes the others.
            if (members.Find(other => other.Key == own) is { Names: { } known } same)
            {
                members.Remove(same);
                names.Names.UnionWith(known);
            }

            members.Add((own, parts.Count - 1, names.Names));
        }

        return isMoved ? section with { Parts = parts } : section;
    }

    private static bool CanBeObject(SectionPart part) => part is { Key: null, Heading.Kind: LineKind.Heading };

    // The last part with a member that the heading, or a line above a table, names.
    private static (string Key, int Index, HashSet<string> Names)? OwnerOf(
        SectionPart part, Profile profile, List<(string Key, int Index, HashSet<string> Names)> members)
    {
        for (var i = members.Count - 1; i >= 0; i--)
        {
            var names = members[i].Names;
            if ((profile.CaptionOf(part.Heading!.Text) ?? TableCaption.NameIn(part.Heading.Text, Find)) is { } name && Find(name) is not null)
                return members[i];

            string? Find(string word) => names.Contains(TableCaption.Folded(word)) ? word : null;
        }

        return null;
    }

    // The folded names of rows that can have members, and the number of tables.
    private static (HashSet<string> Names, int Tables) MembersIn(SectionPart part, Profile profile)
    {
        var kind = ProfileKeys.IsBody(part.Key) ? part.Key! : "response";
        var words = new CellWords(profile, kind);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tables = 0;
        for (var i = 0; i < part.Lines.Count;)
        {
            var rows = TableReader.Read(part.Lines, i, kind, profile, out _, out var next);
            if (rows is { Count: > 0 })
            {
                tables++;
                foreach (var row in rows.Where(row => CanHaveMembers(row["type"], words)))
                    names.Add(TableCaption.Folded(NameOf(row["name"])));
            }
            else if (ListLine.Is(part.Lines[i]) && Folding.WithoutBullet(part.Lines[i].Text).Split(' ', 2) is [var first, ..])
            {
                names.Add(TableCaption.Folded(NameOf(first)));
            }

            i = Math.Max(next, i + 1);
        }

        names.Remove("");
        return (names, tables);
    }

    private static string NameOf(string printed) => printed[(printed.TrimEnd('.').LastIndexOf('.') + 1)..];

    private static bool CanHaveMembers(string type, CellWords words)
        => words.SpecTypeOf(type) is null or "object" or "any" or "any[]" or "object[]";
}
