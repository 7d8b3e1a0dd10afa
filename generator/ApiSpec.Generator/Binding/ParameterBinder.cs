using System.Text;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>What an operation takes, apart from its body.</summary>
/// <param name="Required">Parameters of the method, in the order of its signature.</param>
/// <param name="Target">The pieces of the request target, in order.</param>
/// <param name="Query">The record of optional values, if there are any.</param>
/// <param name="Headers">The request headers.</param>
internal sealed record BoundParameters(
    EquatableArray<ParameterModel> Required,
    EquatableArray<TargetPart> Target,
    QueryModel? Query,
    EquatableArray<HeaderModel> Headers)
{
    /// <summary>The parameter that asks for some members of the items alone; null: there is none. It is neither required nor among the optional values.</summary>
    public SelectionParameter? Selection { get; init; }

    /// <summary>The media type that the JSON body is sent as; null: application/json.</summary>
    public string? BodyMediaType { get; init; }
}

/// <summary>A parameter that asks for some members of the items alone.</summary>
/// <param name="Value">The parameter of the method that does.</param>
/// <param name="EscapedName">Its name in the query.</param>
internal sealed record SelectionParameter(ParameterModel Value, string EscapedName);

/// <summary>Settles the path, query and header values of one section.</summary>
internal sealed class ParameterBinder
{
    // The client's options and the transport decide these; a row for one documents it.
    private static readonly HashSet<string> TransportHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Language", "Authorization", "Content-Length", "Content-Type", "Host", "User-Agent",
    };

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

    private readonly List<ParameterModel> _required = [];
    private readonly List<ParameterModel> _optional = [];
    private readonly List<TargetPart> _target = [];
    private readonly List<HeaderModel> _headers = [];
    private SelectionParameter? _selection;
    private string? _bodyMediaType;

    public ParameterBinder(ApiScope scope, TypeBinder types, SpecSource source, SectionNames names, CodeType? filteredRecord)
    {
        _filteredRecord = filteredRecord;
        _scope = scope;
        _types = types;
        _source = source;
        _section = source.File.Section!;
        _names = names;
        _queryName = names.Stem + "Query";
        _parameterNames = new MemberNames(scope.Report, source.Path, "", ReservedNames.OfParameters);
        _queryNames = new MemberNames(scope.Report, source.Path, _queryName, ReservedNames.OfQuery);
        // Rows that a set brings along are chosen among, too; only here are they known.
        _inChoices = new HashSet<string>(
            _section.Choices.Where(static choice => choice.Kind != ChoiceKind.Requires).SelectMany(static choice => choice.Names), StringComparer.Ordinal);
    }

    public BoundParameters Bind()
    {
        BindPath();
        foreach (var row in _section.QueryRows)
            BindQuery(row, new RowSite(_source.Path, row.Pointer, _source.Path));
        BindSets();
        foreach (var row in _scope.Api?.Headers ?? [])
            BindHeader(row, new RowSite(_scope.ApiFile!.Path, row.Pointer, _scope.ApiFile.Path));
        foreach (var row in _section.HeaderRows)
            BindHeader(row, new RowSite(_source.Path, row.Pointer, _source.Path));

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

            // The reader has reported a placeholder without a row; its value is taken as text so that one mistake does not cause others.
            if (!rows.TryGetValue(part.Text, out var row))
                row = new RowDeclaration { Name = part.Text, Type = new TypeReference { Kind = TypeKind.String }, Pointer = "/request" };
            if (row.Constant is { } constant)
                _target.Add(new TargetPart { Kind = TargetPartKind.Literal, Text = Uri.EscapeDataString(constant) });
            else if (BindParameter(row, new RowSite(_source.Path, row.Pointer, _source.Path), isRequired: true) is { } value)
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
                _scope.Report.Add(SpecRules.UnknownParameterSet, _source.Path, pointer, name, _scope.Report.Hint(name, _scope.Api?.Sets.Select(static set => set.Name) ?? []));
                continue;
            }

            foreach (var row in set.Rows)
                BindQuery(row, new RowSite(_scope.ApiFile!.Path, pointer, _source.Path));
        }
    }

    private void BindQuery(RowDeclaration row, RowSite site)
    {
        var escapedName = EscapeQueryName(row.Name);
        if (row is { Constant: { } constant, IsOptional: false })
        {
            _target.Add(new TargetPart { Kind = TargetPartKind.QueryConstant, Text = escapedName, Constant = constant });
            return;
        }

        // What comes back without some members is of another type, so that is another method.
        if (row is { IsOptional: true, Type.Kind: TypeKind.HqlFields } && _filteredRecord is not null && _selection is null)
        {
            if (BindParameter(row with { CSharpName = row.CSharpName is null ? "fields" : CSharpName.Camel(row.CSharpName) }, site, isRequired: true) is { } fields)
            {
                _required.Remove(fields);
                _selection = new SelectionParameter(fields, escapedName);
            }

            return;
        }

        // A value without which the server decides for itself belongs with the optional ones, and so does one of which only some may be given.
        var isRequired = row is { IsOptional: false, Type.Kind: not TypeKind.Flag } && !_inChoices.Contains(row.Name);
        if (BindParameter(row, site, isRequired) is not { } value)
            return;

        var type = row.Type.Kind == TypeKind.Nullable ? row.Type.Arguments[0] : row.Type;
        _target.Add(new TargetPart
        {
            Kind = type.Kind == TypeKind.Flag ? TargetPartKind.QueryFlag
                : value.Type.Kind == CodeTypeKind.List ? TargetPartKind.QueryList
                : TargetPartKind.QueryValue,
            Text = type.Kind == TypeKind.Brackets ? escapedName + "%5B%5D" : escapedName,
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

    private void BindHeader(RowDeclaration row, RowSite site)
    {
        if (TransportHeaders.Contains(row.Name))
        {
            if (!TakeJsonType(row))
                ReportLostConstant(row, site);
            return;
        }

        if (row is { Constant: { } constant, IsOptional: false })
            _headers.Add(new HeaderModel(row.Name, constant, null, InQuery: false));
        else if (BindParameter(row, site, !row.IsOptional) is { } value)
            _headers.Add(new HeaderModel(row.Name, null, value, InQuery: row.IsOptional));
    }

    // JSON under a name of the vendor's own (RFC 6838, section 4.2.8), or of a version: it is read and written as JSON is, and only its name is sent.
    private bool TakeJsonType(RowDeclaration row)
    {
        if (row.Constant is not { } constant || !IsJson(constant))
            return false;
        switch (row.Name.ToUpperInvariant())
        {
            case "ACCEPT" when _section.Response is not { Kind: BodyKind.Media }:
                _headers.RemoveAll(static header => string.Equals(header.WireName, "Accept", StringComparison.Ordinal));
                _headers.Add(new HeaderModel("Accept", constant, null, InQuery: false));
                return true;
            case "CONTENT-TYPE" when _section.Body is { Kind: not BodyKind.Media }:
                _bodyMediaType = constant;
                return true;
            default:
                // What all operations share says nothing about the few that have no such body.
                return _scope.Api?.Headers.Contains(row) == true;
        }
    }

    private static bool IsJson(string mediaType)
    {
        var name = mediaType.Split(';')[0].Trim();
        return name.EndsWith("+json", StringComparison.OrdinalIgnoreCase) || name.Equals("application/json", StringComparison.OrdinalIgnoreCase);
    }

    // What the client sends of these follows from the rest of the section, or is the caller's to say; only a value that it will not send is worth a word.
    private void ReportLostConstant(RowDeclaration row, RowSite site)
    {
        if (row.Constant is not { } constant)
            return;
        var (sent, instead) = row.Name.ToUpperInvariant() switch
        {
            "CONTENT-TYPE" => (_section.Body switch
            {
                null => null,
                { Kind: BodyKind.Media } media => media.MediaType,
                _ => "application/json",
            }, "it follows from 'body:', which takes a media type"),
            "ACCEPT" => (_section.Response is { Kind: BodyKind.Media } media ? media.MediaType : "application/json", "it follows from 'response:', which takes a media type"),
            "ACCEPT-LANGUAGE" => (null, "it is ApiClientOptions.Language"),
            "USER-AGENT" => (null, "it is ApiClientOptions.UserAgent"),
            "AUTHORIZATION" => (null, "it is ApiClientOptions.Credential"),
            _ => ((string?)null, "it follows from the address and the body"),
        };
        if (sent is null || !constant.StartsWith(sent, StringComparison.OrdinalIgnoreCase))
            _scope.Report.Add(SpecRules.HeaderOfClient, site.Path, row.Pointer, row.Name, constant, instead);
    }

    private ParameterModel? BindParameter(RowDeclaration row, RowSite site, bool isRequired)
    {
        var names = isRequired ? _parameterNames : _queryNames;
        var name = row.CSharpName ?? names.Free(isRequired ? CSharpName.Camel(row.Name) : CSharpName.Pascal(row.Name));
        if (names.Take(row.Name, name, site.Pointer, site.PointerPath) is not { } taken
            || _types.BindParameter(row, site.Path, _names.Stem, _filteredRecord) is not { } type)
        {
            return null;
        }

        if (Unsendable(type))
        {
            if (!row.Type.IsUnread)
                _scope.Report.Add(SpecRules.NotGenerated, site.Path, row.Pointer, "A parameter that is neither one value nor a list of values", "write string, and give the text");
            return null;
        }

        var parameter = new ParameterModel
        {
            WireName = row.Name,
            Name = taken,
            Type = type,
            Minimum = row.Range?.Minimum,
            Maximum = row.Range?.Maximum,
            IsSecret = row.IsSecret,
            Editions = row.Editions,
            Documentation = DocumentationText.OfRow(row),
        };
        (isRequired ? _required : _optional).Add(parameter);
        return parameter;
    }

    /// <summary>The parts of a form are parameters of the method: a table is sent as JSON, and what is no file either as text.</summary>
    public EquatableArray<PartModel> BindParts(bool isUrlEncoded)
    {
        var parts = new List<PartModel>();
        foreach (var row in _section.Body?.Parts ?? [])
        {
            if (row is { Constant: { } constant, IsOptional: false })
            {
                var fixedText = new ParameterModel { WireName = row.Name, Name = "", Type = new CodeType { Kind = CodeTypeKind.String }, Documentation = new Documentation(null) };
                parts.Add(new PartModel(fixedText, IsOptional: false) { Constant = constant });
                continue;
            }

            if (_parameterNames.Take(row.Name, row.CSharpName ?? _parameterNames.Free(CSharpName.Camel(row.Name)), row.Pointer) is not { } name
                || _types.BindParameter(row, _source.Path, _names.Stem) is not { } type)
            {
                continue;
            }

            var isJson = !isUrlEncoded && type.Kind is CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Union;
            if (isJson)
                _scope.Records.MarkSent(type);
            else if (type.Kind == CodeTypeKind.List || (type.Kind != CodeTypeKind.Bytes && Unsendable(type)))
            {
                if (!row.Type.IsUnread)
                    _scope.Report.Add(SpecRules.NotGenerated, _source.Path, row.Pointer, "A part that is more than one value", "write string, and give the text");
                continue;
            }

            var partType = type.Kind == CodeTypeKind.Bytes && !isUrlEncoded ? new CodeType { Kind = CodeTypeKind.File } : type;
            var parameter = new ParameterModel
            {
                WireName = row.Name,
                Name = name,
                Type = partType,
                Minimum = row.Range?.Minimum,
                Maximum = row.Range?.Maximum,
                IsSecret = row.IsSecret,
                Editions = row.Editions,
                Documentation = DocumentationText.OfRow(row),
            };
            parts.Add(new PartModel(parameter, row.IsOptional));
        }

        return parts.ToEquatableArray();
    }

    private QueryModel? BindQueryRecord()
        => _optional.Count > 0 && _scope.TypeNames.TryTake(_queryName, "the optional values of " + _names.Id, _source.Path, "/operation")
            ? new QueryModel(_queryName, _scope.HintName(_queryName), _optional.ToEquatableArray())
            : null;

    private static bool Unsendable(CodeType type) => type.Kind switch
    {
        CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Element => true,
        CodeTypeKind.Union or CodeTypeKind.Csv => true,
        CodeTypeKind.List => type.Element!.IsCollection || Unsendable(type.Element),
        _ => false,
    };

    // RFC 3986, section 3.4, but for the characters that separate one parameter from the next.
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

    /// <summary>The file of a row, and where a clash of its name is shown: a set is right by itself, it is the section that uses it beside something else.</summary>
    private sealed record RowSite(string Path, string Pointer, string PointerPath);
}
