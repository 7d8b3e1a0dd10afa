using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts a body: its rows, or the name of a shared schema.</summary>
internal sealed partial class BodyDrafter(DraftingContext context, RequestDrafter request)
{
    private const int LongestLead = 80;

    private readonly List<DraftEntry> _values = [];
    private readonly List<DraftEntry> _schemas = [];
    private readonly List<(string Type, JsonText Example)> _examples = [];

    /// <summary>The values that the page prints for members of shared schemas; null: none.</summary>
    public DraftEntry? Values
        => _values.Count == 0 ? null : new DraftEntry("with", new DraftTable([.. _values.DistinctBy(static entry => entry.Key)]), Mark.Printed, []);

    /// <summary>Whether the title of a column says that the body of the request is a form.</summary>
    public bool HasFormTitle { get; private set; }

    /// <summary>The named tables; null: none.</summary>
    public DraftEntry? Schemas
        => _schemas.Count == 0 ? null : new DraftEntry("schemas", new DraftTable([.. _schemas.DistinctBy(static entry => entry.Key)]), Mark.Printed, []);

    /// <summary>Drafts the body under a key.</summary>
    /// <param name="key">The key: <c>body</c>, <c>response</c> or <c>error</c>.</param>
    /// <param name="example">The body of the example; null: none.</param>
    /// <param name="printed">The body in the status table; null: none.</param>
    public DraftEntry? Draft(string key, JsonText? example, StatusBody? printed = null)
    {
        // Under 'The Rack object', a profile can have a part for a type.
        var named = context.Section.Of(key).Where(static part => part.TypeName is not null).ToList();
        if (printed is null)
            return named.Count == 0 ? DraftParts(key, example) : DraftOfTypes(key, named, example);
        var (name, lines) = (printed.Type, printed.Line);
        var (type, mark) = context.Types.Of(name);
        var isKnown = mark.Certainty == Certainty.Printed && type != TypeParser.Unknown;
        var drafted = DraftParts(key, isKnown ? null : example);
        if (isKnown)
        {
            // The type says as much as the rows could say.
            if (drafted is not null)
                context.Ledger.Return(LinesOf(drafted));
            if (example is not null)
                _examples.Add((type, example));
            return new DraftEntry(key, new DraftText(type), mark, [lines]);
        }

        if (drafted is null or { Value: DraftText { Text: TypeParser.Unknown } })
            return new DraftEntry(key, new DraftText(TypeParser.Unknown), mark, [lines]);
        // The rows under the heading of the response belong to the printed type.
        if (drafted.Value is not DraftTable || !CellWords.IsName(name) || !char.IsUpper(name[0]) || _schemas.Exists(schema => schema.Key == name))
            return drafted with { Mark = drafted.Mark.And(mark) };
        _schemas.Add(drafted with { Key = name });
        return new DraftEntry(key, new DraftText(name), context.HasHeading(name) ? Mark.Printed : Mark.Check("the name of the table"), [lines]);
    }

    // The types are definitions. One of them is the body only if the part itself has no rows, and it is the only type that no other part names.
    private DraftEntry? DraftOfTypes(string key, List<SectionPart> named, JsonText? example)
    {
        var own = context.Section.Of(key).Any(static part => part.TypeName is null) ? DraftParts(key, example) : null;
        if (own is not (null or { Value: DraftText { Text: TypeParser.Unknown } }))
            return own;
        var namers = context.Section.Parts
            .SelectMany(part => TypeDefinitions.PrintedTypes(part.Lines, context.Profile).Select(type => (Type: type, Part: part)))
            .ToLookup(static pair => pair.Type, static pair => pair.Part, StringComparer.Ordinal);
        var unnamed = named.FindAll(part => namers[part.TypeName!].All(namer => ReferenceEquals(namer, part)));
        if (unnamed is not [{ TypeName: { } name, Heading: { } heading }])
            return own ?? DraftParts(key, example);
        var (type, mark) = context.Types.Of(name);
        var typed = new DraftEntry(key, new DraftText(type), mark.And(Mark.Check("the type of the part")), [heading]);
        // The example has a member with the name of the type around it.
        if (example is { Members: [{ Value.Kind: JsonTextKind.Object } only] } && only.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            _examples.Add((type, only.Value));
            return new DraftEntry(key, new DraftTable([typed with { Key = only.Name, Mark = mark.And(Mark.FromExample) }]), Mark.FromExample, []);
        }

        if (example is not null)
            _examples.Add((type, example));
        return typed;
    }

