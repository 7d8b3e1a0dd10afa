using ApiSpec.Drafting.Pages;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The choice of a section by its title.</summary>
public sealed class SectionTitleTests
{
    private const string Sections = "<h2 id=\"list\">{0}List racks <a href=\"#list\">#</a></h2><p>Lists racks.</p><p>GET /racks</p>"
        + "<h3>Query parameters</h3><table><tr><th>Name</th><th>Type</th></tr><tr><td>size</td><td>string</td></tr></table>"
        + "<h2 id=\"add\">{0}Add a rack <a href=\"#add\">\u00B6</a></h2><p>Adds a rack.</p><p>POST /racks</p><h3>Status codes</h3><p>201 Created</p>";

    [Theory]
    [InlineData("<div><h3><a href=\"#list\">List racks</a></h3><p><a href=\"#list\">GET /racks</a></p>"
        + "<h3><a href=\"#add\">Add a rack</a></h3><p><a href=\"#add\">POST /racks</a></p></div>")]
    [InlineData("<h2>Contents</h2><ul><li><a href=\"#list\"><b>List racks</b></a></li><li><a href=\"#add\"><b>Add a rack</b></a></li></ul>")]
    [InlineData("<table><tr><td><a href=\"#list\">List racks</a></td><td><a href=\"#list\">GET /racks</a></td></tr>"
        + "<tr><td><a href=\"#add\">Add a rack</a></td><td><a href=\"#add\">POST /racks</a></td></tr></table>")]
    public void Links_in_a_table_of_contents_are_no_sections(string contents)
    {
        var draft = Draft(contents, "List racks");

        Has(draft, "title: List racks\n");
        Has(draft, "request: GET /racks\n");
        Has(draft, "query:\n  size: string");
    }

    [Fact]
    public void Links_to_parts_above_are_text()
        => Assert.Contains(
            "Cat",
            Html("<h2 id=\"cat\">Cat</h2><p>A cat.</p><h2 id=\"dog\">Dog</h2><p>A dog.</p><h2>Response</h2><p>One of:</p>"
                + "<ul><li><a href=\"#cat\">Cat</a></li><li><a href=\"#dog\">Dog</a></li></ul>").Draft.Unread.Select(static line => line.Text));

    [Theory]
    [InlineData("List racks")]
    [InlineData("  list  RACKS ")]
    [InlineData("List racks \u00B6")]
    [InlineData("List racks #")]
    [InlineData("## List racks")]
    [InlineData("3.1 List racks")]
    [InlineData("3. List racks")]
    [InlineData("get /racks")]
    public void Numbers_signs_of_links_spaces_and_case_do_not_matter(string wanted)
    {
        Has(Draft("", wanted), "request: GET /racks\n");
        Has(Draft("", wanted, "3.1 "), "request: GET /racks\n");
    }

    [Fact]
    public void Part_of_a_title_is_enough_if_no_title_is_equal()
    {
        Has(Draft("<h2>Add a rack to a room</h2><p>PUT /rooms</p><h3>Status codes</h3><p>200 OK</p>", "Add a rack"), "request: POST /racks\n");
        Has(Draft("", "Add a"), "request: POST /racks\n");
    }

    [Fact]
    public void Equal_titles_of_sections_are_ambiguous()
        => Assert.Contains("several sections are 'Add a rack'; the page has 'PUT /rooms', 'POST /racks'.",
            Assert.Throws<PageException>(() => Draft("<h2>Add a rack</h2><p>PUT /rooms</p><h3>Status codes</h3><p>200 OK</p>", "Add a rack")).Message,
                StringComparison.Ordinal);

    [Theory]
    [InlineData("200")]
    [InlineData("1")]
    [InlineData("2.1")]
    public void A_heading_without_a_letter_is_no_title(string heading)
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>Status codes</h2><p>201 Created</p><h2>" + heading
            + "</h2><p>POST /racks</p></body></html>", "base", "page.html");

        Has(draft, "title: Add a rack\n");
        Has(draft, "  201 Created:\n");
    }

    private static Checking.CheckedDraft Draft(string contents, string wanted, string number = "")
        => Support.Drafting.Draft("<html><body><h1>API</h1>" + contents + Sections.Replace("{0}", number, StringComparison.Ordinal) + "</body></html>",
            "base", "page.html",
            section: wanted);
}
