using System.Globalization;
using System.Text.Json.Nodes;
using ApiSpec.Json;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Turns types and tables into schemas. A named table becomes a component.</summary>
internal sealed class SchemaBuilder(ExportContext context, OpenApiDocument document)
{
    // Aliases and schemas can refer to each other. Cycles are reported as errors, and the limit ends long chains.
    private const int MaxNames = 64;

    private readonly SchemaNames _names = new(context.Reference);
    private readonly Dictionary<string, string> _paths = context.Reference.Schemas
        .ToDictionary(static part => part.Declared.Schema.Name, static part => part.Declared.Path, StringComparer.Ordinal);
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, SchemaDeclaration Schema, TypeScope Scope)> _pending = new();

    /// <summary>Adds every schema that can be used on its own, so that the document contains the whole reference.</summary>
    public void AddAll()
    {
        foreach (var part in context.Reference.Schemas)
        {
            var schema = part.Declared.Schema;
            if (!context.View.Includes(schema.Editions))
                continue;
            if (schema.TypeParameters.Count == 0)
                ReferTo(schema, new TypeReference { Kind = TypeKind.Named, Name = schema.Name }, TypeScope.Empty);
        }

        Complete();
    }

    /// <summary>Returns the schema of a member table as a separate component.</summary>
    /// <param name="name">The wanted name.</param>
    /// <param name="rows">The table.</param>
    /// <param name="path">The file that records losses; null: losses are recorded for another file.</param>
    /// <param name="isRequest">Whether the table is sent; null: unknown.</param>
    public IOpenApiSchema OfTable(string name, EquatableArray<RowDeclaration> rows, string? path, bool? isRequest)
    {
        var table = Table(rows, TypeScope.Empty, path, isRequest);
        Complete();
        var id = _names.Take(name);
        document.AddComponent(id, table);
        return new OpenApiSchemaReference(id, document);
    }

    /// <summary>Returns the schema of a type.</summary>
    public IOpenApiSchema OfType(TypeReference type, string? path, string pointer)
    {
        var schema = Of(type, TypeScope.Empty, [], new Place(path, pointer, null), 0);
        Complete();
        return schema;
    }

    /// <summary>Returns the schema of a row, including its remarks about the value.</summary>
    public IOpenApiSchema OfRow(RowDeclaration row, string? path, bool? isRequest)
    {
        var schema = OfRow(row, TypeScope.Empty, path, isRequest);
        Complete();
        return schema;
    }

    /// <summary>Returns the schema of the root element of an XML body, which is the schema of the body in OpenAPI.</summary>
    public IOpenApiSchema OfElement(RowDeclaration root, TypeScope scope, string? path, bool? isRequest)
    {
        var schema = Annotated(OfRow(root, scope, path, isRequest));
        schema.Xml = XmlObject.Of(root.Name);
        Complete();
        return schema;
    }

    /// <summary>Returns a table with the constants of one page.</summary>
    public static IOpenApiSchema WithConstants(IOpenApiSchema table, IEnumerable<(string Name, IOpenApiSchema Value)> values)
    {
        var properties = values.ToDictionary(static value => value.Name, static value => value.Value, StringComparer.Ordinal);
        return properties.Count == 0
            ? table
            : new OpenApiSchema { AllOf = [table, new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties }] };
    }

    private void Complete()
    {
        while (_pending.TryDequeue(out var next))
        {
            var path = _paths[next.Schema.Name];
            var schema = next.Schema.Type is { } type
                ? Of(type, next.Scope, [], new Place(path, next.Schema.Pointer, null), 0)
                : Table(next.Schema.Members, next.Scope, path, null);
            document.AddComponent(next.Name, Described(schema, next.Schema));
        }
    }

    private IOpenApiSchema Described(IOpenApiSchema schema, SchemaDeclaration declared)
    {
        if (declared is { Description: null, Deprecated: null, Section: null, Notes: null } && declared.Editions == EditionRange.All)
            return schema;
        var described = Annotated(schema);
        described.Description = TextOf(declared.Description, described.Description);
        described.Deprecated |= declared.Deprecated is not null;
        ExportContext.Extend(described, "section", declared.Section);
        ExportContext.Extend(described, "notes", declared.Notes);
        context.ExtendEditions(described, declared.Editions);
        return described;
    }

    private OpenApiSchemaReference ReferTo(SchemaDeclaration schema, TypeReference use, TypeScope scope)
    {
        var name = _names.Of(schema, use, scope);
        if (_added.Add(name))
            _pending.Enqueue((name, schema, TypeScope.Of(schema, use, scope)));
        return new OpenApiSchemaReference(name, document);
    }

    private OpenApiSchema Table(EquatableArray<RowDeclaration> rows, TypeScope scope, string? path, bool? isRequest)
    {
        var table = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new SortedSet<string>(StringComparer.Ordinal),
        };
        var shown = context.View.Shown(rows).ToList();
        foreach (var row in shown.Where(static row => !row.IsPattern))
        {
            table.Properties[row.Name] = OfRow(row, scope, path, isRequest);
            if (!Presence.MayBeAbsent(row, isRequest ?? true) && !Presence.MayBeAbsent(row, isRequest ?? false))
                table.Required.Add(row.Name);
        }

        var patterns = new List<(string Prefix, string Suffix)>();
        foreach (var row in shown.Where(static row => row.IsPattern))
            AddPattern(table, row, patterns, scope, path, isRequest);
        if (rows.Any(static row => row.IsRest))
            ExportContext.Extend(table, "open", JsonValue.Create(true));
        return table;
    }

    /// <summary>Adds the fields of a form with names of which the program chooses a part, and returns the schema of their values.</summary>
    /// <param name="form">The form, with all fields that have a name of their own.</param>
    /// <param name="row">The row.</param>
    /// <param name="earlier">The start and the end of the names of the rows before, to which this one is added.</param>
    /// <param name="path">The file that records losses.</param>
    public IOpenApiSchema AddPattern(OpenApiSchema form, RowDeclaration row, List<(string Prefix, string Suffix)> earlier, string? path)
    {
        var value = AddPattern(form, row, earlier, TypeScope.Empty, path, isRequest: true);
        Complete();
        return value;
    }

    private IOpenApiSchema AddPattern(
        OpenApiSchema table, RowDeclaration row, List<(string Prefix, string Suffix)> earlier, TypeScope scope, string? path, bool? isRequest)
    {
        var value = OfRow(row, scope, path, isRequest);
        var (prefix, suffix) = NamePattern.Split(row.Name)!.Value;
        var names = SchemaPattern.OfNames(prefix, suffix, table.Properties!.Keys, earlier);
        earlier.Add((prefix, suffix));
        if (names is not null && context.HasJsonSchema)
        {
            table.PatternProperties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            table.PatternProperties[names] = value;
            return value;
        }

        table.AdditionalProperties = table.AdditionalProperties is { } other ? Either(other, value) : value;
        if (names is not null && path is not null)
            context.Lose(path, row.Pointer, $"the names '{row.Name}' are written as additional properties of any name");
        return value;
    }

    private static OpenApiSchema Either(IOpenApiSchema one, IOpenApiSchema other) => new() { AnyOf = [one, other] };

    private IOpenApiSchema OfRow(RowDeclaration row, TypeScope scope, string? path, bool? isRequest)
    {
        var place = new Place(path, row.Pointer, isRequest);
        var schema = Of(row.Type, scope, row.Members, place, 0);
        var forms = context.Types.Resolve(row.Type, scope, row.Members);
        var kind = forms.Forms is [var only] && !forms.IsAny ? only.Kind : TypeKind.Any;
        var annotations = new List<Action<OpenApiSchema>>();
        if (row.Constant is { } constant)
            annotations.Add(annotated => annotated.Enum = [JsonValues.Of(annotated, kind, constant)]);
        else if (row.HasNullConstant)
            annotations.Add(static annotated => annotated.Enum = [JsonValues.Null]);
        if (row.Default is { } value)
            annotations.Add(annotated => annotated.Default = JsonValues.Of(annotated, kind, value));
        if (row.Range is { } range)
            annotations.Add(annotated => AddRange(ValueOf(annotated, forms), kind, range));
        if (DescriptionOf(row) is { } description)
            annotations.Add(annotated => annotated.Description = description);
        if (row.Deprecated is not null)
            annotations.Add(static annotated => annotated.Deprecated = true);
        if (row.IsReadOnly)
            annotations.Add(static annotated => annotated.ReadOnly = true);
        if (row.IsWriteOnly)
            annotations.Add(static annotated => annotated.WriteOnly = true);
        if (context.HasXml && XmlObject.OfMember(row.Name) is { } xml)
        {
            annotations.Add(annotated => annotated.Xml = xml);
            if (xml.NodeType == OpenApiXmlNodeType.Text && context.Version < OpenApiSpecVersion.OpenApi3_2 && path is not null)
                context.Lose(path, row.Pointer, "the text of an element with attributes is a member with the name '#text'");
        }

        if (row.IsSecret && kind == TypeKind.String)
            annotations.Add(static annotated => annotated.Format = "password");
        AddExtensions(row, annotations);
        if (row.Link is { } link && path is not null)
            context.Lose(path, row.Pointer, $"the link of '{row.Name}' to {link} is only in 'x-apispec-link'");
        if (row.Aliases.Count > 0 && path is not null)
            context.Lose(path, row.Pointer, $"the other names of '{row.Name}' ({string.Join(", ", row.Aliases)}) are in 'x-apispec-alias' only");
        if (row.Editions != EditionRange.All && context.Edition is null && path is not null)
            context.Lose(path, row.Pointer, $"which editions have '{row.Name}' is in 'x-apispec-editions' only");
        if ((row.RequiredWhen is { IsChecked: true } || row.OnlyWhen is { IsChecked: true }) && path is not null)
            context.Lose(
                path,
                row.Pointer,
                $"when '{row.Name}' is needed or counts is in its description and 'x-apispec-{(row.RequiredWhen is null ? "only" : "required")}-when' only");
        if (annotations.Count == 0)
            return schema;
        var result = Annotated(schema);
        foreach (var annotate in annotations)
            annotate(result);
        return result;
    }

    // A range applies to the value, and not to its substitutes.
    private static OpenApiSchema ValueOf(OpenApiSchema schema, ValueForms forms)
    {
        while (forms.Substitutes.Count > 0 && schema.AnyOf is [OpenApiSchema value, ..])
            schema = value;
        return schema;
    }

    private void AddExtensions(RowDeclaration row, List<Action<OpenApiSchema>> annotations)
    {
        if (row.Link is { } link)
            annotations.Add(annotated => ExportContext.Extend(annotated, "link", link));
        if (row.Aliases.Count > 0)
            annotations.Add(annotated => ExportContext.Extend(annotated, "alias", ExportContext.ListOf(row.Aliases)));
        if (row.Filter == FilterMark.Yes)
            annotations.Add(static annotated => ExportContext.Extend(annotated, "filter", JsonValue.Create(true)));
        if (row.RequiredWhen is { IsChecked: true } required)
            annotations.Add(annotated => ExportContext.Extend(annotated, "required-when", required.Text));
        if (row.OnlyWhen is { IsChecked: true } only)
            annotations.Add(annotated => ExportContext.Extend(annotated, "only-when", only.Text));
        if (row.Number is { } number)
            annotations.Add(annotated => ExportContext.Extend(annotated, "number", number));
        if (row.IsPresenceUnknown || row.Type.Kind == TypeKind.Unknown)
            annotations.Add(static annotated => ExportContext.Extend(annotated, "open", JsonValue.Create(true)));
        if (row.Notes is { } notes)
            annotations.Add(annotated => ExportContext.Extend(annotated, "notes", notes));
        if (row.Editions != EditionRange.All)
            annotations.Add(annotated => context.ExtendEditions(annotated, row.Editions));
    }

    /// <summary>Returns the description of a row, including its condition.</summary>
    public static string? DescriptionOf(RowDeclaration row)
        => TextOf(
            row.Description,
            row.RequiredWhen is { } required ? "Must be given if " + required + "." : null,
            row.OnlyWhen is { } only ? "Only applies if " + only + "." : null,
            row.When is { } when ? "Given when " + when + "." : null,
            row.Deprecated is { Length: > 0 } deprecated ? "Deprecated: " + deprecated : null);

    private static string? TextOf(params string?[] texts)
        => texts.Any(static text => text is not null) ? string.Join("\n\n", texts.Where(static text => text is not null)) : null;

    // In OpenAPI 3.0, other keywords next to a reference are ignored.
    private static OpenApiSchema Annotated(IOpenApiSchema schema) => schema as OpenApiSchema ?? new OpenApiSchema { AllOf = [schema] };

    private IOpenApiSchema Of(TypeReference type, TypeScope scope, EquatableArray<RowDeclaration> rows, Place place, int names)
    {
        switch (type.Kind)
        {
            case TypeKind.Named:
                if (names == MaxNames)
                    return new OpenApiSchema();
                if (scope.Find(type.Name!) is { } argument)
                    return Of(argument.Type, argument.Scope, [], place, names + 1);
                if (context.Reference.FindAlias(type.Name!) is { } alias)
                    return Of(alias, TypeScope.Empty, rows, place, names + 1);
                return context.Reference.FindSchema(type.Name!) is { } named ? ReferTo(named, type, scope) : (IOpenApiSchema)new OpenApiSchema();
            case TypeKind.Nullable when type.Substitutes.Count > 0:
                // A string can replace the value.
                var either = new OpenApiSchema
                {
                    AnyOf =
                    [
                        Of(type.Arguments[0], scope, rows, place, names),
                        new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            Enum = [.. type.Substitutes.Select(static text => (JsonNode)JsonValue.Create(text))],
                        },
                    ],
                };
                return type.RefusesNull ? either : Nullable(either, context.Types.Resolve(type.Arguments[0], scope, rows));
            case TypeKind.Boolean when type.Words.Count > 0:
                return Words(type);
            case TypeKind.Date or TypeKind.Time or TypeKind.DateTime when type.PrintedFormat is { } printed:
                return InForm(new OpenApiSchema { Type = JsonSchemaType.String }, printed);
            case TypeKind.Epoch:
                return InForm(Simple(type.Kind), type.Format!);
            case TypeKind.Embedded:
                Lose(place, "the JSON in a string is a string");
                return new OpenApiSchema { Type = JsonSchemaType.String };
            case TypeKind.Nullable:
                return Nullable(Of(type.Arguments[0], scope, rows, place, names), context.Types.Resolve(type.Arguments[0], scope, rows));
            case TypeKind.Union:
                return new OpenApiSchema { AnyOf = [.. type.Arguments.Select(alternative => Of(alternative, scope, rows, place, names))] };
            case TypeKind.List:
                var list = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(type.Arguments[0], scope, rows, place, names) };
                AddRange(list, TypeKind.List, type.Range);
                return list;
            case TypeKind.Map:
                return new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Of(type.Arguments[0], scope, rows, place, names) };
            case TypeKind.Object:
                return rows.Count == 0 ? new OpenApiSchema { Type = JsonSchemaType.Object } : Table(rows, scope, place.Path, place.IsRequest);
            case TypeKind.Enum:
                return Enum(type, place);
            case TypeKind.Quoted or TypeKind.Comma or TypeKind.Space or TypeKind.Pipe or TypeKind.Repeat or TypeKind.Brackets:
                return Written(type, place);
            case TypeKind.HqlFilter or TypeKind.HqlSort or TypeKind.HqlFields:
                Lose(place, "the expression of the reference's query language is a string");
                return new OpenApiSchema { Type = JsonSchemaType.String };
            default:
                var simple = Simple(type.Kind);
                AddRange(simple, type.Kind, type.Range);
                return simple;
        }
    }

    private OpenApiSchema Enum(TypeReference type, Place place)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String };
        if (type.IsOpen)
        {
            ExportContext.Extend(schema, "values", ExportContext.ListOf(type.Values.Select(static value => value.Value)));
            Lose(place, "the values that are known of an open enum are in 'x-apispec-values' only");
        }
        else if (type.Values.Count > 0)
        {
            schema.Enum = [.. type.Values.Select(static value => (JsonNode)JsonValue.Create(value.Value))];
        }

        if (type.Values.Any(static value => value.Description is not null))
            schema.Description = string.Join(
                "\n", type.Values.Select(static value => value.Description is null ? $"- `{value.Value}`" : $"- `{value.Value}`: {value.Description}"));
        return schema;
    }

    // Digits are numbers, unless the page prints them in quotation marks.
    private static OpenApiSchema Words(TypeReference boolean) => BooleanWords.AreNumbers(boolean.Words, boolean.AreWordsQuoted)
        ? new() { Type = JsonSchemaType.Integer, Enum = [
            .. boolean.Words.Select(static word => (JsonNode)JsonValue.Create(int.Parse(word, CultureInfo.InvariantCulture))),
        ] }
        : new() { Type = JsonSchemaType.String, Enum = [.. boolean.Words.Select(static word => (JsonNode)JsonValue.Create(word))] };

    // OpenAPI has no keyword for the printed form of a date and time.
    private static OpenApiSchema InForm(OpenApiSchema schema, string form)
    {
        ExportContext.Extend(schema, "form", form);
        return schema;
    }

    // A list or a number in a string.
    private OpenApiSchema Written(TypeReference type, Place place)
    {
        Lose(place, type.Kind == TypeKind.Quoted ? "the value in quotation marks is a string" : "the list in one string is a string");
        return new OpenApiSchema { Type = JsonSchemaType.String };
    }

    private IOpenApiSchema Nullable(IOpenApiSchema schema, ValueForms forms)
    {
        if (schema is OpenApiSchema { Type: { } type } simple)
        {
            simple.Type = type | JsonSchemaType.Null;
            simple.Enum?.Add(JsonValues.Null);
            return simple;
        }

        if (schema is OpenApiSchema { Type: null, AnyOf: null, AllOf: null })
            return schema;
        if (context.HasJsonSchema)
            return new OpenApiSchema { AnyOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        // OpenAPI 3.0 has no null type, so 'nullable' accompanies a type.
        var of = forms.Forms.Count == 0 ? JsonSchemaType.Object
            : forms.Forms[0].Kind is TypeKind.Object or TypeKind.Map ? JsonSchemaType.Object
            : Simple(forms.Forms[0].Kind).Type ?? JsonSchemaType.String;
        return new OpenApiSchema { Type = of | JsonSchemaType.Null, AllOf = [schema] };
    }

    private static OpenApiSchema Simple(TypeKind kind) => kind switch
    {
        TypeKind.Boolean or TypeKind.Flag => new() { Type = JsonSchemaType.Boolean },
        TypeKind.Int => new() { Type = JsonSchemaType.Integer, Format = "int32" },
        TypeKind.Long => new() { Type = JsonSchemaType.Integer, Format = "int64" },
        TypeKind.Double => new() { Type = JsonSchemaType.Number, Format = "double" },
        TypeKind.Decimal or TypeKind.Epoch => new() { Type = JsonSchemaType.Number },
        TypeKind.Date => new() { Type = JsonSchemaType.String, Format = "date" },
        TypeKind.Time => new() { Type = JsonSchemaType.String, Format = SchemaPattern.LocalTimeFormat, Pattern = SchemaPattern.LocalTime },
        TypeKind.DateTime => new() { Type = JsonSchemaType.String, Format = "date-time" },
        TypeKind.Duration => new() { Type = JsonSchemaType.String, Pattern = SchemaPattern.Duration },
        TypeKind.Url => new() { Type = JsonSchemaType.String, Format = "uri-reference" },
        TypeKind.Uuid => new() { Type = JsonSchemaType.String, Format = "uuid" },
        TypeKind.Bytes => new() { Type = JsonSchemaType.String, Format = "byte" },
        TypeKind.Any or TypeKind.Unknown => new(),
        _ => new() { Type = JsonSchemaType.String },
    };

    private static void AddRange(OpenApiSchema schema, TypeKind kind, ValueRange? range)
    {
        switch (kind)
        {
            case var _ when range is null:
                break;
            case TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal:
                (schema.Minimum, schema.Maximum) = (range.Minimum, range.Maximum);
                break;
            case TypeKind.List or TypeKind.Comma or TypeKind.Space or TypeKind.Pipe or TypeKind.Repeat or TypeKind.Brackets:
                if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
                    (schema.MinItems, schema.MaxItems) = (CountOf(range.Minimum), CountOf(range.Maximum));
                break;
            case TypeKind.String or TypeKind.Url:
                (schema.MinLength, schema.MaxLength) = (CountOf(range.Least), CountOf(range.Maximum));
                break;
        }
    }

    private static int? CountOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private void Lose(Place place, string text)
    {
        if (place.Path is not null)
            context.Lose(place.Path, place.Pointer, text);
    }

    /// <summary>The position of a type.</summary>
    private readonly record struct Place(string? Path, string Pointer, bool? IsRequest);
}