    private static IEnumerable<PageLine> LinesOf(DraftEntry entry)
        => entry.Lines.Concat(entry.Value is DraftTable table ? table.Entries.SelectMany(LinesOf) : []);

    private DraftEntry? DraftParts(string key, JsonText? example)
    {
        var parts = context.Section.Of(key).Where(static part => part.TypeName is null).ToList();
        parts.ForEach(context.UseHeading);
        var lines = context.FreeLinesOf(parts);
        List<PageLine> below = key == ProfileKeys.Error && parts.Count > 0 ? [.. MembersUnderCodes()] : [];
        lines.AddRange(below);
        if (parts.Count == 0)
            return OfExampleTables(key, example) ?? OfExample(key, example);
        if (lines.TrueForAll(static line => line.IsBlank) && parts.Exists(static part => part.Visible.Any(PrintedCommand.Is)))
            return OfExample(key, example);
        if (lines.TrueForAll(static line => line.IsBlank) && parts.TrueForAll(static part => part.Status is not null))
            return OfExample(key, example);
        // A part that only contains a status does not describe a body.
        if (lines.TrueForAll(static line => line.IsBlank)
            && (parts.Exists(static part => part.Visible.Any()) || parts.Exists(static part => part.Heading is null)))
            return null;
        if (lines.Exists(static line => !line.IsBlank) && context.SaysNothing(lines))
        {
            context.Ledger.Use(lines);
            return null;
        }

        foreach (var part in parts)
        {
            if (context.Reference(part, key) is not { } reference)
                continue;
            context.Ledger.Use(reference.Line);
            return new DraftEntry(key, new DraftText(reference.Value), Mark.Printed, [reference.Line]);
        }

        var tables = PartTables.Read(context, [.. context.LinesWithCaptionsOf(parts), .. below], key);
        foreach (var part in parts)
        {
            if (part.Stated is not { } stated)
                continue;
            var own = part.Lines.ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var row in tables.Rows.Children.Where(row => row.Lines.Exists(own.Contains)))
                RowDrafter.State(row, stated, key);
        }

