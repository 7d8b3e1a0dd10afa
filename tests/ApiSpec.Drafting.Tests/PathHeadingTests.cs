using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Pages;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Headings with an address, and headings with its methods under them.</summary>
public sealed class PathHeadingTests
{
    private static readonly string s_list = "<p>Lists racks.</p><h4>Query parameters</h4>" + Table("Name,Type", "size,integer");
    private static readonly string s_add = "<p>Adds a rack.</p><h4>Request body</h4>" + Table("Name,Type", "depth,integer");

    [Theory]
    [InlineData("/racks", "GET", "POST")]
    [InlineData("Racks: <code>/racks</code>", "<code>GET</code>", "<code>POST</code>")]
    [InlineData("All racks [/racks]", "Get", "Post")]
    [InlineData("Racks (/racks)", "GET request", "POST request")]
    public void Each_method_under_an_address_starts_a_section(string address, string first, string second)
    {
        var page = "<h1>The API</h1><h2>" + address + "</h2><h3>" + first + "</h3>" + s_list + "<h3>" + second + "</h3>" + s_add
            + "<h2>/shelves</h2><h3>GET</h3><p>Lists shelves.</p>";

        var draft = Draft(page, "POST /racks");

        Has(draft, "title: POST /racks\n");
        Has(draft, "function: Adds a rack.\nrequest: POST /racks  # from the headings\n");
        Has(draft, "body:\n  depth: int required not stated\n");
        Assert.Empty(draft.Draft.Unread);
        Has(Draft(page, "GET /racks"), "query:\n  size: int required not stated\n");
        Has(Draft(page, "GET /shelves"), "function: Lists shelves.\nrequest: GET /shelves  # from the headings\n");
    }

    [Theory]
    [InlineData("All racks [GET]", "A new rack [POST]")]
    [InlineData("GET - All racks", "POST - A new rack")]
    [InlineData("GET: All racks", "POST: A new rack")]
    public void A_heading_can_have_a_title_and_a_method(string first, string second)
    {
        var page = "<h1>The API</h1><h2>Racks [/racks{?size}]</h2><h3>" + first + "</h3>" + s_list + "<h3>" + second + "</h3>" + s_add;

        Has(Draft(page, "A new rack"), "title: A new rack\n", "function: Adds a rack.\nrequest: POST /racks  # from the headings\n", "body:\n  depth: int");
        Has(Draft(page, "All racks"), "title: All racks\n", "function: Lists racks.\n", "query:\n  size: int");
    }

    [Fact]
    public void A_heading_can_have_a_title_and_its_request()
    {
        var page = "<h1>The API</h1><h2>All racks [GET /racks]</h2>" + s_list + "<h2>A new rack [POST /racks]</h2>" + s_add;

        var draft = Draft(page, "A new rack");

        Has(draft, "title: A new rack\n", "function: Adds a rack.\nrequest: POST /racks\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void The_parts_under_an_address_belong_to_each_of_its_methods()
    {
        var page = "<h1>The API</h1><h2>/racks/{id}</h2><p>One rack.</p><h3>Path parameters</h3>" + Table("Name,Type,Description", "id,string,The rack.")
            + "<h3>GET</h3><p>Reads it.</p><h3>DELETE</h3><p>Removes it.</p>";

        foreach (var method in new[] { "GET", "DELETE" })
        {
            var draft = Draft(page, method + " /racks/{id}");

            Has(draft, "path:\n  id: string - The rack.\n");
            Assert.Equal(method == "GET" ? ["The API", "One rack."] : ["One rack."], draft.Draft.Unread.Select(static line => line.Text));
        }
    }

    [Fact]
    public void An_address_that_starts_with_a_placeholder_continues_the_one_above()
        => Has(
            Draft("<h1>The API</h1><h2>/racks</h2><h3>GET</h3>" + s_list + "<h3>/{id}</h3><h4>GET</h4><p>Reads it.</p>", "GET /racks/{id}"),
            "request: GET /racks/{id}  # from the headings\n");

    [Theory]
    [InlineData("Query")]
    [InlineData("Search")]
    [InlineData("Options")]
    [InlineData("Link")]
    [InlineData("Delete")]
    public void A_heading_under_a_method_is_no_method(string heading)
    {
        var page = "<h1>Racks /racks</h1><h2>GET</h2><p>Lists racks.</p><h3>" + heading + "</h3>" + Table("Name,Type", "size,integer")
            + "<h2>POST</h2><p>Adds a rack.</p>";

        Has(Draft(page, "GET /racks"), "request: GET /racks  # from the headings\n", "size");
        Assert.Contains("the page has 2 sections", Assert.Throws<PageException>(() => Draft(page)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Query")]
    [InlineData("Search")]
    [InlineData("Options")]
    public void A_heading_under_an_address_is_no_rare_method(string heading)
    {
        var page = "<h1>The API</h1><h2>/racks</h2><h3>GET</h3><p>Lists racks.</p><h3>" + heading + "</h3>" + Table("Name,Type", "size,integer");

        Assert.DoesNotContain(heading.ToUpperInvariant() + " /racks", Draft(page, "GET /racks").Written.Text, StringComparison.Ordinal);
        Has(Draft(page), "request: GET /racks  # from the headings\n");
    }

    [Fact]
    public void An_address_under_its_own_heading_is_no_base_address()
    {
        var draft = Draft("<h1>List racks</h1><h2>Method</h2><p>GET</p><h2>URL</h2><p>/racks</p><p>Read one rack with this call:</p><pre>GET /racks/{id}</pre>"
            + "<h2>Query parameters</h2>" + Table("Name,Type", "size,integer"));

        Has(draft, "request: GET /racks", "query:\n  size: int");
        Assert.DoesNotContain("request: GET /racks/{id}", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_under_another_heading_is_not_completed()
        => Has(
            Draft("<h1>Get racks</h1><h2>URL</h2><p>/racks</p><h2>Method</h2><p>GET</p><h2>Status codes</h2><p>200 OK</p>"),
            "request: GET /racks\n");

    [Fact]
    public void Copied_text_can_have_an_address_and_its_methods()
    {
        const string Page = "Racks\n\n/racks\n\nGET\n\nLists racks.\n\nQuery parameters\n\nName\tType\nsize\tinteger\n\nPOST\n\nAdds a rack.\n\n"
            + "Request body\n\nName\tType\ndepth\tinteger\n";

        var draft = Support.Drafting.Draft(Page, "base", section: "POST /racks");

        Has(draft, "request: POST /racks  # from the headings\n");
        Has(draft, "body:\n  depth: int required not stated\n");
        Assert.DoesNotContain("size", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Method\n\nGET\n\nURL\n\n/racks\n")]
    [InlineData("URL\n\n/racks\n\nMethod\n\nGET\n")]
    [InlineData("GET\n\n/racks\n")]
    public void Copied_text_with_one_request_is_read_as_before(string request)
        => Has(Support.Drafting.Draft("List racks\n\n" + request + "\nStatus codes\n\n200 OK\n", "base"), "request: GET /racks\n");

    private static void Has(CheckedDraft draft, params string[] lines) => Assert.All(lines, line => Support.HtmlSection.Has(draft, line));

    private static CheckedDraft Draft(string body, string? section = null)
        => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html", section: section);
}
