using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Methods and addresses that a page prints apart from each other.</summary>
public sealed class BareMethodTests
{
    private const string Verbs = "<h1>lamps</h1><h2>GET</h2><p>Lists lamps.</p><h3>Response</h3>{0}<h3>Example</h3><pre>GET /api/lamps HTTP/1.1</pre>"
        + "<pre>HTTP/1.1 200 OK\n\n{ \"size\": 1 }</pre><h2>POST</h2><p>Adds a lamp.</p><h3>Request body</h3>{0}<h3>Example</h3>"
        + "<pre>POST /api/lamps HTTP/1.1\n\n{ \"size\": 2 }</pre><h2>DELETE</h2><p>Removes all.</p>";

    [Fact]
    public void A_heading_that_is_a_method_ends_the_section_above()
    {
        var page = Verbs.Replace("{0}", Table("Name,Type", "size,integer"), StringComparison.Ordinal);

        var list = Page(page, "GET");
        Has(list, "function: Lists lamps.\nrequest: GET /api/lamps  # from the example\n");
        Has(list, "  - request header: |\n      GET /api/lamps HTTP/1.1\n");
        Assert.DoesNotContain("POST", list.Written.Text, StringComparison.Ordinal);
        Has(Page(page, "POST"), "function: Adds a lamp.\nrequest: POST /api/lamps  # from the example\n");
        Has(Page(page, "DELETE"), "request: DELETE /lamps  # check: whether the path begins with 'lamps'\n");
    }

    [Theory]
    [InlineData("GET /jobs/move/ (int: id) / (int: place)")]
    [InlineData("GET /jobs/move/(int: id)/(int: place)")]
    [InlineData("GET /jobs/move/{int:id}/{int:place}")]
    public void A_request_line_can_have_types(string line)
        => Has(
            Page("<h1>Move a job</h1><h2>Request</h2><p>" + line + "</p><h2>Status codes</h2><p>200 OK</p>"),
            "request: GET /jobs/move/{id}/{place}\n\npath:\n  id: int\n  place: int\n");

    [Theory]
    [InlineData("app.php/things/")]
    [InlineData("index.cgi/things")]
    public void A_path_can_start_with_a_program(string path)
        => Has(
            Page("<h1>Add a thing</h1><ul><li>URL: " + path + "</li><li>Method: POST</li></ul><h2>Status codes</h2><p>200 OK</p>"),
            "request: POST /" + path + "  # check: whether the path begins with '" + path.Split('/')[0] + "'\n");

    [Fact]
    public void The_address_can_be_the_title()
    {
        var draft = Page("<h1>/api/find</h1><p>Finds racks.</p><h2>Verbs</h2><ul><li>GET</li><li>POST</li></ul><h2>Requests</h2>"
            + Table("Name,Type", "q,string") + "<h3>Example Request</h3><p><b>Query String</b></p><pre>http://host:1/api/find?q=a</pre><p><b>Body</b></p>"
            + "<h2>Response</h2><p>A list of names.</p><h3>Example Response</h3><pre>[ \"a\", \"b\" ]</pre>");

        Has(draft, "request: GET /api/find  # check: the page has other methods\n");
        Has(draft, "query:\n  q: string required not stated\n");
        Has(draft, "response: string[]  # from the example\n");
        Assert.DoesNotContain("body:\n", draft.Written.Text.Split("examples:")[0], StringComparison.Ordinal);
        Assert.Contains("POST", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_address_of_an_example_can_be_its_request()
        => Has(
            Page("<h1>Find racks</h1><h2>Request</h2><p>GET /api/find</p><h2>Example request</h2><pre>http://host:1/api/find?q=a</pre>"
                + "<h2>Example response</h2><pre>[ \"a\" ]</pre>"),
            "  - request header: |\n      http://host:1/api/find?q=a\n    response body: |\n      [ \"a\" ]\n");

    [Fact]
    public void The_method_can_be_a_word_of_the_description()
        => Has(
            Page("<h1>Notes</h1><table><tr><td>URL</td><td>http://[server]:[port]/api/note</td></tr>"
                + "<tr><td>Description</td><td>This <code>GET</code> method lists notes.</td></tr></table>"),
            "request: GET http://[server]:[port]/api/note  # check: the method\n");

    [Fact]
    public void A_sentence_above_the_head_of_a_response_is_none_of_it()
        => Has(
            Page("<h1>Add a rack</h1><h2>Request</h2><p>POST /racks</p><h2>Example response</h2><p>If it works, it returns 201.</p>"
                + "<pre>HTTP/1.1 201 Created\nLocation: /racks/4</pre>"),
            "  - title: If it works, it returns 201.\n    response header: |\n      HTTP/1.1 201 Created\n      Location: /racks/4\n");

    [Fact]
    public void Commands_above_the_request_are_no_title()
    {
        var draft = Page("<h1>List racks</h1><h2>Request</h2><p>GET /racks</p><h2>Example</h2>"
            + "<pre>export KEY=a\nexport HOST=b\n\ncurl https://h/v1/racks</pre>");

        Has(draft, "  - request header: |  # from a base path\n      curl https://h/v1/racks\n");
        Assert.Equal(["export KEY=a", "export HOST=b"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("<p>Base URL: <code>https://h/api/v2</code></p>")]
    [InlineData("<h2>Base URL</h2><p>https://h/api/v2</p>")]
    [InlineData("<h2>URL</h2><p>/api/v2</p>")]
    public void The_base_address_is_not_the_request(string address)
    {
        var page = "<h1>Get a rack</h1>" + address + "<p>GET /api/v2/racks/{id}</p><h2>Status codes</h2><p>200 OK</p>"
            + "<h2>Example request</h2><pre>GET /api/v2/racks/4</pre>";

        Has(Page(page), "request: GET /api/v2/racks/{id}\n");
    }

    private static CheckedDraft Page(string body, string? section = null)
        => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html", section: section);
}
