using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tabs, details, bold paragraphs and tables that lay out a page.</summary>
public sealed class OpenPartTests
{
    private const string Sent = "<pre>POST /racks\n\n{ \"size\": 4 }</pre>";
    private const string Received = "<pre>HTTP/1.1 201 Created\n\n{ \"id\": \"a\" }</pre>";

    [Theory]
    [InlineData("<ul role=\"tablist\"><li role=\"tab\">Example request</li><li role=\"tab\">Example response</li></ul>"
        + "<div role=\"tabpanel\">{0}</div><div role=\"tabpanel\">{1}</div>")]
    [InlineData("<ul class=\"nav nav-tabs\"><li><a href=\"#sent\">Example request</a></li><li><a href=\"#got\">Example response</a></li></ul>"
        + "<div class=\"tab-content\"><div id=\"sent\">{0}</div><div id=\"got\">{1}</div></div>")]
    [InlineData("<div role=\"tablist\"><button role=\"tab\" aria-controls=\"sent\">Example request</button>"
        + "<button role=\"tab\" aria-controls=\"got\">Example response</button></div><div id=\"sent\">{0}</div><div id=\"got\">{1}</div>")]
    public void The_titles_of_tabs_are_above_their_panels(string tabs)
    {
        var draft = Page("<h1>Add a rack</h1><h2>Request</h2><p>POST /racks</p>"
            + tabs.Replace("{0}", Sent, StringComparison.Ordinal).Replace("{1}", Received, StringComparison.Ordinal));

        Has(draft, "  - request header: |\n      POST /racks\n    request body: |\n      { \"size\": 4 }\n    response header: |\n      HTTP/1.1 201 Created\n"
            + "    response body: |\n      { \"id\": \"a\" }\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_list_of_links_is_no_list_of_tabs()
        => Has(
            Page("<h1>Add a rack</h1><ul><li><a href=\"#r\">Request</a></li><li><a href=\"#s\">Status codes</a></li></ul>"
                + "<h2 id=\"r\">Request</h2><p>POST /racks</p><h2 id=\"s\">Status codes</h2><p>201 Created</p>"),
            "request: POST /racks\n");

    [Fact]
    public void Details_with_a_request_are_a_section()
    {
        const string All = "<h1>Racks</h1><h2>Operations</h2>"
            + "<details><summary>List racks</summary><p><code>GET /racks</code></p><h4>Query parameters</h4>{0}</details>"
            + "<details><summary>Add a rack</summary><p><code>POST /racks</code></p><h4>Request body</h4>{0}</details>";
        var page = All.Replace("{0}", Table("Name,Type", "size,integer"), StringComparison.Ordinal);

        Has(Page(page, "List racks"), "query:\n  size: int required not stated\n");
        Has(Page(page, "Add a rack"), "request: POST /racks\n");
        Has(Page(page, "Add a rack"), "body:\n  size: int required not stated\n");
    }

    [Fact]
    public void Details_without_a_request_belong_to_the_part_around_them()
        => Has(
            Page("<h1>List racks</h1><h2>Request</h2><p>GET /racks</p><h2>Response</h2><details><summary>Show it</summary>" + Table("Name,Type", "size,integer")
                + "</details>"),
            "response:\n  size: int\n");

    [Fact]
    public void Bold_paragraphs_are_headings_if_known_ones_are()
    {
        var draft = Page("<h1>List racks</h1><p><b>Request</b></p><p>GET /racks</p><p><b>Query parameters</b></p>" + Table("Name,Type", "size,integer")
            + "<p><b>Limits of racks</b></p>" + Table("Name,Type", "height,integer"));

        Has(draft, "query:\n  size: int required not stated\n");
        Assert.DoesNotContain("height:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["Limits of racks", "Name Type", "height integer"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_columns_of_a_page_can_be_the_cells_of_a_table()
    {
        var draft = Page("<table><tr><td><h1>List racks</h1><p>GET /racks</p><h2>Query parameters</h2>" + Table("Name,Type", "size,integer")
            + "</td><td><h2>Example response</h2><pre>{ \"size\": 4 }</pre></td></tr></table>");

        Has(draft, "request: GET /racks\n");
        Has(draft, "query:\n  size: int required not stated\n");
        Has(draft, "  - response body: |\n      { \"size\": 4 }\n");
    }

    [Theory]
    [InlineData("h4")]
    [InlineData("h6")]
    public void Headings_can_leave_out_levels(string level)
    {
        var page = "<h1>Racks</h1><h2>List racks</h2><L>Request</L><p>GET /racks</p><L>Query parameters</L>" + Table("Name,Type", "size,integer")
            + "<h2>Add a rack</h2><L>Request</L><p>POST /racks</p><L>Request body</L>" + Table("Name,Type", "size,integer");
        page = page.Replace("<L>", "<" + level + ">", StringComparison.Ordinal).Replace("</L>", "</" + level + ">", StringComparison.Ordinal);

        Has(Page(page, "Add a rack"), "body:\n  size: int required not stated\n");
        Has(Page(page, "List racks"), "query:\n  size: int required not stated\n");
    }

    private static CheckedDraft Page(string body, string? section = null)
        => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html", section: section);
}
