using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Numbers before titles, headings and captions.</summary>
public sealed class NumberedPageTests
{
    [Theory]
    [InlineData("4.2 Add a rack", "4.2")]
    [InlineData("4.2: Add a rack", "4.2")]
    [InlineData("4.2) Add a rack", "4.2")]
    [InlineData("4.2 - Add a rack", "4.2")]
    [InlineData("7. Add a rack", "7")]
    public void The_number_of_a_title_is_that_of_the_section(string title, string number)
        => Has(
            Support.Drafting.Draft("<html><body><h1>" + title + "</h1><h2>Request</h2><p>POST /racks</p>", "base", "page.html"),
            "section: " + number + "\ntitle: Add a rack\n");

    [Theory]
    [InlineData("4.2.1 ", "4.2.2 ")]
    [InlineData("1. ", "2. ")]
    [InlineData("1) ", "2) ")]
    [InlineData("(1) ", "(2) ")]
    public void Headings_of_parts_can_have_numbers(string first, string second)
    {
        var draft = Support.Drafting.Draft(
            "<html><body><h1>Add a rack</h1><h2>" + first + "Request</h2><p>POST /racks</p><h2>" + second + "Query parameters</h2>"
            + Table("Name,Type", "size,integer"), "base", "page.html");

        Has(draft, "title: Add a rack\n");
        Has(draft, "request: POST /racks\n");
        Has(draft, "query:\n  size: int required not stated\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Parameters (body)", "body:\n  size: int")]
    [InlineData("Parameters(requestBody):", "body:\n  size: int")]
    [InlineData("Parameters (query)", "query:\n  size: int")]
    [InlineData("Request parameters (form data)", "body form:\n  size: int")]
    public void A_heading_can_have_the_place_of_its_rows(string heading, string rows)
    {
        var draft = Support.Drafting.Draft(
            "<html><body><h1>Add a rack</h1><p>POST /racks</p><p><b>" + heading + "</b></p>" + Table("Name,Type", "size,integer"), "base", "page.html");

        Has(draft, "\n" + rows);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Table 3. Query parameters")]
    [InlineData("Table 3-1: Query parameters")]
    [InlineData("Query parameters")]
    public void A_caption_can_be_the_heading_of_its_table(string caption)
    {
        var table = Table("Name,Type", "size,integer").Replace("<table>", "<table><caption>" + caption + "</caption>", StringComparison.Ordinal);

        var html = Support.Drafting.Draft("<html><body><h1>List racks</h1><p>GET /racks</p>" + table, "base", "page.html");
        var text = Support.Drafting.Draft("List racks\n\nGET /racks\n\n" + caption + "\n\nName\tType\nsize\tinteger\n", "base");

        Has(html, "query:\n  size: int required not stated\n");
        Has(text, "query:\n  size: int required not stated\n");
        Assert.Empty(html.Draft.Unread);
        Assert.Empty(text.Draft.Unread);
    }
}
