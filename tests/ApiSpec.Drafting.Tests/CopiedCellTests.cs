using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Bullets, notes and further columns in copied text.</summary>
public sealed class CopiedCellTests
{
    private const string Top = "List racks\n\nGET /racks\n\nQuery parameters\n\n";

    [Theory]
    [InlineData("\u2022 ")]
    [InlineData("- ")]
    [InlineData("* ")]
    [InlineData("\u2013 ")]
    [InlineData("\u25CB ")]
    [InlineData("\uF0B7 ")]
    public void A_bullet_before_a_method_is_no_part_of_it(string bullet)
    {
        var requests = new[]
        {
            "Request\n\n" + bullet + "POST /racks\n", "Method\n\n" + bullet + "POST\n\nURL\n\n" + bullet + "/racks\n", bullet + "POST /racks\n",
        };

        foreach (var request in requests)
            Has(Support.Drafting.Draft("Add a rack\n\n" + request + "\nStatus codes\n\n201 Created\n", "base"), "request: POST /racks\n");
    }

    [Theory]
    [InlineData("Note")]
    [InlineData("Notes")]
    [InlineData("Remarks")]
    public void A_column_of_notes_belongs_to_the_description(string title)
    {
        string[][] rows =
        [
            ["Name", "Type", "Required", "Description", title], ["size", "integer", "Yes", "The size.", "In cm."], ["page", "integer", "No", "The page.", ""],
        ];
        var cells = Top + string.Join("\n\n", rows.SelectMany(static row => row).Where(static cell => cell.Length > 0)) + "\n";
        var tabs = Top + string.Join('\n', rows.Select(static row => string.Join('\t', row))) + "\n";
        var bars = Top + "| " + string.Join(" |\n| ", rows.Select(static row => string.Join(" | ", row)))
            .Replace(title + " |\n", title + " |\n|---|---|---|---|---|\n", StringComparison.Ordinal) + " |\n";

        foreach (var page in new[] { tabs, bars })
            Has(Support.Drafting.Draft(page, "base"), "query:\n  size: int - The size. In cm.\n  page?: int - The page.\n");
        var draft = Support.Drafting.Draft(cells, "base");
        Has(draft, "query:\n  size: int - The size. In cm.  # check: a row with another number of cells than the table has columns\n");
        Has(draft, "\n  page?: int - The page.  # check: a row with another number of cells than the table has columns\n");
        Assert.DoesNotContain(title + ":", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("\u2022 ")]
    [InlineData("- ")]
    [InlineData("* ")]
    public void The_items_of_a_cell_do_not_end_its_row(string bullet)
    {
        var values = string.Concat(Enumerable.Range(1, 9).Select(number => "\n\n" + bullet + "level " + number + ", which is a level"));
        var page = Top + "Name\n\nType\n\nDescription\n\nlevel\n\nstring\n\nThe level. Valid values are:" + values + "\n\nsize\n\ninteger\n\nThe size.\n";

        var draft = Support.Drafting.Draft(page, "base");

        Has(draft, "  size: int required not stated - The size.");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Columns_by_position_keep_both_descriptions()
    {
        const string Page = Top + "Name      Type       Description      Notes\nsize      integer    The size.        In cm.\n";

        Has(Support.Drafting.Draft(Page, "base"), "  size: int required not stated - The size. In cm.\n");
    }
}
