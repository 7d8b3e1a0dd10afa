using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Samples above the first heading, and requests that only sentences and commands show.</summary>
public sealed class LooseSampleTests
{
    private const string Sample = "<pre>{ \"size\": 4, \"full\": true }</pre>";

    [Fact]
    public void A_sample_with_the_members_of_the_response_is_its_example()
    {
        var draft = Page("<h1>Get a rack</h1>" + Sample + "<p>Reads it.</p><h3>HTTP request</h3><p>GET /racks</p><h3>Response</h3>"
            + Table("Name,Description", "size,In cm.", "full,Whether it is full."));

        Has(draft, "function: Reads it.\n");
        Has(draft, "response:\n  size: int - In cm.  # from the example\n  full: boolean - Whether it is full.  # from the example\n");
        Has(draft, "  - response body: |  # from its members\n      { \"size\": 4, \"full\": true }\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_sample_with_the_members_of_the_body_is_that_of_the_request()
        => Has(
            Page("<h1>Add a rack</h1>" + Sample + "<p>Adds it.</p><h3>HTTP request</h3><p>POST /racks</p><h3>Parameters</h3>"
                + Table("Name,Type", "size,integer", "full,boolean")),
            "  - request body: |  # from its members\n      { \"size\": 4, \"full\": true }\n");

    [Fact]
    public void A_sample_with_other_members_is_listed()
        => Assert.Equal(
            ["{ \"size\": 4, \"full\": true }"],
            Page("<h1>Get a rack</h1>" + Sample + "<p>Reads it.</p><h3>HTTP request</h3><p>GET /racks</p><h3>Response</h3>"
                + Table("Name,Type", "colour,string")).Draft.Unread.Select(static line => line.Text));

    [Fact]
    public void A_request_in_a_sentence_is_marked()
    {
        var draft = Page("<h1>List racks</h1><p>Send a <code>GET</code> request to the URL endpoint <code>/v1/racks</code>.</p><h2>Response</h2>"
            + Table("Name,Type", "size,integer"));

        Has(draft, "request: GET /v1/racks  # check: from the text\n");
        Has(draft, "response:\n  size: int\n");
    }

    [Theory]
    [InlineData("<p>Send a <code>{0}</code> request to the URL endpoint <code>/v1/racks</code>.</p>")]
    [InlineData("<pre>curl -X {0} 'https://localhost:1/v1/racks'</pre>")]
    public void A_page_is_divided_at_requests_in_sentences_and_commands(string request)
    {
        var page = "<h1>The API</h1><h2>List racks</h2>" + request.Replace("{0}", "GET", StringComparison.Ordinal) + "<h3>Query parameters</h3>"
            + Table("Name,Type", "size,integer") + "<h2>Add a rack</h2>" + request.Replace("{0}", "POST", StringComparison.Ordinal)
            + "<h3>Request body</h3>" + Table("Name,Type", "depth,integer");

        Has(Page(page, "Add a rack"), "request: POST /v1/racks  # ");
        Has(Page(page, "Add a rack"), "body:\n  depth: int");
        Has(Page(page, "List racks"), "query:\n  size: int");
    }

    [Theory]
    [InlineData("GET-Request sent: /racks", "request: GET /racks  # check: from the text\n")]
    [InlineData("It sends a <code>GET</code> request to <code>/racks</code>, and reads them.", "request: GET /racks  # check: from the text\n")]
    [InlineData("A GET or POST request does it, see /racks.", "request: unknown")]
    public void A_request_in_a_sentence_has_several_forms(string sentence, string request)
        => Has(Page("<h1>List racks</h1><p>" + sentence + "</p><h2>Status codes</h2><p>200 OK</p>"), request);

    [Fact]
    public void A_table_of_contents_with_requests_is_no_section()
    {
        const string Page = "<h1>Racks</h1><h2>Index</h2>{0}<h2>/racks [GET]</h2><p>Lists racks.</p><h2>/racks [POST]</h2><p>Adds a rack.</p>"
            + "<h2>/shelves [GET]</h2><p>Lists shelves.</p>";
        var page = Page.Replace("{0}", Table("Address,Method", "/racks,GET", "/racks,POST", "/shelves,GET"), StringComparison.Ordinal);

        Has(LooseSampleTests.Page(page, "/racks [GET]"), "function: Lists racks.\nrequest: GET /racks\n");
        Has(LooseSampleTests.Page(page, "/shelves [GET]"), "function: Lists shelves.\nrequest: GET /shelves\n");
    }

    [Fact]
    public void Commands_under_unknown_headings_of_one_request_are_no_sections()
        => Has(
            Page("<h1>List racks</h1><h2>With curl</h2><pre>curl https://h/racks</pre><h2>With a filter</h2><pre>curl https://h/racks?size=4</pre>"),
            "request: GET /racks  # from the example\n");

    private static CheckedDraft Page(string body, string? section = null)
        => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html", section: section);
}
