using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary><c>specs/apispec.schema.json</c>, used by an independent validator.</summary>
/// <remarks>
/// The validator supports draft 4 with <c>anyOf</c>, <c>allOf</c> and <c>not</c>. Keywords of draft 7 are translated first: <c>if A then B else C</c> becomes
/// <c>(A and B) or (not A and C)</c>, <c>const</c> an <c>enum</c> with one value, and <c>propertyNames</c> a table of the possible properties.
/// </remarks>
internal static partial class FormatSchema
{
    private static readonly JsonSchema Validator = JsonSchema.FromJsonAsync(((JsonObject)Lower(Load())).ToJsonString()).GetAwaiter().GetResult();

    public static JsonObject Load() => JsonNode.Parse(Repository.Read("specs", "apispec.schema.json"))!.AsObject();

    /// <summary>Returns the errors of a file; empty: none.</summary>
    public static IReadOnlyList<string> Validate(string yaml)
        => [.. Validator.Validate(FileToJson(yaml).ToJsonString()).Select(static error => error.Path + " " + error.Kind)];

    private static JsonNode Lower(JsonNode schema)
    {
        if (schema is not JsonObject source)
            return schema.DeepClone();
        var lowered = new JsonObject();
        var conjuncts = new JsonArray();
        foreach (var (keyword, value) in source)
        {
            switch (keyword)
            {
                case "properties" or "patternProperties" or "definitions":
                    lowered[keyword] = new JsonObject(
                        value!.AsObject().Select(static pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, Lower(pair.Value!))));
                    break;
                case "allOf" or "anyOf":
                    var list = new JsonArray([.. value!.AsArray().Select(static item => Lower(item!))]);
                    if (keyword == "allOf")
                        conjuncts.Add(new JsonObject { ["allOf"] = list });
                    else
                        lowered[keyword] = list;
                    break;
                case "not" or "items" or "additionalProperties":
                    lowered[keyword] = Lower(value!);
                    break;
                case "if":
                    conjuncts.Add(Condition(Lower(value!), LowerOrTrue(source["then"]), LowerOrTrue(source["else"])));
                    break;
                case "then" or "else" or "title" or "description" or "examples" or "$comment" or "$id" or "patternErrorMessage" or "defaultSnippets":
                    break;
                case "const":
                    lowered["enum"] = new JsonArray(value!.DeepClone());
                    break;
                case "propertyNames":
                    conjuncts.Add(Names(value!.AsObject()));
                    break;
                case "$schema" or "$ref" or "type" or "enum" or "pattern" or "required" or "minItems" or "minLength" or "minProperties" or "minimum"
                    or "maximum"
                    or "uniqueItems":
                    lowered[keyword] = value!.DeepClone();
                    break;
                default:
                    throw new NotSupportedException($"The schema uses '{keyword}', which this class does not know.");
            }
        }

        if (conjuncts.Count > 0)
            lowered["allOf"] = conjuncts;
        return lowered;
    }

    private static JsonNode LowerOrTrue(JsonNode? schema) => schema is null ? new JsonObject() : Lower(schema);

    private static JsonObject Condition(JsonNode condition, JsonNode then, JsonNode otherwise) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["allOf"] = new JsonArray(condition, then) },
            new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["not"] = condition.DeepClone() }, otherwise) }),
    };

    private static JsonObject Names(JsonObject names)
    {
        var allowed = new JsonObject { ["additionalProperties"] = false };
        if (names["enum"] is JsonArray words && names.Count == 1)
        {
            allowed["properties"] = new JsonObject(words.Select(static word => KeyValuePair.Create<string, JsonNode?>((string)word!, new JsonObject())));
            return allowed;
        }

        var pattern = (string)names["pattern"]!;
        if (names["not"]?["enum"] is JsonArray refused)
            pattern = "^(?!(?:" + string.Join('|', refused.Select(static word => Regex.Escape((string)word!))) + ")$)" + pattern.TrimStart('^');
        Assert.True(names.Count == (names["not"] is null ? 1 : 2), "propertyNames has more than a pattern and an enum of what is refused.");
        allowed["patternProperties"] = new JsonObject { [pattern] = new JsonObject() };
        return allowed;
    }

    private static JsonNode FileToJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return ToJson(stream.Documents.Single().RootNode)!;
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping
            => new JsonObject(mapping.Children.Select(static pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => PlainToJson(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    // Editors read YAML for a schema with its core schema (YAML 1.2.2, section 10.3.2).
    private static JsonValue? PlainToJson(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Integer().IsMatch(plain) => JsonValue.Create(long.Parse(plain, CultureInfo.InvariantCulture)),
        _ when Number().IsMatch(plain) => JsonValue.Create(double.Parse(plain, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(plain),
    };

    [GeneratedRegex(@"^[-+]?[0-9]{1,18}$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
