using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables of types under headings that are code, at the level of the heading above them.</summary>
public sealed class CodeHeadingTests
{
    [Theory]
    [InlineData(
        "page.md",
        "# List racks\n\n`GET /racks`\n\n## Response\n\nA JSON object: `RackList`\n\n### Objects\n\n### `RackList`\n\n| Field | Type | Description |\n"
            + "| --- | --- | --- |\n| racks | Array of JSON objects: `Rack` | The racks. |\n\n### `Rack`\n\n"
            + "| Field | Type | Description |\n| --- | --- | --- |\n"
            + "| name | String | The name. |\n")]
    [InlineData(
        "page.html",
        "<html><body><h1>List racks</h1><p>GET /racks</p><h2>Response</h2><p>Returns a <code>RackList</code> object.</p><h3>Objects</h3>"
            + "<h3><code>RackList</code></h3><table><tr><th>Field</th><th>Type</th><th>Description</th></tr><tr><td>racks</td>"
            + "<td>Array of JSON objects: <code>Rack</code></td><td>The racks.</td></tr></table><h3><code>Rack</code></h3><table><tr><th>Field</th>"
            + "<th>Type</th><th>Description</th></tr><tr><td>name</td><td>String</td><td>The name.</td></tr></table></body></html>")]
    [InlineData(
        "page.rst",
        "List racks\n==========\n\n``GET /racks``\n\nResponse\n--------\n\nA JSON object: ``RackList``\n\nObjects\n~~~~~~~\n\n``RackList``\n~~~~~~~~~~~~\n\n"
            + ".. list-table::\n   :header-rows: 1\n\n   * - Field\n     - Type\n     - Description\n   * - racks\n     - Array of JSON objects: ``Rack``\n"
            + "     - The racks.\n\n``Rack``\n~~~~~~~~\n\n.. list-table::\n   :header-rows: 1\n\n   * - Field\n     - Type\n     - Description\n"
            + "   * - name\n     - String\n     - The name.\n")]
    [InlineData(
        "page.adoc",
        "= List racks\n\n`GET /racks`\n\n== Response\n\nA JSON object: `RackList`\n\n=== Objects\n\n=== `RackList`\n\n|===\n|Field |Type |Description\n\n"
            + "|racks |Array of JSON objects: `Rack` |The racks.\n|===\n\n=== `Rack`\n\n|===\n|Field |Type |Description\n\n|name |String |The name.\n|===\n")]
    public void The_tables_are_types(string name, string page)
    {
        var draft = Draft(name, page);

        Has(draft, "response: RackList  # from the text\n");
        Has(draft, "  RackList:\n    racks: Rack[] - The racks.\n");
        Has(draft, "  Rack:\n    name: string - The name.\n");
        Assert.Equal(["Objects"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_heading_that_is_no_code_and_no_type_is_listed()
    {
        var draft = Draft(
            "page.md",
            "# List racks\n\n`GET /racks`\n\n## Response\n\nA JSON object: Limits\n\n### Limits\n\n| Field | Type | Description |\n| --- | --- | --- |\n"
                + "| name | String | The name. |\n");

        Assert.DoesNotContain("Limits:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("Limits", draft.Draft.Unread.Select(static line => line.Text));
    }

    private static CheckedDraft Draft(string name, string page) => Support.Drafting.Draft(page, "base", name);
}
