using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Converts printed values to JSON.</summary>
internal static class JsonValues
{
    /// <summary>Returns a value as JSON of its type: <c>5</c> of an <c>int</c> is a number.</summary>
    public static JsonNode Of(TypeKind kind, string text) => kind switch
    {
        TypeKind.Boolean or TypeKind.Flag when bool.TryParse(text, out var truth) => JsonValue.Create(truth),
        TypeKind.Int or TypeKind.Long or TypeKind.Epoch or TypeKind.Double or TypeKind.Decimal when NumberOf(text) is { } number => number,
        _ => JsonValue.Create(text),
    };

    /// <summary>Returns a value as JSON of its schema. If the schema refers to a component, the value is a string.</summary>
    public static JsonNode Of(IOpenApiSchema? schema, string text) => (schema as OpenApiSchema)?.Type is not { } type ? JsonValue.Create(text)
        : type.HasFlag(JsonSchemaType.Boolean) ? Of(TypeKind.Boolean, text)
        : type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number) ? Of(TypeKind.Decimal, text)
        : JsonValue.Create(text);

    /// <summary>Returns a value as JSON of its schema, or of its type if the schema has no type.</summary>
    public static JsonNode Of(OpenApiSchema schema, TypeKind kind, string text) => schema.Type is null ? Of(kind, text) : Of(schema, text);

    /// <summary>JSON null, as a value.</summary>
    public static JsonNode Null => JsonNullSentinel.JsonNull;

    /// <summary>Returns the JSON of a usage example; null: it is not JSON, or leaves something out.</summary>
    public static JsonNode? OfExample(string text) => JsonTextParser.Parse(text, out _) is { } value && IsWhole(value) ? Convert(value) ?? Null : null;

    private static JsonValue? NumberOf(string text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            && TryParse(text) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value : null;

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(JsonText value)
        => !value.StandsForAny && !value.IsElided && value.Items.All(IsWhole) && value.Members.All(static member => IsWhole(member.Value));

    private static JsonNode? Convert(JsonText value)
    {
        switch (value.Kind)
        {
            case JsonTextKind.Object:
                var members = new JsonObject();
                foreach (var member in value.Members)
                    members[member.Name] = Convert(member.Value);
                return members;
            case JsonTextKind.Array:
                return new JsonArray([.. value.Items.Select(Convert)]);
            case JsonTextKind.Number:
                return NumberOf(value.Text) ?? TryParse(value.Text) ?? JsonValue.Create(value.Text);
            case JsonTextKind.True or JsonTextKind.False:
                return JsonValue.Create(value.Kind == JsonTextKind.True);
            case JsonTextKind.Null:
                return null;
            default:
                return JsonValue.Create(value.Text);
        }
    }
}
