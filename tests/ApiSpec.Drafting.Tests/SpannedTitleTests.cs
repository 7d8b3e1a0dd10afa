using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Titles and sentences that say where the rows below them are, inside of a table or between two tables.</summary>
public sealed class SpannedTitleTests
{
    private const string Start = "<html><body><h1>Find boats</h1><p>POST /ports/{port}/boats</p><h2>Parameters</h2>";

    [Fact]
    public void Titles_over_all_columns_place_the_rows_below_them()
    {
        var draft = Draft("<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>" + Over("Path parameters") + Row("port") + Over("Query parameters")
            + Row("limit") + Over("Headers") + Row("X-Trace") + Over("Request body") + Row("name") + Row("size") + "</table>");

        Has(draft, "path:\n  port: string - Text.\n\nquery:\n  limit: string required not stated - Text.\n");
        Has(draft, "headers:\n  X-Trace: string required not stated - Text.\n");
        Has(draft, "  name: string required not stated - Text.\n  size: string required not stated - Text.\n");
        Assert.Empty(draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Rows_below_another_title_are_marked()
    {
        var draft = Draft("<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>" + Over("Query parameters") + Row("limit") + Over("Others")
            + Row("trace") + "</table>");

        Has(draft, "  trace: string required not stated - Text.  # check: in which part of the request it is");
        Assert.Equal(["Others"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("Response headers")]
    [InlineData("Error headers")]
    [InlineData("No query parameters")]
    public void A_title_of_another_message_places_no_rows(string title)
    {
        var draft = Draft("<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>" + Over("Query parameters") + Row("limit") + Over(title)
            + Row("X-Trace") + "</table>").Written.Text;

        Assert.DoesNotContain("headers:\n  X-Trace: string required not stated - Text.\n", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("  X-Trace: string required not stated - Text.\n", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_names_another_part_places_the_table_below_it()
    {
        var draft = Draft("<h2>Query parameters</h2>" + Table("Name,Type,Description", "force,boolean,Whether to force it.")
            + "<p>The request body has these members:</p>" + Table("Name,Type,Description", "name,string,The name."));

        Has(draft, "query:\n  force: boolean required not stated - Whether to force it.\n\nbody:");
        Has(draft, "  name: string required not stated - The name.  # from the sentence above\n");
    }

    [Fact]
    public void A_caption_that_names_a_part_places_its_table()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Delete a pump</h1><p>DELETE /pumps/{pump}</p><table>"
            + "<caption>Delete a pump - URL parameters</caption><tr><th>Parameter</th><th>Type</th></tr><tr><td>pump</td><td>integer</td></tr></table>"
            + "<table><caption>Delete a pump - query parameters</caption>"
            + "<tr><th>Parameter</th><th>Type</th></tr><tr><td>force</td><td>boolean</td></tr></table></body></html>", "base", "page.html");

        Has(draft, "path:\n  pump: int  # from the sentence above\n\nquery:\n  force: boolean required not stated  # from the sentence above\n");
        Assert.Empty(draft.Draft.Unread.Select(static line => line.Text));
    }

    private static string Over(string title) => "<tr><td colspan=\"3\">" + title + "</td></tr>";

    private static string Row(string name) => "<tr><td>" + name + "</td><td>string</td><td>Text.</td></tr>";

    private static Checking.CheckedDraft Draft(string rest) => Support.Drafting.Draft(Start + rest + "</body></html>", "base", "page.html");
}