        return OfTables(key, tables, example);
    }

    private DraftEntry? OfTables(string key, PartTables tables, JsonText? example)
    {
        HasFormTitle |= key == "body" && tables.HasFormTitle;
        var samples = tables.Samples;
        // The same sample in two places is one example, and its values are not constants.
        if (samples.Count > 0 && samples[0].Value is { } shown && example is not null && IsSame(shown, example))
            example = null;
        var sample = samples.Count == 0 ? null : SampleRows.Of(samples[0], example);
        if (sample is not null)
        {
            // A table says more than comments next to it.
            var isAlone = tables.Rows.Children.Count == 0;
            ReadComments(key, sample, samples[0], isAlone);
            foreach (var other in samples.Skip(1).Take(SampleUnion.MostSamples))
            {
                if (SampleRows.Of(other, null) is not { } others || !SampleUnion.IsOfSameBody(samples[0], sample, other, others))
                    continue;
                ReadComments(key, others, other, isAlone);
                SampleUnion.Add(sample, others);
            }

            if (samples[0].IsCutOff)
                context.Notes.Add("The page ends inside a sample of JSON near line "
                    + samples[0].Lines[0].Number.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".");
            FindLinks(sample);
        }

        // A sample does not show which members a request must have.
        if (sample is not null && tables.Rows.Children.Count == 0 && key == "body" && context.Profile.UnstatedOf(key) == Requirement.NotStated)
            sample.DoubtMembers(Mark.From("the sample"));
        if (sample is not null && tables.Rows.Children.Count == 0 && example is null && SampleRows.IsExample(samples[0]))
            sample.DoubtMembers(Mark.From("the sample"));
        DoubtMembers(key, tables.Rows.Children, sample);
        tables.Named.ForEach(AddSchema);
        NamedParents.Nest(tables.Rows, sample is null ? example : samples[0].Value);
        var isOfItems = tables.Rows is { Children.Count: 0, Lists: > 0, Type: not null };
        var root = isOfItems ? tables.Rows
            : tables.Rows.Children.Count == 0 ? sample
            : sample is null ? Envelope.Wrap(tables.Rows, example)
            : RowTree.Merge(tables.Rows.Children.Exists(static row => row.HasChildren) ? Envelope.Wrap(tables.Rows, samples[0].Value) : tables.Rows, sample);
        if (root is not null && tables.Rows.Children.Count > 0 && example is not null)
        {
            if (sample is null)
                RowTree.TakeList(root, example);
            ExampleValues.Apply(root, example);
        }

        if (root is not null)
            TakeLead(root, tables, hasJson: sample is not null || example is not null);
        if (root is null)
        {
            if (OfSentence(key, tables) is { } ofSentence)
            {
                if (example is not null && ofSentence.Value is DraftText { Text: var typed } && !typed.EndsWith(']'))
                    _examples.Add((typed, example));
                return ofSentence;
            }

            foreach (var line in tables.Text.Where(static line => TypeWords.IsMediaType(line.Text)).Take(1))
            {
                context.Ledger.Use(line);
                return new DraftEntry(key, new DraftText(line.Text), Mark.Printed, [line]);
            }

            // The part has no rows, but the example shows them.
            if (OfExample(key, example) is { } ofExample)
                return ofExample;
            // Without a body, the failures of the section have the one of the API file.
            if (key == ProfileKeys.Error)
                return null;
            var isUnread = tables.Text.Count + samples.Count > 0;
            return new DraftEntry(key, new DraftText(TypeParser.Unknown), isUnread ? Mark.Check() : Mark.Printed, []);
        }

        return OfRows(key, root);
    }

    // 'Returns an array of racks' above the table of a rack. JSON shows by itself whether the body is a list.
    private void TakeLead(DraftRow root, PartTables tables, bool hasJson)
    {
        var first = root.Children.Select(static row => row.Lines.Count == 0 ? int.MaxValue : row.Lines[0].Number).DefaultIfEmpty(0).Min();
        foreach (var line in tables.Text.Where(line => line.Kind == LineKind.Text && line.Number < first))
        {
            if (BodyLead.Read(line.Text) is not { } lead || !lead.FitsItems(root.Children))
                continue;
            if (root.Lists == 0 && !hasJson)
            {
                root.Lists = 1;
                root.Doubt(BodyLead.MarkOf(lead.ListWord, "the text above the table"));
            }

            if (root.Lists > 0)
                context.Ledger.Use(line);
            return;
        }
    }

    // 'Returns a Rack object', if the page has the table of this type.
    private DraftEntry? OfSentence(string key, PartTables tables)
    {
        foreach (var line in tables.Text)
        {
            if (TypeDefinitions.InSentence(line, context.Defines) is not var (name, listWord))
                continue;
            context.Ledger.Use(line);
            return listWord is null
                ? new DraftEntry(key, new DraftText(name), Mark.From("the text"), [line])
                : new DraftEntry(key, new DraftText(name + "[]"), BodyLead.MarkOf(listWord, "the text"), [line]);
        }

        return null;
    }

    // Without a type, a name can also be an error code, or the value of another member.
    private static void DoubtMembers(string key, List<DraftRow> rows, DraftRow? sample)
    {
        var isOfError = sample is null && key == ProfileKeys.Error && rows.TrueForAll(IsUntyped);
        foreach (var row in rows.Where(row => IsUntyped(row) && sample?.Children.Exists(member => member.Name == row.Name) != true))
        {
            if (sample is { HasChildren: true, IsCutOff: false })
                row.Doubt(Mark.Check("the sample does not have it"));
            else if (isOfError || ErrorCodeText.Is(row.Name) || char.IsAsciiDigit(row.Name[0]))
                row.Doubt(Mark.Check(key == ProfileKeys.Error ? "whether it is a member or an error code" : "whether it is a member"));
        }
    }

    private static bool IsUntyped(DraftRow row) => row is { Type: TypeParser.Unknown, HasChildren: false };

    private static bool IsSame(JsonText value, JsonText other)
        => value.Kind == other.Kind && value.Text == other.Text && value.Members.Count == other.Members.Count && value.Items.Count == other.Items.Count
            && value.Members.Zip(other.Members).All(static pair => pair.First.Name == pair.Second.Name && IsSame(pair.First.Value, pair.Second.Value))
            && value.Items.Zip(other.Items).All(static pair => IsSame(pair.First, pair.Second));

    /// <summary>Drafts the body from rows that are outside the parts for bodies.</summary>
    /// <param name="key">The key: <c>body</c>.</param>
    /// <param name="root">The row that they are under.</param>
    public DraftEntry? DraftRows(string key, DraftRow root)
    {
        root.Doubt(Mark.Check("the body"));
        return OfRows(key, root);
    }

    /// <summary>Drafts the body from rows of a table of parameters, together with what its own heading has.</summary>
    /// <param name="members">The row that they are under.</param>
    /// <param name="example">The body of the example; null: none.</param>
    /// <param name="sample">The sample of the body outside the parts for bodies; null: none.</param>
    public DraftEntry? DraftMembers(DraftRow members, JsonText? example, JsonSample? sample)
    {
        var parts = context.Section.Of("body").Where(static part => part.TypeName is null).ToList();
        if (parts.Count == 0 && sample is null)
        {
            NamedParents.Nest(members, example);
            return DraftRows("body", Envelope.Wrap(members, example));
        }

        parts.ForEach(context.UseHeading);
        var lines = context.FreeLinesOf(parts);
        var tables = PartTables.Read(context, lines, "body");
        tables.Rows.Children.AddRange(members.Children);
        if (sample is not null)
            tables.Samples.Add(sample);
        return OfTables("body", tables, example) is { } drafted ? drafted with { Mark = drafted.Mark.And(Mark.Check("the body")) } : null;
    }

    private DraftEntry? OfRows(string key, DraftRow root)
    {
        RepeatedRows.Remove(root, context);
        var suffix = string.Concat(Enumerable.Repeat("[]", root.Lists)) + (root.IsNullable ? " or null" : "");
        if (key == "body")
            ProseConditions.Read(root.Children, []);
        if (root.Children.Count == 0)
            LeaveDescription(root);
        if (root.Children.Count == 0 && !root.IsCutOff)
            return new DraftEntry(key, new DraftText((root.Type ?? TypeParser.Unknown) + suffix), root.Mark, root.Lines);
        if (key == ProfileKeys.Error && root.Lists == 0 && context.Known.IsSharedError(root.Children))
        {
            context.Ledger.Use(AllLines(root));
            return null;
        }

        if (context.Known.FindSchema(root.Children) is { } known)
        {
            if (key != ProfileKeys.Error)
                AddValues(root);
            LeaveDescription(root);
            return new DraftEntry(key, new DraftText(known.Name + suffix), root.Mark.And(Mark.From("the other specs")), Lines(root));
        }

        ReplaceKnown(root);
        // An object with links is a schema that several sections print and send back, with separate values on this page.
        var hasLinks = key != ProfileKeys.Error && root.Lists == 0 && root.Children.Exists(static row => row.Link is not null);
        if (!hasLinks && root.Lists == 0 && !root.IsNullable)
            return new DraftEntry(key, RowComposer.ComposeChildren(root), root.Mark, Lines(root));
        var name = NameOf(key);
        if (hasLinks)
            AddValues(root);
        _schemas.Add(new DraftEntry(name, SchemaOf(root), Mark.Check("the name of the table"), Lines(root)));
        return new DraftEntry(key, new DraftText(name + suffix), root.Mark, []);
    }

    // A type by itself has no place for the description of its items.
    private void LeaveDescription(DraftRow root)
    {
        if (root is { Description: { } description, Lines: [var line, ..] })
            context.Ledger.Leave(line, description);
    }

    private string NameOf(string key)
    {
        var words = request.Request?.Path.Parts.Where(static part => !part.IsPlaceholder).SelectMany(static part => part.Text.Split('/'))
            .Where(static word => word.Length > 0 && word is not ("invoke" or "actions")).ToList() ?? [];
        var word = words.Count == 0 ? "" : words[^1];
        return CSharpName.Pascal(word.Length == 0 ? "Section" : word) + (key switch { "body" => "Request", ProfileKeys.Error => "Error", _ => "Response" });
    }

    private static List<PageLine> Lines(DraftRow row) => [.. row.Lines.Take(1)];

    private static IEnumerable<PageLine> AllLines(DraftRow row) => row.Lines.Concat(row.Children.SelectMany(AllLines));
}
