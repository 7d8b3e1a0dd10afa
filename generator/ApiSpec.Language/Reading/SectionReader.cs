using ApiSpec.Language.Characters;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads a section file: one operation.</summary>
internal sealed class SectionReader(ReadingContext context, MappingReader keys)
{
    /// <summary>The key that held the rows of a form in version 0.1.</summary>
    public const string OldParts = "parts";

    /// <summary>The key of the condition that ends a wait.</summary>
    public const string DoneWhen = "done when";

    private readonly RowReader _rows = new(context);

    /// <summary>Returns the section; null if its request line is missing or cannot be read.</summary>
    public SectionDeclaration? Read()
    {
        var bodies = new BodyReader(context, _rows);
        var requests = ReadBodies(bodies);
        var responses = bodies.ReadForms(keys, FormatWords.ResponseKeys);
        // A failure has the format that a success would have.
        var statuses = new StatusTableReader(context, _rows, bodies) { HasForms = responses.Count != 1 }.ReadSection(keys);
        var hasForms = responses.Count > 1 || statuses.Rows.Any(static row => row.OtherResponses.Count > 0);
        var errors = bodies.Read(keys, FormatWords.ErrorKeys, hasForms);
        var section = new SectionDeclaration
        {
            Section = keys.Text("section"),
            Title = keys.Text("title"),
            Function = keys.Text("function"),
            Sources = SourceReader.Read(context, keys),
            Errata = SourceReader.ReadErrata(context, keys),
            Roles = Texts("roles"),
            Version = keys.Text("version"),
            QueryRows = Table("query", TableKind.Query),
            HeaderRows = Table("headers", TableKind.Headers),
            Uses = Texts("use"),
            Body = requests.FirstOrDefault(),
            OtherBodies = requests.Skip(1).ToEquatableArray(),
            Statuses = statuses,
            Response = responses.FirstOrDefault(),
            OtherResponses = responses.Skip(1).ToEquatableArray(),
            Error = errors.FirstOrDefault(),
            OtherErrors = errors.Skip(1).ToEquatableArray(),
            Outcomes = OutcomeReader.Read(context, keys),
            DoneWhen = OutcomeReader.ReadCondition(context, keys, DoneWhen),
            Examples = ExampleReader.Read(context, keys),
            Deprecated = keys.Deprecated(),
            Editions = keys.Editions(),
            Idempotent = keys.YesNo("idempotent"),
            Authentication = AuthenticationReader.ReadOfSection(context, keys),
            CSharpName = keys.CSharpName(),
            Notes = keys.Text("notes"),
            Group = "",
            Method = "",
            HttpMethod = "",
            Path = new PathTemplate([]),
        };
        section = section with
        {
            Body = section.Body ?? Unread(FormatWords.BodyKeys),
            Response = section.Response ?? Unread(FormatWords.ResponseKeys),
            Error = section.Error ?? Unread(FormatWords.ErrorKeys),
        };
        section = MemberValueReader.Read(context, keys, section);
        var prefix = JsonPrefixReader.Read(context, keys);
        section = section with { JsonPrefix = prefix, Examples = PrintedPrefix.Without(section.Examples, prefix) };
        CheckSource(section);
        var pathRows = Table("path", TableKind.Path);
        section = section with { PathRows = pathRows };
        section = ReadNameLists(section);
        return ReadRequest(section, pathRows) is { } withRequest ? ReadOperation(withRequest) : null;
    }

    // One of two editions has the number. A page can also name a part of the section, or the chapter.
    private void CheckSource(SectionDeclaration section)
    {
        var cited = section.Sources.Select(static source => source.Section).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (section.Section is not { } number || !SourceReader.IsSection(number) || cited.Count == 0
            || cited.Exists(other => IsSameOrPart(number, other) || IsSameOrPart(other, number)))
            return;
        context.Report(SpecRules.SectionOfOtherSource, keys.Find("section")!.Value, number, string.Join(", ", cited.Select(static other => "'" + other + "'")));
    }

