using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Paragraphs of copied text next to rows whose cells are on separate lines, or words on one line.</summary>
public sealed class ParagraphTests
{
    [Theory]
    [InlineData("Name\n\nDescription", "height\n\nThe height.\n\nLimits\n\nRacks are heavy.\n")]
    [InlineData("Name\n\nDefault\n\nDescription", "height\n\n4\n\nThe height.\n\nLimits\n\nOf racks\n\nRacks are heavy.\n")]
    [InlineData("Name\n\nType\n\nDescription", "height\n\ninteger\n\nThe height.\n\nLimits\n\nOf racks\n\nRacks are heavy.\n")]
    [InlineData("Name Description", "height The height.\nLimits of racks\n")]
    public void Paragraphs_under_a_table_are_no_row_of_it(string titles, string rows)
    {
        var draft = Draft(titles + "\n\n" + rows);

        Has(draft, "  height: ");
        Assert.DoesNotContain("Limits:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains(draft.Draft.Unread, static line => line.Text.StartsWith("Limits", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Limits\n\nThe limits.\n\nstate\n\nThe state.\n", "  Limits: unknown required not stated - The limits.\n  state: ")]
    [InlineData("Limits\n\nThe limits.\n", "  height: unknown required not stated - The height.\n")]
    public void A_name_with_a_capital_is_a_row_if_another_row_follows(string rows, string expected)
        => Has(Draft("Name\n\nDescription\n\nheight\n\nThe height.\n\n" + rows), expected);

    [Fact]
    public void Names_with_capitals_are_rows_below_another_one()
        => Has(Draft("Name\n\nDescription\n\nHeight\n\nThe height.\n\nLimits\n\nThe limits.\n"), "  Limits: unknown required not stated - The limits.\n");

    [Fact]
    public void Three_paragraphs_with_the_word_of_a_type_are_no_row()
    {
        var draft = Draft("Output\nFile\nThe file has all racks.\n");

        Assert.DoesNotContain("Output:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains(draft.Draft.Unread, static line => line.Text == "Output");
    }

    [Fact]
    public void Several_of_them_are_rows_with_a_mark()
        => Has(Draft("Output\nFile\nThe file has all racks.\n\nTarget\nText\nThe target.\n"),
            "  Output: bytes required not stated - The file has all racks.  # check: the row");

    private static Checking.CheckedDraft Draft(string rows)
        => Support.Drafting.Draft("List racks\n\nGET /racks\n\nQuery parameters\n\n" + rows, "base");
}
