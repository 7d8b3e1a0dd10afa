using ApiSpec.Language.Characters;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads an API file: what all sections of one reference share.</summary>
internal sealed class ApiFileReader(ReadingContext context, MappingReader keys)
{
    private readonly RowReader _rows = new(context);
    private bool _areStatusesUnread;

    /// <summary>Returns the API, or null if the name of its client is missing or is not a C# name.</summary>
    public ApiDeclaration? Read()
    {
        var bodies = new BodyReader(context, _rows);
        var statuses = new StatusTableReader(context, _rows, bodies);
        var client = keys.Identifier("client");
        var api = new ApiDeclaration
        {
            Id = keys.Text("api"),
            Title = keys.Text("title"),
            Client = client ?? "",
            Namespace = keys.Identifier("namespace", isDotted: true),
            Base = ReadBase(),
            Manuals = Texts("manuals", "a mapping of edition keys to titles").Select(static pair => new ManualDeclaration(pair.Key.Name, pair.Text))
                .ToEquatableArray(),
            Roles = ReadRoles(),
            Authentication = AuthenticationReader.Read(context, keys),
            QueryRows = keys.Find("query") is { } query ? _rows.ReadTable(query, keys.PointerOf("query"), TableKind.Query) : [],
            Headers = keys.Find("headers") is { } headers ? _rows.ReadTable(headers, keys.PointerOf("headers"), TableKind.Headers) : [],
            Types = ReadTypes(),
            DateTimeWriteFormat = ReadDateTimeFormat(),
            TimeZone = ReadTimeZone(),
            Sets = ReadSets(),
            Statuses = ReadStatuses(statuses),
            Always = statuses.ReadCodes(keys, "always"),
            Error = bodies.ReadOne(keys, FormatWords.ErrorKeys),
            Outcomes = OutcomeReader.Read(context, keys),
            JsonPrefix = JsonPrefixReader.Read(context, keys),
            Words = Texts("words", "a mapping of placeholders to their values").Select(static pair => new WordReplacement(pair.Key.Name, pair.Text))
                .ToEquatableArray(),
            Notes = keys.Text("notes"),
        };
        return client is null ? null : api with { AreStatusesUnread = _areStatusesUnread };
    }

    private EquatableArray<StatusDeclaration> ReadStatuses(StatusTableReader statuses)
    {
        var diagnostics = context.DiagnosticCount;
        var table = statuses.Read(keys, "status");
        _areStatusesUnread = context.DiagnosticCount > diagnostics;
        return table;
    }

    private string? ReadBase()
    {
        if (keys.Scalar("base") is not { } scalar)
            return null;
        var address = PrintedAddress.Read(scalar.Value);
        if (BaseAddress.Problem(address) is not { } advice)
            return address;
        context.Report(SpecRules.InvalidAddress, scalar, scalar.Value.Trim(), advice);
        return null;
    }

    // Returns a mapping of names to strings, in the order of the file.
    private List<(YamlEntry Key, string Text)> Texts(string key, string shape)
    {
        var pairs = new List<(YamlEntry, string)>();
        if (Mapping(key, shape) is not { } mapping)
            return pairs;
        foreach (var entry in mapping.Entries)
        {
            if (keys.RequireScalar(entry.Value, entry.Name, entry.Key) is { } text)
                pairs.Add((entry, text.Value.TrimEnd('\n')));
        }

        return pairs;
    }

    private YamlMapping? Mapping(string key, string shape)
    {
        if (keys.Find(key) is not { } entry || entry.Value.IsBroken)
            return null;
        if (entry.Value is YamlMapping mapping)
            return mapping;
        if (entry.Value is YamlScalar { IsMissing: true })
            context.Report(SpecRules.MissingValue, entry.Key, key);
        else
            context.Report(SpecRules.WrongShape, entry.Key, key, shape, ReadingContext.Describe(entry.Value));
        return null;
    }

