using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;

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
}
