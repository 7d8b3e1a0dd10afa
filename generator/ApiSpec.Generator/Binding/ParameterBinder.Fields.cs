using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

// The fields of a form.
internal sealed partial class ParameterBinder
{
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

            var isJson = !type.IsEmbedded && type.Kind is CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Union or CodeTypeKind.List
                && FormFields.IsJson(new TypeResolver(_scope), row);
            if (isJson)
                _scope.Records.MarkSent(type);
            else if ((type is { Kind: CodeTypeKind.List, IsEmbedded: false } && EnclosureOf(row.Type) is null
                    && _scope.Resolve(row.Type).Kind is not (TypeKind.Comma or TypeKind.Repeat or TypeKind.Brackets))
                || (type.Kind != CodeTypeKind.Bytes && Unsendable(type)) || HoldsSeparator(row, type))
            {
                _scope.Report.Add(
                    SpecRules.NotGenerated, _source.Path, row.Pointer, "A part that is more than one value",
                    "write 'as repeat', 'as brackets', 'as comma' or 'as json' after the list, as the server reads it");
                continue;
            }

            MarkSent(type);
            if (names is not null && (isJson || type is { Kind: CodeTypeKind.List, IsEmbedded: false }))
            {
                _scope.Report.Add(
                    SpecRules.NotGenerated, _source.Path, row.Pointer, "A table or list in a field whose name the program chooses",
                    "write 'string', and convert the value in the program");
                continue;
            }

            var written = _scope.Resolve(row.Type);
            var repeatedName = written.Kind is TypeKind.Repeat or TypeKind.Brackets ? RowNames.Sent(row.Name, written) : null;
            var partType = isUrlEncoded ? type : AsFile(type, repeatedName is not null);
            if (names is not null)
                partType = new CodeType { Kind = CodeTypeKind.Map, Element = Bounded(partType, row) };
            var parameter = new OperationParameter
            {
                WireName = row.Name,
                Name = name,
                Type = partType.WithoutRanges,
                Minimum = names is null ? row.Range?.Least : null,
                Maximum = names is null ? row.Range?.Maximum : null,
                Ranges = partType.Ranges,
                Enclosure = EnclosureOf(row.Type),
                IsSecret = row.IsSecret,
                Editions = row.Editions,
                Documentation = _types.DocumentationOf(row, _types.ParameterTypeName(_names.Stem, row)),
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
        { Kind: CodeTypeKind.Bytes, IsEmbedded: false } => new CodeType { Kind = CodeTypeKind.File },
        { Kind: CodeTypeKind.List, Element: { Kind: CodeTypeKind.Bytes, IsEmbedded: false } } when isRepeated
            => type with { Element = new CodeType { Kind = CodeTypeKind.File } },
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

    // The values of a map, whose row has their range.
    private static CodeType Bounded(CodeType type, RowDeclaration row)
        => row.Range is { } range ? type with { Minimum = range.Least, Maximum = range.Maximum, Ranges = [] } : type;
}