    private static bool IsSameOrPart(string number, string whole)
        => number.StartsWith(whole.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
            && (number.Length <= whole.Length || number[whole.TrimEnd('.').Length] == '.');

    // Examples of a body that could not be read, and rules about it, must not cause further diagnostics.
    private BodyDeclaration? Unread(string[] bodyKeys)
        => BodyReader.Entries(keys, bodyKeys).FirstOrDefault() is { } entry
            ? new BodyDeclaration
            {
                Kind = BodyKind.Type, Type = new TypeReference { Kind = TypeKind.Any, IsUnread = true }, Pointer = keys.PointerOf(entry.Name),
            }
            : null;

    private bool IsUnread(string key) => keys.Find(key) is { Value: not YamlMapping } or { Value.IsBroken: true };

    private EquatableArray<string> Texts(string key) => keys.Words(key).Select(static word => word.Text).ToEquatableArray();

    private EquatableArray<RowDeclaration> Table(string key, TableKind kind)
        => keys.Find(key) is { } entry ? _rows.ReadTable(entry, keys.PointerOf(key), kind) : [];

    private IEnumerable<YamlEntry> BodyKeys() => BodyReader.Entries(keys, FormatWords.BodyKeys);

    private List<BodyDeclaration> ReadBodies(BodyReader bodies) => ReadRequired(ReadOldParts(bodies.ReadForms(keys, FormatWords.BodyKeys)));

    // Version 0.1 had the rows of a form under 'parts:', and its media type as the value of 'body:'.
    private List<BodyDeclaration> ReadOldParts(List<BodyDeclaration> bodies)
    {
        if (keys.Find(OldParts) is not { } parts)
            return bodies;
        var body = bodies.FirstOrDefault();
        var format = BodyFormats.FormOf(body?.MediaType) ?? BodyFormat.Multipart;
        context.Report(SpecRules.OldForm, parts.Key, BodyFormats.RequestKeyOf(format) + ":", "");
        var rows = _rows.ReadTable(parts, keys.PointerOf(OldParts), TableKind.Parts);
        return body is null or { Kind: BodyKind.Media }
            ? [new BodyDeclaration { Kind = BodyKind.Form, Format = format, Members = rows, Pointer = keys.PointerOf(OldParts) }]
            : bodies;
    }

    private List<BodyDeclaration> ReadRequired(List<BodyDeclaration> bodies)
    {
        if (keys.Find("required") is not { } entry)
            return bodies;
        var conditions = entry.Value is YamlMapping mapping ? ReadRequiredTable(mapping) : [];
        var names = entry.Value is YamlMapping ? [] : keys.Words("required").Select(static word => word.Text).ToEquatableArray();
        if (bodies.Exists(IsShared))
            return bodies.ConvertAll(body => IsShared(body) ? body with { Required = names, RequiredWhen = conditions } : body);
        if (bodies.Count > 0 || !BodyKeys().Any())
            context.Report(SpecRules.RequiredWithoutSharedBody, entry.Key);
        return bodies;

        static bool IsShared(BodyDeclaration body) => body.Kind is BodyKind.Type or BodyKind.SameAs;
    }

    private EquatableArray<RequiredMember> ReadRequiredTable(YamlMapping mapping)
    {
        var members = new List<RequiredMember>();
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value.IsBroken || keys.RequireScalar(entry.Value, entry.Name, entry.Key) is not { } scalar)
                continue;
            var pointer = keys.PointerOf("required") + "/" + entry.Name;
            context.Locate(pointer, context.Text.SpanOf(entry.Key));
            context.Locate(pointer + SpecLocations.RequiredWhen, context.Text.SpanOf(scalar));
            if (scalar.Value.Trim() == RowText.Always)
            {
                members.Add(new RequiredMember(entry.Name, null, pointer));
                continue;
            }

            var parsed = ConditionText.Parse(scalar.Value.TrimEnd());
            if (parsed.Condition is { } condition)
                members.Add(new RequiredMember(entry.Name, condition, pointer));
            else
                context.Report(SpecRules.InvalidCondition, scalar, scalar.Value.Trim(), parsed.Advice);
        }

