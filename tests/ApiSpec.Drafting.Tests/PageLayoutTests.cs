using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Layouts of whole pages that public manuals have.</summary>
public sealed class PageLayoutTests
{
    private const string Three = "<html><body><h1>Labels</h1><h2>List labels</h2><pre>GET /labels</pre><h3>Response</h3><pre>[{ \"name\": \"a\" }]</pre>"
        + "<h2>Create a label</h2><pre>POST /labels</pre><h3>Parameters</h3><table><tr><th>Name</th><th>Type</th><th>Description</th></tr>"
        + "<tr><td>name</td><td>string</td><td><b>Required</b> The name</td></tr></table><h3>Example</h3><pre>{ \"name\": \"b\" }</pre>"
        + "<h3>Response</h3><pre>{ \"id\": 7, \"name\": \"b\" }</pre><h2>Delete a label</h2><p>Deletes it.</p><pre>DELETE /labels/:id</pre></body></html>";

    [Theory]
    [InlineData("List labels", "request: GET /labels\n")]
    [InlineData("Create a label", "request: POST /labels\n")]
    [InlineData("Delete a label", "request: DELETE /labels/:id\n")]
    public void Request_lines_under_titles_are_separate_sections(string title, string request)
    {
        var draft = Support.Drafting.Draft(Support.Drafting.Read(Three, "page.html"), Profiles.ShippedProfiles.Find("base")!, section: title);

        Has(draft, "title: " + title + "\n");
        Has(draft, request);
        Assert.DoesNotContain(draft.Draft.Unread, static line => line.Text != "Labels");
    }

    [Fact]
    public void Parameters_of_a_method_with_a_body_are_its_members_and_their_example_is_that_of_the_request()
    {
        var draft = Support.Drafting.Draft(Support.Drafting.Read(Three, "page.html"), Profiles.ShippedProfiles.Find("base")!, section: "Create a label");

        Has(draft, "body:  # check: the body\n  name: string - The name  # from the first word\n");
        Has(draft, "response:\n  id: long  # from the sample\n  name: string  # from the sample\n");
        Has(draft, "  - request body: |\n      { \"name\": \"b\" }\n");
    }

