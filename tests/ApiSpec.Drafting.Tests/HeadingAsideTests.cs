using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Headings and labels with words in parentheses after them.</summary>
public sealed class HeadingAsideTests
{
    private const string List = "<ul><li>name - The name of it.</li><li>size - The size of it.</li></ul>";

    [Theory]
    [InlineData("Parameters (optional)", "query:\n  name?: unknown")]
    [InlineData("Parameters (required)", "query:\n  name: unknown - ")]
    [InlineData("Query parameters (all optional)", "query:\n  name?: unknown")]
    [InlineData("Request body (JSON)", "body:\n  name: unknown")]
    [InlineData("Request body (application/json)", "body:\n  name: unknown")]
    [InlineData("Request body (application/x-www-form-urlencoded)", "body form:\n  name: unknown")]
    [InlineData("Response (200)", "response:\n  name: unknown")]
    [InlineData("Returns (on success)", "response:\n  name: unknown")]
    [InlineData("Response (JSON)", "response:\n  name: unknown")]
    [InlineData("Response (on failure)", "error:\n  name: unknown")]
    public void A_heading_with_parentheses_starts_the_part_that_is_before_them(string heading, string rows)
    {
        var method = rows.StartsWith("query", StringComparison.Ordinal) ? "GET" : "POST";
        Has(Page(method, "<h2>" + heading + "</h2>" + List), rows);
        Has(Page(method, "<p>" + heading + ":</p>" + List), rows);
        Has(Page(method, "<p><b>" + heading + ":</b></p>" + List), rows);
        Has(
            Support.Drafting.Draft(
                "Call racks\n\nRequest\n\n" + method + " /racks\n\n" + heading + ":\n\nname - The name of it.\nsize - The size of it.\n", "base"),
            rows);
    }

    [Fact]
    public void Other_words_are_listed()
    {
        var draft = Page("POST", "<h2>Response body (if the rack exists)</h2>" + List);

        Has(draft, "response:\n  name: unknown - The name of it.\n");
        Assert.Contains("if the rack exists", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_label_in_a_table_has_its_content_in_the_next_cell()
        => Has(
            Support.Drafting.Draft(
                "<html><body><h1>Get a rack</h1><table><tr><td>Method</td><td>GET</td></tr><tr><td>URL</td><td>/racks</td></tr>"
                    + "<tr><td>Response (200):</td><td>{ \"id\": 7 }</td></tr></table></body></html>", "base", "page.html"),
            "status:\n  200:\n\nresponse:\n  id: long");

    [Fact]
    public void A_sentence_with_parentheses_is_no_heading()
        => Assert.DoesNotContain(
            "response:", Page("GET", "<p>Response (see the next page for the format of it)</p>" + List).Written.Text, StringComparison.Ordinal);

    private static CheckedDraft Page(string method, string rest)
        => Support.Drafting.Draft("<html><body><h1>Call racks</h1><h2>Request</h2><p>" + method + " /racks</p>" + rest + "</body></html>", "base", "page.html");
}