        return members.ToEquatableArray();
    }

    private SectionDeclaration? ReadRequest(SectionDeclaration section, EquatableArray<RowDeclaration> pathRows)
    {
        if (keys.Scalar("request") is not { } scalar)
            return null;
        if (scalar.Value.Trim() == TypeParser.Unknown)
        {
            context.Open.Add(keys.PointerOf("request"), null, context.Text.SpanOf(scalar));
            return section with { IsRequestUnknown = true };
        }

        var request = RequestLine.Parse(scalar.Value, section.Version, [], null, out var diagnostic);
        if (diagnostic is not null)
            context.Report(diagnostic, scalar);
        if (request is null)
            return null;
        if (section.Version is not null && !request.HasVersion)
        {
            var bare = request.Pieces.FirstOrDefault(static piece => piece is { IsPlaceholder: false, Name: "version" });
            if (bare.Length > 0)
                context.Report(SpecRules.ForgottenBraces, context.Text.SpanOf(scalar, bare.Offset, bare.Length), "version");
        }

        // RFC 9110, section 9.3.1.
        if (section.Body is not null && request.HttpMethod is ("GET" or "HEAD"))
            context.Report(SpecRules.BodyOfGet, (BodyKeys().FirstOrDefault() ?? keys.Find(OldParts)!).Key, request.HttpMethod);
        var (line, meant, rows) = PathRowMatcher.Match(context, request, scalar, pathRows, keys, section.Version);
        return section with { RequestText = line, HttpMethod = meant.HttpMethod, Path = meant.Path, PathRows = rows };
    }

    private SectionDeclaration? ReadOperation(SectionDeclaration section)
    {
        if (keys.Find("operation") is { } entry)
        {
            if (keys.Scalar("operation") is not { } scalar)
                return entry.Value.IsBroken ? null : Derive(section, report: false);
            if (OperationName.Parse(scalar.Value) is { } name)
                return section with { Group = name.Group, Method = name.Method };
            context.Report(SpecRules.InvalidName, scalar, scalar.Value, "the name of an operation", "write 'Group.Method', as in 'Tasks.Get'");
            return Derive(section, report: false);
        }

        return Derive(section, report: true);
    }

    private SectionDeclaration? Derive(SectionDeclaration section, bool report)
    {
        var shownAt = keys.Find("request")!.Value;
        if (section.IsRequestUnknown || OperationName.Derive(section) is not { } name)
        {
            if (report)
                context.Report(SpecRules.UnnamedOperation, shownAt);
            return null;
        }

        if (report)
            context.Report(SpecRules.DerivedOperation, shownAt, name.ToString());
        return section with { Group = name.Group, Method = name.Method, IsOperationDerived = true };
    }

    private SectionDeclaration ReadNameLists(SectionDeclaration section)
    {
        var lists = new NameLists(context, keys);
        // Other files can contain parameter sets and schemas. Then only a reader of all files can check whether a name has a row.
        var parameters = section.Uses.Count > 0 || IsUnread("path") || IsUnread("query") || IsUnread("headers")
            ? null
            : Names(section.PathRows.Concat(section.QueryRows).Concat(section.HeaderRows));
        var choiceNames = parameters is null || section.Bodies.Any(static body => body.Kind is not (BodyKind.Members or BodyKind.Media or BodyKind.Form))
            ? null
            : Names(RowsOf(section));
        var pagingNames = section.Body is null ? parameters : choiceNames;
        var responses = section.Responses.ToList();
        var responseNames = responses.Count > 0 && responses.TrueForAll(static response => response.Kind is BodyKind.Members or BodyKind.Media)
            && responses.Exists(static response => response.Kind == BodyKind.Members)
            ? Names(responses.SelectMany(static response => response.Members))
            : null;
        return WithoutMarks(section with
        {
            Choices = lists.ReadChoices(choiceNames, RowsOf(section)),
            Paging = lists.ReadPaging(pagingNames, responseNames, section.Statuses.Rows.SelectMany(static row => row.Headers).Select(static row => row.Name)),
        });
    }

    // A row in a group rule is optional on its own, with or without the '?' suffix.
    private static SectionDeclaration WithoutMarks(SectionDeclaration section)
    {
        var chosen = new HashSet<string>(section.Choices.SelectMany(static choice => choice.Names), StringComparer.Ordinal);
        if (chosen.Count == 0)
            return section;
        var areInner = chosen.Any(static name => name.IndexOf('.') > 0);
        EquatableArray<RowDeclaration> Mark(EquatableArray<RowDeclaration> rows, string prefix = "") => rows.Select(row =>
        {
            if (areInner && row.Members.Count > 0)
                row = row with { Members = Mark(row.Members, prefix + row.Name + ".") };
            return chosen.Contains(prefix + row.Name) ? row with { IsOptional = true } : row;
        }).ToEquatableArray();
        return section with
        {
            QueryRows = Mark(section.QueryRows),
            HeaderRows = Mark(section.HeaderRows),
            Body = section.Body is { } body ? body with { Members = Mark(body.Members) } : null,
            OtherBodies = section.OtherBodies.Select(other => other with { Members = Mark(other.Members) }).ToEquatableArray(),
        };
    }

    private static IEnumerable<RowDeclaration> RowsOf(SectionDeclaration section)
        =>
        [
            .. section.PathRows, .. section.QueryRows, .. section.HeaderRows, .. section.Bodies.SelectMany(static body => body.Members),
        ];

    private static HashSet<string> Names(IEnumerable<RowDeclaration> rows) => new(rows.Select(static row => row.Name), StringComparer.Ordinal);
}
