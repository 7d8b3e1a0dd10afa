using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tests.Printing;

namespace ApiSpec.Drafting.Tests;

/// <summary>Running heads of a PDF are not part of the section, but are not lost.</summary>
public sealed class RunningHeadTests
{
    private static readonly PrintedBlock[] s_blocks =
    [
        new PrintedHeading("9.6.8 Acquisition of a task", 1),
        new PrintedHeading("Function", 2),
        new PrintedText("Acquires a task."),
        new PrintedHeading("Request format", 2),
        new PrintedText("GET /tasks"),
        new PrintedHeading("Usage example", 2),
        new PrintedHeading("Response body:", 3),
        new PrintedCode("{\n  \"name\" : \"a\"\n}"),
    ];

    [Theory]
    [InlineData("", "Command and API Reference")]
    [InlineData("Chapter 9  9-", "Command and API Reference|Chapter 9 9-1")]
    [InlineData("Version 12, page ", "Command and API Reference", "source: V12 9.6.8")]
    public void A_single_sheet_lists_its_running_heads_as_not_read(string foot, string unread, string source = "")
    {
        var draft = Draft(s_blocks, foot);

        Assert.Equal(unread.Split('|'), draft.Draft.Unread.Select(static line => line.Text));
        Assert.Contains("title: Acquisition of a task\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains(source, draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("  - response body: |\n      {\n        \"name\" : \"a\"\n      }\n", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_line_that_is_not_apart_is_text()
    {
        var draft = Draft([.. s_blocks.Take(5), new PrintedHeading("Execution permissions", 2), new PrintedText("Level 2 role")], "");

        Assert.Contains("roles: [Level 2]\n", draft.Written.Text, StringComparison.Ordinal);
    }

    private static Checking.CheckedDraft Draft(IReadOnlyList<PrintedBlock> blocks, string foot)
    {
        var page = PageReader.Read("page.pdf", PdfShape.Write(blocks, foot), TestContext.Current.CancellationToken);
        return Support.Drafting.Draft(page, ShippedProfiles.Find("jp1")!);
    }
}
