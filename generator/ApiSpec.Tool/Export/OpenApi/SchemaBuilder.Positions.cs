using System.Globalization;
using System.Text.Json.Nodes;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

// Tables that are written as arrays.
internal sealed partial class SchemaBuilder
{
    private OpenApiSchema Positions(EquatableArray<RowDeclaration> rows, TypeScope scope, Place place)
    {
        var shown = context.View.Shown(rows).Where(static row => !row.IsRest).ToList();
        List<IOpenApiSchema> values = [.. shown.Select(row => Titled(OfRow(row, scope, place.Path, place.IsRequest), row.Name))];
        var array = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MinItems = shown.Count(static row => !Presence.MayBeAbsent(row, isRequest: true) && !Presence.MayBeAbsent(row, isRequest: false)),
        };
        if (context.HasJsonSchema)
        {
            // The library has no property for this keyword, but writes extensions of any name.
            array.Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
            {
                ["prefixItems"] = new JsonNodeExtension(new JsonArray([.. values.Select(Written)])),
            };
        }
        else
        {
            array.Items = new OpenApiSchema { AnyOf = values };
            ExportContext.Extend(array, "positions", ExportContext.ListOf(shown.Select(static row => row.Name)));
            Lose(place, "which value is at which position of an array is in 'x-apispec-positions' only");
        }

        if (rows.Any(static row => row.IsRest))
            ExportContext.Extend(array, "open", JsonValue.Create(true));
        return array;
    }

    private static OpenApiSchema Titled(IOpenApiSchema schema, string name)
    {
        var titled = Annotated(schema);
        titled.Title = name;
        return titled;
    }

    private JsonNode Written(IOpenApiSchema schema)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var writer = new OpenApiJsonWriter(text);
        if (context.Version == OpenApiSpecVersion.OpenApi3_1)
            schema.SerializeAsV31(writer);
        else
            schema.SerializeAsV32(writer);
        return JsonNode.Parse(text.ToString())!;
    }
}