    private EquatableArray<RoleDeclaration> ReadRoles()
    {
        if (keys.Find("roles") is not { } entry)
            return [];
        if (entry.Value is not YamlMapping mapping)
            return keys.Words("roles").Select(static word => new RoleDeclaration(word.Text, null, word.Pointer)).ToEquatableArray();
        var roles = new List<RoleDeclaration>();
        foreach (var role in mapping.Entries)
        {
            // Many references describe the permissions of a role in another section.
            var description = role.Value is YamlScalar { IsMissing: true } ? null : keys.RequireScalar(role.Value, role.Name, role.Key)?.Value.TrimEnd('\n');
            roles.Add(new RoleDeclaration(role.Name, description, keys.PointerOf("roles") + "/" + role.Name));
        }

        return roles.ToEquatableArray();
    }

    private EquatableArray<TypeAlias> ReadTypes()
    {
        if (Mapping("types", "a mapping of the reference's type names to types") is not { } mapping)
            return [];
        var aliases = new List<TypeAlias>();
        foreach (var entry in mapping.Entries)
        {
            var pointer = keys.PointerOf("types") + "/" + entry.Name;
            if (TypeParser.ReservedBecause(entry.Name) is { } reason)
            {
                context.Report(SpecRules.InvalidName, entry.Key, entry.Name, "a type name of the reference", reason);
                continue;
            }

            if (TypeParser.ParseAt(entry.Name, 0) is not { Type: { Kind: TypeKind.Named, Arguments.Count: 0 } } parse || parse.End != entry.Name.Length)
            {
                context.Report(SpecRules.InvalidName, entry.Key, entry.Name, "a type name of the reference", "it would make rows ambiguous");
                continue;
            }

            if (keys.RequireScalar(entry.Value, entry.Name, entry.Key) is not { } scalar)
                continue;
            context.Locate(pointer + SpecLocations.Type, context.Text.SpanOf(scalar));
            if (TypeReader.Read(context, scalar) is not { } type)
                continue;
            context.Open.AddType(pointer, type, context.Text.SpanOf(scalar));
            if (RowReader.HasEnumWithoutValues(type) is { } empty)
                context.Report(SpecRules.EnumWithoutValues, context.Text.SpanOf(scalar, empty.Start, empty.Length));
            aliases.Add(new TypeAlias(entry.Name, type, pointer));
        }

        return aliases.ToEquatableArray();
    }

    private string? ReadDateTimeFormat()
    {
        if (keys.Find("date-time") is not { } entry)
            return null;
        // In version 0.1 it was a mapping with this key.
        var scalar = entry.Value is YamlMapping { Entries: [{ Name: "write", Value: YamlScalar old }] } ? old : keys.Scalar("date-time");
        if (scalar is null)
            return null;
        if (scalar != entry.Value)
            context.Report(SpecRules.OldForm, entry.Key, "date-time: " + scalar.Value, "");
        if (MomentForm.Parse(scalar.Value, TypeKind.DateTime, out var problem) is { } format)
            return format;
        context.Report(SpecRules.InvalidFormat, scalar, scalar.Value, problem!);
        return null;
    }

    private string? ReadTimeZone()
    {
        if (keys.Scalar("timezone") is not { } scalar)
            return null;
        var text = scalar.Value.Trim();
        if (TimeZoneId.IsValid(text))
            return text;
        context.Report(SpecRules.InvalidTimeZone, scalar, text);
        return null;
    }

    private EquatableArray<ParameterSet> ReadSets()
    {
        if (Mapping("sets", "names with rows under them") is not { } mapping)
            return [];
        var sets = new List<ParameterSet>();
        foreach (var entry in mapping.Entries)
        {
            var pointer = keys.PointerOf("sets") + "/" + entry.Name;
            sets.Add(new ParameterSet(entry.Name, _rows.ReadTable(entry, pointer, TableKind.Query), pointer));
        }

        return sets.ToEquatableArray();
    }
}
