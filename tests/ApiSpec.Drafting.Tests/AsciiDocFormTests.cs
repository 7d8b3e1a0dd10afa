using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms of AsciiDoc that older manuals have, and text that a reader cannot place.</summary>
public sealed class AsciiDocFormTests
{
    [Fact]
    public void Titles_can_have_rules_under_them()
    {
        var page = Read("The racks API\n=============\nAnn, 2019\n\nList racks\n-----------\n\n`GET /racks`\n\nQuery parameters\n~~~~~~~~~~~~~~~~\n\n"
            + "* size\n\nLimits\n^^^^^\n\nText.\n\n1. Notes\n++++++++\n\n名前\n----\n\nEnd.\n");

        Assert.Equal(
            [("The racks API", 1), ("List racks", 2), ("Query parameters", 3), ("Limits", 4), ("1. Notes", 5), ("名前", 2)],
            page.Lines.Where(static line => line.Kind == LineKind.Heading).Select(static line => (line.Text, line.Level)));
        Assert.Equal(["Ann, 2019"], Unknown(page));
        Assert.Equal("End.", page.Lines[^1].Text);
    }

    [Theory]
    [InlineData("Request:\n----\na\n----\n")]
    [InlineData("* item\n------\na\n------\n")]
    [InlineData("size::\n------\na\n------\n")]
    [InlineData("[source,json]\n-------------\na\n-------------\n")]
    [InlineData("====\nBlocks\n------\na\n------\n====\n")]
    public void Frames_of_code_are_no_rules(string text)
        => Assert.DoesNotContain(Read("= A\n\n" + text).Lines.Skip(1), static line => line.Kind == LineKind.Heading);

    [Theory]
    [InlineData("cols=\",a\"", "size|One of:, x;name|")]
    [InlineData("cols=\"1,\"", "size|One of:, * x;name|")]
    [InlineData("cols=\";a\"", "size|One of:, x;name|")]
    public void A_column_can_have_no_words(string columns, string rows)
        => Assert.Equal(
            rows.Split(';'),
            Read("= A\n\n[" + columns + "]\n|===\n|size\n|One of:\n\n* x\n|name\n|\n|===\n").Lines.Skip(1).Select(static line
                => line.Cells[0].Text + "|" + (line.Cells[1].Blocks is { Count: > 1 } blocks ? string.Join(", ", blocks.Select(static block => block.Text))
                    : line.Cells[1].Text)));

    [Fact]
    public void Rows_below_cells_that_cover_all_columns_stay_apart()
        => Assert.Equal(
            ["a|b", "c|b", "d"],
            Read("= A\n\n[cols=2*]\n|===\n.3+|a .4+|b\n|c |d\n|===\n").Lines.Skip(1).Select(static line
                => string.Join('|', line.Cells.Select(static cell => cell.Text))));

    [Theory]
    [InlineData("////\nlost\n", "////;lost")]
    [InlineData("----\ncode\n", "----")]
    [InlineData("====\ntext\n", "====")]
    [InlineData("|===\n|cell |cell\n", "|===")]
    [InlineData(".NET clients\n\n== Next\n", ".NET clients")]
    [InlineData(".One\n.Two\n----\ncode\n----\n", ".One")]
    [InlineData("text\n\n.Last\n", ".Last")]
    [InlineData("====\n.Inside\n====\n\ntext\n", ".Inside")]
    [InlineData(".Raw\n++++\nx\n++++\n", ".Raw;++++;x;++++")]
    [InlineData(".Empty\n|===\n|===\n", ".Empty")]
    public void Text_without_a_place_is_listed(string text, string unknown)
        => Assert.Equal(unknown.Split(';'), Unknown(Read("= A\n\nStart.\n\n" + text)));

    [Fact]
    public void A_list_that_is_attached_ends_at_the_next_item_of_the_list_around_it()
        => Assert.Equal(
            [("first", 1), ("a", 2), ("second", 1)],
            Read("= A\n\n* first\n+\n- a\n* second\n").Lines.Skip(1).Select(static line => (line.Text, line.ListDepth)));

    private static Page Read(string text) => Support.Drafting.Read(text, "page.adoc");

    private static IEnumerable<string> Unknown(Page page) => page.Unknown.Select(static line => line.Text);
}
