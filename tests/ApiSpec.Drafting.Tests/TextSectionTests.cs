using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Plain text with several requests, in which only some of the lines between them are titles.</summary>
public sealed class TextSectionTests
{
    private const string Top = "List racks\n\nGET /racks\n\nLists racks.\n\nStatus codes\n\n200 OK\n";
    private const string Other = "GET /shelves/{id}\n\nReads a shelf.\n\nStatus codes\n\n200 OK\n";

    [Fact]
    public void A_request_with_placeholders_ends_the_example_above()
    {
        const string Page = "List racks\n\nGET /racks\n\nExample response\n\n{ \"size\": 4 }\n\nChange a rack\n\nPUT /racks/:id\n\n"
            + "Body parameters\n\nName\tType\nsize\tinteger\n";

        Has(Support.Drafting.Draft(Page, "base", section: "PUT /racks/:id"), "body:\n  size: int");
    }

    [Fact]
    public void A_status_above_the_next_request_is_no_title()
    {
        const string Page = Top + "404 Not Found\n\n" + Other;

        Has(Support.Drafting.Draft(Page, "base", section: "List racks"), "status:\n  200 OK:\n  404 Not Found:\n");
        Assert.DoesNotContain("404", Support.Drafting.Draft(Page, "base", section: "GET /shelves/{id}").Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_above_a_repeated_heading_is_no_title()
    {
        const string Page = "List racks\n\nRequest line\n\nGET /racks\n\nStatus codes\n\n200 OK\n404 Not Found\n\n"
            + "Request line\n\nGET /shelves\n\nStatus codes\n\n200 OK\n";

        Has(Support.Drafting.Draft(Page, "base", section: "List racks"), "status:\n  200 OK:\n  404 Not Found:\n");
        Assert.DoesNotContain("404", Support.Drafting.Draft(Page, "base", section: "GET /shelves").Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_above_the_next_request_is_no_title()
    {
        const string Page = "List racks\n\nGET /racks\n\nQuery parameters\n\nName  Type  Description\nsize  int  In cm\nname  string  Its name\n\n" + Other;

        Has(Support.Drafting.Draft(Page, "base", section: "List racks"), "  name: string required not stated - Its name\n");
    }

    [Fact]
    public void A_line_above_the_next_request_is_a_marked_title()
        => Has(Support.Drafting.Draft(Top + "\nGet a shelf\n\n" + Other, "base", section: "Get a shelf"),
            "title: Get a shelf  # check: which line is the title\n");
}
