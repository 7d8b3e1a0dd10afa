using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Notes and warnings among rows.</summary>
public sealed class NoteRowTests
{
    private static readonly string s_table = Table("Name,Type,Description", "name,string,The name.");

    [Theory]
    [InlineData("<div class=\"note\"><p>Note</p><p>Only left racks.</p></div>")]
    [InlineData("<blockquote><p>Note: Only left racks.</p></blockquote>")]
    [InlineData("<table><tr><td>Note</td><td>Only left racks.</td></tr></table>")]
    [InlineData("<table><tr><td>Note: Only left racks.</td></tr></table>")]
    [InlineData("<ul><li><b>Tip</b> - Only left racks.</li></ul>")]
    [InlineData("<ul><li>Warning - Only left racks.</li></ul>")]
    [InlineData("<ul><li><b>Note 1:</b> Only left racks.</li></ul>")]
    [InlineData("<dl><dt>NOTE</dt><dd>Only left racks.</dd></dl>")]
    public void Notes_among_rows_are_listed_and_are_no_parameters(string note)
    {
        foreach (var rows in new[] { note + s_table, s_table + note, "<ul><li>name - The name.</li></ul>" + note })
        {
            var draft = Html("<h2>Query parameters</h2>" + rows);

            Assert.Equal(1, draft.Written.Text.Split("required not stated").Length - 1);
            Assert.Contains(draft.Draft.Unread, static line => line.Text.Contains("Only left racks.", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Name,Description", "name,The name.")]
    [InlineData("Name,Type", "name,string")]
    public void A_note_in_a_row_of_the_table_is_no_parameter(string titles, string row)
        => Assert.DoesNotContain(
            "Note:", Html("<h2>Query parameters</h2>" + Table(titles, row, "Note,Only left racks.")).Written.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<ul><li><b>note</b>: The note.</li><li><b>size</b>: The size.</li></ul>", "note: unknown required not stated - The note.\n")]
    [InlineData("<ul><li>Size - The size.</li><li>Note - The note.</li></ul>", "Note: unknown required not stated - The note.\n")]
    [InlineData("<table><tr><th>Name</th><th>Type</th></tr><tr><td>a</td><td>string</td></tr><tr><td>Note</td><td>string</td></tr></table>", "Note: string")]
    public void A_parameter_can_be_named_note(string rows, string row) => Has(Html("<h2>Query parameters</h2>" + rows), "  " + row);
}
