using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Words for required in a column without a title.</summary>
public sealed class UntitledColumnTests
{
    [Theory]
    [InlineData(
        "page.adoc",
        "= Add a rack\n\n`POST /racks`\n\n== Request body\n\n|===\n|Field Name | |Description\n\n|size |optional |The size.\n|name | |The name.\n"
            + "|note |not set if false |The note.\n|===\n")]
    [InlineData(
        "page.md",
        "# Add a rack\n\n`POST /racks`\n\n## Request body\n\n| Field Name | | Description |\n| --- | --- | --- |\n| size | optional | The size. |\n"
            + "| name | | The name. |\n| note | not set if false | The note. |\n")]
    [InlineData(
        "page.html",
        "<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>Request body</h2><table><tr><th>Field Name</th><th></th><th>Description</th></tr>"
            + "<tr><td>size</td><td>optional</td><td>The size.</td></tr><tr><td>name</td><td></td><td>The name.</td></tr>"
            + "<tr><td>note</td><td>not set if false</td><td>The note.</td></tr></table></body></html>")]
    public void A_column_without_a_title_can_say_what_is_required(string name, string page)
    {
        var draft = Support.Drafting.Draft(page, "base", name);

        Has(draft, "  size?: unknown - The size.\n  name: unknown required not stated - The name.\n  note: unknown required not stated - The note.\n");
        Assert.Equal(["not set if false"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_condition_in_a_column_without_a_title_is_kept()
        => Has(
            Html("<h2>Request body</h2>" + Table("Name,,Description", "open,optional; only for open racks,The state.", "size,,The size.")),
            "  open?: unknown - The state. only for open racks\n");

    [Fact]
    public void A_column_without_a_title_beside_one_for_required_is_listed()
        => Assert.Equal(
            ["optional"],
            Html("<h2>Request body</h2>" + Table("Name,,Required,Description", "open,optional,Yes,The state.", "size,,Yes,The size.")).Draft.Unread
                .Select(static line => line.Text));
}
