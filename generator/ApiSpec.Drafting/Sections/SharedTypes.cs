using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds tables of types that sections of a page use and another section contains, such as a chapter of objects at its end.</summary>
internal sealed class SharedTypes
{
    // Many sections can use the same long chain of types.
    private const int MostTypes = 64;

    private readonly Dictionary<string, SectionPart> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<SectionPart, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SectionPart, List<string>> _usedByTables = new(ReferenceEqualityComparer.Instance);
    private readonly Profile _profile;

    private SharedTypes(IEnumerable<PageSection> sections, Profile profile)
    {
        _profile = profile;
        foreach (var part in sections.SelectMany(static section => section.Parts))
        {
            if (part is { Key: null, TypeName: null, Heading: { Kind: LineKind.Heading } heading }
                && TableCaption.NameIn(heading.Text, static name => name) is { } name && char.IsUpper(name[0])
                && TypeDefinitions.HasTable(part, profile) && _tables.TryAdd(name, part))
                _names.Add(part, name);
        }
    }

    /// <summary>Returns the sections with the tables of the types that they use. A section that does not use a table of its own loses it to those that do.
    /// </summary>
    public static IReadOnlyList<PageSection> Share(IReadOnlyList<PageSection> sections, Profile profile)
    {
        if (sections.Count < 2)
            return sections;
        var types = new SharedTypes(sections, profile);
        return types._tables.Count == 0 ? sections : types.Share(sections);
    }

    private List<PageSection> Share(IReadOnlyList<PageSection> sections)
    {
        var used = sections.Select(UsedBy).ToList();
        var shared = used.SelectMany(static tables => tables).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. sections.Zip(used, (section, tables) =>
        {
            var (own, mine) = (section.Parts.ToHashSet(ReferenceEqualityComparer.Instance), tables.ToHashSet(ReferenceEqualityComparer.Instance));
            var parts = section.Parts.Where(part => mine.Contains(part) || !shared.Contains(part)).Concat(tables.Where(table => !own.Contains(table)));
            return section with { Parts = [.. parts.Select(part => mine.Contains(part) ? part with { TypeName = _names[part] } : part)] };
        })];
    }

    // The tables that a section uses, also by way of others.
    private List<SectionPart> UsedBy(PageSection section)
    {
        var used = new List<SectionPart>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SectionPart>(section.Parts.Where(part => !_names.ContainsKey(part)).Reverse());
        while (open.TryPop(out var part))
        {
            foreach (var name in NamesIn(part))
            {
                if (used.Count == MostTypes)
                    return used;
                if (!_tables.TryGetValue(name, out var table) || !seen.Add(name))
                    continue;
                used.Add(table);
                open.Push(table);
            }
        }

        return used;
    }

    private List<string> NamesIn(SectionPart part)
    {
        if (_usedByTables.TryGetValue(part, out var known))
            return known;
        var names = TypeDefinitions.TypesIn([part], _profile).ToList();
        if (ProfileKeys.IsBody(part.Key) || part.Key == ProfileKeys.Status)
            names.AddRange(TypeDefinitions.PrintedTypes(part.Lines, _profile));
        if (ProfileKeys.IsBody(part.Key))
            names.AddRange(part.Visible.Select(line => TypeDefinitions.InSentence(line, _tables.ContainsKey)?.Name).OfType<string>());
        if (_names.ContainsKey(part))
            _usedByTables.Add(part, names);
        return names;
    }
}
