using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Drafting.Profiles;

/// <summary>Reads a profile, with the same diagnostics as a spec.</summary>
internal sealed class ProfileReader
{
    private const string Keys = "'profile:' and 'headings:'";
    private const string HintOfTemplate = "; write it as in a row of a spec, such as 'default {value}'";

    private readonly ReadingContext _context;
    private readonly MappingReader _keys;
    private readonly List<ProfileEntry> _own = [];

    private ProfileReader(ReadingContext context, YamlMapping root)
    {
        _context = context;
        _keys = new MappingReader(context, root, "");
    }

    /// <summary>Reads a profile.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="find">Finds the profile that it extends; returns null if there is no such profile.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The profile, or null if it cannot be read at all, and its diagnostics.</returns>
    public static (Profile? Profile, IReadOnlyList<SpecDiagnostic> Diagnostics) Read(
        string text, Func<string, Profile?> find, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        if (text.Length > SpecReader.MaximumLength)
        {
            diagnostics.Report(SpecRules.FileTooLarge, default, "more than 1,048,576", "1,048,576");
            return (null, diagnostics.ToEquatableArray());
        }

        var source = new SpecText(text);
        if (YamlLoader.Load(source, diagnostics, Keys, cancellationToken) is not { } root)
            return (null, diagnostics.ToEquatableArray());
        var profile = new ProfileReader(new ReadingContext(source, diagnostics, cancellationToken), root).Read(find);
        return (profile, diagnostics.ToEquatableArray());
    }

    private Profile Read(Func<string, Profile?> find)
    {
        _keys.CheckKeys(ProfileKeys.Top);
        var name = _keys.Text("profile");
        if (name is null && _keys.Find("profile") is null && _keys.Mapping.Entries.Count > 0)
            _context.Report(SpecRules.MissingKey, _keys.Mapping.Entries[0].Key, "A profile", "profile", "; write the name of the profile");
        Profile? parent = null;
        if (_keys.Scalar("extends") is { } extends && (parent = find(extends.Value)) is null)
            _context.Report(
                SpecRules.WrongWord, extends, extends.Value, string.Join(", ", ShippedProfiles.Names), NearestName.Hint(extends.Value, ShippedProfiles.Names));
        var required = Mapping("required", ["yes", "no"]);
        List<string> yes = [.. Folded(required, "yes")];
        List<string> no = [.. Folded(required, "no")];
        return new Profile
        {
            Name = name ?? "",
            Manual = _keys.Text("manual") ?? "",
            Title = ReadTitle() ?? parent?.Title ?? TitleRule.First,
            Editions = [.. Pairs("editions").Select(static pair => (pair.Key.Value, pair.Value.Value)), .. parent?.Editions ?? []],
            PageNames = Patterns("page names", parent?.PageNames),
            Headings = [.. ReadHeadings(), .. (parent?.Headings ?? []).Select(static heading => heading with { IsInherited = true })],
            Tables = ReadTables(parent),
            Types = [.. ReadTypes(isCommon: name == ShippedProfiles.Base), .. parent?.Types ?? []],
            // A word of this profile has the meaning that this profile gives it.
            Required = [.. yes, .. (parent?.Required ?? []).Except(no)],
            Optional = [.. no, .. (parent?.Optional ?? []).Except(yes)],
            Unstated = ReadUnstated(parent),
            Remarks = [.. ReadRemarks(), .. parent?.Remarks ?? []],
            Rows = Patterns("rows", parent?.Rows),
            Captions = Patterns("captions", parent?.Captions),
            Roles = Patterns("roles", parent?.Roles),
            Placeholders = [.. Texts("placeholders"), .. parent?.Placeholders ?? []],
            Labels = ReadLabels(parent),
            Leads = [.. Texts("leads"), .. parent?.Leads ?? []],
            Nothing = Patterns("nothing", parent?.Nothing),
            References = [.. ReadReferences(), .. parent?.References ?? []],
            Dropped = Patterns("drop", parent?.Dropped),
            Deprecated = Patterns(ProfileKeys.Deprecated, parent?.Deprecated),
            Conditions = Patterns(ProfileKeys.Conditions, parent?.Conditions),
            Own = _own,
        };
    }

