using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Example.Nests;
using Xunit;

namespace ApiSpec.References.Tests.Hostile;

/// <summary>Unions that contain themselves or each other: which alternative a value is, and the cost of deciding it.</summary>
public sealed class RecursiveUnionTests
{
    [Theory]
    [InlineData("\"a\"", "String")]
    [InlineData("[]", "RuleList")]
    [InlineData("[[\"a\"],[1,2]]", "RuleList")]
    [InlineData("[1,2]", "RuleList")]
    [InlineData("7", "Other")]
    [InlineData("{}", "Other")]
    public void A_rule_is_the_first_alternative_that_it_can_be_read_as(string json, string expected)
    {
        var rule = Rule.Json.Parse(json);
        Assert.Equal(
            expected, rule.String is not null ? "String" : rule.RuleList is not null ? "RuleList" : rule.Int64List is not null ? "Int64List" : "Other");
        Assert.Equal(json, Rule.Json.ToJson(rule));
    }

    [Theory]
    [InlineData("{\"kind\":\"leaf\",\"tags\":[\"red\"]}", "Leaf")]
    [InlineData("{\"kind\":\"branch\",\"left\":{\"kind\":\"leaf\"},\"right\":null,\"extra\":{\"a\":null,\"b\":{\"side\":1.5,\"within\":[[\"x\"]]}}}", "Branch")]
    [InlineData("\"1,2\"", "Int32Csv")]
    [InlineData("\"true\"", "QuotedBoolean")]
    [InlineData("{\"kind\":\"twig\"}", "Other")]
    [InlineData("{\"kind\":\"branch\"}", "Other")]
    public void A_record_is_known_by_its_constant_and_its_required_members_at_every_depth(string json, string expected)
    {
        var node = Node.Json.Parse(json);
        Assert.Equal(
            expected,
            node.Leaf is not null ? "Leaf"
                : node.Branch is not null ? "Branch"
                : node.Int32Csv is not null ? "Int32Csv"
                : node.QuotedBoolean is not null ? "QuotedBoolean"
                : "Other");
        Assert.Equal(json, Node.Json.ToJson(node));
    }

    [Fact]
    public void Unions_within_records_maps_patterns_and_lists_are_decided_where_they_are()
    {
        var any = Any.Json.Parse("""{"x-one":{"radius":1,"within":[{"side":2},{"x-two":["a"]},"b"]},"note":"n"}""");
        var inner = any.Shape!.Anything!.Extensions["one"].Shape!.Circle!.Within;
        Assert.Equal(2, inner[0].Shape!.Square!.Side);
        Assert.Equal("a", inner[1].Shape!.Anything!.Extensions["two"].Rule!.RuleList![0].String);
        Assert.Equal("b", inner[2].Value!.String);
    }

    [Fact]
    public void Lists_of_unions_that_contain_each_other_are_told_apart_by_their_innermost_values()
    {
        Assert.NotNull(Left.Json.Parse("[[true]]").LeftList![0].LeftList![0].Boolean);
        Assert.Null(Left.Json.Parse("[[true]]").RightList);
        Assert.Equal("[[[7],{\"a\":false}]]", Left.Json.ToJson(Left.Json.Parse("[[[7],{\"a\":false}]]")));
    }

    [Fact]
    public void A_fault_in_a_record_that_was_chosen_by_its_constant_is_reported_at_its_place()
    {
        var exception = Assert.Throws<ApiJsonException>(() => Node.Json.Parse("""{"kind":"branch","left":{"kind":"leaf","at":"noon"}}"""));
        Assert.Equal("$.left.at: a string was found that is not a date and time", exception.Message);
    }

    public static TheoryData<string, string, string> Nests => new()
    {
        { "value", "{\"a\":", "}" },
        { "rule", "[", "]" },
        { "left", "[", "]" },
        { "left", "[[],", "]" },
        { "right", "{\"a\":", "}" },
        { "right", "{\"a\":[", "]}" },
        { "node", "{\"kind\":\"branch\",\"left\":", "}" },
        { "node", "{\"left\":", ",\"kind\":\"branch\"}" },
        { "any", "{\"side\":1,\"within\":", "}" },
        { "any", "{\"x-a\":", "}" },
        { "choice", "{\"a\":", "}" },
        { "choice", "[", "]" },
        { "choice", "[{\"a\":", "}]" },
    };

    // Trying each alternative at every level would double the time per level. At this depth, that would never end.
    [Theory]
    [MemberData(nameof(Nests))]
    public void The_time_to_read_nested_unions_does_not_depend_on_how_they_are_nested(string member, string open, string close)
    {
        const int Leaves = 20_000;
        var levels = 200 / open.Count(static value => value is '[' or '{');
        var leaf = member == "node" ? "{\"kind\":\"leaf\"}" : "\"x\"";
        var flat = "[" + string.Join(',', Enumerable.Repeat(leaf, Leaves)) + "]";
        var deep = string.Concat(Enumerable.Repeat(open, levels)) + flat + string.Concat(Enumerable.Repeat(close, levels));

        Read(member, flat);
        Read(member, deep);
        var shallowTime = Read(member, flat);
        var deepTime = Read(member, deep);
        Assert.True(deepTime < (shallowTime * 20) + TimeSpan.FromSeconds(2), $"{levels} levels took {deepTime}, none took {shallowTime}.");
    }

    private static TimeSpan Read(string member, string json)
    {
        var body = Encoding.UTF8.GetBytes("{\"" + member + "\":" + json + "}");
        var watch = Stopwatch.StartNew();
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 1000 });
        reader.Read();
        try
        {
            PoliciesGetResponse.Json.Read(ref reader);
        }
        catch (ApiJsonException)
        {
            // The work is the same whether the value is valid or not.
        }

        return watch.Elapsed;
    }
}
