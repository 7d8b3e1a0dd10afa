using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Headings inside examples, and what the values of an example show about the rows.</summary>
public sealed class ExampleHeadingTests
{
    private const string Top = "<html><body><h1>Get a rack</h1><h2>Request</h2><p>GET /racks</p><h2>Status codes</h2>"
        + "<table><tr><th>Code</th><th>Description</th></tr><tr><td>200</td><td>Done.</td></tr></table>";

    private const string Rows = "<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr>"
        + "<tr><td>size</td><td>integer</td><td>In cm.</td></tr></table>";

    [Theory]
    [InlineData("")]
    [InlineData("<h4>See also</h4><p>The shelves.</p>")]
    [InlineData("<h4>Hints</h4>")]
    public void A_heading_under_the_one_of_an_example_stays_inside_it(string between)
    {
        var draft = Draft(Rows + "<h2>Example</h2><p>Reads it.</p><h4>Usage</h4><pre>curl http://h/racks</pre><h4>Request URL</h4><pre>http://h/racks</pre>"
            + between + "<h4>Response body</h4><pre>{ \"size\": 3 }</pre><h4>Response code</h4><p>200</p>");

        Has(draft, "response:\n  size: int - In cm.\n");
        Has(draft, "    response header: |  # from the status\n      HTTP/1.1 200\n    response body: |\n      { \"size\": 3 }\n");
        Has(draft, "status:\n  200: Done.\n");
        Assert.Equal(1, draft.Written.Marked);
    }

    [Fact]
    public void An_address_that_the_request_does_not_have_is_listed()
    {
        var draft = Draft(Rows + "<h2>Example</h2><h4>Request URL</h4><pre>http://h/shelves</pre><h4>Response body</h4><pre>{ \"size\": 3 }</pre>");

        Assert.Equal(["http://h/shelves"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_heading_of_the_same_level_ends_the_example()
        => Has(Draft("<h2>Example</h2><pre>curl http://h/racks</pre><h2>Response body</h2>" + Table("Name,Type,Description", "size,integer,In cm.")),
            "response:\n  size: int - In cm.\n");

    [Fact]
    public void The_example_shows_null_large_numbers_and_members_that_can_be_missing()
    {
        var draft = Draft("<h2>Response</h2>"
            + Table("Name,Type,Description", "time,integer,In ms.", "error,string,The error.", "size,integer,In cm.", "name,string,Name.")
            + "<h2>Example</h2><h3>Response body</h3><pre>{ \"time\": 5000000000, \"error\": null, \"size\": 3 }</pre>");

        Has(draft, "response:\n  time: long - In ms.  # from the example\n  error: string or null - The error.  # from the example\n  size: int - In cm.\n"
            + "  name?: string - Name.  # from the example\n");
    }

    [Fact]
    public void Equal_strings_in_two_samples_are_marked()
    {
        var draft = Draft("<h2>Response body</h2><pre>{ \"mode\": \"AUTO\", \"name\": \"string\" }</pre>"
            + "<h2>Example</h2><h3>Example response</h3><pre>{ \"mode\": \"AUTO\", \"name\": \"main\" }</pre>");

        Has(draft, "  mode: string always AUTO  # from the example\n");
    }

    [Fact]
    public void The_type_column_of_the_status_table_is_the_body()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Get a rack</h1><h2>Request</h2><p>GET /racks</p><h2>Status codes</h2>"
            + Table("Code,Type,Description", "200,Rack,Done.", "202,Job,Started.", "4XX,Fault,Bad.")
            + "<h3>Rack</h3>" + Table("Name,Type,Description", "size,integer,In cm.")
            + "<h3>Fault</h3>" + Table("Name,Type,Description", "text,string,Why."), "base", "page.html");

        Has(draft, "status:\n  200: Done.\n  202:\n    description: Started.\n    response: unknown  # check: type 'Job'\n  4xx: Bad.\n");
        Has(draft, "\nresponse: Rack\n");
        Has(draft, "\nerror: Fault\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_type_that_the_page_does_not_describe_is_marked()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Get a rack</h1><h2>Request</h2><p>GET /racks</p><h2>Status codes</h2>"
            + Table("Code,Type,Description", "200,Rack,Done."), "base", "page.html");

        Has(draft, "response: unknown  # check: type 'Rack'\n");
    }

    [Fact]
    public void Every_cell_of_a_status_table_is_used_or_listed()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Get a rack</h1><h2>Request</h2><p>GET /racks</p><h2>Status codes</h2>"
            + Table("Code,Description,Required,Unit", "200,Done.,Sometimes,cm"), "base", "page.html");

        Assert.Equal(["Required: Sometimes", "Unit: cm"], draft.Draft.Unread.Select(static line => line.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_request_at_another_address_is_marked_and_listed()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Get racks</h1><p>Reads them.</p><table><tr><td>GET</td><td>Local</td><td>http://a/x/racks</td></tr>"
            + "<tr><td>GET</td><td>Cloud</td><td>http://b:99/x/racks</td></tr></table><h2>Status codes</h2>" + Table("Code,Description", "200,Done."),
            "base", "page.html");

        Has(draft, "request: GET http://a/x/racks  # check: another address with the same path\n");
        Assert.Contains("GET http://b:99/x/racks", draft.Draft.Unread.Select(static line => line.Text));
    }

    private static CheckedDraft Draft(string rest) => Support.Drafting.Draft(Top + rest + "</body></html>", "base", "page.html");
}
