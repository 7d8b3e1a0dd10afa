using System.Text.Json.Nodes;
using ApiSpec.OpenApi.Tests.Support;
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
    [InlineData("at", """{"type":"string","format":"time-local","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$"}""")]
    [InlineData("rank", """{"type":"integer","format":"int32","const":5}""")]
    [InlineData("armed", """{"type":"boolean","const":true}""")]
    [InlineData("many", """{"type":"string","pattern":"^[^,]+(,[^,]+)*$"}""")]
    [InlineData("size", """{"type":"integer","format":"int32","default":5}""")]
    public void A_member_has_the_type_and_the_rules_of_its_row(string member, string expected)
        => AssertSame(JsonNode.Parse(expected), Action["properties"]![member]);

    [Fact]
    public void An_object_has_its_required_members_its_patterns_and_whether_others_are_kept()
    {
        AssertSame(new JsonArray("day", "list", "mode", "kind", "word", "rank", "armed"), Action["required"]);
        AssertSame(JsonNode.Parse("""{"^x-.+$":{"type":"integer","format":"int32"}}"""), Action["patternProperties"]);
        Assert.True((bool)Action["additionalProperties"]!);
        Assert.Null(Example.Kitchen.KitchenError.Json.ToJsonSchema()["additionalProperties"]);
    }

    [Theory]
    [InlineData("""{"id":1,"x-id":"a","x-1":2,"x-1-text":"b","x-note":"c"}""", true)]
    [InlineData("""{"id":1,"x-id":2}""", false)]
    [InlineData("""{"id":1,"x-1":"b"}""", false)]
    [InlineData("""{"id":1,"x-1-text":2}""", false)]
    [InlineData("""{"id":1,"y":2}""", true)]
    public void A_name_belongs_to_one_row(string json, bool isValid) => AssertAgrees(Ranks.Json, json, isValid);

    [Theory]
    [InlineData("""{"id":1,"a":"b"}""", true)]
    [InlineData("""{"id":1,"a":2}""", false)]
    [InlineData("""{"id":"b"}""", false)]
    public void A_name_that_the_program_chooses_freely_is_an_additional_property(string json, bool isValid)
    {
        AssertAgrees(Labels.Json, json, isValid);
        Assert.Null(Labels.Json.ToJsonSchema()["patternProperties"]);
    }

    [Theory]
    [InlineData("[1]", true)]
    [InlineData("""[1,{"code":2},"more"]""", true)]
    [InlineData("[]", false)]
    [InlineData("""["a"]""", false)]
    [InlineData("[1,2]", false)]
    public void A_value_in_an_array_has_the_row_of_its_position(string span, bool isValid)
        => AssertAgrees(Timing.Json, $$"""{"at":"00:00:00","wait":"PT1S","span":{{span}}}""", isValid);

    [Theory]
    [InlineData("00:00:00", true)]
    [InlineData("23:59:59.5", true)]
    [InlineData("08:30", true)]
    [InlineData("24:00:00", false)]
    [InlineData("8:30", false)]
    public void A_time_has_no_zone(string time, bool isValid)
        => AssertAgrees(Timing.Json, $$"""{"at":"{{time}}","wait":"PT1S"}""", isValid);

    [Theory]
    [InlineData("PT0S", true)]
    [InlineData("-PT1H", true)]
    [InlineData("PT0.5S", true)]
    [InlineData("P1DT1H1M1S", true)]
    [InlineData("P2W", true)]
    [InlineData("P", false)]
    [InlineData("P1DT", false)]
    [InlineData("PT1S1M", false)]
    [InlineData("1H", false)]
    public void A_duration_has_parts_of_a_fixed_length(string duration, bool isValid)
        => AssertAgrees(Timing.Json, $$"""{"at":"00:00:00","wait":"{{duration}}"}""", isValid);

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

    private static void AssertAgrees<T>(ApiJson<T> json, string text, bool isValid)
    {
        var contract = new Contract<T>(json);
        Assert.Equal((isValid, isValid), (contract.Fault(text) is null, contract.Conforms(text)));
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual)
        => Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}, got {actual?.ToJsonString()}");
}
