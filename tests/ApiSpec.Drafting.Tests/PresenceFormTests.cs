using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms in which manuals say which rows are required, and how lists of a query or a form are sent.</summary>
public sealed class PresenceFormTests
{
    private const string Query = "<h2>Query parameters</h2>";

    [Theory]
    [InlineData("Yes", "depth?")]
    [InlineData("No", "depth")]
    [InlineData("optional", "depth?")]
    [InlineData("required", "depth")]
    public void A_column_can_say_which_rows_are_optional(string cell, string name)
    {
        Has(Html(Query + Table("Name,Type,Optional", "depth,integer," + cell)), "query:\n  " + name + ": int\n");
        Has(Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nQuery parameters\n\n| Name | Optional | Type |\n|---|---|---|\n"
            + "| depth | " + cell + " | integer |\n",
            "base"), "query:\n  " + name + ": int\n");
    }

    [Fact]
    public void A_row_over_all_columns_says_which_rows_are_required()
    {
        var draft = Html(Query + "<table><tr><th>Name</th><th>Type</th></tr><tr><td colspan=2>Required parameters</td></tr><tr><td>depth</td>"
            + "<td>integer</td></tr><tr><td colspan=2>Optional:</td></tr><tr><td>label</td><td>string</td></tr><tr><td>owner</td><td>string</td></tr></table>");

        Has(draft, "query:\n  depth: int\n  label?: string\n  owner?: string\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Form parameters", "body form")]
    [InlineData("Query parameters", "query")]
    public void Brackets_in_a_name_show_how_a_list_is_sent(string heading, string key)
        => Has(Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>" + heading + "</h2>"
            + Table("Name,Type", "ids[],Array of Integer", "names[],string") + "</body></html>", "base", "page.html"),
            key + ":\n  ids: int[] as brackets required not stated\n  names: string[] as brackets required not stated\n");

    [Fact]
    public void A_list_in_JSON_has_no_brackets()
        => Has(Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>Parameters</h2>"
            + Table("Name,Type", "ids[],Array of Integer", "size,integer")
            + "</body></html>", "base", "page.html"), "  ids: int[] required not stated");
}
