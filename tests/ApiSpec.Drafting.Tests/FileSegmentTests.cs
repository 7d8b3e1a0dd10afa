using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The last word of a path with the ending of a file: <c>/racks/ID.json</c>.</summary>
public sealed class FileSegmentTests
{
    [Theory]
    [InlineData("page.txt", "Change a rack\n\nPUT http://host/api/racks/ID.json\n\nPath parameters\n\nName\tType\tDescription\nID\tinteger\tThe rack.\n")]
    [InlineData(
        "page.md",
        "# Change a rack\n\n`PUT http://host/api/racks/ID.json`\n\n## Path parameters\n\n| Name | Type | Description |\n| --- | --- | --- |\n"
            + "| ID | integer | The rack. |\n")]
    public void A_word_in_the_table_is_a_placeholder(string name, string page)
    {
        var draft = Support.Drafting.Draft(page, "base", name);

        Has(draft, "request: PUT http://host/api/racks/{ID}.json\n");
        Has(draft, "path:\n  ID: int - The rack.\n");
    }

    [Fact]
    public void The_example_shows_the_placeholder()
    {
        var draft = Markdown("`DELETE /racks/ID.json`\n\n### Example\n\n```\nDELETE /racks/7.json HTTP/1.1\n```\n");

        Has(draft, "request: DELETE /racks/{ID}.json\n");
        Has(draft, "path:\n  ID: long  # from the example\n");
    }

    [Fact]
    public void Two_files_are_no_placeholder()
        => Has(Markdown("`DELETE /racks/first.json`\n\n### Example\n\n```\nDELETE /racks/second.json HTTP/1.1\n```\n"), "request: DELETE /racks/first.json");

    [Theory]
    [InlineData("<p>HTTP Method: GET</p><p><code>https://api.<i>&lt;domain&gt;</i>/v1/events</code></p>", "GET https://api.<domain>/v1/events")]
    [InlineData("<p>HTTP Method: GET</p><p>/v1/events</p>", "GET /v1/events")]
    [InlineData("<p>HTTP Method: POST</p><p>https://example.com/v1/events/{id}</p>", "POST https://example.com/v1/events/{id}")]
    public void The_address_can_be_below_its_method(string part, string request)
        => Has(
            Support.Drafting.Draft("<html><body><h1>List events</h1><h2>Request</h2>" + part + "</body></html>", "base", "page.html"),
            "request: " + request);

    [Fact]
    public void Text_below_a_method_is_no_address()
        => Has(
            Support.Drafting.Draft("<html><body><h1>List events</h1><h2>Request</h2><p>HTTP Method: GET</p><p>See https://host/guide.html</p></body></html>",
                "base", "page.html"),
            "request: unknown");

    private static Checking.CheckedDraft Markdown(string request)
        => Support.Drafting.Draft("# Delete a rack\n\n## Request\n\n" + request, "base", "page.md");
}
