using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the path, query and header parameters of one section.</summary>
internal sealed partial class ParameterBinder
{
    private readonly ApiScope _scope;
    private readonly TypeBinder _types;
    private readonly SpecSource _source;
    private readonly SectionDeclaration _section;
    private readonly SectionNames _names;
    private readonly string _queryName;
    private readonly MemberNames _parameterNames;
    private readonly MemberNames _queryNames;
    private readonly HashSet<string> _inChoices;
    private readonly CodeType? _filteredRecord;
    private readonly MediaHeaders _media;

    private readonly List<OperationParameter> _required = [];
    private readonly List<OperationParameter> _optional = [];
    private readonly List<TargetPart> _target = [];
    private readonly List<SentHeader> _headers = [];
    // The table of each name. Required and optional parameters share it, because their names differ in the first letter, or do not clash.
    private readonly Dictionary<string, TableKind> _tables = new(StringComparer.Ordinal);

    private SelectionParameter? _selection;
    private string? _bodyMediaType;

    public ParameterBinder(ApiScope scope, TypeBinder types, SpecSource source, SectionNames names, OperationResponse response, CodeType? filteredRecord)
    {
        _filteredRecord = filteredRecord;
        _media = new MediaHeaders(source.File.Section!.Body, response, (source.File.Section.Error ?? scope.Api?.Error)?.Format == BodyFormat.Xml);
        _scope = scope;
        _types = types;
        _source = source;
        _section = source.File.Section!;
        _names = names;
        _queryName = names.Stem + "Query";
        _parameterNames = new MemberNames(scope.Report, source.Path, "", ReservedNames.OfParameters);
        _queryNames = new MemberNames(scope.Report, source.Path, _queryName, ReservedNames.OfQuery);
        // Group rules can also name rows of parameter sets, which are only known here.
        _inChoices = new HashSet<string>(
            _section.Choices.SelectMany(static choice => choice.Names), StringComparer.Ordinal);
    }

    public BoundParameters Bind()
    {
        BindPath();
        foreach (var row in _section.QueryRows)
            BindQuery(row, new RowSite(_source.Path, row.Pointer, _source.Path));
        BindSets();
        foreach (var row in _scope.SharedQueryRows(_section))
            BindQuery(row, new RowSite(_scope.ApiFile!.Path, row.Pointer, _scope.ApiFile.Path));
        // A row of the section replaces the row of the API file with the same name.
        foreach (var row in RequestHeaders.Shared(_scope.Api?.Headers ?? [], _section, _scope.Resolve))
            BindHeader(row, new RowSite(_scope.ApiFile!.Path, row.Pointer, _scope.ApiFile.Path), isShared: true);
        foreach (var row in _section.HeaderRows)
            BindHeader(row, new RowSite(_source.Path, row.Pointer, _source.Path), isShared: false);

        var query = BindQueryRecord();
        return new BoundParameters(_required.ToEquatableArray(), _target.ToEquatableArray(), query, _headers.ToEquatableArray())
        {
            Selection = _selection,
            BodyMediaType = _bodyMediaType,
        };
    }

    private void BindPath()
    {
        var rows = _section.PathRows.ToDictionary(static row => row.Name, StringComparer.Ordinal);
        foreach (var part in _section.Path.Parts)
        {
            if (!part.IsPlaceholder)
            {
                _target.Add(new TargetPart { Kind = TargetPartKind.Literal, Text = part.Text });
                continue;
            }

            // The reader has reported a placeholder without a row. Its value is treated as a string, so that one error does not cause others.
            if (!rows.TryGetValue(part.Text, out var row))
                row = new RowDeclaration { Name = part.Text, Type = new TypeReference { Kind = TypeKind.String }, Pointer = "/request" };
            var site = new RowSite(_source.Path, row.Pointer, _source.Path);
            if (row.Constant is { } constant)
            {
                if (TakesConstant(row, site, TableKind.Path))
                    _target.Add(new TargetPart { Kind = TargetPartKind.Literal, Text = Uri.EscapeDataString(constant) });
                continue;
            }

            if (BindParameter(row, site, TableKind.Path, isRequired: true) is { } value)
                _target.Add(new TargetPart { Kind = TargetPartKind.PathValue, Text = row.Name, Value = value, AllowsSlashes = row.AllowsSlashes });
        }
    }

    private void BindSets()
    {
        for (var i = 0; i < _section.Uses.Count; i++)
        {
            var name = _section.Uses[i];
            var pointer = "/use/" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (_scope.FindSet(name) is not { } set)
            {
                if (!_scope.Report.IsLost(name))
                    _scope.Report.Add(
                        SpecRules.UnknownParameterSet, _source.Path, pointer, name,
                        _scope.Report.Hint(name, _scope.Api?.Sets.Select(static set => set.Name) ?? []));
                continue;
            }

            foreach (var row in set.Rows)
            {
                ReportOtherName(row, _section.QueryRows.Concat(_section.Uses.Take(i).SelectMany(use => _scope.FindSet(use)?.Rows ?? [])).ToList(), pointer);
                BindQuery(row, new RowSite(_scope.ApiFile!.Path, pointer, _source.Path));
            }
        }
    }

    // Two rows with the same first name have the same C# name, which is reported with it.
    private void ReportOtherName(RowDeclaration row, List<RowDeclaration> earlier, string pointer)
    {
        foreach (var name in row.Names)
        {
            if (earlier.Exists(known => known.Names.Contains(name, StringComparer.Ordinal) && known.Name != row.Name))
                _scope.Report.Add(SpecRules.DuplicateRow, _source.Path, pointer, name);
        }
    }

