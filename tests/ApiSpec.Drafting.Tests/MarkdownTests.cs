using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Pages;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Pages in Markdown, as repositories have them.</summary>
public sealed class MarkdownTests
{
    private const string Page = """
        # The racks API

        ## List racks

        Lists all racks of a room.
        It needs no body.

        `GET /racks/{room}`

        ### Query parameters

        | Name | Type | Required | Description |
        | --- | --- | --- | --- |
        | `page_size` | integer | No | The **largest** number of [racks](racks.md).<br>At most 100. |
        | sort\_by | string | Yes | The `a\|b` order. |

        ### Response

        ```json
        {
          "racks": [ { "id": "a" } ]
        }
        ```

        ## Add a rack

        **POST** `/racks`

        ### Request body

        - `size` (integer): The size, in *cm*.
        - `name` (string): The name.

        ### Status codes

        201 Created
        """;

    [Fact]
    public void Headings_tables_code_and_lists_are_those_of_a_page()
    {
        var list = Draft(Page, "List racks");

        Has(list, "function: Lists all racks of a room. It needs no body.\nrequest: GET /racks/{room}\n");
        Has(list, "  page_size?: int ..100 - The largest number of racks.\n  sort_by: string - The a|b order.\n");
        Has(list, "response:\n  racks[]:  # from the sample\n    id: string");

        var add = Draft(Page, "Add a rack");

        Has(add, "request: POST /racks\n");
        Has(add, "body:\n  size: int required not stated - The size, in cm.\n  name: string required not stated - The name.\n");
        Has(add, "status:\n  201 Created:\n");
        Assert.Empty(add.Draft.Unread);
    }

    [Theory]
    [InlineData("size\\_limit and __init__", "size_limit and init")]
    [InlineData("my_long_name", "my_long_name")]
    [InlineData("a *word* and **two words**", "a word and two words")]
    [InlineData("**`GET` /racks**", "GET /racks")]
    [InlineData("GET /racks/<id>?a=*", "GET /racks/<id>?a=*")]
    [InlineData("see [the racks](https://example.com/racks) &lt;here&gt;", "see the racks <here>")]
    [InlineData("`**kept**`", "**kept**")]
    [InlineData("<i class=\"label\">POST</i>\n<h6>/racks</h6>", "POST /racks")]
    [InlineData("**GET /jobs/move/** *(int: id)* **/** *(int: place)*", "GET /jobs/move/ (int: id) / (int: place)")]
    public void The_marks_of_words_are_no_text(string markdown, string text)
        => Assert.Equal(text, Assert.Single(Lines(markdown)).Text);

    [Fact]
    public void The_name_of_a_link_is_no_part_of_the_heading()
        => Assert.Equal("Racks of {room}", Assert.Single(Lines("### Racks of {room} {#racks}")).Text);

    [Fact]
    public void Headings_of_one_level_are_Markdown_beside_code()
        => Assert.True(MarkdownPage.Is("page.txt", "# List racks\n\n```\nGET /racks\n```\n\n# Add a rack\n"));

    [Theory]
    [InlineData("page.md", "# Add a rack\n\nThe rack.\n")]
    [InlineData("page.txt", "# Add a rack\n\n**Body**\n\nThe rack.\n")]
    [InlineData("page.txt", "# Add a rack\n\n```\nPOST /racks\n```\n")]
    [InlineData("page.txt", "# Add a rack\n\n| Name | Type |\n| --- | --- |\n| size | integer |\n")]
    [InlineData("page.txt", "**Body**\n\n```\n{ \"size\": 4 }\n```\n")]
    public void A_part_of_a_document_is_Markdown_as_well(string name, string text) => Assert.True(MarkdownPage.Is(name, text));

    [Theory]
    [InlineData("# a comment\nGET /racks\n")]
    [InlineData("**Body** of the rack\n")]
    [InlineData("| Name | Type |\n| --- | --- |\n| size | integer |\n")]
    public void One_mark_alone_is_no_evidence(string text) => Assert.False(MarkdownPage.Is("page.txt", text));

    [Fact]
    public void A_paragraph_has_the_numbers_of_its_lines()
    {
        var line = Assert.Single(Lines("one\ntwo\nthree"));

        Assert.Equal(("one two three", 5, 7), (line.Text, line.Number, line.LastNumber));
    }

    [Theory]
    [InlineData("# A\n\n# Example response\n\ncurl /racks\n")]
    [InlineData("List racks\n\nGET /racks\n\n## one mark\n")]
    [InlineData("```\n## a\n## b\n```\n")]
    public void Other_text_is_no_Markdown(string text) => Assert.False(MarkdownPage.Is("page.txt", text));

    [Fact]
    public void Code_in_an_item_and_nested_items_keep_their_levels()
    {
        var lines = Lines("- one\n  - two\n\n    ```\n    { \"a\": 1 }\n    ```\n- three");

        Assert.Equal([("one", 1), ("two", 2), ("{ \"a\": 1 }", 0), ("three", 1)], lines.Select(static line => (line.Text, line.ListDepth)));
        Assert.Equal(LineKind.Code, lines[2].Kind);
        Assert.Equal(0, lines[2].Indent);
    }

    // Each line of a large page is read once.
    [Fact]
    public void A_long_page_has_all_of_its_lines()
        => Assert.Equal(20_000, Lines(string.Concat(Enumerable.Range(0, 20_000).Select(static number => "- item " + number + "\n"))).Count);

    private static List<PageLine> Lines(string markdown)
        => [.. Support.Drafting.Read("# A\n\n## B\n\n" + markdown, "page.md").Lines.Skip(2)];

    private static CheckedDraft Draft(string page, string section) => Support.Drafting.Draft(page, "base", "page.md", section: section);
}
