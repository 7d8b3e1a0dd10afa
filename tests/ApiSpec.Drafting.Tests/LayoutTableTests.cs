using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables that lay out an operation: a heading in the first cell of each row, and its content in the second.</summary>
public sealed class LayoutTableTests
{
    private const string Parameters = "<ul><li><code>size</code>:<ul><li><b>required</b>: false</li><li><b>type</b>: Integer</li>"
        + "<li><b>description</b>: In cm.</li></ul></li></ul>";

    private const string Statuses = "<ul><li><b>Success</b>: 200 (OK)</li><li><b>Error</b>: 404 (Not Found)</li></ul>";

    [Theory]
    [InlineData("description", "parameters", "response codes")]
    [InlineData("Description", "Query parameters", "Status codes")]
    public void Each_row_is_a_heading_with_its_content(string function, string parameters, string statuses)
    {
        var draft = Draft(Row(function, "Lists racks.") + Row(parameters, Parameters) + Row(statuses, Statuses));

        Has(draft, "function: Lists racks.\n");
        Has(draft, "query:\n  size?: int - In cm.\n");
        Has(draft, "  200 OK: ");
        Has(draft, "  404 Not Found: ");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_row_with_another_heading_is_listed()
    {
        var draft = Draft(Row("description", "Lists racks.") + Row("parameters", Parameters) + Row("colour", "All racks are red.")
            + Row("status codes", Statuses));

        Assert.Equal(["colour All racks are red."], draft.Draft.Unread.Select(static line => line.Text));
        Assert.DoesNotContain("colour:", draft.Written.Text, StringComparison.Ordinal);
    }

    private static string Row(string heading, string content) => "<tr><td>" + heading + "</td><td>" + content + "</td></tr>";

    private static CheckedDraft Draft(string rows)
        => Support.Drafting.Draft("<html><body><h1>/racks (GET)</h1><table>" + rows + "</table></body></html>", "base", "page.html");
}
