using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Schemas that print placeholders in place of values.</summary>
public sealed class PlaceholderSchemaTests
{
    private const string Schema = "{\n  \"start\": <integer-that-says-when>, // In seconds.\n  \"name\": \"<string>\",\n  \"price\": <float>,\n"
        + "  \"mode\": <fast|slow>,\n  \"tags\": [ <string>, ... ],\n  \"stops\": [ <stop>, ... ],\n  \"note\": ...\n}";

    private const string Rows = "  start: int - In seconds.  # from the placeholder\n  name: string  # from the sample\n"
        + "  price: double  # from the sample\n  mode: enum fast|slow  # from the sample\n  tags: string[]  # from the sample\n"
        + "  stops: unknown[]  # check: a value without quotation marks\n  note: unknown  # from the sample\n";

    [Fact]
    public void A_schema_under_the_title_is_the_body_of_a_request()
    {
        var draft = Draft("# Plan a trip\n\n`POST /trips`\n\nThe syntax is as follows:\n\n```\n" + Schema + "\n```\n");

        Has(draft, "body:  # check: the body\n" + Rows);
    }

    [Fact]
    public void The_example_shows_the_types_that_the_placeholders_do_not()
    {
        var draft = Draft("# Plan a trip\n\n`POST /trips`\n\n```\n" + Schema + "\n```\n\n## Example\n\n```\ncurl -X POST https://sea.example.com/api/trips "
            + "-d '{\"start\": 5, \"name\": \"a\", \"price\": 1.5, \"mode\": \"fast\", \"tags\": [\"b\"], \"stops\": [3], \"note\": true}'\n```\n");

        Has(draft, "  note: boolean  # from the example\n");
        Has(draft, "examples:\n  - request header: |  # from a base path\n");
    }

    [Fact]
    public void A_sample_of_values_under_the_title_can_be_that_of_the_response()
        => Assert.DoesNotContain("\nbody:", Draft("# Add a rack\n\n`POST /racks`\n\n```\n{ \"id\": 4, \"state\": \"new\" }\n```\n").Written.Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<number-of-boats>", "unknown")]
    [InlineData("<date-of-birth>", "unknown")]
    [InlineData("<boolean>", "boolean")]
    [InlineData("<long-number>", "long")]
    public void Only_the_name_of_a_type_at_the_start_says_the_type(string placeholder, string type)
        => Has(Draft("# Get a rack\n\n`GET /racks`\n\n## Response\n\n```\n{ \"a\": " + placeholder + ", \"b\": \"x\" }\n```\n"),
            "response:\n  a: " + type);

    private static Checking.CheckedDraft Draft(string page) => Support.Drafting.Draft(page, "base", "page.md");
}
