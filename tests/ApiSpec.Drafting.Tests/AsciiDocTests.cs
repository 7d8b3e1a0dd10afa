using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Pages;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Pages in AsciiDoc, as repositories have them.</summary>
public sealed class AsciiDocTests
{
    private const string Page = """
        = The racks API
        :product: Rack Manager
        :toc:

        // A comment.

        [[list-racks]]
        == List racks

        Lists all racks of a room. It needs _no_ body.
        {product} keeps the <<orders,order>>.

        `GET /racks/{room}`

        === Query parameters

        .Parameters of the query
        [cols="1,1,1,3",options="header"]
        |===
        |Name |Type |Required |Description

        |`page_size`
        |integer
        |No
        |The *largest* number of
        link:racks.html[racks].

        |sort_by |string |Yes |The order.
        |===

        === Response

        [source,json]
        ----
        {
          "racks": [ { "id": "a" } ] <1>
        }
        ----

        == Add a rack

        include::head.adoc[]

        Adds a rack.

        `POST /racks`

        === Request body

        [%header,cols="1,1,2a"]
        |===
        | Name | Type | Description
        | size | integer | The size, in _cm_, of the rack.
        | name | string |
        The name.
        |===

        ++++
        <b>raw</b>
        ++++

        === Status codes

        201 Created
        """;

    [Fact]
    public void Headings_tables_code_and_paragraphs_are_those_of_a_page()
    {
        var list = Draft(Page, "List racks");

        Has(list, "function: Lists all racks of a room. It needs no body. Rack Manager keeps the order.\nrequest: GET /racks/{room}\n");
        Has(list, "  page_size?: int - The largest number of racks.\n  sort_by: string - The order.\n");
        Has(list, "response:\n  racks[]:  # from the sample\n    id: string");

        var add = Draft(Page, "Add a rack");

        Has(add, "function: Adds a rack.\nrequest: POST /racks\n");
        Has(add, "body:\n  size: int required not stated - The size, in cm, of the rack.\n  name: string required not stated - The name.\n");
        Has(add, "status:\n  201 Created:\n");
    }

    [Fact]
    public void Included_files_and_passed_text_are_not_read()
        => Assert.Equal(
            [(42, "include::head.adoc[]"), (58, "++++"), (59, "<b>raw</b>"), (60, "++++")],
            Draft(Page, "Add a rack").Draft.Unread.Select(static line => (line.Number, line.Text)));

    [Theory]
    [InlineData("a _word_, *two words* and `x = 1`", "a word, two words and x = 1")]
    [InlineData("link:racks.html[the racks], https://x.example/a[site] and xref:rooms.adoc#a[rooms]", "the racks, site and rooms")]
    [InlineData("<<racks>> and <<racks,the racks>>", "racks and the racks")]
    [InlineData("`+GET /racks/*+` and +*kept*+", "GET /racks/* and *kept*")]
    [InlineData("\\{name} and {id}", "{name} and {id}")]
    [InlineData("my_long_name and a * b", "my_long_name and a * b")]
    [InlineData("**u**nit __i__n", "unit in")]
    [InlineData("[[here]]text and kbd:[Ctrl]", "text and Ctrl")]
    [InlineData("`GET`/`POST` /racks", "GET/POST /racks")]
    [InlineData("text footnote:[It is slow.]", "text (It is slow.)")]
    public void The_marks_of_words_are_no_text(string text, string plain) => Assert.Equal(plain, Assert.Single(Text(text)).Text);

