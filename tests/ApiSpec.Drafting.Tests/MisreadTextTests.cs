using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Text that looks like a request line, a status or the caption of a table, but is about something else.</summary>
public sealed class MisreadTextTests
{
    private const string Response = "<h2>Response</h2>";
    private static readonly string s_id = Table("Name,Type", "id,integer");

    [Theory]
    [InlineData("<h2>Response</h2>{0}<p>Resource: /racks/7</p>")]
    [InlineData("<p>Resource: https://docs.example.com/racks</p><p>GET /racks</p><h2>Response</h2>{0}")]
    [InlineData("<h2>Response</h2>{0}<h2>Errors</h2><p>Address: https://support.example.com/help</p>")]
    [InlineData("<h2>Response</h2>{0}<table><tr><td>Resource</td><td>/dev/sda</td></tr></table>")]
    public void An_address_elsewhere_does_not_replace_the_request(string rest)
    {
        var request = rest.Contains("<p>GET", StringComparison.Ordinal) ? "" : "<p>GET /racks</p>";
        var draft = Page("<h1>Get racks</h1>" + request + rest.Replace("{0}", s_id, StringComparison.Ordinal));

        Has(draft, "request: GET /racks\n");
        Has(draft, "response:\n  id: int\n");
    }

    [Fact]
    public void A_sentence_above_statuses_is_not_lost()
    {
        var draft = Html(Response + s_id + "<p>Racks of closed sites are never returned</p><p>204: The rack is gone.</p><p>404: There is no such rack.</p>");

        Has(draft, "  404: There is no such rack.");
        Assert.Contains(draft.Draft.Unread, static line => line.Text == "Racks of closed sites are never returned");
    }

    [Theory]
    [InlineData("data", "The data fields in the request")]
    [InlineData("items", "Request items")]
    [InlineData("owner", "For owners")]
    public void A_caption_about_something_else_names_no_member_without_a_mark(string member, string caption)
    {
        var draft = Html(Response + Table("Name,Type", "id,integer", member + ",object") + "<h3>" + caption + "</h3>" + Table("Name,Type", "size,integer"));

        Assert.DoesNotContain("  " + member + ":\n    size: int\n", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_before_the_first_code_is_kept()
    {
        var draft = Html("<h2>Status codes</h2><p>Unless the caller is an administrator, it returns 403 for reads and 404 for writes.</p>");

        Has(draft, "  403: Unless the caller is an administrator");
        Has(draft, "  404: Unless the caller is an administrator");
    }

    [Theory]
    [InlineData("<p>Levels of the rack</p><ul><li>100: The rack is quiet.</li><li>200: The rack is busy.</li><li>300: The rack is on fire.</li></ul>")]
    [InlineData("<p>Loads</p><table><tr><th>Status</th><th>Description</th></tr><tr><td>100</td><td>Slow.</td></tr>"
        + "<tr><td>200</td><td>Fast.</td></tr></table>")]
    public void Numbers_after_the_rows_of_a_body_are_doubtful_statuses(string values)
    {
        var statuses = Html(Response + s_id + values).Written.Text.Split('\n')
            .Where(static line => line.StartsWith("  1", StringComparison.Ordinal) || line.StartsWith("  2", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(statuses);
        Assert.All(statuses, static line => Assert.EndsWith("  # check: whether these are statuses", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Status,Schema")]
    [InlineData("Result,Body")]
    public void The_titles_of_a_status_table_are_no_row(string titles)
    {
        var draft = Html(Response + Table(titles, "200,The rack.", "404,No such rack."));

        Has(draft, "status:\n  200:");
        Assert.DoesNotContain(titles.Split(',')[0] + ": unknown", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("You do not need the Operator role to add a rack.")]
    [InlineData("No user needs the Owner role.")]
    public void A_role_that_is_not_needed_is_not_required(string sentence)
        => Assert.DoesNotContain("roles:", Html("<p>" + sentence + "</p>").Written.Text, StringComparison.Ordinal);

    private static CheckedDraft Page(string body) => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html");
}
