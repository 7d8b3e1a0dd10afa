using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>A title of a column that means the type in one table of a manual, and the place in another one.</summary>
public sealed class PlaceColumnTests
{
    private const string Both = "tables:\n  parameters:\n    name: [Setting]\n    type: [Kind, Data kind]\n    in: [Kind]\n";
    private const string BothReversed = "tables:\n  parameters:\n    in: [Kind]\n    name: [Setting]\n    type: [Data kind, Kind]\n";

    [Theory]
    [InlineData(Both)]
    [InlineData(BothReversed)]
    public void The_cells_decide_what_a_title_for_both_means(string tables)
    {
        var draft = Draft(
            tables,
            "page.md",
            "# Add a pump\n\n`POST /racks/{rack}/pumps`\n\n## Parameters\n\n| Setting | Kind | Data kind | Description |\n| --- | --- | --- | --- |\n"
                + "| rack | URL | string | The rack. |\n| deep | query string | integer | How deep. |\n\n## Request body\n\n"
                + "| Setting | Kind | Description |\n| --- | --- | --- |\n| name | string | The name. |\n");

        Has(draft, "path:\n  rack: string - The rack.\n");
        Has(draft, "query:\n  deep: int required not stated - How deep.\n");
        Has(draft, "body:\n  name: string required not stated - The name.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData(
        "page.md",
        "# Add a pump\n\n`POST /racks/{rack}/pumps`\n\n## Parameters\n\n| Setting | Kind | Description |\n| --- | --- | --- |\n| rack | path | The rack. |\n"
            + "| deep | query | How deep. |\n")]
    [InlineData(
        "page.txt",
        "Add a pump\nPOST /racks/{rack}/pumps\n\nParameters\n\nSetting\tKind\tDescription\nrack\tpath\tThe rack.\ndeep\tquery\tHow deep.\n")]
    [InlineData(
        "page.rst",
        "Add a pump\n==========\n\n``POST /racks/{rack}/pumps``\n\nParameters\n----------\n\n======= ===== ===========\nSetting Kind  Description\n"
            + "======= ===== ===========\nrack    path  The rack.\ndeep    query How deep.\n======= ===== ===========\n")]
    [InlineData(
        "page.adoc",
        "= Add a pump\n\n`POST /racks/{rack}/pumps`\n\n== Parameters\n\n|===\n|Setting |Kind |Description\n\n|rack |path |The rack.\n|deep |query |How deep.\n"
            + "|===\n")]
    public void A_column_of_places_is_read_in_each_form_of_a_page(string name, string page)
    {
        var draft = Draft(Both, name, page);

        Has(draft, "path:\n  rack: unknown - The rack.\n");
        Has(draft, "query:\n  deep: unknown required not stated - How deep.\n");
    }

    [Fact]
    public void A_column_of_places_under_a_title_of_types_is_marked()
    {
        var draft = Html("<h2>Parameters</h2>" + Table("Name,Type,Description", "deep,query,How deep.", "X-Mode,header,The mode."));

        Has(draft, "query:\n  deep: unknown required not stated - How deep.  # check: whether 'Type' is the place\n");
        Has(draft, "headers:\n  X-Mode: unknown required not stated - The mode.  # check: whether 'Type' is the place\n");
    }

    [Theory]
    [InlineData("Setting,Kind,Data kind", "deep,string,uuid")]
    [InlineData("Setting,Kind,Data kind", "deep,query,integer", "wide,integer,integer")]
    public void A_column_with_other_cells_is_no_column_of_places(string titles, params string[] rows)
    {
        var draft = Draft(Both, "page.html", Top + "<h2>Query parameters</h2>" + Table(titles, rows) + "</body></html>");

        Has(draft, "query:\n  deep: ");
        Assert.DoesNotContain("is the place", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_can_have_the_name_of_a_place_as_its_type()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "file,path,The file.")), "file: unknown - The file.  # check: type 'path'\n");

    [Theory]
    [InlineData("query", "query:\n  size: unknown required not stated - How big.  # check: whether 'Type' is the place\n")]
    [InlineData("header", "headers:\n  size: unknown required not stated - How big.  # check: whether 'Type' is the place\n")]
    public void A_cell_of_a_row_precedes_the_title_over_all_columns(string place, string rows)
        => Has(
            Html("<h2>Parameters</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td colspan=\"3\">Query parameters</td></tr>"
                + "<tr><td>size</td><td>" + place + "</td><td>How big.</td></tr></table>"),
            rows);

    private static CheckedDraft Draft(string tables, string name, string page)
    {
        var text = "profile: p\nextends: base\ntitle: first\n" + tables;
        var profile = ProfileReader.Read(text, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        return Support.Drafting.Draft(Support.Drafting.Read(page, name), profile);
    }
}