    private TitleRule? ReadTitle()
    {
        if (_keys.Scalar("title") is not { } scalar)
            return null;
        switch (scalar.Value)
        {
            case "first":
                return TitleRule.First;
            case "numbered":
                return TitleRule.Numbered;
            case "none":
                return TitleRule.None;
            default:
                _context.Report(
                    SpecRules.WrongWord, scalar, scalar.Value, "first, numbered, none", NearestName.Hint(scalar.Value, ["first", "numbered", "none"]));
                return null;
        }
    }

    private IEnumerable<ProfileHeading> ReadHeadings()
    {
        if (Mapping("headings", ProfileKeys.Headings) is not { } headings)
            yield break;
        foreach (var entry in headings.Mapping.Entries.Where(static entry => Array.IndexOf(ProfileKeys.Headings, entry.Name) >= 0))
        {
            foreach (var (text, span, _) in Words(headings, entry.Name))
            {
                CheckGaps("headings", text, span);
                _own.Add(new ProfileEntry("headings/" + entry.Name, text, null));
                var above = text.LastIndexOf(" > ", StringComparison.Ordinal);
                yield return above < 0
                    ? new ProfileHeading(entry.Name, null, text)
                    : new ProfileHeading(entry.Name, text[..above].Trim(), text[(above + 3)..].Trim());
            }
        }
    }

    private Dictionary<string, IReadOnlySet<string>> ReadLabels(Profile? parent)
    {
        var labels = new Dictionary<string, IReadOnlySet<string>>(parent?.Labels ?? new Dictionary<string, IReadOnlySet<string>>(), StringComparer.Ordinal);
        if (Mapping("labels", ProfileKeys.Labels) is not { } kinds)
            return labels;
        foreach (var kind in kinds.Mapping.Entries.Where(static entry => Array.IndexOf(ProfileKeys.Labels, entry.Name) >= 0))
        {
            var own = FixedTexts(kinds, kind.Name, "labels/" + kind.Name, "a label", "the whole label");
            labels[kind.Name] = own.Concat(labels.GetValueOrDefault(kind.Name) ?? new HashSet<string>()).ToHashSet(StringComparer.Ordinal);
        }

        return labels;
    }

    private Dictionary<string, IReadOnlyList<ProfileColumn>> ReadTables(Profile? parent)
    {
        var tables = new Dictionary<string, IReadOnlyList<ProfileColumn>>(
            parent?.Tables ?? new Dictionary<string, IReadOnlyList<ProfileColumn>>(), StringComparer.Ordinal);
        if (Mapping("tables", ProfileKeys.Tables) is not { } kinds)
            return tables;
        // Other kinds inherit the columns of 'parameters', in any order of the keys.
        foreach (var kind in kinds.Mapping.Entries.Where(static entry => Array.IndexOf(ProfileKeys.Tables, entry.Name) >= 0)
            .OrderBy(static entry => entry.Name != ProfileKeys.Parameters))
        {
            if (Mapping(kinds, kind.Name, ProfileKeys.Columns) is not { } columns)
                continue;
            var own = columns.Mapping.Entries
                .Where(static entry => Array.IndexOf(ProfileKeys.Columns, entry.Name) >= 0)
                .Select(entry => new ProfileColumn(
                    entry.Name, [.. FixedTexts(columns, entry.Name, "tables/" + kind.Name + "/" + entry.Name, "the title of a column", "the whole title")]))
                .ToList();
            // A title in this profile's own table overrides the inherited meaning.
            var titles = own.SelectMany(static column => column.Titles).ToHashSet(StringComparer.Ordinal);
            var inherited = tables.TryGetValue(kind.Name, out var above) || tables.TryGetValue(ProfileKeys.ParentOf(kind.Name), out above) ? above : [];
            tables[kind.Name] = [.. own, .. inherited.Select(column => column with { Titles = [.. column.Titles.Where(title => !titles.Contains(title))] })];
        }

        return tables;
    }

