using ApiSpec.Drafting.Checking;

namespace ApiSpec.Drafting.Tests;

/// <summary>Requests, parameters and messages that a page prints without a heading of their own.</summary>
public sealed class UnheadedPartTests
{
    private const string Rows = "<table><tr><th>Attribute</th><th>Type</th><th>Required</th><th>Description</th></tr>"
        + "<tr><td>id</td><td>integer</td><td>yes</td>"
        + "<td>The rack.</td></tr><tr><td>owner</td><td>string</td><td>no</td><td>Who has it.</td></tr></table>";

    [Fact]
    public void A_table_under_the_request_line_has_the_parameters()
    {
        var draft = Draft("<h1>Get a rack</h1><p>Reads a rack.</p><pre>GET /racks/:id</pre>" + Rows
            + "<p>Example response:</p><pre>{ \"size\": 4 }</pre>");

        Has(draft, "path:\n  id: int - The rack.\n\nquery:\n  owner?: string - Who has it.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("GET", "Parameter", "<tr><td>id</td><td>The rack.</td></tr>")]
    [InlineData("GET", "Query parameter", "")]
    [InlineData("GET", "Name", "<tr><td>id</td><td>The rack.</td></tr>")]
    [InlineData("PUT", "Parameter", "<tr><td>id</td><td>The rack.</td></tr>")]
    public void A_table_without_types_has_the_parameters(string method, string title, string row)
    {
        var table = "<table><tr><th>" + title + "</th><th>Description</th></tr>" + row + "<tr><td>owner</td><td>Its owner.</td></tr></table>";

        var draft = Draft("<h1>Use a rack</h1><pre>" + method + " /racks/:id</pre><p>Uses a rack.</p>" + table);

        Has(draft, method == "GET" ? "query:\n  owner: unknown required not stated - Its owner.\n"
            : "body:  # check: the body\n  owner: unknown required not stated - Its owner.\n");
        Has(draft, "function: Uses a rack.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Parameter\tDescription\nid\tThe rack.\nowner\tIts owner.\n")]
    [InlineData("| Parameter | Description |\n|---|---|\n| id | The rack. |\n| owner | Its owner. |\n")]
    [InlineData("Parameter | Description\n--- | ---\nid | The rack.\nowner | Its owner.\n")]
    public void Copied_text_can_have_a_table_without_types_under_the_request(string table)
    {
        var draft = Support.Drafting.Draft("Get a rack\n\nGET /racks/{id}\n\n" + table + "\nStatus codes\n\n200 OK\n", "base");

        Has(draft, "path:\n  id: unknown - The rack.\n\nquery:\n  owner: unknown required not stated - Its owner.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("<p><b>Request:</b></p><pre>{ \"size\": 4 }</pre><p><b>Response:</b> <code>201 Created</code></p>")]
    [InlineData("<h2>Request</h2><h3>Body</h3><pre>{ \"size\": 4 }</pre><h2>Status codes</h2><p>201 Created</p>")]
    public void A_message_under_the_heading_of_the_request_is_the_body(string parts)
        => Assert.Matches("\nbody:.*\n  size: long", Draft("<h1>Make a rack</h1><pre>POST /racks</pre>" + parts).Written.Text);

    [Fact]
    public void Rows_below_a_message_of_the_request_describe_its_members()
    {
        var draft = Draft("<h1>Make a rack</h1><h2>Request</h2><pre>POST /racks</pre><pre>{ \"name\": \"A\", \"size\": 4 }</pre><p>where:</p>"
            + "<ul><li><code>name</code>: The name of the rack</li></ul><h2>Status codes</h2><p>201 Created</p>");

        Assert.Matches("body:  # check: the body\n  name: string.* - The name of the rack.*\n  size: long", draft.Written.Text);
        Assert.DoesNotContain("query:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("This method has no request body.", "The response has no body.")]
    [InlineData("This endpoint does not require a request body.", "This endpoint has no response body.")]
    public void A_sentence_can_say_that_there_is_no_body(string request, string response)
    {
        var draft = Draft("<h1>Start racks</h1><pre>POST /racks</pre><h2>Request body</h2><p>" + request + "</p><h2>Response body</h2><p>" + response + "</p>");

        Assert.DoesNotMatch("(body|response):", draft.Written.Text);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Query parameter", "query:\n  owner: unknown required not stated - Its owner.\n")]
    [InlineData("Header", "headers:\n  owner: unknown required not stated - Its owner.\n")]
    [InlineData("Form parameter", "body form:\n  owner: unknown required not stated - Its owner.\n")]
    public void The_title_of_the_names_can_say_where_they_are(string title, string rows)
        => Has(
            Draft("<h1>Make a rack</h1><pre>POST /racks</pre><table><tr><th>" + title + "</th><th>Description</th></tr>"
                + "<tr><td>owner</td><td>Its owner.</td></tr></table>"), rows);

    [Fact]
    public void A_table_of_names_that_can_be_anything_is_listed()
        => Assert.Equal(["Name Description", "red For racks."], Draft("<h1>Get racks</h1><pre>GET /racks</pre><table><tr><th>Name</th><th>Description</th></tr>"
            + "<tr><td>red</td><td>For racks.</td></tr></table>").Draft.Unread.Select(static line => line.Text));

    [Fact]
    public void Members_of_the_body_can_be_in_the_same_table()
        => Has(Draft("<h1>Set a rack</h1><pre>PUT /racks/:id</pre>" + Rows + "<h2>Status codes</h2><p>200 OK</p>"),
            "body:  # check: the body\n  owner?: string - Who has it.\n");

    [Fact]
    public void A_table_that_can_have_members_of_the_response_is_marked()
        => Has(Draft("<h1>Get a rack</h1><pre>GET /racks/:id</pre><table><tr><th>Name</th><th>Type</th></tr>"
            + "<tr><td>size</td><td>integer</td></tr></table>"
            + "<h2>Status codes</h2><p>200 OK</p>"), "  size: int required not stated  # check: whether it is a parameter\n");

    [Fact]
    public void A_table_can_have_the_request_line()
    {
        var draft = Draft("<h1>Get a rack</h1><p>Reads a rack.</p><table><tr><th>Method</th><th>Path</th></tr><tr><td>GET</td><td>/racks/:id</td></tr></table>"
            + "<h2>Status codes</h2><p>200 OK</p>");

        Has(draft, "function: Reads a rack.\nrequest: GET /racks/:id\n");
        Assert.Equal(["Method Path"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("https://example.com/v1/racks/42", "request: GET /racks/{id}\n")]
    [InlineData("https://example.com/v1/shelves/42", "request: GET /racks/{id}  # check: the heading above is that of an example\n")]
    public void The_request_line_can_follow_the_command_of_the_example(string address, string request)
        => Has(Draft("<h1>Racks</h1><h2>Get a rack</h2><h3>Code samples</h3><pre>curl -X GET " + address + "</pre><p><code>GET /racks/{id}</code></p>"
            + "<h3>Status codes</h3><p>200 OK</p>"), request);

    [Fact]
    public void A_request_line_after_the_command_of_an_example_starts_a_section()
    {
        const string Page = "<h1>Racks</h1><h2>Get racks</h2><h3>Code samples</h3><pre>curl https://example.com/racks</pre><p>GET /racks</p>"
            + "<h2>Make a rack</h2><h3>Code samples</h3><pre>curl -X POST https://example.com/racks</pre><p>POST /racks</p>";

        Has(Draft(Page, "Make a rack"), "request: POST /racks\n");
        Has(Draft(Page, "Get racks"), "request: GET /racks\n");
    }

    [Fact]
    public void A_blank_line_divides_the_head_and_the_body_of_a_message()
    {
        var draft = Draft("<h1>Set a rack</h1><pre>PUT /racks</pre><h2>Example request</h2>"
            + "<pre>PUT /racks HTTP/1.1\nAccept: application/json\n\n{ \"size\": 4 }</pre>"
            + "<h2>Example response</h2><pre>HTTP/1.1 200\nContent-Type: application/json\n\n{ \"done\": true }</pre>");

        Has(draft, "  - request header: |\n      PUT /racks HTTP/1.1\n      Accept: application/json\n    request body: |\n      { \"size\": 4 }\n"
            + "    response header: |\n      HTTP/1.1 200\n      Content-Type: application/json\n    response body: |\n      { \"done\": true }\n");
    }

    [Fact]
    public void A_status_above_the_body_of_a_response_is_no_part_of_it()
        => Has(Draft("<h1>Get racks</h1><pre>GET /racks</pre><h2>Example responses</h2>"
            + "<blockquote><p>200 Response</p></blockquote><pre>{ \"done\": true }</pre>"),
            "  - response body: |\n      { \"done\": true }\n");

    [Fact]
    public void Two_columns_can_describe_a_row()
        => Has(Draft("<h1>Get racks</h1><pre>GET /racks</pre><h2>Query parameters</h2>"
            + "<table><tr><th>Name</th><th>Description</th><th>Type</th><th>Notes</th></tr>"
            + "<tr><td>size</td><td>In cm</td><td>integer</td><td>Optional. Front only.</td></tr></table>"),
            "  size?: int - In cm. Front only.\n");

    [Theory]
    [InlineData("The zone, defaults to UTC if not given.", "string required not stated - The zone, defaults to UTC if not given.")]
    [InlineData("The zone, defaults to UTC.", "string required not stated default UTC - The zone")]
    public void A_default_with_a_condition_stays_in_the_description(string description, string row)
        => Has(Draft("<h1>Get racks</h1><pre>GET /racks</pre><h2>Query parameters</h2>"
            + "<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>"
            + "<tr><td>zone</td><td>string</td><td>" + description + "</td></tr></table>"), "  zone: " + row + "\n");

    [Fact]
    public void A_value_of_an_unknown_type_has_no_range()
        => Has(Draft("<h1>Get racks</h1><pre>GET /racks</pre><h2>Query parameters</h2>"
            + "<table><tr><th>Name</th><th>Description</th></tr>"
            + "<tr><td>name</td><td>The name. Maximum length: 20.</td></tr></table>"),
            "  name: \"unknown required not stated - The name. Maximum length: 20.\"\n");

    private static CheckedDraft Draft(string body, string? section = null)
        => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html", section: section);

    private static void Has(CheckedDraft draft, string lines) => Assert.Contains(lines, draft.Written.Text, StringComparison.Ordinal);
}