    [Fact]
    public void A_request_line_as_a_heading_under_the_title_has_the_placeholders()
    {
        const string Page = "<html><body><h1>Users API</h1><h2>Get a user</h2><h3>GET /users/:guid</h3><h3>Request</h3><pre>GET /users/7</pre></body></html>";

        var draft = Support.Drafting.Draft(Page, "base", "page.html");

        Has(draft, "title: Get a user\n");
        Has(draft, "request: GET /users/:guid\n");
        Assert.DoesNotContain("function", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["Users API"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_table_of_method_and_URL_is_the_request()
    {
        const string Page = "<html><body><h1>Rename</h1><table><tr><th>HTTP Method</th><th>URL</th><th>Auth</th></tr><tr><td>POST</td><td>/rooms/{id}/name</td>"
            + "<td>yes</td></tr></table></body></html>";

        var draft = Support.Drafting.Draft(Page, "base", "page.html");

        Has(draft, "request: POST /rooms/{id}/name\n");
        Assert.Equal(["HTTP Method URL Auth", "yes"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_request_table_belongs_to_the_title_above_it()
    {
        const string Page = "<html><body><h1>Rename</h1><table><tr><th>URL</th><th>Method</th></tr><tr><td>/rooms/name</td><td>POST</td></tr></table>"
            + "<h2>Credentials</h2><p>A token.</p><h2>Status codes</h2><p>200 OK</p></body></html>";

        var draft = Support.Drafting.Draft(Page, "base", "page.html");

        Has(draft, "title: Rename\n");
        Has(draft, "request: POST /rooms/name\n");
    }

    [Theory]
    [InlineData("/rooms/{id}", "/rooms/7?full=true")]
    [InlineData("/rooms/{id}", "/rooms/{id}")]
    [InlineData("/rooms/{id}", "https://host/api/rooms/7")]
    [InlineData("/rooms", "/rooms?full=true")]
    public void A_call_of_the_request_under_a_heading_of_a_lower_level_starts_no_section(string request, string call)
    {
        var page = "<html><body><h1>Get a room</h1><h2>Request</h2><p>GET " + request + "</p><h2>More about parameters</h2><p>For example:</p>"
            + "<pre>GET " + call + "</pre></body></html>";

        var draft = Support.Drafting.Draft(page, "base", "page.html");

        Has(draft, "title: Get a room\n");
        Has(draft, "request: GET " + request + "\n");
    }

    [Theory]
    [InlineData("<p>GET /rooms</p>", "<p>POST /rooms</p>", "POST /rooms")]
    [InlineData("<p>GET /rooms/{id}</p>", "<p>GET /rooms/{id}/beds</p>", "GET /rooms/{id}/beds")]
    [InlineData("<h3>Method</h3><p>GET</p><h3>URL</h3><p>/rooms</p>", "<h3>Method</h3><p>POST</p><h3>URL</h3><p>/rooms</p>", "POST /rooms")]
    [InlineData("<p>GET /buildings/{id}/</p><p>rooms</p>", "<p>GET /buildings/{id}/</p><p>doors</p>", "GET /buildings/{id}/doors")]
    public void Another_request_under_a_heading_of_a_lower_level_is_a_section(string first, string second, string request)
    {
        var page = "<html><body><h1>Rooms</h1>" + first + "<h2>More about rooms</h2>" + second + "</body></html>";

        var draft = Support.Drafting.Draft(page, "base", "page.html", section: "More about rooms");

        Has(draft, "title: More about rooms\n");
        Has(draft, "request: " + request + "\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Response_headers_without_a_status_line_get_the_documented_status()
    {
        var draft = Html("<h2>Status codes</h2><p>200 OK</p><h2>Response header:</h2><pre>Content-Type: text/plain\nX-Trace: 1</pre>");

        Has(draft, "    response header: |  # from the status\n      HTTP/1.1 200 OK\n      Content-Type: text/plain\n      X-Trace: 1\n".TrimStart());
    }

    [Fact]
    public void A_request_line_that_marks_its_placeholders_has_no_others()
    {
        var draft = Html("<h2>Example request</h2><pre>GET /shelves/a/items/3/copy</pre>");

        Has(draft, "request: GET /racks/{id}\n");
        Has(Support.Drafting.Draft(
            "<html><body><h1>Copy</h1><h2>Request</h2><p>POST /drives/{driveId}/items/{itemId}/copy</p><h2>Example request</h2>"
            + "<pre>POST /me/drive/items/3/copy HTTP/1.1</pre></body></html>", "base", "page.html"), "request: POST /drives/{driveId}/items/{itemId}/copy\n");
    }

    [Fact]
    public void A_success_without_content_has_no_body()
        => Assert.DoesNotContain(
            "response:", Html("<h2>Response</h2><p>204 No Content</p><p>Nothing else.</p>").Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_sample_that_is_printed_twice_has_no_constants()
    {
        const string Page = "<html><body><h1>Create a key</h1><h2>Request</h2><p>POST /keys</p><h2>Request body</h2><pre>{ \"name\": \"a\" }</pre>"
            + "<h2>Usage</h2><pre>curl -X POST https://host/keys -d '{ \"name\": \"a\" }'</pre></body></html>";

        Has(Support.Drafting.Draft(Page, "base", "page.html"), "body:\n  name: string  # from the sample\n");
    }

    [Fact]
    public void A_member_of_the_body_can_have_the_name_of_a_placeholder()
    {
        const string Page = "<html><body><h1>Create an organization</h1><h2>Request</h2><p>POST /users/:username/orgs</p><h2>Parameters</h2><table>"
            + "<tr><th>Name</th><th>Type</th></tr><tr><td>username</td><td>string</td></tr><tr><td>site</td><td>string</td></tr></table>"
            + "<h2>Example</h2><pre>{ \"username\": \"a\", \"site\": \"b\" }</pre><h2>Response</h2><p>Status: 201 Created</p></body></html>";

        var draft = Support.Drafting.Draft(Page, "base", "page.html");

        Has(draft, "path:\n  username: unknown  # check");
        Has(draft, "body:  # check: the body\n  username: string required not stated\n  site: string required not stated\n");
    }

    [Fact]
    public void Query_parameters_stay_in_the_query_if_the_page_also_has_parameters()
    {
        var page = "<html><body><h1>Create a job</h1><h2>Request</h2><p>POST /jobs</p><h2>Query parameters</h2>" + Table("Name,Type", "dryRun,boolean")
            + "<h2>Parameters</h2>" + Table("Name,Type", "name,string", "owner.mail,string");

        var draft = Support.Drafting.Draft(page, "base", "page.html");

        Has(draft, "query:\n  dryRun: boolean required not stated\n");
        Has(draft, "body:  # check: the body\n  name: string required not stated\n  owner:");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_placeholder_can_start_with_an_underscore()
    {
        const string Page = "<html><body><h1>Get a message</h1><h2>Request</h2><p>GET /messages/:_id</p><h2>Path variables</h2><table>"
            + "<tr><th>Name</th><th>Type</th></tr><tr><td>_id</td><td>string</td></tr></table></body></html>";

        Has(Support.Drafting.Draft(Page, "base", "page.html"), "request: GET /messages/{_id}\n\npath:\n  _id: string\n");
    }

    [Theory]
    [InlineData("DELETE", "request body")]
    [InlineData("GET", "response body")]
    public void An_example_before_the_response_is_that_of_the_request_if_the_method_changes_something(string method, string key)
        => Has(
            Support.Drafting.Draft(
                $"<html><body><h1>Mails</h1><h2>Request</h2><p>{method} /mails</p><h2>Example</h2><pre>[ \"a\" ]</pre><h2>Response</h2>"
                + "<p>Status: 204 No Content</p></body></html>", "base", "page.html"),
            $"  - {key}: |");

    [Fact]
    public void A_profile_says_what_a_star_means()
    {
        const string Text = "profile: mine\nextends: base\nrequired:\n  \"yes\": [\"*\"]\nunstated:\n  query: optional\n";
        var profile = Profiles.ProfileReader.Read(Text, Profiles.ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        var page = Support.Drafting.Read(Top + "<h2>Query parameters</h2>" + Table("Name,Type", "a*,string", "b,string") + "</body></html>", "page.html");

        Has(Support.Drafting.Draft(page, profile), "query:\n  a: string\n  b?: string\n");
    }
}
