using System.Text;
using ApiSpec.References.Tests.Servers;
using Example.Files;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>A reference in the style of file stores: responses that are XML, CSV or only headers, uploads by PUT, paths in paths.</summary>
public sealed class FilesTests
{
    private static readonly ApiClientOptions s_options = new() { Credential = new BearerCredential("tok") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_HEAD_request_returns_the_headers_of_a_file()
    {
        await using var server = await RecordingServer.StartAsync(
            200, "", ("Content-Length", "12"), ("ETag", "\"e\""), ("Last-Modified", "Sat, 31 Jan 2026 10:00:00 GMT"), ("X-Checksum", "abc"));
        using var client = new StoreClient(server.Address, s_options);
        var file = await client.Files.HeadWithResponseAsync("a b/c%d.txt", Token);

        Assert.Equal("HEAD /store/files/a%20b/c%25d.txt", Assert.Single(server.Lines));
        Assert.Equal("Bearer tok", server.Requests[0].Header("Authorization"));
        Assert.Equal(FilesHeadStatus.Ok, file.Status);
        Assert.Equal(12, file.GetContentLength());
        Assert.Equal("\"e\"", file.GetETag());
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.Zero), file.GetLastModified());
        Assert.Equal("abc", file.GetXChecksum());
    }

    [Fact]
    public async Task A_missing_file_is_a_documented_status()
    {
        await using var server = await RecordingServer.StartAsync(404, "");
        using var client = new StoreClient(server.Address, s_options);
        Assert.Equal(FilesHeadStatus.NotFound, (await client.Files.HeadWithResponseAsync("a", Token)).Status);
        var thrown = await Assert.ThrowsAnyAsync<ApiException>(() => client.Files.HeadAsync("a", Token));
        Assert.True(thrown.Is(FilesHeadStatus.NotFound));
    }

    [Fact]
    public async Task Options_are_a_list_in_a_header()
    {
        await using var server = await RecordingServer.StartAsync(204, "", ("Allow", "GET, PUT,DELETE"));
        using var client = new StoreClient(server.Address, s_options);
        var options = await client.Files.GetOptionsWithResponseAsync("a/b", Token);
        Assert.Equal("OPTIONS /store/files/a/b", Assert.Single(server.Lines));
        Assert.Equal(["GET", "PUT", "DELETE"], options.GetAllow());
    }

    [Fact]
    public async Task A_file_is_put_as_it_is()
    {
        await using var server = await RecordingServer.StartAsync(201, "", ("Location", "/store/files/a/b.bin"));
        using var client = new StoreClient(server.Address, s_options);
        var stored = await client.Files.PutWithResponseAsync(
            "a/b.bin", Encoding.ASCII.GetBytes("\0BYTES"), new() { Overwrite = false, IfNoneMatch = "*" }, Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("PUT /store/files/a/b.bin?overwrite=false \0BYTES", request.ToString());
        Assert.Equal(
            ("application/octet-stream", "6", "*"), (request.Header("Content-Type"), request.Header("Content-Length"), request.Header("If-None-Match")));
        Assert.Equal(FilesPutStatus.Created, stored.Status);
        Assert.Equal("/store/files/a/b.bin", stored.GetLocation());
    }

    [Fact]
    public async Task A_file_is_put_while_it_is_read()
    {
        await using var server = await RecordingServer.StartAsync(204, "");
        using var client = new StoreClient(server.Address, s_options);
        using var stream = new MemoryStream("from a stream"u8.ToArray());
        await client.Files.PutAsync("a/b.bin", new ApiFile(stream, "b.bin"), cancellationToken: Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("PUT /store/files/a/b.bin from a stream", request.ToString());
        Assert.Equal(("application/octet-stream", "13"), (request.Header("Content-Type"), request.Header("Content-Length")));
        await Assert.ThrowsAsync<ArgumentNullException>("body", () => client.Files.PutAsync("a/b.bin", null!, cancellationToken: Token));
    }

    [Theory]
    [InlineData("../policies/standard")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    public async Task A_path_in_a_path_cannot_lead_out_of_it(string path)
    {
        await using var server = await RecordingServer.StartAsync(200, "");
        using var client = new StoreClient(server.Address, s_options);
        var call = Record.ExceptionAsync(() => client.Files.HeadAsync(path, Token));
        if (await call is not null)
            Assert.Empty(server.Requests);
        else
            Assert.StartsWith("HEAD /store/files/", Assert.Single(server.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_handed_out_as_text()
    {
        await using var server = await RecordingServer.StartAsync(200, "path,bytes\n\"a,b/c.txt\",12\n", ("Content-Type", "text/csv; charset=utf-8"));
        using var client = new StoreClient(server.Address, s_options);
        Assert.Equal(
            "path,bytes\n\"a,b/c.txt\",12\n",
            await client.Reports.GetUsageAsync("2026-01", new() { From = new DateOnly(2026, 1, 2), Format = ReportsGetUsageFormat.Narrow }, Token));
        Assert.Equal("GET /store/reports/usage/2026-01.csv?from=2026-01-02&format=narrow", Assert.Single(server.Lines));
        Assert.Equal("text/csv", server.Requests[0].Header("Accept"));
        await Assert.ThrowsAsync<ArgumentException>(
            () => client.Reports.GetUsageAsync("2026-01", new() { From = new(2026, 1, 2), To = new(2026, 1, 3) }, Token));
    }

    [Fact]
    public async Task Xml_goes_both_ways_as_it_is()
    {
        const string Policy = """<policy name="standard"><days>30</days></policy>""";
        await using var server = await RecordingServer.StartAsync(static request => request.Line.StartsWith("GET", StringComparison.Ordinal)
            ? new(200, Policy, ("Content-Type", "application/xml"))
            : new(204, ""));
        using var client = new StoreClient(server.Address, s_options);
        using (var download = await client.Policies.GetAsync("standard", Token))
        {
            using var reader = new StreamReader(download.Content);
            Assert.Equal(Policy, await reader.ReadToEndAsync(Token));
        }

        await client.Policies.PutAsync("standard", Encoding.UTF8.GetBytes(Policy), Token);
        Assert.Equal(["GET /store/policies/standard ", "PUT /store/policies/standard " + Policy], server.Requests.Select(static request => request.ToString()));
        Assert.Equal("application/xml", server.Requests[0].Header("Accept"));
        Assert.Equal("application/xml", server.Requests[1].Header("Content-Type"));
    }
}
