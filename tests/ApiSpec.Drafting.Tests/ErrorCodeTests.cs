using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables and lists of error codes, in the forms in which manuals print them.</summary>
public sealed class ErrorCodeTests
{
    [Fact]
    public void A_body_in_JSON_is_no_code()
    {
        var draft = Support.HtmlSection.Html("<h2>Error codes</h2><table><tr><th>Error code</th><th>Description</th></tr>"
            + "<tr><td>{ \"text\": \"No\" }</td><td>HTTP 403 error. No such right.</td></tr><tr><td>E12</td><td>Busy.</td></tr></table>");

        Support.HtmlSection.Has(draft, "error codes:\n  E12: Busy.\n");
        Support.HtmlSection.Has(draft, "  403: HTTP 403 error. No such right.  # check: from the text\n");
    }

    public static TheoryData<string> Forms =>
    [
        Table("Error code,Description", "E1001,The rack is full.", "E1002,The rack is locked."),
        Table("Code,Message", "E1001,The rack is full.", "E1002,The rack is locked."),
        Table("Name,Description", "E1001,The rack is full.", "E1002,The rack is locked."),
        "<ul><li>E1001 - The rack is full.</li><li>E1002 - The rack is locked.</li></ul>",
        "<ul><li><code>E1001</code>: The rack is full.</li><li><code>E1002</code>: The rack is locked.</li></ul>",
        "<dl><dt>E1001</dt><dd>The rack is full.</dd><dt>E1002</dt><dd>The rack is locked.</dd></dl>",
        "<p>E1001</p><p>The rack is full.</p><p>E1002</p><p>The rack is locked.</p>",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Codes_under_the_heading_of_the_error_are_no_members_of_it(string printed)
    {
        var draft = Html("<h2>Error response</h2>" + printed);

        Has(draft, "error codes:\n  E1001: The rack is full.\n  E1002: The rack is locked.\n");
        Assert.DoesNotContain("error:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Codes_are_read_under_their_own_heading(string printed)
    {
        var draft = Html("<h2>Error codes</h2>" + printed);

        Has(draft, "error codes:\n  E1001: The rack is full.\n  E1002: The rack is locked.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Codes_under_the_heading_of_the_response_are_marked(string printed)
    {
        const string Doubt = "  # check: whether these are error codes";

        var draft = Html("<h2>Response</h2>" + Table("Name,Type", "size,integer") + printed);

        Has(draft, $"error codes:\n  E1001: The rack is full.{Doubt}\n  E1002: The rack is locked.{Doubt}\n");
        Has(draft, "response:\n  size: int\n");
        Assert.Empty(draft.Draft.Unread);
    }

    public static TheoryData<string> FormsWithStatus =>
    [
        "<p>RackFull</p><p>The rack is full.</p><p>HTTP Status Code: 400</p><p>RackLost</p><p>No such rack.</p><p>HTTP Status Code: 404</p>",
        "<p><b>RackFull</b></p><p>The rack is full.</p><p>Status: 400 Bad Request</p><p><b>RackLost</b></p><p>No such rack.</p><p>Status: 404 Not Found</p>",
        "<dl><dt>RackFull</dt><dd><p>The rack is full.</p><p>HTTP Status Code: 400</p></dd>"
            + "<dt>RackLost</dt><dd><p>No such rack.</p><p>HTTP Status Code: 404</p></dd></dl>",
        "<dl><dt>RackFull</dt><dd>The rack is full. HTTP status: 400</dd><dt>RackLost</dt><dd>No such rack. HTTP status: 404</dd></dl>",
        Table("Error code,HTTP status,Description", "RackFull,400,The rack is full.", "RackLost,404,No such rack."),
        Table("Error code,Description,HTTP status code", "RackFull,The rack is full.,400 Bad Request", "RackLost,No such rack.,404 Not Found"),
    ];

    [Theory]
    [MemberData(nameof(FormsWithStatus))]
    public void A_status_after_a_code_has_the_code(string printed)
    {
        var draft = Html("<h2>Status codes</h2><p>200 OK</p><h2>Error codes</h2>" + printed);

        // Some of the forms have the message as well.
        Assert.Contains("status:\n  200 OK:\n  400:\n    error codes: [RackFull]\n  404:\n    error codes: [RackLost]\n",
            draft.Written.Text.Replace(" Bad Request", "", StringComparison.Ordinal).Replace(" Not Found", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Has(draft, "error codes:\n  RackFull: The rack is full.\n  RackLost: No such rack.\n");
        Assert.Empty(draft.Draft.Unread);
        Assert.Empty(draft.Spec.Diagnostics);
    }

    [Theory]
    [InlineData("<p>RackFull</p><p>The rack is full.</p><p>HTTP Status Code: 400</p>")]
    [InlineData("<dl><dt>RackFull</dt><dd><p>The rack is full.</p><p>HTTP Status Code: 400</p></dd></dl>")]
    public void A_profile_can_skip_the_status_of_a_code(string printed)
    {
        const string Text = "profile: mine\nextends: base\ntables:\n  error codes:\n    skip: [HTTP Status Code]\n";
        var profile = Profiles.ProfileReader.Read(Text, Profiles.ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        var page = Support.Drafting.Read(Top + "<h2>Status codes</h2><p>200 OK</p><h2>Error codes</h2>" + printed + "</body></html>", "page.html");

        var draft = Support.Drafting.Draft(page, profile);

        Has(draft, "status:\n  200 OK:\n\nerror codes:\n  RackFull: The rack is full.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Error codes\n\nRackFull\n\nThe rack is full.\n\nHTTP Status Code: 400\n\nRackLost\n\nNo such rack.\n\nHTTP Status Code: 400\n")]
    [InlineData("Error codes\n\nError code\tHTTP status\tDescription\nRackFull\t400\tThe rack is full.\nRackLost\t400\tNo such rack.\n")]
    [InlineData("Error codes\n\n| Error code | HTTP status | Description |\n|---|---|---|\n"
        + "| RackFull | 400 | The rack is full. |\n| RackLost | 400 | No such rack. |\n")]
    public void Copied_text_can_have_the_status_of_a_code(string codes)
    {
        var draft = Support.Drafting.Draft("List racks\n\nGET /racks\n\nStatus codes\n\n200 OK\n\n400 Not complete - Ask again.\n\n" + codes, "base");

        Has(draft, "  200 OK:\n  400 Not complete:\n    description: Ask again.\n    error codes: [RackFull, RackLost]\n");
        Has(draft, "error codes:\n  RackFull: The rack is full.\n  RackLost: No such rack.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_new_edition_differs_in_its_error_codes()
    {
        const string Page = "<h2>Error codes</h2>";
        var spec = Html(Page + Table("Error code,HTTP status,Description", "E1001,400,The rack is full.", "E1002,409,The rack is locked.")).Written.Text;

        var other = Html(Page + Table("Error code,HTTP status,Description", "E1001,400,No room.", "E1003,409,The rack is lost."));
        var differences = SpecDifferences.Of(other, spec, TestContext.Current.CancellationToken).Select(static difference => difference.Text).ToList();

        Assert.Contains("error code E1001 is 'The rack is full.' here, and 'No room.' on the page", differences);
        Assert.Contains("the page does not have error code E1002: The rack is locked.", differences);
        Assert.Contains("the page also has error code E1003: The rack is lost.", differences);
        Assert.Contains(differences, static difference => difference.StartsWith("the page also has status 409 error code E1003", StringComparison.Ordinal));
        Assert.Equal(5, differences.Count);
    }

    [Fact]
    public void A_code_keeps_its_sign()
    {
        var draft = Html("<h2>Error codes</h2><p>-32600: The rack is full.</p><p>-32601: The rack is locked.</p>");

        Assert.Matches("error codes:\n  \"?-32600\"?: The rack is full.\n  \"?-32601\"?: The rack is locked.\n", draft.Written.Text);
    }

    [Fact]
    public void Numbers_under_the_heading_of_the_error_can_be_the_values_of_a_member()
    {
        var draft = Html("<h2>Error response</h2>" + Table("Name,Type", "severity,integer")
            + "<p>Values of severity:</p><ul><li>1: Warning of the rack</li><li>2: Error of the rack</li></ul>");

        Assert.DoesNotMatch("\"?1\"?: Warning of the rack\n", draft.Written.Text);
    }

    [Fact]
    public void The_body_and_the_codes_can_be_under_one_heading()
    {
        var draft = Html("<h2>Error response</h2>" + Table("Name,Type,Description", "code,integer,See the codes.") + "<p>The codes are:</p>"
            + Table("Error code,Description", "1001,The rack is full."));

        Has(draft, "error:\n  code: int - See the codes.\n");
        Assert.Matches("error codes:\n  \"?1001\"?: The rack is full.\n", draft.Written.Text);
        Assert.Equal(["The codes are:"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Names_without_a_type_under_the_heading_of_the_error_are_marked()
    {
        var draft = Html("<h2>Error response</h2><ul><li>invalid_id - The id is wrong.</li><li>message - The text.</li></ul>");

        Has(draft, "error:\n  invalid_id: unknown - The id is wrong.  # check: whether it is a member or an error code\n");
    }

    [Fact]
    public void Names_that_are_words_are_codes_under_their_own_heading()
    {
        var draft = Html("<h2>Error codes</h2><ul><li>RackFull: The rack is full.</li></ul>" + Table("Name,Description", "RackLocked,The rack is locked."));

        Has(draft, "error codes:\n  RackFull: The rack is full.  # check: whether it is an error code\n  RackLocked: The rack is locked.\n");
    }

    [Fact]
    public void A_number_without_a_type_is_marked_as_a_member()
        => Has(Html("<h2>Response</h2><dl><dt>state</dt><dd>The state.</dd><dt>1</dt><dd>Open.</dd></dl>"),
            ": unknown - Open.  # check: whether it is a member\n");

    [Fact]
    public void Statuses_under_a_heading_of_error_codes_are_statuses()
    {
        var draft = Html("<h2>Error codes</h2>" + Table("Code,Description", "400,Bad Request", "404,No such rack."));

        Has(draft, "\n  400 Bad Request:\n  404: No such rack.\n");
        Assert.DoesNotContain("error codes:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_that_can_be_statuses_are_marked()
        => Assert.Matches("error codes:\n  \"?400\"?: No such account.  # check: whether these are statuses\n",
            Html("<h2>Error codes</h2>" + Table("Code,Description", "400,No such account.")).Written.Text);

    [Fact]
    public void Repeated_codes_are_listed()
    {
        var draft = Html("<h2>Error codes</h2>" + Table("Error code,Description", "E12,Busy.", "E12,Locked."));

        Has(draft, "error codes:\n  E12: Busy.\n");
        Assert.Equal(["E12 Locked."], draft.Draft.Unread.Select(static line => line.Text));
    }
}
