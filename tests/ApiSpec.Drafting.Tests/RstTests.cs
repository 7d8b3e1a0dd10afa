using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Pages;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Pages in reStructuredText, as repositories have them.</summary>
public sealed class RstTests
{
    private const string Page = """
        .. _racks:

        =============
        The racks API
        =============

        .. |product| replace:: Rack Manager

        .. contents::

        List racks
        ==========

        Lists all racks of a room. It needs *no* body.
        |product| keeps the :ref:`order <orders>`.

        ``GET /racks/{room}``

        Query parameters
        ----------------

        ============  =======  ========  ==========================
        Name          Type     Required  Description
        ============  =======  ========  ==========================
        page_size     integer  No        The **largest** number of
                                         `racks <https://x.example>`_.
        sort_by       string   Yes       The order.
        ============  =======  ========  ==========================

        Response
        --------

        .. code-block:: json
           :linenos:

           {
             "racks": [ { "id": "a" } ]
           }

        Add a rack
        ==========

        .. include:: head.rst

        Adds a rack.

        ``POST /racks``

        Request body
        ------------

        +----------+---------+----------------------+
        | Name     | Type    | Description          |
        +==========+=========+======================+
        | ``size`` | integer | The size, in *cm*,   |
        |          |         | of the rack.         |
        +----------+---------+----------------------+
        | name     | string  | The name.            |
        +----------+---------+----------------------+

        .. unknown-thing:: words
           :option: value

           The text of it.

        Status codes
        ------------

        201 Created
        """;

    [Fact]
    public void Headings_tables_code_and_paragraphs_are_those_of_a_page()
    {
        var list = Draft(Page, "List racks");

        Has(list, "function: Lists all racks of a room. It needs no body. Rack Manager keeps the order.\nrequest: GET /racks/{room}\n");
        Has(list, "  page_size?: int - The largest number of racks.\n  sort_by: string - The order.\n");
        Has(list, "response:\n  racks[]:  # from the sample\n    id: string");
        Assert.Equal(["The racks API"], list.Draft.Unread.Select(static line => line.Text));

        var add = Draft(Page, "Add a rack");

        Has(add, "request: POST /racks\n");
        Has(add, "body:\n  size: int required not stated - The size, in cm, of the rack.\n  name: string required not stated - The name.\n");
        Has(add, "status:\n  201 Created:\n");
    }

    [Fact]
    public void Included_files_and_unknown_directives_are_not_read()
        => Assert.Equal(
            [(43, ".. include:: head.rst"), (61, ".. unknown-thing:: words"), (62, ":option: value"), (64, "The text of it.")],
            Draft(Page, "Add a rack").Draft.Unread.Select(static line => (line.Number, line.Text)));

    [Theory]
    [InlineData("List racks\n----------\n", 2)]
    [InlineData("==========\nList racks\n==========\n", 2)]
    [InlineData("List racks\n~~~~~~~~~~\n", 2)]
    [InlineData("Racks\n=====\n", 1)]
    public void A_title_has_a_rule_under_it(string title, int level)
        => Assert.Equal((LineKind.Heading, level), Lines("Racks of rooms\n==============\n\n" + title)[1..].Select(static line
            => (line.Kind, line.Level)).Single());

    [Theory]
    [InlineData("a *word*, **two words** and ``x = *``", "a word, two words and x = *")]
    [InlineData(":ref:`the racks <racks>` and :doc:`rooms`", "the racks and rooms")]
    [InlineData("`the site <https://x.example/a>`_ and `the other`_", "the site and the other")]
    [InlineData(":http:get:`/racks` and :http:statuscode:`404`", "GET /racks and 404")]
    [InlineData(":py:class:`~racks.Rack` and :func:`!list`", "Rack and list")]
    [InlineData("size\\_limit \\*, ``a``\\ s", "size_limit *, as")]
    [InlineData("my_long_name and a * b, 2*3", "my_long_name and a * b, 2*3")]
    [InlineData("GET /racks/<id>?a=*", "GET /racks/<id>?a=*")]
    [InlineData("a note [1]_", "a note [1]")]
    [InlineData("|unknown| text", "|unknown| text")]
    public void The_marks_of_words_are_no_text(string text, string plain) => Assert.Equal(plain, Assert.Single(Text(text)).Text);

