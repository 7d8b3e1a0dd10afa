using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms in which manuals print requests.</summary>
public sealed class RequestFormTests
{
    [Theory]
    [InlineData("application/x-www-form-urlencoded", "body form:  # from the example\n  name: string\n")]
    [InlineData("multipart/form-data; boundary=x", "body multipart:  # from the example\n  name: string\n")]
    [InlineData("application/json", "body:\n  name: string\n")]
    public void The_content_type_of_the_example_says_that_the_body_is_a_form(string type, string rows)
    {
        var page = "<html><body><h1>Create a rack</h1><h2>Request</h2><p>POST /racks</p><h2>Request body</h2>" + Table("Name,Type,Required", "name,string,Yes")
            + $"<h2>Example request</h2><pre>POST /racks HTTP/1.1\nContent-Type: {type}</pre></body></html>";

        Has(Support.Drafting.Draft(page, "base", "page.html"), rows);
    }

    [Fact]
    public void Another_request_line_is_noted_and_listed()
    {
        var draft = Support.Drafting.Draft("Run a job\n\nRequest\n\nPOST /job/{id}/run\nPOST /job/{id}/executions\n\nStatus codes\n\n200 OK\n", "base");

        Assert.Contains("request: POST /job/{id}/run\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["The page has another request line: 'POST /job/{id}/executions' (line 6). Write another spec for it."], draft.Draft.Notes);
        Assert.Equal(["POST /job/{id}/executions"], draft.Draft.Unread.Select(static line => line.Text));
        Assert.False(draft.IsComplete);
    }

    [Theory]
    [InlineData("POST", "body:  # check: the body\n  level: string  # from the sample\n  hosts: ")]
    [InlineData("GET", "")]
    public void A_sample_among_the_parameters_is_the_body_of_a_request_that_has_one(string method, string body)
    {
        const string Sample = "<p>Or send this:</p><pre>{ \"level\": \"...\", \"hosts\": [ \"a\" ] }</pre>";
        var page = "<html><body><h1>Run a job</h1><h2>Request</h2><p>" + method + " /run</p><h2>Parameters</h2><ul><li>level (string): The level</li></ul>"
            + Sample;

        var draft = Support.Drafting.Draft(page, "base", "page.html");

        Assert.Contains("query:\n  level: string", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains(body, draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(body.Length == 0, draft.Draft.Unread.Any(static line => line.Text.StartsWith('{')));
    }

    [Theory]
    [InlineData("DELETE /event/subscription", "", "DELETE", "from the title")]
    [InlineData("Delete a subscription", "<pre>curl -X DELETE https://host/event/Abcde</pre>", "DELETE", "from the example")]
    [InlineData("Get a subscription", "<pre>curl https://host/event/Abcde</pre>", "GET", "from the example")]
    public void An_address_alone_has_the_method_of_the_title_or_the_example(string title, string example, string method, string mark)
    {
        var page = "<html><body><h1>" + title + "</h1>" + example + "<p>Ends it.</p><h2>Request</h2><p>/event/{subscriptionId}</p>";

        var draft = Support.Drafting.Draft(page, "base", "page.html");

        Assert.Contains("function: Ends it.\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("request: " + method + " /event/{subscriptionId}  # " + mark + "\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("{tenant}/racks", "/{tenant}/racks  # check: whether the path begins with 'tenant'")]
    [InlineData("racks/:id", "/racks/:id  # check: whether the path begins with 'racks'")]
    [InlineData("{baseUrl}/racks", "{baseUrl}/racks")]
    [InlineData("base-URL/racks", "base-URL/racks")]
    [InlineData("host:8080/racks", "host:8080/racks")]
    [InlineData("https://{tenant}/racks", "https://{tenant}/racks")]
    public void A_placeholder_before_the_path_is_a_server_if_its_name_says_so(string printed, string request)
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Get racks</h1><h2>Request</h2><p>GET " + printed + "</p>", "base", "page.html");

        Assert.Contains("request: GET " + request + "\n", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/racks/:id/lamps/:id")]
    [InlineData("/racks/{id}/lamps/{id}")]
    [InlineData("/racks/<id>/lamps/<id>")]
    public void A_name_that_is_printed_twice_becomes_two(string printed)
    {
        var draft = Support.Drafting.Draft("Get a lamp\n\nRequest\n\nGET " + printed + "\n\nStatus codes\n\n200 OK\n", "base");

        Assert.Contains("/lamps/{id2}  # check: 'id' is printed twice\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("path:\n  id: unknown", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("\n  id2: unknown", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_may_be_the_request_line()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>GET /racks/{id}</h1><p>Gets a rack.</p><h2>Status codes</h2><p>200 OK</p>", "base", "page.html");

        Assert.Contains("title: GET /racks/{id}\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("request: GET /racks/{id}\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void An_address_of_which_nothing_says_the_method_is_not_read()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Events</h1><h2>Request</h2><p>/event/{id}</p>", "base", "page.html");

        Assert.Contains("request: unknown  # check: the request line\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["/event/{id}"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("# Example response")]
    [InlineData("// Sample response:")]
    public void A_comment_in_a_code_block_divides_its_messages(string comment)
    {
        const string Body = "{'name': 'It is \"up\"', 'ready': True, 'size': None}";
        var code = "<pre>curl https://host/racks/7\n\n" + comment + "\n" + Body + "</pre>";
        var page = "<html><body><h1>Get a rack</h1>" + code + "<p>Gets it.</p><h2>Request</h2><p>GET /racks/{id}</p>";

        var text = Support.Drafting.Draft(page, "base", "page.html").Written.Text;

        Assert.Contains("function: Gets it.\n", text, StringComparison.Ordinal);
        Assert.Contains("  id: long  # from the example\n", text, StringComparison.Ordinal);
        Assert.Contains("  name: string  # from the example\n  ready: boolean  # from the example\n", text, StringComparison.Ordinal);
        Assert.Contains("  - request header: |\n      curl https://host/racks/7\n    response body: |\n      {'name': ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST/API/shelves", "POST /API/shelves  # check: where the method ends")]
    [InlineData("GET/HEAD /shelves", "GET /shelves  # check: the page has other methods")]
    public void Only_known_methods_are_methods(string printed, string request)
        => Assert.Contains(
            "request: " + request + "\n",
            Support.Drafting.Draft("Create a shelf\n\nRequest\n\n" + printed + "\n\nStatus codes\n\n200 OK\n", "base").Written.Text,
            StringComparison.Ordinal);
}
