using ApiSpec.References.Tests.Servers;
using Example.Station;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Downloads whose body can be a failure instead.</summary>
public sealed class StatedOutcomeDownloadTests
{
    private const string Failed400 = """{"success":false,"error":{"code":400,"text":"Nobody is called so."}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/octet-stream", Failed400, true)]
    [InlineData("application/json", Failed400, false)]
    [InlineData("application/json", """{"colour":"red"}""", true)]
    [InlineData("application/json", """{"success":true}""", true)]
    [InlineData("application/json", "[1,2]", true)]
    [InlineData("application/json", "{broken", true)]
    public async Task Download_is_a_failure_only_if_it_is_json_that_says_so(string contentType, string body, bool isFile)
    {
        await using var server = await RecordingServer.StartAsync(200, body, ("Content-Type", contentType));
        using var client = new StationClient(server.Address);

        if (!isFile)
        {
            Assert.Equal("400", (await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Files.GetContentAsync(1, Token))).ErrorCode);
            return;
        }

        using var download = await client.Files.GetContentAsync(1, Token);
        using var reader = new StreamReader(download.Content);
        Assert.Equal(body, await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task Failed_download_labelled_as_text_is_not_returned_as_a_file()
    {
        await using var server = await RecordingServer.StartAsync(200, Failed400, ("Content-Type", "text/plain; charset=utf-8"));
        using var client = new StationClient(server.Address);

        Assert.Equal("400", (await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Files.GetContentAsync(1, Token))).ErrorCode);
    }

    [Fact]
    public async Task Large_json_file_is_downloaded_whole_with_a_large_limit()
    {
        var text = """{"success":true,"x":""" + '"' + new string('x', 3_000_000) + "\"}";
        await using var server = await RecordingServer.StartAsync(200, text);
        using var client = new StationClient(server.Address, new ApiClientOptions { MaxErrorBodyBytes = 4_000_000 });

        using var download = await client.Files.GetContentAsync(1, Token);
        using var reader = new StreamReader(download.Content);
        Assert.Equal(text, await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task Large_json_file_is_downloaded_whole()
    {
        var text = """{"success":false,"x":""" + '"' + new string('x', 300_000) + "\"}";
        await using var server = await RecordingServer.StartAsync(200, text);
        using var client = new StationClient(server.Address);

        using var download = await client.Files.GetContentAsync(1, Token);
        using var reader = new StreamReader(download.Content);
        Assert.Equal(text, await reader.ReadToEndAsync(Token));
    }
}
