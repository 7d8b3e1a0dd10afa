using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Values and ranges in words that fewer manuals use. Only words show what they are, so they are marked.</summary>
public sealed class OtherWordingTests
{
    [Theory]
    [InlineData("integer", "How many (max=150).", "int ..150")]
    [InlineData("integer", "How many (min=1; max=150).", "int 1..150")]
    [InlineData("integer", "How many. Cannot be more than 150.", "int ..150")]
    [InlineData("integer", "How many. May not be less than 2.", "int 2..")]
    [InlineData("integer", "How many; capped at 150.", "int ..150")]
    [InlineData("integer", "How many; no greater than 150.", "int ..150")]
    [InlineData("string", "The name (max length = 20)", "string ..20")]
    [InlineData("string", "The name (min length=2)", "string 2..")]
    public void Ranges(string type, string text, string drafted)
        => Marked(type, text, drafted, "the range");

    [Theory]
    [InlineData("The mode. Supported: <code>low</code>; <code>high</code>.")]
    [InlineData("The mode. Choose from <code>low</code>; <code>high</code>.")]
    [InlineData("The mode. Select one of <code>low</code> or <code>high</code>.")]
    [InlineData("The mode. Accepts <code>low</code> or <code>high</code>.")]
    [InlineData("The mode. Accepts either \"low\" or \"high\".")]
    public void Values(string text) => Marked("string", text, "enum low|high", "the values");

    [Theory]
    [InlineData("integer", "The number. It is not capped at 150.", "int")]
    [InlineData("string", "It never accepts low or high.", "string")]
    [InlineData("string", "Choose the rack from the list or the shelf.", "string")]
    [InlineData("string", "Accepts names or numbers.", "string")]
    [InlineData("string", "Supported: see the list or the guide.", "string")]
    [InlineData("string", "The name (max length = 20 lines)", "string")]
    [InlineData("integer", "The number. See page max15.", "int")]
    [InlineData("integer", "Its version cannot be more than 1.5.", "int")]
    public void Words_that_look_alike_are_text(string type, string text, string drafted)
        => Assert.Contains(
            "  size: " + drafted + " required not stated - ", Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "size," + type + "," + text))
                .Written.Text.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_column_of_values_has_one_in_each_paragraph()
        => Has(
            Html("<h2>Request headers</h2>" + Table("Name,Values,Description", "Accept,<p>application/json</p><p>application/xml</p>,The form.")),
            "  Accept: enum application/json|application/xml required not stated - The form.\n");

    [Fact]
    public void A_column_of_values_can_have_paragraphs_of_text()
        => Has(
            Html("<h2>Request headers</h2>" + Table("Name,Values,Description", "X-Name,<p>Any text</p><p>The name of a rack</p>,The name.")),
            "  X-Name: unknown required not stated - The name. Any text The name of a rack\n");

    private static void Marked(string type, string text, string drafted, string doubt)
    {
        var line = Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "size," + type + "," + text)).Written.Text.Split('\n')
            .Single(static line => line.StartsWith("  size", StringComparison.Ordinal));

        Assert.StartsWith("  size: " + drafted + " required not stated - ", line.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("  # check: " + doubt, line, StringComparison.Ordinal);
    }
}
