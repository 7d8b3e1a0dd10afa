using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms of reStructuredText that are easy to confuse with others, and text that a reader cannot place.</summary>
public sealed class RstFormTests
{
    [Fact]
    public void Columns_of_a_table_can_have_characters_of_two_columns()
        => Assert.Equal(
            ["名前|型|説明", "size|整数|大きさ"],
            Read("====  ======  ======\n名前  型      説明\n====  ======  ======\nsize  整数    大きさ\n====  ======  ======\n")
                .Select(static line => string.Join('|', line.Cells.Select(static cell => cell.Text))));

    [Fact]
    public void An_empty_comment_does_not_take_the_block_under_it()
        => Assert.Equal(["item", "quote"], Read("- item\n\n..\n\n   quote\n").Select(static line => line.Text));

    [Theory]
    [InlineData("> GET /racks\n> Accept: text/plain\n", 2)]
    [InlineData("$ curl /racks\n", 1)]
    [InlineData("+---+\n| a |\n+---+\n", 0)]
    [InlineData("==  ==\na   b\n==  ==\n", 0)]
    [InlineData("- one\n\n  two\n", 1)]
    public void Quoted_lines_are_code(string text, int count)
        => Assert.Equal(count, Read("The request::\n\n" + text).Count(static line => line.Kind == LineKind.Code));

    [Fact]
    public void Fields_directly_under_an_operation_are_listed()
    {
        var page = Support.Drafting.Read(
            "A\n=\n\n.. http:get:: /racks\n   :synopsis: Lists racks.\n   :noindex:\n   :returns: the racks\n      of a room\n\n   Text.\n", "page.rst");

        Assert.Equal([(":returns: the racks", 7), ("of a room", 8)], page.Unknown.Select(static line => (line.Text, line.Number)));
    }

    [Fact]
    public void A_tab_with_code_keeps_its_title()
        => Assert.Equal(["Response", "{ }"], Read(".. code-tab:: json Response\n\n   { }\n").Select(static line => line.Text));

    private static List<PageLine> Read(string text) => [.. Support.Drafting.Read("A\n=\n\n" + text, "page.rst").Lines.Skip(1)];
}