    [Theory]
    [InlineData(".. list-table:: Fields\n   :header-rows: 1\n   :widths: 10 20\n\n   * - Name\n     - Type\n     - Description\n"
        + "   * - size\n     - integer\n     - The size,\n       in cm.\n"
        + "   * - name\n     -\n     - The name.\n")]
    [InlineData(".. csv-table:: Fields\n   :header: Name, Type, Description\n\n   size, integer, \"The size, in cm.\"\n   name, , The name.\n")]
    [InlineData(".. csv-table::\n   :header-rows: 1\n   :delim: ;\n\n   Name;Type;Description\n   size;integer;The size, in cm.\n   name;;The name.\n")]
    [InlineData(".. table:: Fields\n\n   ====  =======  ================\n   Name  Type     Description\n"
        + "   ====  =======  ================\n   size  integer  The size,\n"
        + "                  in cm.\n   name           The name.\n   ====  =======  ================\n")]
    [InlineData("+------+---------+------------------+\n| Name | Type    | Description      |\n+======+=========+==================+\n"
        + "| size | integer | The size, in cm. |\n"
        + "+------+---------+------------------+\n| name |         | The name.        |\n+------+---------+------------------+\n")]
    public void A_table_has_the_same_rows_in_each_form(string table)
        => Assert.Equal(
            ["Name|Type|Description", "size|integer|The size, in cm.", "name||The name."],
            Text(table).Where(static line => line.Kind == LineKind.Row).Select(static line => string.Join('|', line.Cells.Select(static cell => cell.Text))));

    [Fact]
    public void Cells_of_a_grid_can_cover_columns_and_rows()
    {
        const string Grid = """
            +-------+-----------------+
            | Name  | Details         |
            |       +--------+--------+
            |       | Type   | Text   |
            +=======+========+========+
            | size  | int    | - one  |
            |       |        | - two  |
            +-------+--------+--------+
            | note  | Of both columns |
            +-------+-----------------+
            """;

        Assert.Equal(
            ["Name|Details|Details", "Name|Type|Text", "size|int|one, two", "note|Of both columns|Of both columns"],
            Text(Grid).Select(static line => string.Join('|', line.Cells.Select(static cell
                => cell.Text.Replace("one two", "one, two", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_grid_can_have_characters_of_two_columns()
        => Assert.Equal(
            ["名前|説明", "size|大きさ"],
            Text("+------+--------+\n| 名前 | 説明   |\n+======+========+\n| size | 大きさ |\n+------+--------+\n")
                .Select(static line => string.Join('|', line.Cells.Select(static cell => cell.Text))));

    [Fact]
    public void Fields_and_definitions_are_rows()
    {
        Assert.Equal(
            ["Method|GET", "Path|/racks/{id} or /rooms"],
            Text(":Method: GET\n:Path: /racks/{id}\n   or /rooms\n").Select(static line => string.Join('|', line.Cells.Select(static cell => cell.Text))));
        Assert.Equal(
            ["size (integer, optional)|The size.", "name|The name. It is short."],
            Text("size : integer, optional\n   The size.\n\nname\n   The name.\n   It is short.\n")
                .Select(static line => string.Join('|', line.Cells.Select(static cell => cell.Text))));
    }

    [Fact]
    public void Code_keeps_its_spaces_and_lines()
    {
        var lines = Text("The body::\n\n    {\n      \"a\": 1\n    }\n\nEnd.");

        Assert.Equal(
            [("The body:", LineKind.Text, 0, 4), ("{", LineKind.Code, 0, 6), ("\"a\": 1", LineKind.Code, 2, 7), ("}", LineKind.Code, 0, 8),
                ("End.", LineKind.Text, 0, 10)],
            lines.Select(static line => (line.Text, line.Kind, line.Indent, line.Number)));
    }

    [Fact]
    public void A_note_is_set_apart()
    {
        var lines = Text(".. note:: Only for rooms.\n\n.. warning::\n\n   It is slow.\n\nText.");

        Assert.Equal([("Only for rooms.", true), ("It is slow.", true), ("Text.", false)], lines.Select(static line => (line.Text, line.IsAside)));
    }

    [Fact]
    public void Nested_lists_keep_their_levels()
        => Assert.Equal(
            [("one and more", 1), ("two", 2), ("three", 1)], Text("- one\n  and more\n\n  * two\n\n- three\n").Select(static line
                => (line.Text, line.ListDepth)));

    [Fact]
    public void A_text_without_directives_is_no_document()
        => Assert.Equal("----------", Support.Drafting.Read("List racks\n----------\n\nGET /racks\n").Lines[1].Text);

    [Fact]
    public void A_text_with_directives_and_titles_is_a_document()
        => Assert.Equal(LineKind.Heading, Support.Drafting.Read("List racks\n----------\n\n.. note:: Text.\n", "page.txt").Lines[0].Kind);

    private static List<PageLine> Lines(string text) => [.. Support.Drafting.Read(text, "page.rst").Lines];

    private static List<PageLine> Text(string text) => Lines("A\n=\n\n" + text)[1..];

    private static CheckedDraft Draft(string page, string section) => Support.Drafting.Draft(page, "base", "page.rst", section: section);
}
