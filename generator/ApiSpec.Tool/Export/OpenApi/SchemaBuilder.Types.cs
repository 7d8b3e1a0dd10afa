using System.Globalization;
using System.Text.Json.Nodes;
using ApiSpec.Json;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

// Types, and their ranges.
internal sealed partial class SchemaBuilder
{
    // Aliases and schemas can refer to each other. Cycles are reported as errors, and the limit ends long chains.
    private const int MaxNames = 64;

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
            case TypeKind.DateTime when type.AlsoEpoch is { } epoch:
                return new OpenApiSchema
                {
                    AnyOf = [Of(type with { AlsoEpoch = null }, scope, rows, place, names), InForm(Simple(TypeKind.Epoch), epoch)],
                };
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
            case TypeKind.Tuple:
                return Positions(rows, scope, place);
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
                simple.Description = Meanings(type);
                if (type.IsSum && type.Values.Count > 0)
                    ExportContext.Extend(simple, "flags", ExportContext.ListOf(type.Values.Select(static value => value.Value)));
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

        schema.Description = Meanings(type);
        return schema;
    }

    private static string? Meanings(TypeReference type)
    {
        var meanings = type.Values.Select(static value => EnumValue.MeaningOf(value.Description, value.Deprecated)).ToList();
        return meanings.TrueForAll(static meaning => meaning is null)
            ? null
            : string.Join("\n", type.Values.Zip(meanings, static (value, meaning) => meaning is null ? $"- `{value.Value}`" : $"- `{value.Value}`: {meaning}"));
    }

    // Digits are numbers, unless the page prints them in quotation marks.
    private static OpenApiSchema Words(TypeReference boolean) => BooleanWords.AreNumbers(boolean.Words, boolean.AreWordsQuoted)
        ? new() { Type = JsonSchemaType.Integer, Enum = [
            .. boolean.Words.Select(static word => (JsonNode)JsonValue.Create(int.Parse(word, CultureInfo.InvariantCulture))),
        ] }
        : new() { Type = JsonSchemaType.String, Enum = [.. boolean.Words.Select(static word => (JsonNode)JsonValue.Create(word))] };

    // OpenAPI has no keyword for the printed form of a date and time, or of a list in brackets.
    private static OpenApiSchema InForm(OpenApiSchema schema, string form)
    {
        ExportContext.Extend(schema, "form", form);
        return schema;
    }

    // A list or a number in a string.
    private OpenApiSchema Written(TypeReference type, Place place)
    {
        Lose(place, type.Kind == TypeKind.Quoted ? "the value in quotation marks is a string" : "the list in one string is a string");
        var schema = new OpenApiSchema { Type = JsonSchemaType.String };
        return type.Enclosure is null ? schema : InForm(schema, ListForm.Of(type));
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
            : forms.Forms[0].Kind is TypeKind.Tuple or TypeKind.List ? JsonSchemaType.Array
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
