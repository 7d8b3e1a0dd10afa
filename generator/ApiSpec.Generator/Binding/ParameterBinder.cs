using System.Text;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>The parameters of an operation, without its body.</summary>
/// <param name="Required">Parameters of the method, in the order of its signature.</param>
/// <param name="Target">The parts of the request target, in order.</param>
/// <param name="Query">The record of optional values; null without such values.</param>
/// <param name="Headers">The request headers.</param>
internal sealed record BoundParameters(
    EquatableArray<OperationParameter> Required,
    EquatableArray<TargetPart> Target,
    QueryRecord? Query,
    EquatableArray<SentHeader> Headers)
{
    /// <summary>
    /// The parameter that selects members of the items; null: there is no such parameter. It is neither required nor part of the optional values.
    /// </summary>
    public SelectionParameter? Selection { get; init; }

    /// <summary>The media type of the sent body if a row prints more detail than <c>body:</c>; null: the type of <c>body:</c>.</summary>
    public string? BodyMediaType { get; init; }
}

/// <summary>A parameter that selects members of the items.</summary>
/// <param name="Value">The parameter of the method.</param>
/// <param name="EscapedName">Its name in the query.</param>
/// <param name="Path">The file of its row.</param>
/// <param name="Pointer">Its row.</param>
internal sealed record SelectionParameter(OperationParameter Value, string EscapedName, string Path, string Pointer);

