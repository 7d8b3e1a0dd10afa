using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables of two columns: parameters under titles of which one is known, and the parts of the page by their labels.</summary>
public sealed class TwoTitleTests
{
    private const string Rows = "query:\n  name: unknown required not stated - The name of the rack.\n  size: unknown required not stated - The size of the "
        + "rack.\n";

    [Theory]
    [InlineData("Parameter", "Usage", "th")]
    [InlineData("Parameter", "Usage", "td")]
    [InlineData("<b>Parameter</b>", "<b>What it does</b>", "td")]
    [InlineData("Option", "Description", "td")]
    [InlineData("Setting", "Description", "th")]
    [InlineData("Parameters", "Info", "td")]
    [InlineData("Parameter name", "Parameter description", "td")]
    public void The_titles_are_no_row(string first, string second, string element)
    {
        var draft = Html("<h2>Query parameters</h2><table><tr>" + Cells(first, second, element) + "</tr><tr>" + Cells("name", "The name of the rack.", "td")
            + "</tr><tr>" + Cells("size", "The size of the rack.", "td") + "</tr></table>");

        Has(draft, Rows);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void The_titles_below_a_caption_are_no_row()
        => Has(
            Html("<h2>Query parameters</h2><table><caption>Table 2. Parameters</caption><tr><td>Parameter</td><td>Usage</td></tr>"
                + "<tr><td>name</td><td>The name of the rack.</td></tr><tr><td>size</td><td>The size of the rack.</td></tr></table>"),
            Rows);

    [Fact]
    public void The_titles_in_copied_text_are_no_row()
        => Has(
            Support.Drafting.Draft(
                "List racks\n\nRequest\n\nGET /racks\n\nQuery parameters\n\nParameter\tUsage\nname\tThe name of the rack.\nsize\tThe size of the rack.\n\n"
                    + "Status codes\n\n200 OK\n", "base"),
            Rows);

    [Fact]
    public void Without_names_below_the_titles_are_listed()
    {
        var draft = Page("<table><tr><th>Property</th><th>Value</th></tr><tr><td>Method</td><td>GET</td></tr><tr><td>URL</td><td>/racks</td></tr></table>");

        Has(draft, "request: GET /racks\n");
        Assert.DoesNotContain("Property:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_labels_has_the_parts_of_the_page()
        => Has(
            Page("<table><tr><td>Method</td><td>POST</td></tr><tr><td>URL</td><td>/racks</td></tr>"
                + "<tr><td>Request body</td><td>{ \"name\": \"left\", \"full\": true }</td></tr><tr><td>Returns</td><td>{ \"id\": 7 }</td></tr></table>"),
            "request: POST /racks\n\nbody:\n  name: string  # from the sample\n  full: boolean  # from the sample\n\n"
                + "response:\n  id: long  # from the sample\n");

    [Fact]
    public void A_row_that_has_a_capital_stays_a_row()
        => Has(
            Html("<h2>Query parameters</h2><table><tr><td>Size</td><td>The size of all racks.</td></tr><tr><td>Name</td><td>The name of it.</td></tr></table>"),
            "query:\n  Size: unknown required not stated - The size of all racks.\n  Name: unknown");

    private static string Cells(string first, string second, string element) => $"<{element}>{first}</{element}><{element}>{second}</{element}>";

    private static CheckedDraft Page(string body)
        => Support.Drafting.Draft("<html><body><h1>Call racks</h1>" + body + "</body></html>", "base", "page.html");
}
