using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Code and shortcodes in cells of Markdown.</summary>
public sealed class CellCodeTests
{
    private const string Top = "# Add a boat\n\n`POST /boats`\n\n## Request body\n\n";

    [Fact]
    public void A_fence_in_a_cell_of_HTML_is_code()
        => Has(
            Draft(Top + "<table>\n<tr><th>Name</th><th>Type</th><th>Description</th></tr>\n<tr><td>name</td><td>string</td><td>The name.\n\n```json\n"
                + "{ \"a_b_c\": \"<x>\" }\n```\n\n</td></tr>\n<tr><td>size</td><td>integer</td><td>In metres.</td></tr>\n</table>\n"),
            "  name: 'string required not stated - The name. { \"a_b_c\": \"<x>\" }'\n  size: int required not stated - In metres.\n");

    [Theory]
    [InlineData("| extra | object | Free. ```json\n{\n  \"a\": 1\n}\n``` |", "'object required not stated - Free. { \"a\": 1 }'")]
    [InlineData("| extra | object | ~~~\nx | y\n~~~ Free. |", "object required not stated - x | y Free.")]
    public void Code_over_several_lines_of_a_row_is_a_part_of_its_cell(string row, string read)
    {
        var draft = Draft(Top + "| Name | Type | Description |\n| --- | --- | --- |\n" + row + "\n| size | integer | In metres. |\n");

        Has(draft, "body:\n  extra: " + read + "\n  size: int required not stated - In metres.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_fence_without_an_end_is_text()
        => Has(
            Draft(Top + "| Name | Type | Description |\n| --- | --- | --- |\n| extra | string | ```json |\n| size | integer | In metres. |\n"),
            "  size: int required not stated - In metres.\n");

    [Theory]
    [InlineData("| extra | string | ```x```")]
    [InlineData("| extra | string | ~~~x~~~")]
    public void Code_that_ends_in_its_line_takes_no_other_row(string row)
    {
        var draft = Draft(Top + "| Name | Type | Description |\n| --- | --- | --- |\n" + row
            + "\n| size | integer | In metres. |\n\n## Example response\n\n```json\n{ \"id\": 4 }\n```\n");

        Has(draft, "  size: int required not stated - In metres.\n");
        Has(draft, "response:  # from the example\n  id: long  # from the sample\n");
    }

    [Fact]
    public void The_words_of_shortcodes_are_read_or_listed()
    {
        var draft = Draft("# Add a boat\n\n`POST /boats`\n\n{{< note title=\"Careful\" class=\"wide\" >}}Needs a harbour.{{< /note >}}\n\n"
            + "See [harbours]({{< relref \"harbours.md\" >}}).\n\n## Request body\n\n| Name | Type | Description |\n| --- | --- | --- |\n"
            + "| name | string | The name. {{< badge \"beta\" >}} |\n| size {{< required >}} | integer | In metres. |\n");

        Has(draft, "function: Needs a harbour. See harbours.\n");
        Has(draft, "  name: string required not stated - The name. (beta)\n  size: int - In metres.\n");
        Assert.Equal(["Careful"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Shortcodes_in_code_are_printed()
        => Has(Draft(Top + "| Name | Type | Description |\n| --- | --- | --- |\n| name | string | Such as `{{< x >}}`. |\n"), "Such as {{< x >}}.");

    private static Checking.CheckedDraft Draft(string page) => Support.Drafting.Draft(page, "base", "page.md");
}