/// <summary>Determines the path, query and header parameters of one section.</summary>
internal sealed class ParameterBinder
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
                BindQuery(row, new RowSite(_scope.ApiFile!.Path, pointer, _source.Path));
        }
    }

    private void BindQuery(RowDeclaration row, RowSite site)
    {
        // The caller can add undocumented parameters with the options of a call.
        if (row.IsRest || CredentialParameters.FillQuery(_scope.Api, _section, row.Name))
            return;
        var type = _scope.Resolve(row.Type);
        var escapedName = EscapeQueryName(row.Name) + (type.Kind == TypeKind.Brackets ? "%5B%5D" : "");
        var names = NamePattern.Split(row.Name);
        if (names is not null && row.Constant is not null)
        {
            ReportConstant(row, site.Path, "parameter");
            return;
        }

        if (row is { Constant: { } constant, IsOptional: false })
        {
            if (TakesConstant(row, site, TableKind.Query))
                _target.Add(new TargetPart { Kind = TargetPartKind.QueryConstant, Text = escapedName, Constant = constant });
            return;
        }

        if (names is var (prefix, suffix))
        {
            BindNames(row, site, type, EscapeQueryName(prefix), EscapeQueryName(suffix));
            return;
        }

        if (type.Kind == TypeKind.HqlFields && _filteredRecord is { IsUnread: false })
        {
            BindSelection(row, site, escapedName);
            return;
        }

        // A value with a server default is optional, and so is a value in a group rule.
        var isRequired = !row.IsOptional && type.Kind != TypeKind.Flag && !_inChoices.Contains(row.Name);
        if (BindParameter(row, site, TableKind.Query, isRequired) is not { } value)
            return;

        _target.Add(new TargetPart
        {
            Kind = type.Kind == TypeKind.Flag ? TargetPartKind.QueryFlag
                : value.Type.Kind == CodeTypeKind.List ? TargetPartKind.QueryList
                : TargetPartKind.QueryValue,
            Text = escapedName,
            Value = value,
            InQuery = !isRequired,
            Separator = type.Kind switch
            {
                TypeKind.Space => " ",
                TypeKind.Pipe => "|",
                TypeKind.Repeat or TypeKind.Brackets or TypeKind.List => null,
                _ => ",",
            },
        });
    }

    // The program chooses a part of the name, so there can be any number of such parameters, or none.
    private void BindNames(RowDeclaration row, RowSite site, TypeReference type, string prefix, string suffix)
    {
        if (BindParameter(row, site, TableKind.Query, isRequired: false) is not { } value)
            return;
        if (value.Type.Kind == CodeTypeKind.List)
        {
            _optional.Remove(value);
            _scope.Report.Add(
                SpecRules.NotGenerated, site.Path, row.Pointer, "A list in a parameter whose name the program chooses",
                "write 'string', and convert the value in the program");
            return;
        }

        var item = value.Type with { Minimum = value.Minimum, Maximum = value.Maximum };
        var map = value with { Type = new CodeType { Kind = CodeTypeKind.Map, Element = item }, Minimum = null, Maximum = null };
        _optional[_optional.Count - 1] = map;
        _target.Add(new TargetPart
        {
            Kind = TargetPartKind.QueryMap, Text = prefix, Suffix = suffix, IsFlag = type.Kind == TypeKind.Flag, Value = map, InQuery = true,
        });
    }

    // A response without some members has a different type, so it needs a separate method.
    private void BindSelection(RowDeclaration row, RowSite site, string escapedName)
    {
        if (!row.IsOptional || _selection is not null)
        {
            _scope.Report.Add(
                SpecRules.NotGenerated, site.Path, row.Pointer,
                row.IsOptional ? "A second parameter that selects members" : "A required selection of members",
                row.IsOptional ? "keep one of them" : "write '?' after the name if it is optional");
            return;
        }

        var named = row with { CSharpName = row.CSharpName is null ? "fields" : CSharpName.Camel(row.CSharpName) };
        if (BindParameter(named, site, TableKind.Query, isRequired: true) is not { } fields)
            return;
        _required.Remove(fields);
        _selection = new SelectionParameter(fields, escapedName, site.Path, row.Pointer);
    }

    private void BindHeader(RowDeclaration row, RowSite site, bool isShared)
    {
        if (row.IsRest || CredentialParameters.FillHeader(_scope.Api, _section, row.Name))
            return;
        var type = _scope.Resolve(row.Type);
        if (RequestHeaders.IsOfClient(row.Name))
        {
            var use = _media.UseOf(row, type);
            if (use.Lost is { } lost && !(isShared && use.ConcernsOthers))
                _scope.Report.Add(SpecRules.HeaderOfClient, site.Path, row.Pointer, row.Name, lost, use.Instead);
            if (use.BodyMediaType is not null)
                _bodyMediaType = use.BodyMediaType;
            if (use.Constant is null && !use.IsParameter)
                return;
            if (use.Constant is { } printed)
            {
                _headers.Add(new SentHeader(row.Name, printed, null, InQuery: false));
                return;
            }
        }
        else if (RequestHeaders.DescribesBody(row.Name) && _section.Body is null)
        {
            // A row that all operations share does not concern the few that have no such body.
            if (!isShared)
                _scope.Report.Add(
                    SpecRules.NotGenerated, site.Path, row.Pointer, "A header that describes the body of a request without one",
                    "leave the row out, or write 'body:'");
            return;
        }

        if (row is { Constant: { } constant, IsOptional: false })
        {
            if (TakesConstant(row, site, TableKind.Headers))
                _headers.Add(new SentHeader(row.Name, IsHttpDate(row, type) ? HttpDateFields.ToHttpDate(constant) : constant, null, InQuery: false));
            return;
        }

        if (BindParameter(row, site, TableKind.Headers, !row.IsOptional) is { } value)
            _headers.Add(new SentHeader(row.Name, null, value, InQuery: row.IsOptional));
    }

    // A page can have the same name in two tables, such as an id in the path and one in the query.
    private string Apart(string name, TableKind table)
        => _tables.TryGetValue(name, out var other) && other != table
            ? name.TrimStart('@') + (table == TableKind.Parts ? "Part" : table == TableKind.Headers ? "Header" : "Query")
            : name;

    private static bool IsHttpDate(RowDeclaration row, TypeReference type) => HttpDateFields.Holds(row.Name, type);

    private OperationParameter? BindParameter(RowDeclaration row, RowSite site, TableKind table, bool isRequired)
    {
        var names = isRequired ? _parameterNames : _queryNames;
        var name = row.CSharpName ?? Apart(names.Free(isRequired ? CSharpName.Camel(row.Name) : CSharpName.Pascal(row.Name)), table);
        if (names.Take(row.Name, name, site.Pointer, site.PointerPath) is not { } taken)
            return null;
        _tables[taken] = table;
        var type = Sendable(_types.BindParameter(row, _scope.PlaceOf(_source, site.Path), _names.Stem, _filteredRecord, table));
        if (Unsendable(type))
        {
            _scope.Report.Add(
                SpecRules.NotGenerated, site.Path, row.Pointer, "A parameter that is neither one value nor a list of values",
                "write 'string', and convert the value in the program");
            return null;
        }

        if (table == TableKind.Headers && HttpDateFields.Contains(row.Name))
        {
            if (type.Kind is CodeTypeKind.Date or CodeTypeKind.Time or CodeTypeKind.List)
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
            Type = type,
            Minimum = row.Range?.Least,
            Maximum = row.Range?.Maximum,
            IsSecret = row.IsSecret,
            Editions = row.Editions,
            Documentation = DocumentationText.OfRow(row),
        };
        (isRequired ? _required : _optional).Add(parameter);
        return parameter;
    }

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

    /// <summary>
    /// Binds the fields of a form as parameters of the method: a table is sent as JSON, bytes are a file if the form can hold one, and any other value is text.
    /// </summary>
    public EquatableArray<FormField> BindParts(bool isUrlEncoded)
    {
        var parts = new List<FormField>();
        foreach (var row in _section.Body is { Kind: BodyKind.Form } form ? form.Members : [])
        {
            if (row.IsRest)
            {
                parts.Add(RestOfParts(parts));
                continue;
            }

            if (CredentialParameters.FillForm(_scope.Api, _section, row.Name))
                continue;
            var names = NamePattern.Split(row.Name) is var (prefix, suffix) ? new FieldNames(prefix, suffix) : null;
            if (names is not null && row.Constant is not null)
            {
                ReportConstant(row, _source.Path, "field");
                continue;
            }

            if (row is { Constant: { } constant, IsOptional: false })
            {
                if (!TakesConstant(
                    row, new RowSite(_source.Path, row.Pointer, _source.Path), TableKind.Parts,
                    isFile: !isUrlEncoded && _scope.Resolve(row.Type).Kind == TypeKind.Bytes))
                    continue;
                var fixedText = new OperationParameter
                {
                    WireName = row.Name,
                    Name = "",
                    Type = new CodeType { Kind = CodeTypeKind.String },
                    Documentation = new Documentation(null),
                };
                parts.Add(new FormField(fixedText, IsOptional: false) { Constant = constant });
                continue;
            }

            if (_parameterNames.Take(
                row.Name, row.CSharpName ?? Apart(_parameterNames.Free(CSharpName.Camel(row.Name)), TableKind.Parts), row.Pointer) is not { } name)
                continue;
            _tables[name] = TableKind.Parts;
            var type = Sendable(_types.BindParameter(row, _scope.PlaceOf(_source), _names.Stem, table: TableKind.Parts));

            var isJson = type.Kind is CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Union or CodeTypeKind.List
                && FormFields.IsJson(new TypeResolver(_scope), row);
            if (isJson)
                _scope.Records.MarkSent(type);
            else if ((type.Kind == CodeTypeKind.List && _scope.Resolve(row.Type).Kind is not (TypeKind.Comma or TypeKind.Repeat or TypeKind.Brackets))
                || (type.Kind != CodeTypeKind.Bytes && Unsendable(type)))
            {
                _scope.Report.Add(
                    SpecRules.NotGenerated, _source.Path, row.Pointer, "A part that is more than one value",
                    "write 'as repeat', 'as brackets' or 'as comma' after the list, as the server reads it");
                continue;
            }

            if (names is not null && (isJson || type.Kind == CodeTypeKind.List))
            {
                _scope.Report.Add(
                    SpecRules.NotGenerated, _source.Path, row.Pointer, "A table or list in a field whose name the program chooses",
                    "write 'string', and convert the value in the program");
                continue;
            }

            var repeatedName = _scope.Resolve(row.Type).Kind switch
            {
                TypeKind.Repeat => row.Name,
                TypeKind.Brackets => row.Name + "[]",
                _ => null,
            };
            var partType = isUrlEncoded ? type : AsFile(type, repeatedName is not null);
            if (names is not null)
                partType = new CodeType { Kind = CodeTypeKind.Map, Element = partType with { Minimum = row.Range?.Least, Maximum = row.Range?.Maximum } };
            var parameter = new OperationParameter
            {
                WireName = row.Name,
                Name = name,
                Type = partType,
                Minimum = names is null ? row.Range?.Least : null,
                Maximum = names is null ? row.Range?.Maximum : null,
                IsSecret = row.IsSecret,
                Editions = row.Editions,
                Documentation = DocumentationText.OfRow(row),
            };
            // There can be any number of fields with such names, or none.
            parts.Add(new FormField(parameter, row.IsOptional || names is not null)
            {
                IsJson = isJson,
                RepeatedName = repeatedName,
                Names = names,
            });
        }

        return parts.ToEquatableArray();
    }

    // Several files are several parts. A list in one part is text.
    private static CodeType AsFile(CodeType type, bool isRepeated) => type switch
    {
        { Kind: CodeTypeKind.Bytes } => new CodeType { Kind = CodeTypeKind.File },
        { Kind: CodeTypeKind.List, Element.Kind: CodeTypeKind.Bytes } when isRepeated => type with { Element = new CodeType { Kind = CodeTypeKind.File } },
        _ => type,
    };

    // The parameter gives way to printed names, so that transcribing the rest of the page later only renames this parameter.
    private FormField RestOfParts(List<FormField> parts)
    {
        var name = "additionalParts";
        while (_required.Concat(parts.Select(static part => part.Parameter)).Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)))
            name = "_" + name;
        var parameter = new OperationParameter
        {
            WireName = TypeParser.Rest,
            Name = name,
            Type = new CodeType { Kind = CodeTypeKind.Map, Element = new CodeType { Kind = CodeTypeKind.String } },
            Documentation = new Documentation("Parts of the form that the reference does not show, by their names."),
        };
        return new FormField(parameter, IsOptional: true) { IsRest = true };
    }

    private QueryRecord? BindQueryRecord()
        => _optional.Count > 0
            && _scope.TypeNames.TryTake(_queryName, GeneratedTypeKind.Record, "the optional values of " + _names.Id, _source.Path, "/operation")
            ? new QueryRecord(_queryName, _optional.ToEquatableArray())
            : null;

    // Group rules and paging refer to a parameter by name, even if its type is invalid.
    private static CodeType Sendable(CodeType type) => type.IsUnread ? new CodeType { Kind = CodeTypeKind.String, HasUnreadName = true } : type;

    private static bool Unsendable(CodeType type) => type.Kind switch
    {
        CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Element => true,
        CodeTypeKind.Union or CodeTypeKind.Csv => true,
        CodeTypeKind.List => type.Element!.IsCollection || Unsendable(type.Element),
        _ => false,
    };

    // RFC 3986, section 3.4, except for the characters that separate parameters.
    private static string EscapeQueryName(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "-._~:@$!*/?()".IndexOf(c) >= 0)
                escaped.Append(c);
            else
                escaped.Append(Uri.EscapeDataString(c.ToString()));
        }

        return escaped.ToString();
    }

    /// <summary>
    /// The file of a row, and the element at which a name collision is reported. A parameter set is valid on its own, so the section that uses it is reported.
    /// </summary>
    private sealed record RowSite(string Path, string Pointer, string PointerPath);
}
