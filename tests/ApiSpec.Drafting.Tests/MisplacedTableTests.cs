using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables below a heading that is about something else.</summary>
public sealed class MisplacedTableTests
{
    private const string Heading = "<h2>Request body (application/json)</h2>";
    private const string Sample = "<pre>{ \"name\": \"left\" }</pre>";
    private const string Statuses = "status:\n  201: It is there.\n  409: It is locked.\n";

    [Theory]
    [InlineData("<p>Table 5: Response codes</p>", "Code,Description")]
    [InlineData("<p>Table 5: Response codes of this call</p>", "Code,Meaning")]
    [InlineData("<p>Table 5. Codes</p>", "HTTP status,Description")]
    [InlineData("<p>Status codes for racks</p>", "Value,Meaning")]
    [InlineData("", "Response code,Description")]
    public void Codes_below_the_body_are_statuses(string caption, string titles)
    {
        var draft = Post(Heading + Sample + caption + Table(titles, "201,It is there.", "409,It is locked."));

        Has(draft, "body:\n  name: string  # from the sample\n");
        Has(draft, Statuses);
    }

    [Theory]
    [InlineData("Result,Description")]
    [InlineData("Name,Description")]
    [InlineData("Code,Description")]
    public void Codes_that_nothing_else_shows_to_be_statuses_are_marked(string titles)
    {
        var draft = Post(Heading + Sample + "<p>Results</p>" + Table(titles, "201,It is there.", "409,It is locked."));

        Has(draft, "\n  409: It is locked.  # check: whether these are statuses\n");
        Assert.DoesNotContain("409: unknown", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_in_copied_text_are_statuses_as_well()
    {
        const string Page = "Add a rack\n\nPOST /racks\n\nRequest body (JSON)\n\nName\tType\tDescription\nname\tstring\tThe name.\n\n"
            + "Table 5: Response codes for this call\n\nStatus\tMeaning\n201\tIt is there.\n409\tIt is locked.\n";
        var draft = Support.Drafting.Draft(Page, "base");

        Has(draft, "body:\n  name: string required not stated - The name.\n");
        Has(draft, Statuses);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void The_title_Response_above_codes_is_no_heading()
    {
        const string Page = "# Add a rack\n\n`POST /racks`\n\n## Request body (required)\n\n| Name | Type |\n| --- | --- |\n| name | string |\n\n"
            + "Table 5: Response codes\n\n| Response | Meaning |\n| --- | --- |\n| 201 | It is there. |\n| 409 | It is locked. |\n";
        var draft = Support.Drafting.Draft(Page, "base");

        Has(draft, Statuses);
        Assert.DoesNotContain("response:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Error code,Description", "", "  E101: Taken.\n")]
    [InlineData("Error,Meaning", "", "  E101: Taken.\n")]
    [InlineData("Number,Meaning", "<p>States</p>", "  E101: Taken.  # check: whether these are error codes\n")]
    public void Error_codes_below_the_body_are_none_of_its_members(string titles, string caption, string drafted)
    {
        var draft = Post(Heading + Sample + caption + Table(titles, "E101,Taken.", "E102,Full."));

        Has(draft, "error codes:\n" + drafted);
        Assert.DoesNotContain("E101: unknown", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Header,Description", "headers:\n  X-Trace: unknown required not stated - The trace.\n")]
    [InlineData("Query parameter,Description", "query:\n  X-Trace: unknown required not stated - The trace.\n")]
    public void The_title_above_the_names_says_where_they_are(string titles, string drafted)
    {
        var draft = Post(Heading + Sample + Table(titles, "X-Trace,The trace."));

        Has(draft, drafted);
        Has(draft, "body:\n  name: string  # from the sample\n");
    }

    [Fact]
    public void Headers_below_the_response_are_those_of_the_response()
        => Has(
            Html("<h2>Status codes</h2>" + Table("Code,Description", "200,Done.") + "<h2>Response</h2>" + Table("Name,Type", "size,integer")
                + Table("Header,Description", "ETag,The version.")),
            "    headers:\n      ETag: unknown - The version.\n");

    [Fact]
    public void Permissions_below_the_body_are_marked()
    {
        var draft = Post(Heading + Sample + Table("Permission,Description", "racks.write,Changes racks."));

        Has(draft, "roles: [racks.write]  # check: whether these are the roles that may call it\n");
        Assert.DoesNotContain("write: unknown", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_belong_to_the_row_that_the_line_above_them_names()
    {
        var draft = Post(Heading + Table("Name,Type,Description", "state,string,The state.") + "<p>The following values of state are possible:</p>"
            + Table("Value,Description", "open,It is open.", "shut,It is shut."));

        Has(draft, "  state: \"enum open|shut required not stated - The state. open: It is open; shut: It is shut\"  # check: the values\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Values_of_no_row_are_listed()
    {
        var draft = Post(Heading + Sample + Table("Value,Description", "open,It is open.", "shut,It is shut."));

        Assert.DoesNotContain("open: unknown", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["Value Description", "open It is open.", "shut It is shut."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("Exit code,Meaning", "0,Done.")]
    [InlineData("Version,Description", "v2,Adds racks.")]
    public void Rows_below_a_sample_under_an_unknown_title_are_marked(string titles, string row)
        => Has(
            Post(Heading + Sample + Table(titles, row)),
            "  # check: whether '" + titles.Split(',')[0] + "' is the title of names; the sample does not have it\n");

    [Fact]
    public void Members_with_types_can_have_numbers_as_names()
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type,Description", "200,integer,The successes.", "404,integer,The failures."));

        Has(draft, "response:\n  200: int - The successes.\n  404: int - The failures.\n");
    }

    private static CheckedDraft Post(string rest)
        => Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p>" + rest + "</body></html>", "base", "page.html");
}
