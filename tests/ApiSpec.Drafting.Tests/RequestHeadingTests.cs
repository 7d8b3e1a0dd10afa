using ApiSpec.Drafting.Checking;

namespace ApiSpec.Drafting.Tests;

/// <summary>Pages with several requests, whose sections have the request as title or no title.</summary>
public sealed class RequestHeadingTests
{
    private const string Rows = "<table><tr><th>Name</th><th>Type</th><th>Required</th></tr><tr><td>{0}</td><td>integer</td><td>No</td></tr></table>";

    [Theory]
    [InlineData("GET /racks", "POST /racks")]
    [InlineData("/racks (GET)", "/racks (POST)")]
    [InlineData("/racks [GET]", "/racks [POST]")]
    [InlineData("GET /racks - All racks", "POST /racks - A new rack")]
    public void Each_heading_with_a_request_starts_a_section(string first, string second)
    {
        var page = "<h1>The racks API</h1><ul><li>" + first + "</li><li>" + second + "</li></ul><h2>Operations on racks</h2><h3>" + first
            + "</h3><p>Lists racks.</p><h4>Query parameters</h4>" + Table("size") + "<h3>" + second + "</h3><p>Creates a rack.</p><h4>Request body</h4>"
            + Table("depth");

        Has(Draft(page, first), "request: GET /racks", "query:\n  size?: int\n");
        Has(Draft(page, second), "function: Creates a rack.\nrequest: POST /racks", "body:\n  depth?: int\n");
        Assert.DoesNotContain("depth", Draft(page, first).Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_repeats_the_title_is_read()
    {
        const string All = "<h3>All of it</h3><table><tr><td>{0}</td><td></td></tr></table><h3>Query parameters</h3>";
        var page = "<h1>Racks</h1><h2>/racks (GET)</h2>" + Of(All, "/racks (GET)") + Table("size")
            + "<h2>/shelves (GET)</h2>" + Of(All, "/shelves (GET)") + Table("depth");

        var draft = Draft(page, "/shelves (GET)");

        Has(draft, "request: GET /shelves\n", "query:\n  depth?: int\n");
        Assert.Equal(["All of it"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Sections_with_the_same_title_are_chosen_by_their_requests()
    {
        const string Section = "<h3>GET</h3><p>Lists them.</p><h4>Request</h4><pre>GET {0}</pre><h4>Query parameters</h4>";
        var page = "<h1>The API</h1><h2>/racks</h2>" + Of(Section, "/racks") + Table("size") + "<h2>/shelves</h2>" + Of(Section, "/shelves") + Table("depth");

        var exception = Assert.Throws<Pages.PageException>(() => Draft(page));

        Assert.Equal("page.html: the page has 2 sections; choose one with --section: 'GET /racks', 'GET /shelves'.", exception.Message);
        Has(Draft(page, "GET /shelves"), "request: GET /shelves\n", "query:\n  depth?: int\n");
    }

    [Fact]
    public void One_request_below_a_title_belongs_to_it()
        => Has(
            Draft("<h1>Racks</h1><h2>List racks</h2><h3>GET /racks</h3><h3>Query parameters</h3>" + Table("size")),
            "title: List racks\n", "request: GET /racks\n");

    [Theory]
    [InlineData("<pre>{0}</pre>")]
    [InlineData("<p><code>{0}</code></p>")]
    public void Requests_without_titles_start_sections(string form)
    {
        var page = "<h1>Racks</h1>" + Of(form, "GET /racks") + "<p>Lists racks.</p>" + Table("size") + Of(form, "POST /racks") + "<p>Creates a rack.</p>"
            + Table("depth") + Of(form, "DELETE /racks/{id}") + "<p>Deletes a rack.</p>" + Table("force");

        Has(Draft(page, "Racks"), "request: GET /racks\n", "query:\n  size?: int\n");
        Has(Draft(page, "POST /racks"), "request: POST /racks\n", "body:  # check: the body\n  depth?: int\n");
        Has(Draft(page, "DELETE /racks/{id}"), "request: DELETE /racks/{id}\n", "query:\n  force?: int\n");
    }

    [Fact]
    public void A_request_between_others_needs_no_parameters()
    {
        var page = "<h1>Racks</h1><pre>GET /racks</pre><p>Lists racks.</p>" + Table("size")
            + "<pre>GET /racks/{id}</pre><p>Reads a rack.</p>"
            + "<pre>POST /racks</pre><p>Creates a rack.</p>" + Table("depth") + "<pre>DELETE /racks/{id}</pre><p>Deletes a rack.</p>";

        Has(Draft(page, "GET /racks/{id}"), "function: Reads a rack.\nrequest: GET /racks/{id}\n");
        Has(Draft(page, "POST /racks"), "function: Creates a rack.\nrequest: POST /racks\n", "depth?: int\n");
        Has(Draft(page, "DELETE /racks/{id}"), "function: Deletes a rack.\nrequest: DELETE /racks/{id}\n");
    }

    [Fact]
    public void Requests_without_titles_can_have_the_same_headings()
    {
        const string Parts = "<h3>Query parameters</h3>{0}<h3>Status codes</h3><p>200 OK</p>";
        var page = "<h1>Racks</h1><pre>GET /racks</pre>" + Of(Parts, Table("size")) + "<pre>GET /shelves</pre>" + Of(Parts, Table("depth"));

        Has(Draft(page, "Racks"), "request: GET /racks\n", "query:\n  size?: int\n");
        Has(Draft(page, "GET /shelves"), "request: GET /shelves\n", "query:\n  depth?: int\n");
    }

    [Theory]
    [InlineData("<h2>Response</h2><p>Ask for its state:</p><pre>GET /jobs/{id}</pre><h2>Status codes</h2><p>200 OK</p>")]
    [InlineData("<h2>Response</h2><p>Ask for its state:</p><pre>GET /jobs/{id}</pre>"
        + "<table><tr><th>Name</th><th>Type</th></tr><tr><td>job</td><td>string</td></tr></table>")]
    [InlineData("<h2>Status codes</h2><p>200 OK</p><h2>Example</h2><pre>GET /jobs/{id}</pre><pre>{ \"job\": \"A\" }</pre>")]
    [InlineData("<h2>Status codes</h2><p>200 OK</p><h2>See also</h2><pre>GET /jobs/{id}</pre>")]
    public void A_request_that_the_page_only_mentions_starts_no_section(string rest)
        => Has(Draft("<h1>Start a job</h1><pre>POST /jobs</pre><h2>Query parameters</h2>" + Table("size") + rest), "request: POST /jobs\n");

    private static string Of(string form, string text) => form.Replace("{0}", text, StringComparison.Ordinal);

    private static string Table(string name) => Of(Rows, name);

    private static CheckedDraft Draft(string body, string? section = null)
        => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html", section: section);

    private static void Has(CheckedDraft draft, params string[] lines)
        => Assert.All(lines, line => Assert.Contains(line, draft.Written.Text, StringComparison.Ordinal));
}
