using System.Text;
using System.Text.Json;
using ApiSpec.Generated;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Values that can have several schemas, and lists in strings.</summary>
public sealed class UnionTests
{
    private static readonly JsonShape Schedule = Record(["kind", "start", "end"], 0b011, 0, "schedule");
    private static readonly JsonShape Property = Record(["kind", "keyName", "value"], 0b011, 0, "property");
    private static readonly JsonShape Small = Record(["id", "name"], 0b01);
    private static readonly JsonShape Large = Record(["id", "name", "size"], 0b01);
    private static readonly JsonShape Counted = Record(["version"], 0b1, 0, "2");
    private static readonly JsonShape Flagged = Record(["all"], 0b1, 0, "true");
    private static readonly JsonShape Anything = ApiJson.List(static () => ApiJson.Element).Shape;

    [Theory]
    [InlineData("""{"kind":"schedule","start":1}""", 0)]
    [InlineData("""{"start":1,"kind":"sch\u0065dule"}""", 0)]
    [InlineData("""{"kind":"property","keyName":"k","start":1,"end":2}""", 1)]
    [InlineData("""{"kind":"property"}""", -1)]
    [InlineData("""{"kind":"other","start":1,"keyName":"k"}""", -1)]
    [InlineData("""{"kind":["schedule"],"start":1}""", -1)]
    [InlineData("""{"nested":{"kind":"schedule","start":1}}""", -1)]
    [InlineData("{}", -1)]
    [InlineData("null", -1)]
    public void A_constant_member_decides(string json, int expected) => Assert.Equal(expected, Pick(json, Schedule, Property));

    [Theory]
    [InlineData("""{"id":1,"name":"n"}""", 0)]
    [InlineData("""{"id":1,"name":"n","size":{"a":[1,2]}}""", 1)]
    [InlineData("""{"id":1,"id":2,"id":3}""", 0)]
    [InlineData("""{"name":"n","size":1}""", -1)]
    public void Without_a_constant_the_alternative_with_most_known_members_is_chosen(string json, int expected)
        => Assert.Equal(expected, Pick(json, Small, Large));

    [Theory]
    [InlineData("\"a\"", 0)]
    [InlineData("1.5", 1)]
    [InlineData("true", 2)]
    [InlineData("false", 2)]
    [InlineData("[1,[2]]", 3)]
    [InlineData("""{"id":1}""", 4)]
    [InlineData("null", -1)]
    public void Alternatives_are_distinguished_by_the_kind_of_value(string json, int expected)
        => Assert.Equal(expected, Pick(json, ApiJson.String.Shape, ApiJson.Double.Shape, ApiJson.Boolean.Shape, Anything, Small));

    [Theory]
    [InlineData("""{"version":2}""", 0)]
    [InlineData("""{"version":"2"}""", 0)]
    [InlineData("""{"version":3}""", -1)]
    [InlineData("""{"all":true}""", 1)]
    [InlineData("""{"all":false}""", -1)]
    public void A_constant_may_be_a_number_or_a_boolean(string json, int expected) => Assert.Equal(expected, Pick(json, Counted, Flagged));

    [Theory]
    [InlineData("5", 0)]
    [InlineData("5.5", 1)]
    [InlineData("\"b\"", 2)]
    [InlineData("\"2026-01-31\"", 3)]
    [InlineData("\"c\"", 2)]
    [InlineData("[1]", 4)]
    [InlineData("[\"1\",true]", -1)]
    [InlineData("{}", 5)]
    [InlineData("{\"a\":\"x\"}", -1)]
    [InlineData("{\"id\":1}", 6)]
    [InlineData("null", -1)]
    public void A_value_has_an_alternative_that_can_read_it(string json, int expected)
        => Assert.Equal(expected, Pick(
            json,
            ApiJson.Int32.Shape,
            ApiJson.Double.Shape,
            JsonShape.Enum(new JsonMembers("a", "b")),
            ApiJson.DateTimeOffset.Shape,
            ApiJson.List(static () => ApiJson.Int32).Shape,
            ApiJson.Map(static () => ApiJson.Int32).Shape,
            new Picked(static () => [Small, Large]).Shape));

