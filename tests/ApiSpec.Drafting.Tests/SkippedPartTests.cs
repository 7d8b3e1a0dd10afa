using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Parts that the profile leaves out, with requests and headings in them.</summary>
public sealed class SkippedPartTests
{
    private const string Section = "<html><body><h1>List racks</h1><p>GET /racks</p><p>Lists racks.</p><h2>Status codes</h2><p>200 OK</p>";

    [Theory]
    [InlineData("<h2>See also</h2><h3>Create a rack</h3><p>POST /racks</p>")]
    [InlineData("<h2>See also</h2><h3>Create a rack</h3><h4>Related topics</h4><p>POST /racks</p><h4>How it works</h4><p>201 Created</p>")]
    [InlineData("<h2>See also</h2><p>POST /racks</p>")]
    [InlineData("<h2>See also</h2><table><tr><td>POST</td><td>/racks</td></tr></table>")]
    public void Requests_under_a_skipped_heading_are_not_drafted(string skipped)
    {
        var draft = Draft(Section + skipped);

        Has(draft, "request: GET /racks\n");
        Has(draft, "status:\n  200 OK:\n");
        Assert.DoesNotContain("POST", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
        Assert.Empty(draft.Draft.Notes);
    }

    [Theory]
    [InlineData("This call does not require any parameters.", true)]
    [InlineData("This call does not require any parameters, but the header X-Room must be given.", false)]
    public void A_sentence_that_says_more_than_that_a_part_is_empty_is_listed(string text, bool isEmpty)
        => Assert.Equal(isEmpty, !Draft(Section + "<h2>Query parameters</h2><p>" + text + "</p>").Draft.Unread.Any(line => line.Text == text));

    [Fact]
    public void A_heading_in_a_skipped_part_that_the_profile_knows_is_listed()
    {
        var draft = Draft(Section + "<h2>See also</h2><h3>Create a rack</h3><h4>Request</h4><p>POST /racks</p><h4>Response</h4>"
            + Table("Name,Type", "size,integer"));

        Has(draft, "\n# left out with 'See also', line 1: Create a rack\n# not read, line 1: Request\n# not read, line 1: Response\n");
        Assert.DoesNotContain("POST", draft.Written.Text, StringComparison.Ordinal);
        Assert.False(draft.IsComplete);
    }

    [Fact]
    public void A_heading_in_a_skipped_part_that_the_profile_does_not_know_is_named()
    {
        var draft = Draft(Section + "<h2>See also</h2><h3>Shelves</h3><p>They hold racks.</p>");

        Has(draft, "\n# left out with 'See also', line 1: Shelves\n");
        Assert.Empty(draft.Draft.Unread);
        Assert.True(draft.IsComplete);
    }

    [Fact]
    public void A_command_under_a_skipped_heading_is_not_the_request()
        => Assert.DoesNotContain(
            "POST",
            Draft("<html><body><h1>List racks</h1><h2>Status codes</h2><p>200 OK</p><h2>See also</h2><p>http POST example.com/racks name=A</p>").Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_heading_of_the_same_level_ends_the_skipped_part()
        => Has(Draft(Section + "<h2>See also</h2><h3>Racks</h3><p>GET /racks/1</p><h2>Response</h2>" + Table("Name,Type", "size,integer")),
            "response:\n  size: int\n");

    [Fact]
    public void A_section_after_a_skipped_part_is_found()
    {
        const string Page = Section + "<h2>See also</h2><h3>Racks</h3><p>GET /racks/1</p>"
            + "<h1>Create a rack</h1><p>POST /racks</p><h2>Status codes</h2><p>201 Created</p>";

        Has(Support.Drafting.Draft(Page, "base", "page.html", section: "Create a rack"), "request: POST /racks\n");
    }

    [Theory]
    [InlineData("POST /racks", "POST /racks")]
    [InlineData("Shelf groups\n\nCreate a rack\n\nPOST /racks", "Create a rack")]
    public void In_plain_text_a_known_heading_ends_the_skipped_part(string below, string title)
    {
        var page = "List racks\n\nGET /racks\n\nLists racks.\n\nStatus codes\n\n200 OK\n\nSee also\n\n" + below + "\n\nStatus codes\n\n201 Created\n";

        var first = Support.Drafting.Draft(page, "base", section: "List racks");
        var second = Support.Drafting.Draft(page, "base", section: title);

        Has(first, "request: GET /racks\n");
        Assert.DoesNotContain("201", first.Written.Text, StringComparison.Ordinal);
        Has(second, "title: " + title + "  # check: which line is the title\n");
        Has(second, "request: POST /racks\n");
        Has(second, "status:\n  201 Created:\n");
    }

    [Fact]
    public void In_plain_text_requests_under_the_last_heading_are_skipped()
        => Has(Support.Drafting.Draft("List racks\n\nGET /racks\n\nStatus codes\n\n200 OK\n\nSee also\n\nPOST /racks\n\nDELETE /racks\n", "base"),
            "request: GET /racks\n");

    private static Checking.CheckedDraft Draft(string page) => Support.Drafting.Draft(page + "</body></html>", "base", "page.html");
}
