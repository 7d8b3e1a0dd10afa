using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tests.Support;

namespace ApiSpec.Drafting.Tests;

/// <summary>A draft that is cancelled ends in the step that it is in.</summary>
public sealed class CancellationTests
{
    private const string Section = "List racks\n\nGET /racks\n\nLists racks.\n\nStatus codes\n\n200 OK\n";

    [Fact]
    public void Each_step_ends_if_it_is_cancelled()
    {
        var profile = ShippedProfiles.Find("base")!;
        var page = Support.Drafting.Read(Section);
        var section = Assert.Single(SectionSplitter.Split(page, profile, TestContext.Current.CancellationToken));
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => SectionSplitter.Split(page, profile, cancelled));
        Assert.Throws<OperationCanceledException>(
            () => SectionDrafter.Draft(section, "page", profile, KnownSpecs.None, new DraftOptions(null, null), cancelled));
        Assert.Throws<OperationCanceledException>(() => ProfileChoice.Choose(page, section: null, cancelled));
    }

    [Fact]
    public void Statuses_end_if_the_table_is_cancelled_inside()
        => CancelInside("Status codes", "Code,Description", static code => code + ",Bad.", static (context, _) => new StatusDrafter(context).Draft());

    [Fact]
    public void Rows_end_if_the_table_is_cancelled_inside()
        => CancelInside("Response", "Name,Type", static code => "a" + code + ",string", static (context, lines) => PartTables.Read(context, lines, "response"));

    // Cancels at a read in the middle of the table.
    private static void CancelInside(string heading, string titles, Func<int, string> row, Action<DraftingContext, IReadOnlyList<PageLine>> draft)
    {
        const string Top = "<html><body><h1>List racks</h1><h2>Request</h2><p>GET /racks</p><h2>";
        var page = Support.Drafting.Read(
            Top + heading + "</h2>" + HtmlSection.Table(titles, [.. Enumerable.Range(400, 99).Select(row)]) + "</body></html>", "page.html");
        var profile = ShippedProfiles.Find("base")!;
        var section = Assert.Single(SectionSplitter.Split(page, profile, TestContext.Current.CancellationToken));
        using var source = new CancellationTokenSource();
        var last = int.MaxValue;
        var lines = new CountingList<PageLine>(section.Parts[^1].Lines, reads =>
        {
            if (reads == last)
                source.Cancel();
        });
        var context = new DraftingContext(
            section with { Parts = [.. section.Parts.SkipLast(1), section.Parts[^1] with { Lines = lines }] }, profile, KnownSpecs.None, source.Token);
        last = lines.Reads + 50;

        Assert.Throws<OperationCanceledException>(() => draft(context, lines));
    }
}
