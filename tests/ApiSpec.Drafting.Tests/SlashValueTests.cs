using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Words with a slash that are not values, rows over all columns, and sentences among headers.</summary>
public sealed class SlashValueTests
{
    [Theory]
    [InlineData("MM/DD/YYYY", "string required not stated - When. MM/DD/YYYY\n")]
    [InlineData("dd/mm/yy", "string required not stated - When. dd/mm/yy\n")]
    [InlineData("and/or", "string required not stated - When. and/or\n")]
    [InlineData("km/h", "string required not stated - When. km/h\n")]
    [InlineData("N/A", "string required not stated - When.\n")]
    [InlineData("low/high", "enum low|high required not stated - When.\n")]
    [InlineData("Y/N", "enum Y|N required not stated - When.\n")]
    [InlineData("max/min", "enum max|min required not stated - When.\n")]
    [InlineData("km/h; m/s", "enum km/h|m/s required not stated - When.\n")]
    public void Only_lists_have_values(string values, string row)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Values,Description", "when,string," + values + ",When.")), "  when: " + row);

    [Theory]
    [InlineData("Possible values: MM/DD/YYYY", "\"string required not stated - The date. Possible values: MM/DD/YYYY\"")]
    [InlineData("Allowed values: N/A", "\"string required not stated - The date. Allowed values: N/A\"")]
    [InlineData("One of: low/high", "enum low|high required not stated - The date.")]
    public void Only_lists_in_descriptions_are_values(string sentence, string row)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "when,string,The date. " + sentence)), "  when: " + row + "\n");

    [Theory]
    [InlineData("Required parameters", "b: string - B.")]
    [InlineData("Required", "b: string - B.")]
    [InlineData("Optional query parameters:", "b?: string - B.")]
    [InlineData("Required if a is set", "b: string required not stated - B.")]
    [InlineData("Required only for new racks", "b: string required not stated - B.")]
    [InlineData("Mandatory settings apply to all racks", "b: string required not stated - B.")]
    [InlineData("Optional: see below", "b: string required not stated - B.")]
    public void Only_a_title_over_all_columns_is_about_the_rows_below(string over, string row)
        => Has(
            Html("<h2>Query parameters</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>string</td><td>A.</td></tr>"
                + "<tr><td colspan=3>" + over + "</td></tr><tr><td>b</td><td>string</td><td>B.</td></tr></table>"),
            "query:\n  a: string required not stated - A.\n  " + row + "\n");

    [Fact]
    public void A_sentence_ends_the_rows_below_a_title()
        => Has(
            Html("<h2>Query parameters</h2><table><tr><th>Name</th><th>Description</th></tr><tr><td colspan=2>Required</td></tr>"
                + "<tr><td>a</td><td>A.</td></tr><tr><td colspan=2>Only for new racks</td></tr><tr><td>b</td><td>B.</td></tr></table>"),
            "query:\n  a: unknown - A.\n  b: unknown required not stated - B.  # check: whether it is required\n");

    [Fact]
    public void Sentences_among_headers_are_no_headers()
    {
        var draft = Html("<h2>Request headers</h2><pre>X-Key: the key\nWarning: do not print it.\nFrom: the portal of racks\n"
            + "Pre-condition: the user has a key\nAccept: application/json</pre>");

        Has(draft, "headers:\n  X-Key: string required not stated  # from the printed headers\n  Accept: ");
        Assert.Contains("Warning: do not print it.", draft.Draft.Unread.Select(static line => line.Text));
    }
}
