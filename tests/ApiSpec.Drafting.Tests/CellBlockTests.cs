using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Cells with several paragraphs, lists and line breaks.</summary>
public sealed class CellBlockTests
{
    [Theory]
    [InlineData("<p>Mode.</p><p>Possible values:</p><ul><li>FAST</li><li>SLOW</li></ul>", "enum FAST|SLOW - Mode.")]
    [InlineData("<p>Mode.</p><p>Possible values:</p><ul><li><code>FAST</code></li><li><code>SLOW</code></li></ul>", "enum FAST|SLOW - Mode.")]
    [InlineData("Mode. One of the following:<ul><li>FAST</li><li>SLOW</li></ul>", "enum FAST|SLOW - Mode.")]
    [InlineData("<div>Mode.</div><div>Possible values are</div><ol><li>FAST</li><li>SLOW</li></ol>", "enum FAST|SLOW - Mode.")]
    [InlineData("Mode.<br>Possible values:<br>FAST<br>SLOW", "enum FAST|SLOW - Mode.")]
    [InlineData("<p>Mode.</p><p>Valid values:</p><p>FAST</p><p>SLOW</p>", "enum FAST|SLOW - Mode.")]
    [InlineData("<p>Mode.</p><p>Possible values:</p><ul><li>FAST</li><li>SLOW</li></ul><p>Only for large racks.</p>",
        "enum FAST|SLOW - Mode. Only for large racks.")]
    [InlineData("<p>Mode.</p><p>Possible values:</p><ul><li>FAST: no checks</li><li>SLOW: all checks</li></ul>",
        "\"enum FAST|SLOW - Mode. FAST: no checks; SLOW: all checks\"")]
    [InlineData("<p>-</p><p>Possible values:</p><ul><li>FAST</li><li>SLOW</li></ul>", "enum FAST|SLOW")]
    [InlineData("<p>Possible values:</p><ul><li>in progress</li><li>FAST</li></ul>", "enum \"in progress\"|FAST")]
    [InlineData("<p>Mode.</p><p>The rack takes these values</p><ul><li>FAST</li><li>SLOW</li></ul>", "enum FAST|SLOW - Mode.  # check: the values")]
    [InlineData("<p>Mode.</p><p>Sample values:</p><ul><li>FAST</li><li>SLOW</li></ul>", "\"string - Mode. Sample values: FAST, SLOW\"")]
    [InlineData("Mode. Possible values: FAST SLOW", "enum \"FAST SLOW\" - Mode.  # check: where each value ends")]
    public void Values_on_separate_lines_of_a_cell_are_separate(string cell, string row)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "mode,string," + cell)), "response:\n  mode: " + row + "\n");

    [Fact]
    public void A_column_of_values_can_have_lists()
        => Has(
            Html("<h2>Response</h2>" + Table("Name,Type,Values,Description", "mode,string,<ul><li>FAST</li><li>SLOW</li></ul>,Mode.")),
            "response:\n  mode: enum FAST|SLOW - Mode.\n");

    [Fact]
    public void Values_in_a_definition_are_separate()
        => Has(
            Html("<h2>Response</h2><dl><dt>mode</dt><dd><p>Mode.</p><p>Possible values:</p><ul><li>FAST</li><li>SLOW</li></ul></dd></dl>"),
            "response:\n  mode: enum FAST|SLOW - Mode.\n");
}
