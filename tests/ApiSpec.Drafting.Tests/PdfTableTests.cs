using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tests.Printing;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables of a PDF with cells that are broken into several lines, and tables of text with gaps between the cells.</summary>
public sealed class PdfTableTests
{
    [Fact]
    public void A_status_continues_on_the_next_line()
    {
        var draft = Draft(new PrintedTable(["Status code", "Description"],
            [
                (0, ["412 The conditions of the request are not those of the rack", "Read it again."]),
                (0, ["500 Internal Server Error", "It failed."]),
            ], []));

        Has(draft, "  412 The conditions of the request are not those of the rack: Read it again.  # check: where the message ends\n"
            + "  500 Internal Server Error: It failed.\n");
    }

    [Fact]
    public void A_name_with_spaces_does_not_end_the_table()
    {
        var draft = Draft(new PrintedHeading("Response schema", 2), new PrintedTable(["Member name", "Data type", "Description"],
            [(0, ["size", "integer", "In cm."]), (0, ["display name", "string", "The name."]), (0, ["deep", "boolean", "All levels."])], []));

        Has(draft, "  display name?: string - The name.  # check: the name has a space\n  deep?: boolean - All levels.  # from the example\n");
    }

    [Theory]
    [InlineData("Name Type Required Description\nsize        integer   Yes   In cm.\nname        a text of any kind   No    The name.\n")]
    [InlineData("Name  Type  Required  Description\nsize        integer   Yes   In cm.\nname        a text of any kind   No    The name.\n")]
    public void Gaps_show_where_the_cells_of_a_text_end(string table)
    {
        var draft = Support.Drafting.Draft("Get a rack\n\nRequest\n\nGET /racks\n\nQuery parameters\n\n" + table + "\nStatus codes\n\n200 OK\n", "base");

        Has(draft, "query:\n  size: int - In cm.\n  name?: unknown - The name.  # check: type 'a text of any kind'\n");
        Assert.Empty(draft.Draft.Unread);
    }

    private static Checking.CheckedDraft Draft(params PrintedBlock[] blocks)
    {
        PrintedBlock[] all =
        [
            new PrintedHeading("9.6.8 Acquisition of a rack", 1), new PrintedHeading("Request format", 2), new PrintedText("GET /racks"),
            .. blocks is [PrintedTable] ? new PrintedBlock[] { new PrintedHeading("Status code", 2) } : [], .. blocks,
            new PrintedHeading("Usage example", 2), new PrintedHeading("Response body:", 3), new PrintedCode("{ }"),
        ];
        var page = PageReader.Read("page.pdf", PdfShape.Write(all), TestContext.Current.CancellationToken);
        return Support.Drafting.Draft(page, ShippedProfiles.Find("jp1")!);
    }
}