    // Texts that are compared as a whole.
    private IEnumerable<string> FixedTexts(MappingReader keys, string key, string path, string what, string whole)
    {
        foreach (var (text, span, _) in Words(keys, key))
        {
            if (TextPattern.HasGaps(text))
                _context.Report(SpecRules.InvalidName, span, text, what, "write " + whole + ", without '*' and braces");
            _own.Add(new ProfileEntry(path, text, null));
            yield return Folding.Of(TextPattern.Literal(text));
        }
    }

    private IEnumerable<ProfileType> ReadTypes(bool isCommon)
    {
        foreach (var (printed, type) in Pairs("types"))
        {
            CheckTemplate(type, type.Value, "");
            yield return new ProfileType(Pattern("types", printed.Value, _context.Text.SpanOf(printed)), type.Value) { IsCommon = isCommon };
        }
    }

    private IEnumerable<(TextPattern Printed, string Remark)> ReadRemarks()
    {
        foreach (var (printed, remark) in Pairs("remarks"))
        {
            if (remark.Value is not ("required" or "optional") && !remark.Value.StartsWith('['))
                CheckTemplate(remark, remark.Value, TypeBefore(remark.Value));
            yield return (Pattern("remarks", printed.Value, _context.Text.SpanOf(printed)), remark.Value);
        }
    }

    // Returns a type that the remark can follow.
    private static string TypeBefore(string remark)
        => remark.StartsWith("enum", StringComparison.Ordinal) ? ""
            : remark == "as string" ? "long "
            : remark.StartsWith("as ", StringComparison.Ordinal) ? "string[] "
            : "string ";

    // The template must produce a valid row for any values in its gaps.
    private void CheckTemplate(YamlScalar scalar, string template, string type)
    {
        var row = type + template;
        foreach (var (gap, value) in new[] { ("{T}", "string"), ("{value}", "1"), ("{values}", "a|b"), ("{min}", "1"), ("{max}", "2"), ("{name}", "T") })
            row = row.Replace(gap, value, StringComparison.Ordinal);
        if (RowText.Parse(row).Diagnostics is [{ } diagnostic, ..])
            _context.Report(diagnostic.Rule, scalar, [.. diagnostic.Arguments.Select(static argument
                => argument.Contains("start a description", StringComparison.Ordinal) ? HintOfTemplate : argument)]);
    }

    private Dictionary<string, Requirement> ReadUnstated(Profile? parent)
    {
        var unstated = new Dictionary<string, Requirement>(parent?.Unstated ?? new Dictionary<string, Requirement>(), StringComparer.Ordinal);
        if (Mapping("unstated", ProfileKeys.Unstated) is not { } kinds)
            return unstated;
        foreach (var kind in kinds.Mapping.Entries)
        {
            if (kinds.Scalar(kind.Name) is not { } word)
                continue;
            Requirement? requirement = word.Value switch
            {
                "required" => Requirement.Required,
                "optional" => Requirement.Optional,
                "unknown" => Requirement.NotStated,
                _ => null,
            };
            if (requirement is { } known)
                unstated[kind.Name] = known;
            else
                _context.Report(
                    SpecRules.WrongWord, word, word.Value, "required, optional, unknown",
                    NearestName.Hint(word.Value, ["required", "optional", TypeParser.Unknown]));
        }

        return unstated;
    }

    private IEnumerable<(TextPattern Text, string Key, string Value)> ReadReferences()
    {
        foreach (var (item, _) in _keys.Mappings("refer", "text"))
        {
            item.CheckKeys(["text", "write"]);
            if (item.Text("text") is not { } text || Mapping(item, "write", ProfileKeys.Referred) is not { } write)
                continue;
            SpecSpan? span = item.Find("text") is { Value: YamlScalar scalar } ? _context.Text.SpanOf(scalar) : null;
            var pattern = Pattern("refer", text, span);
            foreach (var entry in write.Mapping.Entries)
            {
                if (write.Text(entry.Name) is { } value)
                    yield return (pattern, entry.Name, value);
            }
        }
    }

