using ApiSpec.References.Tests.Servers;
using Example.Archive;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>The path of the printed base is in each request exactly once, whether the base address of the program includes it or not.</summary>
public sealed class BasePathTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "")]
    [InlineData("archive", "")]
    [InlineData("archive/", "")]
    [InlineData("proxy", "/proxy")]
    [InlineData("proxy/archive/", "/proxy")]
    [InlineData("archive/archive", "/archive")]
    [InlineData("myarchive", "/myarchive")]
    [InlineData("Archive", "/Archive")]
    public async Task A_base_path_is_sent_once(string path, string prefix)
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new ArchiveClient(new Uri(server.Address, path));
        using var http = new HttpClient { BaseAddress = new Uri(server.Address, path) };
        using var other = new ArchiveClient(http);
        foreach (var one in new[] { client, other })
        {
            server.Requests.Clear();
            await one.Status.GetAsync(1, Token);
            await one.Logins.GetAsync(Token);
            await one.Files.GetAsync("a", Token);
            await one.Archivists.GetAsync("b", Token);
            await one.Health.GetAsync(Token);
            await one.Status.GetAtAsync("http://archive.example" + prefix + "/archive/status/2", Token);
            Assert.Equal(
                [
                    $"GET {prefix}/archive/status/1", $"GET {prefix}/archive/login", $"GET {prefix}/archive/files/a", $"GET {prefix}/archive/archivists/b",
                    $"GET {prefix}/health",
                    $"GET {prefix}/archive/status/2",
                ],
                server.Lines);
        }
    }

    [Fact]
    public void The_description_says_what_the_base_path_is() => Assert.Equal("/archive", ArchiveApi.Description.BasePath);
}