    // A page can have the same name in two tables, such as an id in the path and one in the query.
    private string Apart(string name, TableKind table)
        => _tables.TryGetValue(name, out var other) && other != table
            ? name.TrimStart('@') + (table == TableKind.Parts ? "Part" : table == TableKind.Headers ? "Header" : "Query")
            : name;

    private OperationParameter? BindParameter(RowDeclaration row, RowSite site, TableKind table, bool isRequired)
    {
        var names = isRequired ? _parameterNames : _queryNames;
        var name = row.CSharpName ?? Apart(names.Free(isRequired ? CSharpName.Camel(row.Name) : CSharpName.Pascal(row.Name)), table);
        if (names.Take(row.Name, name, site.Pointer, site.PointerPath) is not { } taken)
            return null;
        _tables[taken] = table;
        var type = Sendable(_types.BindParameter(row, _scope.PlaceOf(_source, site.Path), _names.Stem, _filteredRecord, table));
        if (Unsendable(type) || HoldsSeparator(row, type))
        {
            _scope.Report.Add(
                SpecRules.NotGenerated, site.Path, row.Pointer, "A parameter that is neither one value nor a list of values",
                table == TableKind.Path ? "write 'string', and convert the value in the program" : "write 'as json' after its type if the server reads JSON");
            return null;
        }

        MarkSent(type);

        if (table == TableKind.Headers && HttpDateFields.Contains(row.Name))
        {
            if (type.IsEmbedded || type.Kind is CodeTypeKind.Date or CodeTypeKind.Time or CodeTypeKind.List)
            {
                _scope.Report.Add(
                    SpecRules.NotGenerated, site.Path, row.Pointer, "'" + row.Name + "' with another type than one date and time of HTTP", "write 'date-time'");
                return null;
            }

            if (IsHttpDate(row, _scope.Resolve(row.Type)))
                type = type with { Format = HttpDateFields.Format };
        }

        var parameter = new OperationParameter
        {
            WireName = row.Name,
            Name = taken,
            Type = type.WithoutRanges,
            Minimum = row.Range?.Least,
            Maximum = row.Range?.Maximum,
            Ranges = type.Ranges,
            Enclosure = EnclosureOf(row.Type),
            IsSecret = row.IsSecret,
            HasSecrets = SecretRows.AreIn(_scope, row),
            Editions = row.Editions,
            IsHeader = table == TableKind.Headers,
            Documentation = _types.DocumentationOf(row, _types.ParameterTypeName(_names.Stem, row)),
        };
        (isRequired ? _required : _optional).Add(parameter);
        return parameter;
    }

    private ListEnclosure? EnclosureOf(TypeReference type)
        => _scope.Resolve(type) is { Enclosure: { } characters } list ? new ListEnclosure(characters, WrittenForm.SeparatorOf(list.Kind).ToString()) : null;

    // A constant is sent as printed, so no type is generated for it. But its type must be valid in the table, and must have a single value that can be written
    // as text.
    private bool TakesConstant(RowDeclaration row, RowSite site, TableKind table, bool isFile = false)
    {
        if (!_types.Fits(row.Type, table, site.Path, row.Pointer))
            return false;
        var type = _scope.Resolve(row.Type);
        var item = WrittenForm.IsList(type.Kind) ? _scope.Resolve(type.Arguments[0]) : type;
        if (item.Kind != TypeKind.Named && !isFile)
            return true;
        if (isFile || _types.BindRow(row, _scope.PlaceOf(_source, site.Path), _names.Stem, table: table) is not null)
            _scope.Report.Add(
                SpecRules.NotGenerated, site.Path, row.Pointer, "A constant of a type that has no single value",
                "write 'string', and convert the value in the program");
        return false;
    }

    // The names, and so the number of the values, are unknown, so the client cannot send the constant itself.
    private void ReportConstant(RowDeclaration row, string path, string what) => _scope.Report.Add(
        SpecRules.NotGenerated, path, row.Pointer, "A constant in a " + what + " whose name the program chooses",
        "leave out 'always', and set the value in the program");

    private QueryRecord? BindQueryRecord()
        => _optional.Count > 0
            && _scope.TypeNames.TryTake(_queryName, GeneratedTypeKind.Record, "the optional values of " + _names.Id, _source.Path, "/operation")
            ? new QueryRecord(_queryName, _optional.ToEquatableArray())
            : null;

    // Group rules and paging refer to a parameter by name, even if its type is invalid.
    private static CodeType Sendable(CodeType type) => type.IsUnread ? new CodeType { Kind = CodeTypeKind.String, HasUnreadName = true } : type;

    private void MarkSent(CodeType type)
    {
        if (type.IsEmbedded || type.Element is { IsEmbedded: true })
            _scope.Records.MarkSent(type);
    }

    // The reader has reported such a list, unless the type of its items has a name.
    private bool HoldsSeparator(RowDeclaration row, CodeType type)
        => type is { IsEmbedded: false, Element.IsEmbedded: true } && WrittenForm.SeparatorOf(_scope.Resolve(row.Type).Kind) is not null;

    private static bool Unsendable(CodeType type) => type.Kind switch
    {
        _ when type.IsEmbedded => false,
        CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Element => true,
        CodeTypeKind.Union or CodeTypeKind.Csv => true,
        CodeTypeKind.List => type.Element is { IsCollection: true, IsEmbedded: false } || Unsendable(type.Element!),
        _ => false,
    };

    /// <summary>
    /// The file of a row, and the element at which a name collision is reported. A parameter set is valid on its own, so the section that uses it is reported.
    /// </summary>
    private sealed record RowSite(string Path, string Pointer, string PointerPath);
}
