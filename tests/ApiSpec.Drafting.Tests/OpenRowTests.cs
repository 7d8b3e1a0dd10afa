using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables of copied text whose cells have several lines. Tabs are between the cells, and nothing marks the end of a row.</summary>
public sealed class OpenRowTests
{
    [Fact]
    public void Lines_between_two_rows_belong_to_the_last_cell_of_the_first()
    {
        var draft = Draft("size\tinteger\tYes\tThe size.\nDefault value: 4\nAt most 9\nstate\tstring\tNo\tThe state.\n\nMore text.\n");

        Has(draft, "query:\n  size: int ..9 default 4 - The size.\n  state?: string - The state.\n");
        Assert.Equal(["More text."], draft.Draft.Unread.Select(static line => line.Text));
        Assert.Equal(0, draft.Written.Marked);
    }

    [Fact]
    public void An_empty_last_cell_can_continue_as_well()
        => Has(Draft("size\tinteger\tYes\t\nThe size.\nstate\tstring\tNo\t\n"), "query:\n  size: int - The size.\n  state?: string\n");

    [Fact]
    public void A_row_with_a_name_alone_is_a_row()
        => Has(Draft("size\tinteger\tYes\tThe size.\nstate\t\t\t\ncolor\tstring\tNo\tThe color.\n"),
            "query:\n  size: int - The size.\n  state: unknown required not stated\n  color?: string - The color.\n");

    [Fact]
    public void The_rest_of_a_cell_with_the_cells_after_it_completes_the_row()
    {
        var draft = Draft("size\tinteger\tYes\tThe size.\nstate\tone of the\nknown words\tNo\tThe state.\ncolor\tstring\tNo\tThe color.\n");

        Has(draft, "  state?: unknown - The state.  # check: type 'one of the known words'\n  color?: string - The color.\n");
    }

    [Fact]
    public void Lines_under_the_last_row_are_marked()
        => Has(Draft("size\tinteger\tYes\tThe size.\nIn centimetres.\n\nMore text.\n"),
            "query:\n  size: int - The size. In centimetres.  # check: where the cell ends\n");

    [Fact]
    public void Lines_under_a_row_that_lacks_cells_are_marked()
        => Has(Draft("size\tinteger\nIn centimetres.\nstate\tstring\tNo\tThe state.\n"),
            "  size: unknown required not stated  # check: a row with fewer cells than the table has columns");

    [Fact]
    public void A_heading_under_the_last_row_is_none_of_its_lines()
    {
        var draft = Draft("size\tinteger\tYes\tThe size.\nStatus codes\n200 OK\n");

        Has(draft, "query:\n  size: int - The size.\n");
        Has(draft, "status:\n  200 OK:\n");
    }

    [Theory]
    [InlineData("Name\tType\tDescription")]
    [InlineData("Name\tType\tRequired\tDescription")]
    public void Another_table_after_a_gap_is_a_table_of_its_own(string titles)
        => Has(Draft("size\tinteger\tYes\tThe size.\n\n" + titles + "\nstate\tstring\tNo\n"),
            "query:\n  size: int - The size.\n  state");

    [Fact]
    public void Tables_after_a_gap_are_marked()
        => Has(Draft("size\tinteger\tYes\tThe size.\n\nName\tType\tRequired\tDescription\nstate\tstring\tNo\tThe state.\n"),
            "  state?: string - The state.  # check: another table under this heading\n");

    private static Checking.CheckedDraft Draft(string rows)
        => Support.Drafting.Draft("List racks\n\nGET /racks\n\nQuery parameters\n\nName\tType\tRequired\tDescription\n" + rows, "base");
}
