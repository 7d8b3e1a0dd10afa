using Example.Archive;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Records with raw JSON and bytes compare by content.</summary>
public sealed class ContentEqualityTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null,"x"]}""", """{ "b" : [ true, null, "\u0078" ], "a" : 1.0 }""", true)]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""", true)]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[[]]", "[{}]", false)]
    [InlineData("1", "1.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("-0.0", "0", true)]
    [InlineData("0e99999999999999999999", "0", false)]
    [InlineData("12.50", "0.125E+2", true)]
    [InlineData("0.1", "0.10000000000000000000000000000000001", false)]
    [InlineData("1e-40", "2e-40", false)]
    [InlineData("1e400", "10e399", true)]
    [InlineData("1e400", "1e401", false)]
    [InlineData("1", "-1", false)]
    [InlineData("12", "1.2", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("null", "false", false)]
    public void Raw_JSON_is_equal_where_it_means_the_same(string left, string right, bool areEqual)
    {
        foreach (var member in new[] { "extra", "more", "choice" })
        {
            var one = Parse($$"""{"id":1,"{{member}}":{{left}}}""");
            var other = Parse($$"""{"id":1,"{{member}}":{{right}}}""");

            // As an alternative of the union, numbers and strings are not raw JSON.
            if (member == "choice" && (one.Choice?.Other is null || other.Choice?.Other is null))
                continue;
            Assert.Equal(areEqual, one == other);
            Assert.Equal(areEqual, new HashSet<Entry> { one }.Contains(other));
        }
    }

    [Fact]
    public void Bytes_and_objects_are_equal_by_content_and_differences_count()
    {
        const string Text = """{"id":1,"seal":"AQID","detail":{"x":[1]},"extra":"a","choice":"AQID"}""";
        var one = Parse(Text);
        var other = Parse(Text);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other with { Seal = new byte[] { 1, 2, 4 } });
        Assert.Equal(one, other with { Seal = new byte[] { 1, 2, 3 } });
        Assert.NotEqual(one, other with { Seal = null });
        Assert.NotEqual(one, other with { Choice = new Choice(new byte[] { 9 }) });
        Assert.NotEqual(one, Parse(Text.Replace("[1]", "[2]", StringComparison.Ordinal)));
        Assert.NotEqual(Parse("""{"id":1}"""), Parse("""{"id":1,"more":null}"""));
        Assert.Contains("Seal = ", one.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ApiValue", one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_number_costs_no_more_than_its_length()
    {
        var zeros = new string('0', 200_000);
        var one = Parse($$"""{"id":1,"extra":1{{zeros}}}""");
        var other = Parse($$"""{"id":1,"extra":1{{zeros}}.{{zeros}}}""");
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    private static Entry Parse(string json) => Entry.Json.Parse(System.Text.Encoding.UTF8.GetBytes(json));
}