    [Theory]
    [InlineData("|===\n|Name |Type |Description\n\n|size |integer |The size, in cm.\n|name | |The name.\n|===\n")]
    [InlineData("[cols=3*,options=header]\n|===\n|Name\n|Type\n|Description\n|size\n|integer\n|The size,\nin cm.\n|name\n|\n|The name.\n|===\n")]
    [InlineData("[%header,format=csv]\n|===\nName,Type,Description\nsize,integer,\"The size, in cm.\"\nname,,The name.\n|===\n")]
    [InlineData("[%header]\n,===\nName,Type,Description\nsize,integer,\"The size, in cm.\"\nname,,The name.\n,===\n")]
    [InlineData("[cols=\"1,1,a\"]\n|===\nh|Name h|Type h|Description\n|size m|integer a|The size, in cm.\n|name | |The name.\n|===\n")]
    public void A_table_has_the_same_rows_in_each_form(string table)
        => Assert.Equal(
            ["Name|Type|Description", "size|integer|The size, in cm.", "name||The name."],
            Text(table).Select(static line => string.Join('|', line.Cells.Select(static cell => cell.Text))));

    [Fact]
    public void Cells_can_cover_columns_and_rows()
        => Assert.Equal(
            ["Name|Details|Details", "Name|Type|Text", "size|int|a|b"],
            Text("[cols=3*]\n|===\n.2+|Name 2+|Details\n|Type |Text\n|size |int |a\\|b\n|===\n")
                .Select(static line => string.Join('|', line.Cells.Select(static cell => cell.Text))));

    [Fact]
    public void A_cell_with_blocks_has_its_lists_and_code()
    {
        var lines = Text("[cols=\"1,3a\"]\n|===\n|order\n|One of:\n\n* `asc`\n* `desc`\n|===\n");

        Assert.Equal(["One of:", "asc", "desc"], Assert.Single(lines).Cells[1].Blocks!.Select(static block => block.Text));
    }

    [Fact]
    public void Definitions_are_rows()
        => Assert.Equal(
            ["size|The size.", "name (string)|The name. It is short."],
            Text("size:: The size.\nname (string)::\n  The name.\n  It is short.\n").Select(static line
                => string.Join('|', line.Cells.Select(static cell => cell.Text))));

    [Fact]
    public void Signs_of_items_say_which_list_is_inside()
    {
        var lines = Text("* one\nand more\n** two\n+\n----\n{ }\n----\n* three\n");

        Assert.Equal([("one and more", 1), ("two", 2), ("{ }", 0), ("three", 1)], lines.Select(static line => (line.Text, line.ListDepth)));
        Assert.Equal(LineKind.Code, lines[2].Kind);
    }

    [Fact]
    public void A_note_is_set_apart()
    {
        var lines = Text("NOTE: Only for rooms.\n\n[WARNING]\n====\nIt is slow.\n====\n\nText.");

        Assert.Equal([("Only for rooms.", true), ("It is slow.", true), ("Text.", false)], lines.Select(static line => (line.Text, line.IsAside)));
    }

    [Fact]
    public void Lines_of_a_condition_are_read_and_the_condition_is_listed()
    {
        var page = Support.Drafting.Read("= A\n\nifdef::full[]\nText.\nendif::[]\n", "page.adoc");

        Assert.Equal(["A", "Text."], page.Lines.Select(static line => line.Text));
        Assert.Equal(("ifdef::full[]", 3), Assert.Single(page.Unknown.Select(static line => (line.Text, line.Number))));
    }

    [Fact]
    public void A_value_can_have_other_attributes()
        => Assert.Equal("Rack Manager 2", Assert.Single(Support.Drafting.Read(":a: Rack\n:b: {a} Manager\n\n{b} 2\n", "page.adoc").Lines).Text);

    [Fact]
    public void A_text_with_its_tables_is_a_document()
        => Assert.Equal(LineKind.Heading, Support.Drafting.Read("= Racks\n\n== List\n\n|===\n|a |b\n|===\n", "page.txt").Lines[0].Kind);

    private static List<PageLine> Text(string text) => [.. Support.Drafting.Read("= A\n\n" + text, "page.adoc").Lines.Skip(1)];

    private static CheckedDraft Draft(string page, string section) => Support.Drafting.Draft(page, "base", "page.adoc", section: section);
}
