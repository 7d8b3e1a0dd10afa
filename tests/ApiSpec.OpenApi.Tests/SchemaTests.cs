using System.Text.Json.Nodes;
using Other.Vendor;
using Xunit;

namespace ApiSpec.OpenApi.Tests;

/// <summary>A schema states what the rows state.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Action = HostAction.Json.ToJsonSchema();

    [Theory]
    [InlineData("day", """{"type":"string","pattern":"^[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}$"}""")]
    [InlineData("kinds", """{"type":"string","pattern":"^[^,]+(,[^,]+){0,2}$"}""")]
    [InlineData("password", """{"type":"string","format":"password"}""")]
    [InlineData("list", """{"type":"array","items":{"type":"string","minLength":2,"maxLength":4},"minItems":1,"maxItems":2}""")]
    [InlineData("level", """{"anyOf":[{"type":"integer","format":"int32"},{"type":"string","enum":["-"]},{"type":"null"}]}""")]
    [InlineData("mode", """{"$ref":"#/$defs/HostActionMode"}""")]
    [InlineData("child", """{"anyOf":[{"$ref":"#"},{"type":"null"}]}""")]
    [InlineData("kind", """{"type":"string","const":"x"}""")]
    [InlineData("word", """{"type":"string","enum":["yes","no"]}""")]
    [InlineData("blob", """{"type":"string","format":"byte","contentEncoding":"base64"}""")]
    [InlineData("json", """{"type":"string","contentMediaType":"application/json","contentSchema":{"$ref":"#/$defs/ErrorInfo"}}""")]
    [InlineData("size", """{"type":"integer","format":"int32","default":5}""")]
    public void A_member_has_the_type_and_the_rules_of_its_row(string member, string expected)
        => AssertSame(JsonNode.Parse(expected), Action["properties"]![member]);

    [Fact]
    public void An_object_has_its_required_members_its_patterns_and_whether_others_are_kept()
    {
        AssertSame(new JsonArray("day", "list", "mode", "kind", "word"), Action["required"]);
        AssertSame(JsonNode.Parse("""{"^x-.+$":{"type":"integer","format":"int32"}}"""), Action["patternProperties"]);
        Assert.True((bool)Action["additionalProperties"]!);
        Assert.Null(Example.Kitchen.KitchenError.Json.ToJsonSchema()["additionalProperties"]);
    }

    [Fact]
    public void An_enum_with_further_values_takes_any_string_and_another_only_its_own()
    {
        AssertSame(JsonNode.Parse("""[{"type":"string","enum":["on","off"]},{"type":"string"}]"""), Action["$defs"]!["HostActionMode"]!["anyOf"]);
        Assert.Contains("queued", Hitachi.JP1.AutomaticOperation.OperationResultState.Json.ToJsonSchema()["enum"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_union_has_its_alternatives_and_descriptions_are_those_of_the_reference()
    {
        var union = Either.Json.ToJsonSchema();
        AssertSame(
            JsonNode.Parse("""[{"$ref":"#/$defs/ErrorInfo"},{"$ref":"#/$defs/HostAction"},{"type":"array","items":{"type":"integer","format":"int32"}}]"""),
            union["anyOf"]);
        AssertSame(
            JsonNode.Parse("""{"type":"integer","format":"int32","description":"The number of the error.","minimum":1,"maximum":99}"""),
            union["$defs"]!["ErrorInfo"]!["properties"]!["code"]);
    }

    [Fact]
    public void Lists_and_maps_that_a_program_makes_have_a_schema_too()
    {
        AssertSame(
            JsonNode.Parse("""{"$ref":"#/$defs/ErrorInfo"}"""), ApiJson.List(() => ErrorInfo.Json).ToJsonSchema()["items"]);
        AssertSame(
            JsonNode.Parse("""{"type":["integer","null"],"format":"int64"}"""),
            ApiJson.Map(() => ApiJson.NullableValue(() => ApiJson.Int64)).ToJsonSchema()["additionalProperties"]);
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual)
        => Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}, got {actual?.ToJsonString()}");
}
