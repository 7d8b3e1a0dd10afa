using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Sections without a request line: the page shows the method and the address in other ways, or not at all.</summary>
public sealed class LinelessRequestTests
{
    private const string Rows = "Query parameters\n\nName\tType\tDescription\nlimit\tinteger\tThe number.\n";
    private const string Part = "<table><tr><th>Name</th><th>Type</th></tr><tr><td>size</td><td>integer</td></tr></table>";

    [Theory]
    [InlineData("Path: /racks\nMethod: GET", "GET /racks\n")]
    [InlineData("URL path: /racks\nRequest type: GET", "GET /racks\n")]
    [InlineData("Resource: https://srv.example.com/racks\nMethod: GET", "GET https://srv.example.com/racks\n")]
    [InlineData("Path: /racks", "GET /racks  # check: the method\n")]
    [InlineData("Endpoint: /racks", "GET /racks  # check: the method\n")]
    [InlineData("The URL is /racks.", "GET /racks  # check: the method; from the text\n")]
    [InlineData("Use the address /racks to read all racks.", "GET /racks  # check: the method; from the text\n")]
    [InlineData("Call GET on /racks to read all racks.", "GET /racks  # check: from the text\n")]
    [InlineData("To read all racks, use GET with the URL /racks.", "GET /racks  # check: from the text\n")]
    [InlineData("Send a GET request to /racks.", "GET /racks  # check: from the text\n")]
    public void The_request_is_put_together(string lines, string request)
        => Has(Support.Drafting.Draft("List racks\n\n" + lines + "\n\n" + Rows, "base"), "request: " + request);

    [Theory]
    [InlineData("Delete a rack", "DELETE")]
    [InlineData("Creating a rack", "POST")]
    [InlineData("Retrieve racks", "GET")]
    public void The_verb_of_the_title_suggests_the_method(string title, string method)
        => Has(Support.Drafting.Draft(title + "\n\nPath: /racks\n\n" + Rows, "base"), "request: " + method + " /racks  # check: the method\n");

    [Fact]
    public void An_address_without_a_method_is_named_in_a_note()
    {
        var draft = Support.Drafting.Draft("Rename a rack\n\nPath: /racks\n\n" + Rows, "base");

        Has(draft, "request: unknown  # check: the request line\n");
        Has(draft, "query:\n  limit: int required not stated - The number.\n");
        Assert.Contains("The text has the address /racks, and nothing says its method.", draft.Draft.Notes);
        Assert.Equal(["/racks"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_label_above_a_table_of_its_own_is_no_address()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "path,string,Path: /racks")), "response:\n  path: \"string - Path: /racks\"\n");

    [Fact]
    public void Titles_with_parts_are_sections_without_any_request()
    {
        var drafts = Drafts("<h1>Racks</h1><h2>List racks</h2><p>Returns all racks.</p><h3>Response</h3>" + Part
            + "<h2>Add a rack</h2><p>Adds a rack.</p><h3>Body parameters</h3>" + Part);

        Assert.Equal(["List racks", "Add a rack"], drafts.Select(static draft => draft.Title));
        Has(drafts[1].Draft, "request: unknown  # check: the request line\n\nbody:\n  size: int required not stated\n");
        Assert.DoesNotContain("body:", drafts[0].Draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_without_a_request_is_a_section_beside_others()
    {
        var drafts = Drafts("<h1>Racks</h1><h2>List racks</h2><p>The URL is <code>/racks</code>.</p><h3>Response</h3>" + Part
            + "<h2>Add a rack</h2><p>POST /racks</p><h3>Body parameters</h3>" + Part);

        Assert.Equal(["List racks", "Add a rack"], drafts.Select(static draft => draft.Title));
        Has(drafts[0].Draft, "request: GET /racks  # check: the method; from the text\n");
    }

    [Theory]
    [InlineData("Body parameters", 1)]
    [InlineData("Response", 2)]
    public void Titles_whose_parts_complete_each_other_are_one_section(string part, int sections)
        => Assert.Equal(
            sections,
            Drafts("<h1>Racks</h1><h2>The call</h2><p>GET /racks</p><h2>What it sends</h2><h3>" + part + "</h3>" + Part
                + "<h2>What it returns</h2><h3>Response</h3>" + Part).Count(static draft => draft.Title != "What it sends"));

    [Fact]
    public void Unknown_headings_beside_those_of_parts_are_no_sections()
        => Assert.Equal(
            ["Add a rack"],
            Drafts("<h1>Add a rack</h1><p>POST /racks</p><h2>Request body</h2>" + Part + "<h2>Remarks</h2><h3>Response</h3>" + Part)
                .Select(static draft => draft.Title));

    private static List<(string? Title, Checking.CheckedDraft Draft)> Drafts(string body)
    {
        var page = Support.Drafting.Read("<html><body>" + body + "</body></html>", "page.html");
        var profile = ShippedProfiles.Find("base")!;
        return [.. SectionSplitter.Split(page, profile, TestContext.Current.CancellationToken)
            .Select(section => (section.Title, Support.Drafting.Draft(page, profile, section: section.Title)))];
    }
}
