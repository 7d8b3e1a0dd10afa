using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tests.Support;

namespace ApiSpec.Drafting.Tests;

/// <summary>The work for a page grows with its length, and not with the square of it.</summary>
public sealed class ExampleCostTests
{
    [Fact]
    public void Twice_as_many_examples_need_at_most_twice_the_reads()
        => Assert.InRange(ReadsOf(400), 400, 2 * ReadsOf(200));

    private static int ReadsOf(int examples)
    {
        const string Top = "<html><body><h1>Create a rack</h1><h2>Request</h2><p>POST /racks</p>";
        var page = Support.Drafting.Read(Top + string.Concat(Enumerable.Repeat("<h2>Example</h2><p>a</p>", examples)) + "</body></html>", "page.html");
        var profile = ShippedProfiles.Find("base")!;
        var section = Assert.Single(SectionSplitter.Split(page, profile, TestContext.Current.CancellationToken));
        var parts = new CountingList<SectionPart>(section.Parts);

        SectionDrafter.Draft(
            section with { Parts = parts }, "page.html", profile, KnownSpecs.None, new DraftOptions(null, null), TestContext.Current.CancellationToken);

        return parts.Reads;
    }

    [Fact]
    public void Twice_as_many_items_need_at_most_twice_the_reads()
        => Assert.InRange(ReadsOfItems(400), 400, (2 * ReadsOfItems(200)) + 100);

    private static int ReadsOfItems(int items)
    {
        const string Top = "<html><body><h1>Create a rack</h1><h2>Request</h2><p>POST /racks</p><h2>Response</h2><ul><li>owner (object): The owner.<ul>";
        var page = Support.Drafting.Read(
            Top + string.Concat(Enumerable.Repeat("<li>Racks are heavy</li>", items)) + "</ul></li></ul></body></html>", "page.html");
        var profile = ShippedProfiles.Find("base")!;
        var section = Assert.Single(SectionSplitter.Split(page, profile, TestContext.Current.CancellationToken));
        var lines = new CountingList<PageLine>(section.Parts[^1].Lines);

        PartTables.Read(new DraftingContext(section, profile, KnownSpecs.None, TestContext.Current.CancellationToken), lines, "response");

        return lines.Reads;
    }
}
