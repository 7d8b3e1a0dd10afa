using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Sentences that say what a body is, and tables of types in other sections.</summary>
public sealed class ListBodyTests
{
    private const string Rack = "| Name | Type | Description |\n|---|---|---|\n| id | integer | The ID. |\n| name | string | The name. |\n\n";

    private const string Objects = "## Objects\n\n### Rack\n\n| Name | Type |\n|---|---|\n| id | integer |\n| owner | Owner |\n\n### The Owner object\n\n"
        + "| Name | Type |\n|---|---|\n| login | string |\n";

    private const string Schemas = "schemas:\n  Rack:\n    id: int\n    owner: Owner\n  Owner:\n    login: string\n";

    [Theory]
    [InlineData("Returns an array of racks.")]
    [InlineData("The response is a JSON array of rack objects:")]
    [InlineData("This call returns an array of `Rack` objects with these fields:")]
    public void A_sentence_says_that_the_body_is_an_array(string sentence)
    {
        var draft = Page("## Response\n\n" + sentence + "\n\n" + Rack);

        Has(draft, "response: RacksResponse[]  # from the text above the table\n\n"
            + "schemas:\n  RacksResponse:  # check: the name of the table\n    id: int - The ID.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_list_can_also_be_inside_an_object()
        => Has(Page("## Response\n\nReturns a list of racks.\n\n" + Rack), "response: RacksResponse[]  # check: whether the body is a list\n");

    [Fact]
    public void A_table_with_the_list_describes_the_object_around_it()
        => Has(Page("## Response\n\nReturns an array of racks.\n\n| Name | Type |\n|---|---|\n| racks | array of objects |\n| total | integer |\n"),
            "response:\n  racks: object[]\n  total: int\n");

    [Fact]
    public void The_example_shows_the_object_around_the_list()
        => Has(Page("## Response\n\nReturns an array of racks.\n\n" + Rack
            + "### Example response\n\n```json\n{ \"racks\": [ { \"id\": 1, \"name\": \"a\" } ], \"total\": 1 }\n```\n"),
            "response:\n  racks[]:  # from the example\n    id: int - The ID.\n");

    [Theory]
    [InlineData("List racks", "response:\n  racks: Rack[]\n\n" + Schemas)]
    [InlineData("Get a rack", "response: Rack  # from the text\n\n" + Schemas)]
    [InlineData("Find racks", "response: Rack[]  # from the text\n\n" + Schemas)]
    [InlineData("List all", "response: Rack[]  # check: whether the body is a list\n\n" + Schemas)]
    public void Each_section_of_a_page_has_the_types_that_it_uses(string section, string lines)
    {
        var draft = Support.Drafting.Draft(
            "# Racks\n\n## List racks\n\n`GET /racks`\n\n### Response\n\n| Name | Type |\n|---|---|\n| racks | array of Rack |\n\n"
                + "## Get a rack\n\n`GET /racks/{id}`\n\n### Response\n\nA [Rack](#rack) object.\n\n## Find racks\n\n`GET /found`\n\n### Response\n\n"
                + "Returns an array of `Rack` objects.\n\n## List all\n\n`GET /all`\n\n### Response\n\nA list of Rack objects.\n\n"
                + "## Delete a rack\n\n`DELETE /racks/{id}`\n\n### Response\n\n`204 No Content`\n\n" + Objects,
            "base", "page.md", section: section);

        Has(draft, lines);
    }

    [Fact]
    public void A_sentence_that_refers_to_another_table_is_no_type()
    {
        var draft = Support.Drafting.Draft("# Racks\n\n## Get a rack\n\n`GET /racks/{id}`\n\n### Response\n\nSee Limits.\n\n"
            + "## Add a rack\n\n`POST /racks`\n\n### Limits\n\n| Name | Type |\n|---|---|\n| racks | integer |\n", "base", "page.md", section: "Get a rack");

        Assert.DoesNotContain("response: Limits", draft.Written.Text, StringComparison.Ordinal);
    }

    private static CheckedDraft Page(string rest) => Support.Drafting.Draft("# List racks\n\n## Request\n\n`GET /racks`\n\n" + rest, "base", "page.md");
}
