using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Pages;
using ApiSpec.Tests.Support;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Markdown whose author wrote parts of it as HTML, or as shortcodes of a site generator.</summary>
public sealed class MarkdownHtmlTests
{
    private const string Top = "# The racks API\n\n## List racks\n\n`GET /racks`\n\n### Query parameters\n\n";

    private static readonly string[] s_above = ["The racks API"];

    private const string Rows = "query:\n  limit?: int ..100 - The number of racks.\n  sort: enum name|size\n";

    [Theory]
    [InlineData("<table><tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr><tr><td>limit</td><td>integer</td><td>No</td>"
        + "<td>The number of <a href=\"#n\">racks</a>. At most 100.</td></tr><tr><td>sort</td><td>string</td><td>Yes</td>"
        + "<td>One of:<ul><li>name</li><li>size</li></ul></td></tr></table>")]
    [InlineData("<div class=\"wide\">\n<table>\n  <tr>\n    <th>Name</th>\n    <th>Type</th>\n    <th>Required</th>\n"
        + "    <th>Description</th>\n  </tr>\n\n"
        + "  <tr>\n    <td>limit</td>\n\n    <td>integer</td><td>No</td>\n    <td>The number of racks.\n    At most 100.</td>\n  </tr>\n"
        + "  <tr><td><code>sort</code></td><td>string</td><td>Yes</td><td>One of:<ul><li><code>name</code></li><li><code>size</code></li></ul></td>"
        + "</tr>\n</table>\n</div>")]
    [InlineData("    <TABLE>\n    <TR><TH>Name<TH>Type<TH>Required<TH>Description\n    <TR><TD>limit<TD>integer<TD>No<TD>The number of racks. At most 100."
        + "\n    <TR><TD>sort<TD>string<TD>Yes<TD>One of: <UL><LI>name<LI>size</UL>\n    </TABLE>")]
    public void A_table_in_HTML_is_read_like_one_in_Markdown(string table)
    {
        var draft = Draft(Top + table + "\n\n### Status codes\n\n| Code | Meaning |\n| --- | --- |\n| 200 | OK |\n");

        Has(draft, Rows);
        Has(draft, "status:\n  200 OK");
        Assert.Equal(s_above, draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Headings_code_and_lists_of_definitions_in_HTML_are_read()
    {
        var draft = Support.Drafting.Draft(
            "# The racks API\n\n<h2>Get a rack</h2>\n\n<h3>Request</h3>\n<pre><code>GET /racks/{id}\n</code></pre>\n\n"
            + "### Status codes\n\n<dl>\n<dt>200 OK</dt>\n<dd>The rack.</dd>\n<dt>404 Not Found</dt>\n<dd>No such rack.</dd>\n</dl>\n",
            "base", "page.md", section: "Get a rack");

        Has(draft, "request: GET /racks/{id}\n");
        Has(draft, "status:\n  200 OK: The rack.\n  404 Not Found: No such rack.\n");
        Assert.Equal(s_above, draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_list_in_a_cell_has_the_values_of_its_row()
        => Has(
            Draft(Top + "| Name | Type | Required | Description |\n| --- | --- | --- | --- |\n| limit | integer | No | The number of racks. At most 100. |\n"
                + "| sort | string | Yes | One of:<ul><li>`name`</li><li>`size`</li></ul> |\n"),
            Rows);

    [Fact]
    public void A_list_after_a_sentence_is_separated_by_a_space()
    {
        var line = Lines("| a | b |\n| --- | --- |\n| The `<id>`.<ul><li>on</li><li>off</li></ul> | c |\n")[1];

        Assert.Equal("The <id>. on, off", line.Cells[0].Text);
        Assert.Equal([("The <id>.", false), ("on", true), ("off", true)], line.Cells[0].Blocks!.Select(static block => (block.Text, block.IsItem)));
    }

    [Theory]
    [InlineData("{{< code json >}}", "{{< /code >}}")]
    [InlineData("{{% highlight json %}}", "{{% /highlight %}}")]
    [InlineData("{% highlight json %}", "{% endhighlight %}")]
    [InlineData("```json", "```")]
    public void Code_in_a_cell_belongs_to_its_row_and_the_table_continues_after_it(string start, string end)
    {
        var draft = Draft("# The racks API\n\n## Add a rack\n\n`POST /racks`\n\n/racks (POST) |\n--- | ---\ndescription | Adds a rack.\n"
            + $"Request body | {start}\n{{\n  \"size\": 4\n}}\n{end}\nResponse codes | <ul><li>**Success**: 201 (Created)</li></ul>\n", "Add a rack");

        Has(draft, "function: Adds a rack.\n");
        Has(draft, "body:\n  size: long  # from the sample\n");
        Has(draft, "  201 Created: ");
        Assert.Equal(s_above, draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_shortcode_on_its_own_line_is_a_fence()
        => Assert.Equal(
            [("{", LineKind.Code), ("# one", LineKind.Code), ("}", LineKind.Code), ("text", LineKind.Text)],
            Lines("{{< highlight json >}}\n{\n# one\n}\n{{< /highlight >}}\ntext").Select(static line => (line.Text, line.Kind)));

    [Fact]
    public void Each_line_of_HTML_has_its_number_and_each_table_its_own()
    {
        var lines = Lines(
            "| a |\n| --- |\n| b |\n\n<table>\n<tr><td>c</td><td>d</td></tr>\n<tr><td>e</td><td>f</td></tr>\n</table>\n\n| g |\n| --- |\n| h |\n");

        Assert.Equal([5, 7, 10, 11, 14, 16], lines.Where(static line => line.Text.Length > 0).Select(static line => line.Number));
        Assert.Equal([1, 1, 2, 2, 3, 3], lines.Where(static line => line.Text.Length > 0).Select(static line => line.Table));
    }

    [Theory]
    [InlineData("<table> is an element", "is an element")]
    [InlineData("<ul>\n<li>one", "<li>one")]
    public void An_element_without_an_end_is_text(string markdown, string end)
        => Assert.EndsWith(end, Lines(markdown)[^1].Text, StringComparison.Ordinal);

    [Fact]
    public void Code_in_HTML_keeps_its_characters()
        => Assert.Equal(
            ["__all__", "slots[*].size and items[*].size"],
            Lines("<table><tr><td><code>__all__</code></td></tr><tr><td><code>slots[*].size</code> and <code>items[*].size</code></td></tr></table>")
                .Select(static line => line.Text));

    [Fact]
    public void Comments_over_several_lines_are_not_shown()
        => Assert.Equal(["one", "two"], Lines("one\n\n<!--\n<table>\n<tr><td>secret</td></tr>\n</table>\n-->\n\ntwo").Select(static line => line.Text));

    [Fact]
    public void An_element_that_starts_on_the_last_line_of_another_is_read_as_well()
        => Assert.Equal(
            ["a", "b", "c", "text"],
            Lines("<h3>a</h3> <table>\n<tr><td>b</td></tr>\n</table> <table>\n<tr><td>c</td></tr>\n</table>\n\ntext").Select(static line => line.Text));

    [Fact]
    public void The_name_of_an_element_in_a_sentence_starts_nothing()
        => Assert.Contains(Lines("<ul> elements.\n\n### Heading\n\n</ul>"), static line => line is { Kind: LineKind.Heading, Text: "Heading" });

    // Every search for an end that is not there reads the rest of the page.
    [Fact]
    public Task Many_elements_and_marks_without_an_end_are_read_in_one_pass()
    {
        const string Open = "<table>\n\n<pre>\n\n<!--\n\na | b\n--- | ---\nc | ```\nd | ~~~~\ne | ~~~\nf | {{< code >}}\n\n";
        return ProcessorTime.LimitAsync(TimeSpan.FromSeconds(60), static () => Lines(string.Concat(Enumerable.Repeat(Open, 5_000))));
    }

    private static List<PageLine> Lines(string markdown)
        => [.. Support.Drafting.Read("# A\n\n## B\n\n" + markdown, "page.md").Lines.Skip(2)];

    private static CheckedDraft Draft(string page, string section = "List racks") => Support.Drafting.Draft(page, "base", "page.md", section: section);
}
