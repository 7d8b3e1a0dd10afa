using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Samples as the only source of members, and examples that contradict a table.</summary>
public sealed class SampleOnlyTests
{
    [Fact]
    public void Types_that_only_an_example_shows_are_marked()
        => Has(Html("<h2>Response</h2><pre>{ \"owner\": \"Ann Lee\", \"open\": true, \"seen\": \"2024-05-01T10:00:00Z\" }</pre>"),
            "response:\n  owner: string  # from the sample\n  open: boolean  # from the sample\n  seen: date-time  # from the sample\n");

    [Fact]
    public void The_types_of_a_schema_are_printed()
        => Has(Html("<h2>Response</h2><pre>{ \"owner\": \"string\", \"open\": true }</pre>"), "response:\n  owner: string\n  open: boolean\n");

    [Theory]
    [InlineData("integer", "\"4\"", "int", "a string")]
    [InlineData("string", "4", "string", "a number")]
    [InlineData("boolean", "\"true\"", "boolean", "a string")]
    [InlineData("string", "[ \"x\" ]", "string", "a list")]
    [InlineData("string[]", "\"x\"", "string[]", "no list")]
    [InlineData("date-time", "1700000000", "date-time", "a number")]
    public void A_type_that_the_example_contradicts_is_marked(string type, string value, string drafted, string other)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "a," + type) + "<h2>Example response</h2><pre>{ \"a\": " + value + " }</pre>"),
            "response:\n  a: " + drafted + "  # check: the example has " + other + "\n");

    [Theory]
    [InlineData("string", "\"x\"")]
    [InlineData("integer", "4")]
    [InlineData("object", "{ \"b\": 1 }")]
    public void An_example_of_the_same_type_adds_no_mark(string type, string value)
        => Assert.DoesNotContain("the example has",
            Html("<h2>Response</h2>" + Table("Name,Type", "a," + type) + "<h2>Example response</h2><pre>{ \"a\": " + value + " }</pre>").Written.Text,
            StringComparison.Ordinal);
}
