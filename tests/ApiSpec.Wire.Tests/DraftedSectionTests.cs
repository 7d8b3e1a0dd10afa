using System.Text;
using ApiSpec.Drafting;
using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Testing;
using ApiSpec.Tests.Support;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A printed page is drafted, its draft is built, and the client calls the server of the transcribed reference.</summary>
public sealed class DraftedSectionTests
{
    [Fact]
    public async Task Client_of_a_draft_calls_the_server_of_the_transcribed_section()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("tests/ApiSpec.Drafting.Tests/Pages/jp1ao-9.6.8.txt"), TestContext.Current.CancellationToken);
        var client = GeneratedProject.Of(new SpecDocument("draft.apispec.yaml", Draft(page))).Load();
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Load(Repository.JP1Specs)), TestContext.Current.CancellationToken);

        var response = await client.CallAsync(server.BaseAddress, "Tasks.GetRerunStart", static (_, _) => 2026L);

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("/Automation/v1/objects/Tasks/2026/actions/rerunStart", request.Target);
        var body = response.GetType().GetProperty("Body")!.GetValue(response)!;
        Assert.Equal("rerunStart", body.GetType().GetProperty("Name")!.GetValue(body));
        Assert.Empty((System.Collections.IEnumerable)body.GetType().GetProperty("Parameters")!.GetValue(body)!);
    }

    private static string Draft(string page)
    {
        var read = PageReader.Read("page.txt", Encoding.UTF8.GetBytes(page), TestContext.Current.CancellationToken);
        var options = new DraftOptions(null, null);
        return PageDrafter.Draft(read, ShippedProfiles.Find("jp1")!, null, KnownSpecs.None, options, TestContext.Current.CancellationToken).Written.Text;
    }
}
