using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts the tables of parameters.</summary>
internal sealed partial class ParameterDrafter(DraftingContext context)
{
    private static readonly string[] s_kinds = ["path", "query", "headers", "body form", "body multipart", ProfileKeys.Parameters];

    private const int Deepest = 24;

    private readonly Dictionary<string, List<DraftRow>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DraftEntry> _values = new(StringComparer.Ordinal);
    private readonly List<JsonSample> _samples = [];
    private readonly HashSet<DraftRow> _underBody = [];

    // Rows that the page itself assigns to the query.
    private readonly HashSet<DraftRow> _ofQuery = [];
    private DraftRow? _members;

    /// <summary>Reads the tables that have separate headings.</summary>
    public void Read()
    {
        var underBody = context.Section.Parts.SkipWhile(static part => part.Key != "body").ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var kind in s_kinds)
        {
            foreach (var part in context.Section.Of(kind))
            {
                context.UseHeading(part);
                // Until the request is known, the parameters of both places are read as query parameters.
                var table = kind == ProfileKeys.Parameters ? "query" : kind;
                foreach (var key in kind == ProfileKeys.Parameters ? ["query", "body"] : new[] { kind })
                {
                    if (context.Reference(part, key) is not { } reference)
                        continue;
                    context.Ledger.Use(reference.Line);
                    _values[key] = new DraftEntry(key, new DraftText(reference.Value), Mark.Printed, [reference.Line]);
                }

                var lines = BeforeCommand(part.Lines);
                if (context.SaysNothing(lines))
                {
                    context.Ledger.Use(lines);
                    continue;
                }

                lines = ReadLed(lines, kind);
                var tables = PartTables.Read(context, lines, table);
                if (kind == "headers" && tables.Rows.Children.Count == 0)
                    tables.Rows.Children.AddRange(HeaderBlock.Read(context, tables.Text, kind));
                if (part.Stated is { } stated)
                    tables.Rows.Children.ForEach(row => RowDrafter.State(row, stated, table));
                Place(kind, tables.Rows.Children);
                if (kind == "query")
                    _ofQuery.UnionWith(tables.Rows.Children.Where(static row => row.Place.Length == 0));
                if (underBody.Contains(part))
                    _underBody.UnionWith(tables.Rows.Children);
                // JSON can also have the headers of a message.
                if (kind != "headers")
                    _samples.AddRange(tables.Samples);
                // The part has content, but not in a form that can be read.
                if (tables.Rows.Children.Count == 0 && tables.Text.Count > 0 && !_values.ContainsKey(table) && kind != "path")
                    _values[kind] = new DraftEntry(kind, new DraftText(TypeParser.Unknown), Mark.Check(), []);
            }
        }
    }

    /// <summary>Reads the tables under the request line. A row with the name of a placeholder is a path parameter.</summary>
    public void ReadUnderRequest(IReadOnlyList<PageLine> lines)
    {
        var tables = PartTables.Read(context, ReadLed(BeforeCommand(lines)), "query");
        Place(ProfileKeys.Parameters, tables.Rows.Children);
        // The request can be printed as a message, with its headers.
        if (!context.Section.Of("headers").Any())
            Rows("headers").AddRange(HeaderBlock.Read(context, tables.Text.Where(static line => line.Kind == LineKind.Code), "headers"));
        // The body can be below the heading of the request: 'Request', and a message in JSON.
        _samples.AddRange(tables.Samples);
    }

    /// <summary>Reads the tables between the title and the first heading. If they have types or say what is required, they are parameters. So they are if the
    /// title of their names says so, or if they have a row for a placeholder.</summary>
    /// <param name="placeholders">The placeholders of the request line.</param>
    public void ReadUnderTitle(IEnumerable<string> placeholders)
    {
        var names = placeholders.ToHashSet(StringComparer.Ordinal);
        foreach (var part in context.Section.Of(ProfileKeys.Group).Where(static part => part.Heading is null))
        {
            var lines = ReadLed(BeforeCommand(part.Lines));
            for (var i = 0; i < lines.Count;)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var table = TableReader.Read(lines, i, "query", context.Profile, out var header, out var next);
                // 'Query parameter' above the names says where they are.
                var place = table is { Count: > 0 } && header!.TitleOf("name") is { } title && ProfileKeys.KindOf(Folding.Of(title)) is not null
                    ? Folding.Of(title) : "";
                var isTable = place.Length > 0 || table is { Count: > 0 } && (header!.Roles.Any(static role => role is "type" or "required" or "in")
                    || IsOfParameters(header) || table.Any(IsPlaceholder));
                if (isTable)
                {
                    var rows = PartTables.Read(context, lines[i..next], "query").Rows.Children;
                    // Without the word for required, the members of the response can look the same.
                    rows.ForEach(row => row.Place = row.Place.Length == 0 ? place : row.Place);
                    if (place.Length == 0 && !header!.Roles.Contains("required") && !header.Roles.Contains("in") && !IsOfParameters(header)
                        && !table!.Any(IsPlaceholder))
                        rows.ForEach(static row => row.Doubt(Mark.Check("whether it is a parameter")));
                    Place(ProfileKeys.Parameters, rows);
                }

                // The titles of a table without rows are not titles of another table.
                i = table is { Count: 0 } || isTable ? Math.Max(next, i + 1) : i + 1;
            }
        }

        bool IsPlaceholder(TableRow row) => names.Contains(RowName.Unquoted(row["name"]));
    }

    // 'Parameter' above the names, if the profile has a heading such as 'Parameters' or 'Query parameters'.
    private bool IsOfParameters(TableHeader header)
        => header.TitleOf("name") is { } title && Folding.Of(title).Split(' ') is var words
            && context.Profile.Headings.Any(heading
                => heading is { Key: "query" or ProfileKeys.Parameters, Pattern: null } && words.Contains(Singular(heading)));

    private static string Singular(ProfileHeading heading)
        => heading.Folded[(heading.Folded.LastIndexOf(' ') + 1)..] is var last && last.EndsWith('s') ? last[..^1] : last;

    // The text after a command shows its response, and no parameters.
    private List<PageLine> BeforeCommand(IEnumerable<PageLine> lines)
        => [.. lines.TakeWhile(static line => !PrintedCommand.Is(line)).Where(line => !context.Ledger.IsDropped(line))];

    /// <summary>The JSON sample among the parameters, which is the body of the request; null: none.</summary>
    public JsonSample? BodySample => _samples.Find(static sample => sample.Value is not null);

    /// <summary>The JSON samples among the parameters.</summary>
    public IReadOnlyList<JsonSample> Samples => _samples;

    /// <summary>Whether the page describes a body of the request.</summary>
    public bool HasBody
        => _hasLedBody || context.Section.Parts.Any(static part => part.Key is "body" or "body form" or "body multipart")
            || Rows("body").Count + Rows("body form").Count + Rows("body multipart").Count > 0;

    /// <summary>The rows of the path table that the page prints.</summary>
    public IReadOnlyList<DraftRow> PathRows => Rows("path");

    /// <summary>The rows of the query table, of a table of all parameters, and those under the request line.</summary>
    public IReadOnlyList<DraftRow> QueryRows => [.. Rows("query"), .. Rows(ProfileKeys.Parameters)];

    /// <summary>Drafts the body if the tables of parameters contain it; null: they do not.</summary>
    /// <param name="bodies">Drafts the members in a table of all parameters.</param>
    /// <param name="example">The body of the example; null: none.</param>
    public DraftEntry? DraftBody(BodyDrafter bodies, JsonText? example)
    {
        if (_members is not null)
            return bodies.DraftMembers(_members, example, context.Section.Of("body").Any() ? null : BodySample);
        var rows = Rows("body");
        // Content that cannot be read says less than an example.
        if (rows.Count == 0)
            return _values.GetValueOrDefault("body") is { Mark.Certainty: Certainty.Printed } value ? value : null;
        RepeatedRows.Remove(rows, context);
        var table = RowTree.Of(rows.Select(static row => (row, 0)));
        NamedParents.Nest(table, example);
        var root = Envelope.Wrap(table, example);
        if (!_hasLedBody && rows is [{ HasChildren: false } whole] && root.Children is [var only] && ReferenceEquals(only, whole)
            && example?.Members.Any(member => member.Name == whole.Name) != true)
        {
            // The page describes a type that it only names here in another way.
            if (whole is { Type: null or TypeParser.Unknown }
                && (example is not null || context.Section.Of("body").Any(part => context.LinesOf(part).Exists(IsJson))))
            {
                context.Ledger.Return(whole.Lines);
                return null;
            }

            // A single row is the body itself, under any name.
            if (whole.Description is { } description)
                context.Ledger.Leave(whole.Lines[0], description);
            return new DraftEntry("body", new DraftText((whole.Type ?? TypeParser.Unknown) + string.Concat(Enumerable.Repeat("[]", whole.Lists))),
                whole.Mark.And(Mark.Check("the body")), whole.Lines);
        }

        return bodies.DraftRows("body", root);
    }

    private static bool IsJson(PageLine line) => line.Text is ['{' or '[', ..] && line.Kind != LineKind.Row;

    /// <summary>Drafts the table of a kind; null: no such table.</summary>
    public DraftEntry? Draft(string kind)
    {
        if (Rows(kind) is not { Count: > 0 } rows)
            return _values.GetValueOrDefault(kind);
        RepeatedRows.Remove(rows, context);
        // Only members of a body have an object.
        foreach (var row in rows.Where(static row => row.Parent.Length > 0))
            context.Ledger.Leave(row.Lines[0], "parent: " + row.Parent);
        ProseConditions.Read(rows, Rows("path").Concat(Rows("query")));
        return new DraftEntry(kind, new DraftTable([.. rows.Select(RowComposer.Compose)]), Mark.Printed, []);
    }

    /// <summary>Gives each placeholder a row, and moves rows of placeholders from other tables to the path.</summary>
    /// <param name="request">The request line.</param>
    /// <param name="version">The API version; null: none.</param>
    /// <param name="body">The body of the example. Its members are not placeholders, even if a placeholder has the same name; null: none.</param>
    public void Complete(RequestDrafter request, string? version, JsonText? body)
    {
        var members = body?.Members.Select(static member => member.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        var printed = Rows("path").Concat(Rows("query")).Concat(Rows(ProfileKeys.Parameters).Where(row => !members.Contains(row.Name))).ToList();
        NamePlaceholders(request, version);
        var isListed = Rows("path").Count > 0;
        var path = new List<DraftRow>();
        foreach (var name in request.Placeholders.Where(name => version is null || name != "version"))
        {
            var row = printed.Find(row => row.Name == name);
            if (row is not null && !Rows("query").Remove(row))
                Rows(ProfileKeys.Parameters).Remove(row);
            if (row is not null && _ofQuery.Contains(row))
                row.Doubt(Mark.Check("the page lists it with the query"));
            else if (row is not null && request.IsDoubtful(name))
                row.Doubt(Mark.Check("whether it is a placeholder"));
            row ??= request.RowOf(name);
            if (isListed && !printed.Contains(row) && row.Mark.Certainty != Certainty.Guessed)
                row.Doubt(Mark.Check("the table of the path does not list it"));
            (row.IsOptional, row.IsPresenceUnknown) = (false, false);
            // If the table does not state a type, the example can show it.
            if (row is { Type: TypeParser.Unknown, Lists: 0 } && printed.Contains(row) && request.RowOf(name) is { Type: not TypeParser.Unknown } shown)
            {
                row.Type = shown.Type;
                row.Doubt(shown.Mark);
            }

            path.Add(row);
        }

        // A row without a placeholder would be an error in the spec. 'URL parameters' can be query parameters.
        foreach (var row in Rows("path").Where(row => !path.Contains(row)))
        {
            if (IsInQuery(request, row))
            {
                row.Doubt(Mark.From("the request line"));
            }
            else
            {
                context.Notes.Add("The table of path parameters has '" + row.Name + "', and the request line has no such word.");
                row.Doubt(Mark.Check("the page lists it with the path"));
            }

            RowDrafter.Move(row, "query", context.Profile);
            Rows("query").Add(row);
        }

        LeaveOutPathsOfOthers(request, members);
        _rows["path"] = path;
        if (path.Count > 0)
            _values.Remove("path");
    }

    // The path of the spec has no place for the placeholders of other request lines, and they are not in the query.
    private void LeaveOutPathsOfOthers(RequestDrafter request, HashSet<string> members)
    {
        var others = request.OtherPlaceholders.Where(name => !members.Contains(name)).ToHashSet(StringComparer.Ordinal);
        foreach (var rows in new[] { Rows("query"), Rows(ProfileKeys.Parameters) })
        {
            foreach (var row in rows.Where(row => others.Contains(row.Name) && !_ofQuery.Contains(row)).ToList())
            {
                rows.Remove(row);
                context.Ledger.Return(row.Lines);
                context.Notes.Add("'" + row.Name + "' is a placeholder of another request line.");
            }
        }
    }

    /// <summary>Places the rows of a table of all parameters: in the body if the method has one and the page does not describe it, else in the query. A heading
    /// of the body without a table is above the tables of its members.</summary>
    public void PlaceParameters(RequestDrafter request)
    {
        var rows = Rows(ProfileKeys.Parameters);
        var headings = context.Section.Of("body").ToList();
        var isBody = request.HasBody && Rows("body").Count == 0 && Rows("body form").Count == 0 && Rows("body multipart").Count == 0;
        List<DraftRow> members = !isBody || headings.Exists(part => Describes(part, rows)) ? []
            : BodySample is { } sample ? MembersOf(sample, rows)
            : headings.Count == 0 ? [.. rows]
            : rows.FindAll(_underBody.Contains);
        var others = rows.Except(members).ToList();
        var kind = members.Count > 0 || (isBody && headings.Count == 0) ? "body" : "query";
        if (_values.Remove(ProfileKeys.Parameters, out var value))
            _values.TryAdd(kind, value with { Key = kind });
        // Only a request line shows which rows are in its path, and its method whether it has a body.
        if (request.Request is null)
            others.FindAll(static row => row.Place.Length == 0).ForEach(static row => row.Doubt(Mark.Check("the request line is not known")));
        members.ForEach(row => RowDrafter.Move(row, "body", context.Profile));
        others.ForEach(row => RowDrafter.Move(row, "query", context.Profile));
        Rows("query").AddRange(others);
        if (members.Count > 0)
            _members = RowTree.Of(members.Select(static row => (row, 0)));
        rows.Clear();
    }

    // A sample is not a separate description if the rows are its members.
    private bool Describes(SectionPart part, List<DraftRow> rows)
    {
        var lines = context.LinesOf(part).FindAll(static line => !line.IsBlank);
        if (part.TypeName is not null || context.Reference(part, "body") is not null
            || (lines.Count > 0 && context.SaysNothing(lines)))
            return true;
        var names = rows.Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);
        var words = new CellWords(context.Profile, "body");
        for (var i = 0; i < lines.Count;)
        {
            if (TableHeader.Find(lines, i, context.Profile.ColumnsOf("body")) is not null
                || BraceSchema.Read(lines, i, words, context.Profile, out _) is not null || StackedRows.Read(lines, i, words, null, out _).Count > 0)
                return true;
            if (JsonSample.Read(lines, i, out var next)?.Value is { } sample)
                return sample.Members.All(member => !names.Contains(member.Name));
            i = Math.Max(next, i + 1);
        }

        return false;
    }

    // A table can name a placeholder differently than the request line: 'object-ID' there, and 'storageDeviceId' here.
    private void NamePlaceholders(RequestDrafter request, string? version)
    {
        var rows = Rows("path").Where(row => !request.Placeholders.Contains(row.Name) && !IsInQuery(request, row)).ToList();
        var names = request.Placeholders.Where(name => (version is null || name != "version") && !Rows("path").Exists(row => row.Name == name)
            && !QueryRows.Any(row => row.Name == name)).ToList();
        var pairs = rows.Select(row => (Row: row, Name: names.Find(name => IsAlike(name, row.Name)))).Where(static pair => pair.Name is not null).ToList();
        rows.RemoveAll(row => pairs.Exists(pair => pair.Row == row));
        names.RemoveAll(name => pairs.Exists(pair => pair.Name == name));
        if (rows.Count == names.Count)
            pairs.AddRange(rows.Zip(names, static (row, name) => (row, (string?)name)));
        foreach (var (row, name) in pairs.DistinctBy(static pair => pair.Name))
        {
            if (request.Rename(name!, row.Name))
                row.Doubt(Mark.Check("the request line has '" + name + "'"));
        }
    }

    // '/racks?size={size}'.
    private static bool IsInQuery(RequestDrafter request, DraftRow row)
        => request.Query.Any(parameter => parameter.Name == row.Name || parameter.Placeholder == row.Name);

    // 'rack-ID' and 'rackId'.
    private static bool IsAlike(string name, string other)
        => string.Concat(name.Where(char.IsLetterOrDigit)).Equals(string.Concat(other.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);

    // A table can list all parameters, with a column for the part of the request.
    private void Place(string kind, IEnumerable<DraftRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Place.Length == 0)
            {
                Rows(kind).Add(row);
            }
            else if (ProfileKeys.KindOf(row.Place) is { } place)
            {
                RowDrafter.Move(row, place, context.Profile);
                Rows(place).Add(row);
                if (place == "query")
                    _ofQuery.Add(row);
            }
            else
            {
                context.Ledger.Return(row.Lines);
            }
        }
    }

    private List<DraftRow> Rows(string kind)
    {
        if (!_rows.TryGetValue(kind, out var rows))
            _rows[kind] = rows = [];
        return rows;
    }
}
