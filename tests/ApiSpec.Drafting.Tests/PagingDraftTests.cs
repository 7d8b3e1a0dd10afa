using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Lists whose parameters look like pages.</summary>
public sealed class PagingDraftTests
{
    private const string Top = "<html><body><h1>List racks</h1><p>GET /racks</p><h2>Query parameters</h2>";
    private static readonly string s_list = "<h2>Response body</h2>"
        + Table("Name,Type", "racks,object[]", "racks[].id,string", "total,integer", "next_cursor,string");

    [Theory]
    [InlineData("offset,integer,No", "limit,integer,No", "  items: racks\n  offset: offset\n  size: limit\n  total: total\n")]
    [InlineData("cursor,string,No", "limit,integer,No", "  items: racks\n  cursor: cursor\n  next: next_cursor\n  size: limit\n  total: total\n")]
    public void Offsets_and_cursors_are_proposed(string first, string second, string roles)
    {
        var draft = Draft(Table("Name,Type,Required", first, second) + s_list);

        Has(draft, "\npaging:  # check\n" + roles);
        Assert.Empty(draft.Spec.Diagnostics);
    }

    [Fact]
    public void Pages_need_the_number_of_the_first()
    {
        var rows = Table("Name,Type,Default", "page,integer,1", "per_page,integer,20");

        Has(Draft(rows + s_list), "\npaging:  # check\n  items: racks\n  page: page\n  size: per_page\n  total: total\n");
        var without = Draft(rows.Replace("<td>1</td>", "<td></td>", StringComparison.Ordinal) + s_list);
        Assert.DoesNotContain("\npaging:", without.Written.Text, StringComparison.Ordinal);
        Has(without, "# The list seems to have pages: write 'paging:', and the first page as the default of 'page'.\n");
    }

    [Theory]
    [InlineData("offset,integer,No", "name,string,No")]
    [InlineData("offset,string,No", "limit,integer,No")]
    public void Other_parameters_are_no_pages(string first, string second)
        => Assert.DoesNotContain("paging:", Draft(Table("Name,Type,Required", first, second) + s_list).Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_response_without_a_list_has_no_pages()
    {
        var draft = Draft(Table("Name,Type", "offset,integer", "limit,integer") + "<h2>Response body</h2>" + Table("Name,Type", "id,string"));

        Assert.DoesNotContain("paging:", draft.Written.Text, StringComparison.Ordinal);
    }

    private static Checking.CheckedDraft Draft(string rest) => Support.Drafting.Draft(Top + rest, "base", "page.html");
}
