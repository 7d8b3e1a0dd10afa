using System.Globalization;

namespace ApiSpec.Drafting.Tests;

/// <summary>Hostile documents in reStructuredText and AsciiDoc: the work grows with the length of the page, and nothing is nested without end.</summary>
public sealed class MarkupCostTests
{
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
    public void Twice_as_much_text_needs_less_than_three_times_the_memory(string name, string line, string start)
    {
        BytesOf(100);

        Assert.InRange(BytesOf(8_000), 1, 3 * BytesOf(4_000));

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
    [InlineData("page.rst", "- ")]
    [InlineData("page.rst", "  ")]
    [InlineData("page.adoc", "* a\n+\n- a\n+\n")]
    public void Blocks_that_are_nested_without_end_become_text(string name, string open)
    {
        var text = open.Contains('\n', StringComparison.Ordinal) ? string.Concat(Enumerable.Repeat(open, 5_000))
            : string.Concat(Enumerable.Range(0, 500).Select(depth => string.Concat(Enumerable.Repeat("  ", depth)) + open + "a\n"));

        Assert.NotEmpty(Support.Drafting.Read("A\n=\n\n" + text, name).Lines);
    }

    [Theory]
    [InlineData("page.rst", ".. |a| replace:: |b| |b| |b| |b| |b|\n.. |b| replace:: |c| |c| |c| |c| |c|\n"
        + ".. |c| replace:: |d| |d| |d| |d| |d|\n.. |d| replace:: |a| |a|\n\n", "|a| ")]
    [InlineData("page.adoc", ":a: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n:b: {a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}\n\n", "{b} ")]
    public void Values_in_place_of_their_names_have_a_limit(string name, string start, string use)
        => Assert.NotEmpty(Support.Drafting.Read(start + string.Concat(Enumerable.Repeat(use, 50_000)), name).Lines);
}
