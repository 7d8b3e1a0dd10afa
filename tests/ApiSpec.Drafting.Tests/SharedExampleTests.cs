using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>One heading of examples for several requests, and one example for several request lines.</summary>
public sealed class SharedExampleTests
{
    private const string List = "<pre>GET /racks HTTP/1.1\nHost: h\n\nHTTP/1.1 200 OK\n\n{ \"racks\": [] }</pre>";
    private const string Add = "<pre>POST /racks HTTP/1.1\nHost: h\n\n{ \"size\": 3 }</pre><pre>HTTP/1.1 201 Created\n\n{ \"id\": \"a\" }</pre>";

    [Fact]
    public void Each_section_has_the_examples_of_its_request()
    {
        var page = "<h1>Racks</h1><h2>List racks</h2><p>GET /racks</p><h3>Query parameters</h3>" + Table("Name,Type", "page,integer")
            + "<h2>Add a rack</h2><p>POST /racks</p><h3>Request body</h3>" + Table("Name,Type", "size,integer") + "<h2>Examples</h2>" + List + Add;

        var list = Draft(page, "List racks");
        var add = Draft(page, "Add a rack");

        Has(list, "examples:\n  - request header: |\n      GET /racks HTTP/1.1\n");
        Has(list, "{ \"racks\": [] }");
        Assert.DoesNotContain("POST", list.Written.Text.Split("# not read")[0], StringComparison.Ordinal);
        Has(add, "examples:\n  - request header: |\n      POST /racks HTTP/1.1\n");
        Has(add, "{ \"id\": \"a\" }");
        Assert.Contains("Examples", list.Draft.Section!.Parts.Select(static part => part.Heading?.Text));
        Assert.Contains(add.Draft.Notes, static note => note.Contains("is one of another request", StringComparison.Ordinal));
        Assert.DoesNotContain("APISPEC", list.Written.Text + add.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /racks/{id}\n\nDELETE /racks/{id}\n", "GET /racks/4")]
    [InlineData("GET /racks/{id}\n\nGET /racks\n", "GET /racks/4")]
    public void An_example_is_compared_with_all_request_lines(string requests, string own)
    {
        var other = requests.Contains("DELETE", StringComparison.Ordinal) ? "DELETE /racks/4" : "GET /racks";
        var page = "Racks\n\nRequest\n\n" + requests + "\nStatus codes\n\n200 OK\n\nExample request\n\n" + other + "\n\nExample request\n\n" + own + "\n";

        var draft = Support.Drafting.Draft(page, "base");

        Has(draft, "examples:\n  - request header: |\n      " + own + "\n");
        Assert.Contains(other, draft.Draft.Unread.Select(static line => line.Text));
        Assert.DoesNotContain("APISPEC", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_calls_under_one_heading_are_several_examples()
    {
        const string Page = "List racks\n\nGET /racks\n\nStatus codes\n\n200 OK\n\nExamples\n\nAll racks:\n\nGET /racks\n\nHTTP/1.1 200 OK\n\n{ \"a\": 1 }\n\n"
            + "Large racks:\n\nGET /racks\n\nHTTP/1.1 200 OK\n\n{ \"a\": 2 }\n\nRacks are heavy.\n";

        var draft = Support.Drafting.Draft(Page, "base");

        Has(draft, "examples:\n  - title: All racks\n    request header: |\n      GET /racks\n    response header: |\n      HTTP/1.1 200 OK\n"
            + "    response body: |\n      { \"a\": 1 }\n  - title: Large racks\n    request header: |\n");
        Has(draft, "    response body: |\n      { \"a\": 2 }\n");
        Assert.Equal(["Racks are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_sentence_between_two_blocks_of_code_is_no_part_of_a_message()
    {
        var draft = Html("<h2>Example</h2><p>Reads a rack.</p><pre>GET /racks/4</pre><p>The server responds with the rack:</p><pre>{ \"size\": 4 }</pre>");

        Has(draft, "  - title: Reads a rack.\n    request header: |\n      GET /racks/4\n");
        Assert.Equal(["The server responds with the rack:"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_table_ends_an_example()
    {
        var draft = Html("<h2>Example</h2><pre>{ \"size\": 4 }</pre>" + Table("Name,Type,Description", "size,integer,In cm."));

        Has(draft, "response:  # from the table under the example\n  size: int - In cm.  # from the table under the example\n");
        Has(draft, "  - response body: |\n      { \"size\": 4 }\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_table_under_the_message_of_a_response_has_its_members()
    {
        const string Page = "Get a rack\n\nGET /racks\n\nStatus codes\n\n200 OK\n\nExample response\n\n{\n  \"size\": 4\n}\n\n"
            + "Name\tType\tDescription\nsize\tinteger\tIn cm.\n";

        Has(Support.Drafting.Draft(Page, "base"), "response:  # from the table under the example\n  size: int - In cm.  # from the table under the example\n");
    }

    private static CheckedDraft Draft(string body, string? section = null)
        => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html", section: section);
}
