using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Headings that are the address of an operation. Only an example shows the method.</summary>
public sealed class AddressHeadingTests
{
    [Theory]
    [InlineData("Arguments", "<h3>cURL Example</h3><pre>curl -X POST \"http://localhost:1{0}?size=4\"</pre>", "POST /api/{0}  # from the example\n")]
    [InlineData("Parameters", "<h3>Example request</h3><pre>curl -X POST \"http://localhost:1{0}?size=4\"</pre>", "POST /api/{0}  # from the example\n")]
    [InlineData("Query parameters", "<h3>Example</h3><pre>http://localhost:1{0}?size=4</pre>", "GET /api/{0}  # check: the method\n")]
    public void Each_heading_starts_a_section(string parameters, string example, string request)
    {
        var draft = Page(parameters, example, "/api/racks/fill");

        Has(draft, "title: /api/racks/fill\n");
        Has(draft, "request: " + request.Replace("/api/{0}", "/api/racks/fill", StringComparison.Ordinal));
        Assert.DoesNotContain("/api/racks/empty", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_a_group_starts_no_section()
    {
        var draft = Support.Drafting.Draft(
            "<html><body><h1>Racks</h1><h2>/racks</h2><h3>List racks</h3><p>GET /racks</p><h4>Response</h4>" + Table("Name,Type", "size,integer")
            + "<h2>/rooms</h2><h3>List rooms</h3><p>GET /rooms</p><h4>Response</h4>" + Table("Name,Type", "depth,integer") + "</body></html>",
            "base", "page.html", section: "List rooms");

        Has(draft, "title: List rooms\n");
        Has(draft, "request: GET /rooms\n");
    }

    private static CheckedDraft Page(string parameters, string example, string section)
    {
        var sections = new[] { "/api/racks/empty", "/api/racks/fill", "/api/racks/open" }.Select(address => "<h2>" + address + "</h2><p>Changes a rack.</p><h3>"
            + parameters + "</h3>" + Table("Name,Type", "size,integer") + "<h3>Response</h3>" + Table("Name,Type", "full,boolean")
            + example.Replace("{0}", address, StringComparison.Ordinal));
        return Support.Drafting.Draft("<html><body><h1>The API</h1><h2>Before you start</h2><p>Read this.</p>" + string.Concat(sections) + "</body></html>",
            "base", "page.html", section: section);
    }
}