    private IReadOnlyList<TextPattern> Patterns(string key, IReadOnlyList<TextPattern>? above)
        => [.. Words(_keys, key).Select(word => Pattern(key, word.Text, word.Span)), .. above ?? []];

    private TextPattern Pattern(string key, string text, SpecSpan? span)
    {
        if (span is { } known)
            CheckGaps(key, text, known);
        var pattern = new TextPattern(text);
        _own.Add(new ProfileEntry(key, text, pattern));
        return pattern;
    }

    // A gap that nothing reads would match any words without a message.
    private void CheckGaps(string key, string text, SpecSpan span)
    {
        var gaps = ProfileKeys.GapsOf(key);
        var names = new TextPattern(text).Names;
        if (gaps.Length > 0 && names.Find(name => !gaps.Contains(name)) is { } other)
            _context.Report(
                SpecRules.WrongWord, span, "{" + other + "}", string.Join(", ", gaps.Select(static gap => "{" + gap + "}")), NearestName.Hint(other, gaps));
        else if (gaps.Length == 0 && names.Count > 0)
            _context.Report(SpecRules.InvalidName, span, text, "an entry of '" + key + "'", "write '*' for any characters, in place of '{" + names[0] + "}'");
        else if (gaps.Length == 0 && key != "page names" && text.All(static c => c == '*' || char.IsWhiteSpace(c)))
            _context.Report(
                SpecRules.InvalidName, span, text, "an entry of '" + key + "'",
                "'*' stands for any characters, so it fits every line; write '\\*' for the character itself");
        else if (key is "captions" or "roles" or "rows" && !names.Contains("name"))
            _context.Report(SpecRules.InvalidName, span, text, "an entry of '" + key + "'", "write '{name}' where the name is printed");
        else if (key == "headings" && text.LastIndexOf(" > ", StringComparison.Ordinal) is > 0 and var above && TextPattern.HasGaps(text[..above]))
            _context.Report(SpecRules.InvalidName, span, text, "a heading", "write the heading before '>' without '*' and braces");
    }

    private IEnumerable<string> Texts(string key) => Texts(_keys, key);

    private IEnumerable<string> Texts(MappingReader keys, string key) => Words(keys, key).Select(static word => word.Text);

    // A string can contain commas, so only a list has several items.
    private List<Word> Words(MappingReader keys, string key)
    {
        if (keys.Find(key) is not { } entry || entry.Value.IsBroken)
            return [];
        return entry.Value is YamlScalar scalar
            ? keys.Text(key) is { } text ? [new Word(text, _context.Text.SpanOf(scalar), keys.PointerOf(key))] : []
            : keys.Words(key, reportRepeated: false);
    }

    private IEnumerable<string> Folded(MappingReader? keys, string key) => keys is null ? [] : Texts(keys, key).Select(Folding.Of);

    private MappingReader? Mapping(string key, string[] known) => Mapping(_keys, key, known);

    private MappingReader? Mapping(MappingReader keys, string key, string[] known)
    {
        if (keys.Find(key) is not { } entry || entry.Value.IsBroken)
            return null;
        if (entry.Value is not YamlMapping mapping)
        {
            if (entry.Value is YamlScalar { IsMissing: true })
                _context.Report(SpecRules.MissingValue, entry.Key, key);
            else
                _context.Report(SpecRules.WrongShape, entry.Key, key, "a mapping", ReadingContext.Describe(entry.Value));
            return null;
        }

        var reader = new MappingReader(_context, mapping, keys.PointerOf(key));
        reader.CheckKeys(known);
        return reader;
    }

    private IEnumerable<(YamlScalar Key, YamlScalar Value)> Pairs(string key)
    {
        if (_keys.Find(key) is not { } entry || entry.Value.IsBroken)
            yield break;
        if (entry.Value is not YamlMapping mapping)
        {
            _context.Report(SpecRules.WrongShape, entry.Key, key, "a mapping", ReadingContext.Describe(entry.Value));
            yield break;
        }

        foreach (var pair in mapping.Entries)
        {
            if (_keys.RequireScalar(pair.Value, pair.Name, pair.Key) is { } value)
                yield return (pair.Key, value);
        }
    }
}
