using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms in which manuals print statuses, error codes and examples.</summary>
public sealed class StatusFormTests
{
    [Theory]
    [InlineData("<li>200 - OK</li><li>404: Not found - No such rack.</li>", "  200 OK:\n  404 Not found: No such rack.\n")]
    [InlineData("<li>200 - Done</li>", "  200: Done  # check: where the message ends\n")]
    [InlineData("<p>Status: 202, Accepted</p>", "  202 Accepted:\n")]
    [InlineData("<p>Expected Response Code: 201</p>", "  201:\n")]
    [InlineData("<table><tr><th>Code</th><th>Description</th></tr><tr><td>200</td><td>Done.</td></tr><tr><td>400, 404</td><td>Bad.</td></tr></table>",
        "  200: Done.\n  400: Bad.\n  404: Bad.\n")]
    [InlineData("<table><tr><th>Code</th><th>Description</th></tr><tr><td>2xx</td><td>Done.</td></tr><tr><td>4xx, 5xx</td><td>Bad.</td></tr></table>",
        "  2xx: Done.\n  4xx: Bad.\n  5xx: Bad.\n")]
    [InlineData("<table><tr><th>Code</th><th>Description</th></tr><tr><td>200 or 201</td><td>Done.</td></tr><tr><td>500-599</td><td>Bad.</td></tr></table>",
        "  200: Done.\n  201: Done.\n  5xx: Bad.\n")]
    [InlineData("<table><tr><th>Code</th><th>Description</th></tr><tr><td>200 (OK)</td><td>Done.</td></tr><tr><td>401-403</td><td>Bad.</td></tr></table>",
        "  200 OK: Done.\n  4xx: Bad.  # check: the codes 401 to 403\n")]
    [InlineData("<table><tr><th>Code</th><th>Description</th></tr><tr><td>HTTP 200</td><td>Done.</td></tr>"
        + "<tr><td>400 Bad Request, 404 Not Found</td><td>Bad.</td></tr></table>", "  200: Done.\n  400 Bad Request: Bad.\n  404 Not Found: Bad.\n")]
    [InlineData("<table><tr><th>Code</th><th>Description</th></tr><tr><td>`200`</td><td>Done.</td></tr>"
        + "<tr><td>400, 404 Not Found</td><td>Bad.</td></tr></table>",
        "  200: Done.\n  400: Bad.  # check: which code the text belongs to\n  404 Not Found: Bad.\n")]
    [InlineData("<p>When all racks are full, it returns a 200 status code, but if one failed, it will return a 400.</p>",
        "  200: When all racks are full  # check: from the text\n  400: if one failed  # check: from the text\n")]
    [InlineData("<li>200 (OK).</li>", "  200 OK:\n")]
    [InlineData("<li>200 OK</li><li>404 Not found, or 400 racks</li>", "  200 OK:\n  404 Not found: \", or 400 racks\"\n")]
    [InlineData("<li>200 OK, 100 racks at most</li>", "  200 OK: \", 100 racks at most\"\n")]
    [InlineData("<li>200: 100 racks, 404 slots</li>", "  200: 100 racks, 404 slots  # check: where the message ends\n")]
    [InlineData("<p>If all is well, the code will be 200 (OK).</p>", "  200 OK: If all is well, the code will be 200 (OK).  # check: from the text\n")]
    public void Each_form_of_a_status_is_read(string status, string rows)
        => Assert.Contains("status:\n" + rows, Html("<h2>Status codes</h2>" + status).Written.Text, StringComparison.Ordinal);

    [Fact]
    public void An_outcome_in_the_column_of_types_is_no_body()
    {
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Type,Description", "200,Rack,Done.", "202,Success,Queued.")
            + "<h2>Response</h2>" + Table("Name,Type,Description", "size,integer,In cm."));

        Has(draft, "  200: Done.\n  202: Queued.\n");
        Assert.Equal(["type: Success"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Several_bodies_are_several_examples()
    {
        var draft = Html("<h2>Example response</h2><pre>{ \"state\": \"RUNNING\" }</pre><p>or</p><pre>{ \"state\": \"DONE\" }</pre>");

        Has(draft, "  - response body: |\n      { \"state\": \"RUNNING\" }\n  - response body: |\n      { \"state\": \"DONE\" }\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void An_example_on_one_line_is_divided()
    {
        const string Page = "Set a lamp\nURL\nhttps://${ip}/lamps/${lampId}\nAccess Method\nPUT\nExample\n-\nSets the lamp.\n"
            + "Request: PUT /lamps/7 { \"on\": true } Response: { \"done\": true }\n";

        var draft = Support.Drafting.Draft(Page, "oceanstor");

        Has(draft, "- title: Sets the lamp.\n    request header: |\n      PUT /lamps/7\n    request body: |\n      { \"on\": true }\n    response body: |");
    }

    [Fact]
    public void Error_codes_are_read()
    {
        var draft = Html("<h2>Error codes</h2>" + Table("Error code,Description", "4,No such rack.", "E12,Busy."));

        Assert.Matches("error codes:\n  \"?4\"?: No such rack.\n  E12: Busy.\n", draft.Written.Text);
    }
}
