using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Members in parts of a cell or definition that a reader opens.</summary>
public sealed class FoldedMemberTests
{
    private const string Titles = "<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>";
    private const string List = "<dl><dt>id</dt><dd>Its number.</dd><dt>name</dt><dd>Its name.</dd></dl>";
    private const string Inner = Titles + "<tr><td>id</td><td>integer</td><td>Its number.</td></tr>"
        + "<tr><td>name</td><td>string</td><td>Its name.</td></tr></table>";

    [Theory]
    [InlineData("<details><summary>Show members</summary>" + Inner + "</details>")]
    [InlineData("<div class=\"accordion\"><button aria-expanded=\"false\">Show members</button><div hidden>" + Inner + "</div></div>")]
    [InlineData("<p><a aria-expanded=\"true\" href=\"#m\">Members</a></p>" + Inner)]
    public void A_table_in_a_cell_has_the_members_of_its_row(string folded)
    {
        var draft = Html("<h2>Response</h2>" + Titles + "<tr><td>size</td><td>integer</td><td>The size.</td></tr>"
            + "<tr><td>owner</td><td>object</td><td>The owner. " + folded
            + "</td></tr><tr><td>state</td><td>string</td><td>The state.</td></tr></table>");

        Has(draft, "response:\n  size: int - The size.\n  owner:\n    type: object\n    members:\n"
            + "      id: int - Its number.\n      name: string - Its name.\n");
        Has(draft, "  state: string - The state.\n");
    }

    [Theory]
    [InlineData("<details><summary>Show members</summary>" + List + "</details>")]
    [InlineData("<div><span aria-expanded=\"false\">Show members</span><div>" + List + "</div></div>")]
    public void A_list_in_a_cell_or_a_definition_has_the_members(string folded)
    {
        Has(Html("<h2>Response</h2>" + Titles + "<tr><td>owner</td><td>object</td><td>The owner. " + folded + "</td></tr></table>"),
            "  owner:\n    type: object\n    members:\n      id: unknown - Its number.\n      name: unknown - Its name.\n");
        var draft = Html("<h2>Response</h2><dl><dt>size</dt><dd>The size.</dd><dt>owner</dt><dd>The owner. " + folded + "</dd></dl>");
        Has(draft, "    members:\n      id: unknown - Its number.\n      name: unknown - Its name.\n");
        Has(draft, "    description: The owner.\n");
    }

    [Fact]
    public void Members_of_members_are_nested()
        => Has(
            Html("<h2>Response</h2>" + Titles + "<tr><td>owner</td><td>object</td><td>The owner.<details><summary>Members</summary>" + Titles
                + "<tr><td>room</td><td>object</td><td>Its room." + Inner + "</td></tr></table></details></td></tr></table>"),
            "      room:\n        type: object\n        members:\n          id: int - Its number.\n          name: string - Its name.\n");

    [Theory]
    [InlineData("Deprecated, use size")]
    [InlineData("Only for racks with a door")]
    public void A_summary_that_says_something_about_the_row_is_kept(string summary)
        => Assert.Contains(
            summary,
            Html("<h2>Response</h2>" + Titles + "<tr><td>owner</td><td>object</td><td>The owner. <details><summary>" + summary + "</summary>" + Inner
                + "</details></td></tr></table>").Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_table_with_other_columns_is_text()
    {
        var draft = Html("<h2>Response</h2>" + Titles + "<tr><td>colour</td><td>string</td><td>The colour.<details><summary>More</summary>"
            + Table("Value,Meaning", "red,Full.", "green,Free.") + "</details></td></tr></table>");

        Has(draft, "  colour: ");
        Assert.Contains("red", draft.Written.Text, StringComparison.Ordinal);
    }
}
