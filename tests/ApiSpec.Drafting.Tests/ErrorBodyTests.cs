using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Bodies of failed responses, in the forms in which manuals print them.</summary>
public sealed class ErrorBodyTests
{
    private const string Rows = "error:\n  code: int - Number of the error\n  text: string\n";

    private static readonly string s_table = Table("Name,Type,Description", "code,integer,Number of the error", "text,string,--");

    [Theory]
    [InlineData("Error response")]
    [InlineData("Error body")]
    [InlineData("Failure response body")]
    public void A_table_under_a_heading_of_its_own_is_the_body_of_failures(string heading)
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type", "name,string") + $"<h2>{heading}</h2>" + s_table);

        Has(draft, "response:\n  name: string\n");
        Has(draft, Rows);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_sample_is_the_body_of_failures_too()
        => Has(Html("<h2>Error response</h2><pre>{ \"code\": 12, \"text\": \"Busy\" }</pre>"),
            "error:\n  code: int  # from the sample\n  text: string  # from the sample\n");

    [Fact]
    public void The_body_under_the_status_of_a_failure_is_that_of_failures()
    {
        var draft = Html("<h2>Response</h2><p>Status code: 200</p>" + Table("Name,Type", "name,string") + "<p>Status code: 400</p>" + s_table
            + "<p>Status code: 500</p>" + s_table);

        Has(draft, "status:\n  200:\n  400:\n  500:\n");
        Has(draft, "response:\n  name: string\n");
        Has(draft, Rows);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_status_table_under_the_heading_is_no_body()
    {
        var draft = Html("<h2>Error responses</h2>" + Table("Code,Description", "400,Bad request.", "404,No such rack."));

        Has(draft, "  400: Bad request.\n  404: No such rack.\n");
        Assert.DoesNotContain("error:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_is_no_body()
    {
        var draft = Html("<h2>Error response</h2><p>See chapter 4.</p>");

        Assert.DoesNotContain("error:", draft.Written.Text, StringComparison.Ordinal);
        Has(draft, "# not read, line 1: See chapter 4.");
    }

    [Fact]
    public void The_heading_of_the_codes_can_be_between_that_of_the_error_and_its_table()
    {
        var draft = Html("<h2>Error response</h2><h3>Error codes</h3>" + Table("Error code,Description", "E1001,Busy.") + s_table);

        Has(draft, Rows);
        Has(draft, "error codes:\n  E1001: Busy.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void The_body_of_the_API_file_is_not_repeated()
    {
        var known = Support.Drafting.Known("api: racks\nclient: Racks\nerror:\n  code: int\n  text: string\n");
        var page = Support.Drafting.Read(Top + "<h2>Error response</h2>" + s_table + "</body></html>", "page.html");

        var draft = Support.Drafting.Draft(page, ShippedProfiles.Find("base")!, known);

        Assert.DoesNotContain("error:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_profile_names_the_heading_and_the_columns()
    {
        const string Text = "profile: mine\nextends: base\nheadings:\n  error: [When it fails]\ntables:\n  error:\n    name: [Slot]\n"
            + "unstated:\n  error: optional\n";
        var profile = ProfileReader.Read(Text, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        var page = Support.Drafting.Read(Top + "<h2>When it fails</h2>" + Table("Slot,Type", "code,integer") + "</body></html>", "page.html");

        Has(Support.Drafting.Draft(page, profile), "error:\n  code?: int\n");
    }

    [Fact]
    public void A_sentence_of_a_profile_stands_for_the_body()
    {
        const string Text = "profile: mine\nextends: base\nrefer:\n  - text: \"See chapter *\"\n    write: { error: unknown }\n";
        var profile = ProfileReader.Read(Text, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        var page = Support.Drafting.Read(Top + "<h2>Error response</h2><p>See chapter 4.</p></body></html>", "page.html");

        Has(Support.Drafting.Draft(page, profile), "error: unknown\n");
    }
}
