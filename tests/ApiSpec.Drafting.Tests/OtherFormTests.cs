using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Several request lines of one operation.</summary>
public sealed class OtherFormTests
{
    private static readonly string s_table = Table("Parameter,Type,Description", "id,string,The rack.", "size,int,The size.");

    [Theory]
    [InlineData("<h2>Request</h2><p>GET /racks</p><p>GET /racks/{id}</p>", "GET /racks/{id}  # check: the page has other request lines")]
    [InlineData("<h2>Request</h2><pre>GET /v1/racks\nGET /v2/racks/{id}</pre>", "GET /v2/racks/{id}  # check: the page has other request lines")]
    [InlineData("<p>GET /racks</p><p>GET /racks/:id</p><p>Lists racks.</p>", "GET /racks/:id  # check: the page has other request lines")]
    [InlineData("<h2>Method</h2><p>GET</p><h2>URL</h2><p>/racks</p><p>/racks/{id}</p>", "GET /racks/{id}  # check: the page has other request lines")]
    [InlineData("<h2>Request</h2><p>GET /racks[/{id}]</p>", "GET /racks/{id}  # check: '/{id}' can be left out; the page has other request lines")]
    [InlineData("<h2>Request</h2><p>GET /racks(/{id})</p>", "GET /racks/{id}  # check: '/{id}' can be left out; the page has other request lines")]
    [InlineData("<h2>Request</h2><p>GET /racks/:id?</p>", "GET /racks/:id  # check: '/:id' can be left out; the page has other request lines")]
    public void A_row_with_the_name_of_a_placeholder_is_in_the_path(string request, string line)
    {
        var draft = Page(request + "<h2>Parameters</h2>" + s_table);

        Has(draft, "request: " + line + "\n\npath:\n  id: string - The rack.\n\nquery:\n  size: int required not stated - The size.\n");
    }

    [Fact]
    public void A_row_of_copied_text_with_the_name_of_a_placeholder_is_in_the_path()
        => Has(
            Support.Drafting.Draft(
                "Get racks\n\nRequest\n\nGET /racks\nGET /racks/{id}\n\nParameters\n\nParameter\tType\tRequired\tDescription\nid\tstring\tYes\tThe rack.\n"
                    + "size\tint\tNo\tThe size.\n\nStatus codes\n200 OK\n", "base"),
            "path:\n  id: string - The rack.\n\nquery:\n  size?: int - The size.\n");

    [Fact]
    public void The_other_line_is_listed()
    {
        var draft = Page("<h2>Request</h2><p>GET /racks</p><p>GET /racks/{id}</p>" + s_table);

        Assert.Contains("GET /racks", draft.Draft.Unread.Select(static line => line.Text));
        Assert.Contains(draft.Draft.Notes, static note => note.Contains("another request line: 'GET /racks' ", StringComparison.Ordinal));
        Assert.DoesNotContain(draft.Draft.Notes, static note => note.Contains("'GET /racks/{id}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET /racks/:id")]
    [InlineData("GET /racks/(id)")]
    public void The_line_of_the_draft_is_in_no_note_and_each_other_line_in_one(string chosen)
    {
        var draft = Page("<h2>Request</h2><p>GET /racks</p><p>" + chosen + "</p><h2>Path parameters</h2>"
            + Table("Parameter,Type,Description", "id,string,The rack.") + "<h2>Query parameters</h2>"
            + Table("Parameter,Type,Description", "size,int,The size."));

        Assert.DoesNotContain(draft.Draft.Notes, note => note.Contains("'" + chosen + "'", StringComparison.Ordinal));
        Assert.Single(draft.Draft.Notes, static note => note.Contains("another request line", StringComparison.Ordinal));
    }

    [Fact]
    public void A_placeholder_of_a_line_that_is_not_written_is_listed()
    {
        var draft = Page("<h2>Request</h2><p>GET /racks/{id}</p><p>GET /sites/{size}/racks</p>" + s_table);

        Has(draft, "request: GET /racks/{id}\n\npath:\n  id: string - The rack.\n");
        Assert.DoesNotContain("size: int", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("size int The size.", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_path_below_a_path_can_be_another_one()
        => Has(
            Page("<h2>Method</h2><p>GET</p><h2>URL</h2><p>/racks/{id}</p><p>/slots/{slot}</p>"),
            "request: GET /racks/{id}/slots/{slot}  # check: whether '/slots/{slot}' is another path\n");

    [Fact]
    public void A_line_with_another_method_is_another_operation()
        => Has(Page("<h2>Request</h2><p>GET /racks</p><p>DELETE /racks/{id}</p>" + s_table), "request: GET /racks\n\nquery:\n  id: string required not stated");

    [Fact]
    public void Optional_parts_of_which_no_row_tells_are_left_out()
        => Has(Page("<h2>Request</h2><p>GET /racks[/{id}[/{slot}]]</p>"), "request: GET /racks  # check: '/{id}/{slot}' can be left out\n");

    private static CheckedDraft Page(string body)
        => Support.Drafting.Draft("<html><body><h1>Get racks</h1>" + body + "</body></html>", "base", "page.html");
}
