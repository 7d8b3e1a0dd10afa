using System.Globalization;
using ApiSpec.Drafting.Markup;
using ApiSpec.Drafting.Pages;
using ApiSpec.Tests.Support;

namespace ApiSpec.Drafting.Tests;

/// <summary>Hostile documents in reStructuredText and AsciiDoc: memory and time grow with the length of the page, and nothing is nested without end.</summary>
public sealed class MarkupCostTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("page.rst", "*a ", "")]
    [InlineData("page.rst", "``a ", "")]
    [InlineData("page.rst", "|a ", "")]
    [InlineData("page.rst", "a\n=\n\n- b\n\n", "")]
    [InlineData("page.rst", ".. note::\n\n   a{0}\n\n", "")]
    [InlineData("page.rst", ":a{0}: text\n", "")]
    [InlineData("page.rst", "== ==\na  b\n== ==\n\n", "")]
    [InlineData("page.rst", "+-+\n|a|\n+-+\n", "")]
    [InlineData("page.rst", ".. http:get:: /a{0}\n\n   :param a: text\n\n", "")]
    [InlineData("page.rst", "   :querytype a{0}: int\n   :query b{0}: text\n", ".. http:get:: /a\n\n")]
    [InlineData("page.adoc", "*a ", "")]
    [InlineData("page.adoc", "`a ", "")]
    [InlineData("page.adoc", "* a{0}\n", "")]
    [InlineData("page.adoc", "* a{0}\n+\n", "")]
    [InlineData("page.adoc", "|a{0}\n", "[cols=2*]\n|===\n")]
    [InlineData("page.adoc", "a{0}:: b\n", "")]
    [InlineData("page.adoc", "====\na\n", "")]
    [InlineData("page.adoc", "link:a[ ", "")]
    [InlineData("page.rst", "\"", ".. csv-table::\n\n   a")]
    [InlineData("page.adoc", ".1000+|a\n", "[cols=1]\n|===\n")]
    public void Twice_as_much_text_needs_less_than_three_times_the_memory(string name, string line, string start)
    {
        Assert.InRange(LeastOf(8_000), 1, 3 * LeastOf(4_000));

        // The first reading fills the pools that a later one takes its memory from, and other tests use the pools as well.
        long LeastOf(int lines) => Math.Min(BytesOf(lines), BytesOf(lines));

        long BytesOf(int lines)
        {
            var text = start + string.Concat(Enumerable.Range(0, lines)
                .Select(number => line.Replace("{0}", number.ToString("D5", CultureInfo.InvariantCulture), StringComparison.Ordinal)));
            var before = GC.GetAllocatedBytesForCurrentThread();

            Support.Drafting.Read(text, name);

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("page.rst", "|a \n", "x|\n")]
    [InlineData("page.rst", "^a \n", "x^\n")]
    [InlineData("page.adoc", "^a \n", "x^\n")]
    [InlineData("page.adoc", "~a \n", "x~\n")]
    public async Task Marks_with_one_end_far_away_are_read_soon(string name, string line, string end)
    {
        // Without a limit, each of the marks searches the rest of the paragraph.
        var text = "A\n=\n\n" + string.Concat(Enumerable.Repeat(line, 90_000)) + end;

        await ProcessorTime.LimitAsync(s_soon, () => MarkupFormat.Read(name, text, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("page.md", "{{<{0}", "a", 20_000, 20)]
    [InlineData("page.md", "{%{0}", "a", 20_000, 20)]
    [InlineData("page.md", "{{<{0}", " ", 20_000, 20)]
    [InlineData("page.md", "{{</{0}", " ", 20_000, 20)]
    [InlineData("page.md", "# a{0}b", " ", 19_000, 1)]
    [InlineData("page.md", "<!--{0}", "a", 8, 90_000)]
    [InlineData("page.html", "<h2>a{0}</h2>", "<br>", 1_000_000, 1)]
    [InlineData("page.html", "<h2>GET /a{0}</h2>", "<br>", 1_000_000, 1)]
    public async Task Text_that_is_repeated_without_end_is_read_soon(string name, string line, string repeated, int times, int lines)
    {
        var whole = line.Replace("{0}", string.Concat(Enumerable.Repeat(repeated, times)), StringComparison.Ordinal) + "\n";
        var text = string.Concat(Enumerable.Repeat(whole, lines));

        await ProcessorTime.LimitAsync(s_soon, () => Support.Drafting.Read(text + (line.StartsWith("<!--", StringComparison.Ordinal) ? "--> x\n" : ""), name));
    }

    [Theory]
    [InlineData("page.rst", "- ", "<p>- a</p>")]
    [InlineData("page.rst", "  ", "<p>a</p>")]
    [InlineData("page.adoc", "* a\n+\n- a\n+\n", "<p>* a</p>")]
    public void Blocks_that_are_nested_without_end_become_text(string name, string open, string deepest)
    {
        var text = open.Contains('\n', StringComparison.Ordinal) ? string.Concat(Enumerable.Repeat(open, 5_000))
            : string.Concat(Enumerable.Range(0, 500).Select(depth => string.Concat(Enumerable.Repeat("  ", depth)) + open + "a\n"));

        var html = HtmlOf(name, "A\n=\n\n" + text);

        Assert.InRange(HtmlNesting.DepthOf(html), 10, 100);
        Assert.Contains(deepest, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|===\n64*|")]
    [InlineData("[cols=1]\n|===\n.1000+|")]
    public void Cells_in_place_of_one_cell_have_a_limit(string start)
    {
        var table = start + string.Join(start[start.LastIndexOf('\n')..], Enumerable.Repeat(new string('a', 1_000), 1_000)) + "\n|===\n";

        Assert.InRange(HtmlOf("page.adoc", table).Length, 1_000_000, 3_000_000);
    }

    [Theory]
    [InlineData(".. list-table::\n\n   * - a0\n{0}\n", "     - a{0}\n")]
    [InlineData(".. csv-table::\n\n   a0{0}\n", ",a{0}")]
    public void Cells_after_the_last_column_are_listed(string table, string cell)
    {
        var cells = string.Concat(Enumerable.Range(1, 65).Select(number => string.Format(CultureInfo.InvariantCulture, cell, number)));

        Assert.Equal(
            ["a64", "a65"],
            Support.Drafting.Read("A\n=\n\n" + string.Format(CultureInfo.InvariantCulture, table, cells), "page.rst").Unknown.Select(static line => line.Text));
    }

    [Fact]
    public void A_grid_with_too_many_columns_lists_the_rest()
    {
        var rule = string.Concat(Enumerable.Repeat("+---", 66)) + "+\n";
        var row = string.Concat(Enumerable.Range(0, 66).Select(static number => "|" + number.ToString(CultureInfo.InvariantCulture).PadRight(3))) + "|\n";

        Assert.Equal("64 |65 |", Assert.Single(Support.Drafting.Read("A\n=\n\n" + rule + row + rule, "page.rst").Unknown).Text);
    }

    [Fact]
    public void A_table_of_AsciiDoc_with_too_many_columns_is_listed()
        => Assert.Equal(["|a |b"], Support.Drafting.Read("= A\n\nText.\n\n[cols=65*]\n|===\n|a |b\n|===\n", "page.adoc").Unknown.Select(static line
            => line.Text));

    [Theory]
    [InlineData("page.rst")]
    [InlineData("page.adoc")]
    public void The_rest_of_a_long_line_is_listed(string name)
        => Assert.Equal("end", Assert.Single(Support.Drafting.Read("A\n=\n\n" + new string('a', 20_000) + "end\n", name).Unknown).Text);

    [Fact]
    public void Lines_can_end_with_a_carriage_return_alone()
    {
        var exception = Assert.Throws<PageException>(() => Support.Drafting.Read("A\r=\r\r" + string.Concat(Enumerable.Repeat("a\r", 100_000)), "page.rst"));

        Assert.Contains("more than 100000 lines", exception.Message, StringComparison.Ordinal);
        Assert.Equal("b", Support.Drafting.Read("A\r\n=\r\n\r\n" + string.Concat(Enumerable.Repeat("\r\n", 60_000)) + "b", "page.rst").Lines[^1].Text);
    }

    [Theory]
    [InlineData("page.rst", ".. |a| replace:: |b| |b| |b| |b| |b|\n.. |b| replace:: |c| |c| |c| |c| |c|\n"
        + ".. |c| replace:: |d| |d| |d| |d| |d|\n.. |d| replace:: |a| |a|\n\n", "|a|\n")]
    [InlineData("page.adoc", ":a: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n:b: {a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}\n\n", "{b}\n")]
    public void Values_in_place_of_their_names_have_a_limit(string name, string start, string use)
        => Assert.InRange(HtmlOf(name, start + string.Concat(Enumerable.Repeat(use, 50_000))).Length, 100_000, 5_000_000);

    private static string HtmlOf(string name, string text) => MarkupFormat.Read(name, text, TestContext.Current.CancellationToken)!.Html;
}