    [Fact]
    public void A_constant_needs_a_member_and_a_value()
    {
        Assert.Throws<ArgumentException>(() => Record(["a"], 0, 0));
        Assert.Throws<ArgumentException>(() => Record(["a"], 0, -1, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Record(["a"], 0, 1, "x"));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"  \"", "")]
    [InlineData("\"1\"", "1")]
    [InlineData("\"1,2,3\"", "1|2|3")]
    [InlineData("\" 1 , 2,,3, \"", "1|2|3")]
    public void A_comma_separated_string_is_a_list(string json, string expected)
        => Assert.Equal(expected, string.Join('|', Numbers.Parse(json)));

    [Theory]
    [InlineData("\"1,x\"", "$: a string was found that is not a comma-separated list of the documented type")]
    [InlineData("\"99999999999\"", "$: a string was found that is not a comma-separated list of the documented type")]
    [InlineData("[1]", "$: a string was expected, an array was found")]
    public void A_string_that_is_not_such_a_list_is_reported(string json, string message)
        => Assert.Equal(message, Assert.Throws<ApiJsonException>(() => Numbers.Parse(json)).Message);

    [Fact]
    public void A_list_is_written_with_commas()
    {
        Assert.Equal("\"1,2\"", Numbers.ToJson([1, 2]));
        Assert.Equal("\"\"", Numbers.ToJson([]));
        Assert.Equal(Texts.Parse("\"a,b\""), Texts.Parse("\"a, b\""));
        Assert.Throws<ArgumentException>(() => Texts.ToJson(["a,b"]));
        Assert.Throws<ArgumentException>(() => Texts.ToJson(["a", ""]));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(", ,,")]
    [InlineData(" 1,, 2 ,")]
    public void Empty_parts_of_a_list_within_a_string_are_left_out(string text)
        => Assert.Equal(text.Contains('1', StringComparison.Ordinal) ? [1, 2] : [], Numbers.Parse('"' + text + '"'));

    [Fact]
    public void A_list_within_a_string_is_tried_once_to_find_the_alternative()
    {
        var tried = new List<string>();
        var list = ApiJson.Csv(
            text =>
            {
                tried.Add(text);
                return text;
            },
            static text => text);
        Assert.Equal(1, Pick("\"a,b\"", ApiJson.Int64.Shape, list.Shape));
        Assert.Equal(["a", "b"], tried);
    }

    private static ApiJson<IReadOnlyList<int>> Numbers { get; } = ApiJson.Csv(
        static text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        static number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static ApiJson<IReadOnlyList<string>> Texts { get; } = ApiJson.Csv(static text => text, static text => text);

    private static int Pick(string json, params JsonShape[] alternatives)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes("[" + json + ",\"end\"]"));
        reader.Read();
        reader.Read();
        var picked = new Picked(() => alternatives).Read(ref reader);

        reader.Read();
        Assert.Equal("end", reader.GetString());
        return picked;
    }

    private static JsonShape Record(string[] members, ulong required, int constantMember = -1, string? constant = null)
        => JsonShape.Record(new JsonMembers(members), [required], () => Array.ConvertAll(members, static _ => ApiJson.Element.Shape), constantMember, constant);

    /// <summary>Reads a value as the position of its alternative.</summary>
    private sealed class Picked(Func<JsonShape[]> alternatives) : UnionJson<int>(alternatives)
    {
        public override void Write(Utf8JsonWriter writer, int value) => throw new NotSupportedException();

        protected override int Read(ref Utf8JsonReader reader, int alternative)
        {
            reader.Skip();
            return alternative;
        }
    }
}
