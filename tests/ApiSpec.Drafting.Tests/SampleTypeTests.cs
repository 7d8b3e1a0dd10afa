using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The sample and the example of a body against its table.</summary>
public sealed class SampleTypeTests
{
    [Theory]
    [InlineData("string", "\"{low|normal|high}\"", "enum low|normal|high  # check: the table has 'string'")]
    [InlineData("string", "\"2024-05-01\"", "date  # check: the table has 'string'")]
    [InlineData("string", "\"2024-05-01T10:00:00Z\"", "date-time  # check: the table has 'string'")]
    [InlineData("string", "\"a\"", "string")]
    [InlineData("number", "12", "long  # from the sample")]
    [InlineData("number", "1.5", "double")]
    [InlineData("double", "12", "double")]
    [InlineData("integer", "12", "int")]
    public void A_sample_that_says_more_than_the_table_wins(string type, string value, string drafted)
        => Has(Html("<h2>Response body</h2><pre>{ \"a\": " + value + " }</pre>" + Table("Name,Type", "a," + type)), "response:\n  a: " + drafted + "\n");

    [Theory]
    [InlineData("string", "{ \"a\": \"2024-05-01T10:00:00Z\" }", "date-time  # from the example")]
    [InlineData("string", "{ \"a\": \"2024-05-01\" }", "string")]
    [InlineData("number", "{ \"a\": 12 }", "long  # from the example")]
    [InlineData("number", "{ \"a\": 1.5 }", "double")]
    [InlineData("double", "{ \"a\": 12 }", "double")]
    public void An_example_shows_times_and_whole_numbers(string type, string example, string drafted)
        => Has(Html("<h2>Response body</h2>" + Table("Name,Type", "a," + type) + "<h2>Example response body</h2><pre>" + example + "</pre>"),
            "response:\n  a: " + drafted + "\n");

    [Theory]
    [InlineData("\"2024-05-01T10:00:00Z\"", "\"now\"", "string")]
    [InlineData("\"2024-05-01T10:00:00Z\"", "\"2024-05-02T10:00:00Z\"", "date-time  # from the example")]
    public void Each_value_must_be_a_time(string first, string second, string drafted)
        => Has(Html("<h2>Response body</h2>" + Table("Name,Type", "all,object[]", "all[].a,string") + "<h2>Example response body</h2><pre>"
            + "{ \"all\": [ { \"a\": " + first + " }, { \"a\": " + second + " } ] }</pre>"), "    a: " + drafted + "\n");

    [Theory]
    [InlineData("\"uuid\"", "\"No such rack\"", "uuid  # check: whether 'uuid' is a type")]
    [InlineData("\"uuid\"", "\"4\"", "uuid  # check: whether 'uuid' is a type")]
    [InlineData("\"uuid\"", "\"string\"", "uuid")]
    [InlineData("\"integer\"", "\"No such rack\"", "int")]
    public void A_word_between_values_can_be_a_value(string word, string other, string drafted)
        => Has(Html("<h2>Response body</h2><pre>{ \"a\": " + word + ", \"b\": " + other + " }</pre>"), "response:\n  a: " + drafted + "\n");

    [Fact]
    public void Members_that_the_table_leaves_out_are_marked()
        => Has(Html("<h2>Response body</h2><pre>{ \"a\": \"x\", \"b\": { \"c\": true } }</pre>" + Table("Name,Type", "a,string", "z,string")),
            "response:\n  a: string\n  b:  # from the sample\n    c: boolean  # from the sample\n  z: string\n");

    [Fact]
    public void A_sample_does_not_show_what_a_request_must_have()
        => Has(Support.Drafting.Draft("<html><body><h1>Add</h1><p>POST /racks</p><h2>Request body</h2><pre>{ \"a\": \"x\" }</pre>", "base", "page.html"),
            "body:\n  a: string  # from the sample\n");

    [Theory]
    [InlineData("integer", "The number of racks; 1 to 200.", "int 1..200")]
    [InlineData("integer", "The size (1-200).", "int 1..200")]
    [InlineData("integer", "The size; which must be between 10 and 1000.", "int 10..1000")]
    [InlineData("integer", "The size; with a maximum of 500.", "int ..500")]
    [InlineData("string", "The name; with a maximum of 128 characters.", "string ..128")]
    [InlineData("string", "A name of up to 64 characters.", "string ..64")]
    [InlineData("string", "A name of 3 to 64 characters.", "string 3..64")]
    public void A_range_inside_a_sentence_is_marked(string type, string description, string drafted)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "a," + type + "," + description)),
            "  a: " + drafted + " required not stated - " + description.Replace("; ", ", ", StringComparison.Ordinal) + "  # check: the range\n");

    [Theory]
    [InlineData("integer", "The time since 2010-12-01.")]
    [InlineData("integer", "Since version 1.2 to 3.4 of it.")]
    [InlineData("string", "Up to 5 names.")]
    [InlineData("integer", "From 1 to 5 characters.")]
    public void Other_numbers_are_no_range(string type, string description)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "a," + type + "," + description)),
            "  a: " + (type == "string" ? "string" : "int") + " required not stated - " + description + "\n");
}
