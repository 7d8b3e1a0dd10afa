using System.IO.Compression;
using System.Text;
using ApiSpec.Generated;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>A status that can lack a body has none if no byte arrives, whether the response states a length or not.</summary>
public sealed class EmptyBodyTests
{
    private static readonly ApiOperation Operation = new(
        "Reports.Get", SampleApi.Description, HttpMethod.Get, "/report",
        statuses: [new ApiStatus(200, "OK"), new ApiStatus(202, "Accepted", mayLackBody: true)]);

    private static readonly ApiDownloadCall<ErrorInfo, ReportStatus> Download = new(Operation, ErrorInfo.Json);

    private static readonly ApiCall<TreeNode, ErrorInfo, ReportStatus> Read = new(Operation, TreeNode.Json, ErrorInfo.Json);

    public enum ReportStatus
    {
        Undocumented = 0,
        Ok = 200,
        Accepted = 202,
    }

    [Theory]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Connection: close\r\n\r\n")]
    public async Task A_202_without_a_body_is_a_result_without_a_file(string rest)
    {
        using var server = new RawServer("HTTP/1.1 202 Accepted\r\n" + rest);
        using var connection = Connect(server);

        using var response = await connection.SendWithResponseAsync(Download, Request(), TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccess);
        Assert.Equal(ReportStatus.Accepted, response.Status);
        Assert.Null(response.Download);
        Assert.Throws<InvalidOperationException>(response.EnsureSuccess);
        Assert.Null(await connection.SendAsync(Download, Request(), TestContext.Current.CancellationToken));
        Assert.Empty(await ItemsAsync(connection));
    }

    [Theory]
    [InlineData("202 Accepted", "Content-Length: 3\r\n\r\nabc", "abc")]
    [InlineData("202 Accepted", "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", "abc")]
    [InlineData("202 Accepted", "Connection: close\r\n\r\nabc", "abc")]
    [InlineData("200 OK", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "")]
    [InlineData("200 OK", "Content-Length: 0\r\n\r\n", "")]
    public async Task Every_other_success_is_a_whole_file(string status, string rest, string content)
    {
        using var server = new RawServer("HTTP/1.1 " + status + "\r\n" + rest);
        using var connection = Connect(server);
        using var response = await connection.SendWithResponseAsync(Download, Request(), TestContext.Current.CancellationToken);

        using var copy = new MemoryStream();
        await response.EnsureSuccess().CopyToAsync(copy, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(content, Encoding.ASCII.GetString(copy.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    public async Task Compressed_body_is_empty_if_nothing_is_in_it(string content)
    {
        // For empty input, the framework writes nothing at all, but servers write a member without content (RFC 1952).
        using var packed = new MemoryStream();
        if (content.Length == 0)
            await packed.WriteAsync(Convert.FromHexString("1F8B080000000000000303000000000000000000"), TestContext.Current.CancellationToken);
        await using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await zip.WriteAsync(Encoding.ASCII.GetBytes(content), TestContext.Current.CancellationToken);
        using var server = new RawServer(async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 202 Accepted\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"));
            await stream.WriteAsync(packed.ToArray());
        });
        using var connection = Connect(server);

        using var response = await connection.SendWithResponseAsync(Download, Request(), TestContext.Current.CancellationToken);

        using var copy = new MemoryStream();
        if (response.Download is { } download)
            await download.CopyToAsync(copy, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((content.Length > 0, content), (response.Download is not null, Encoding.ASCII.GetString(copy.ToArray())));
    }

    [Fact]
    public async Task Items_are_read_if_the_body_is_optional_and_present()
    {
        const string Body = """{"data":[{"name":"a"},{"name":"b"}]}""";
        using var server = new RawServer("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + Body);
        using var connection = Connect(server);
        Assert.Equal(["a", "b"], await ItemsAsync(connection));
    }

    [Fact]
    public async Task A_body_that_never_begins_times_out()
    {
        using var stop = new CancellationTokenSource();
        using var server = new RawServer(async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
            await Task.Delay(Timeout.Infinite, stop.Token);
        });
        using var byRead = Connect(server, new ApiClientOptions { ReadTimeout = TimeSpan.FromMilliseconds(100) });
        using var byCall = Connect(server, new ApiClientOptions { Timeout = TimeSpan.FromMilliseconds(100) });

        var late = await Assert.ThrowsAsync<ApiTimeoutException>(
            () => byRead.SendWithResponseAsync(Download, Request(), TestContext.Current.CancellationToken));
        Assert.EndsWith("sent nothing more of its body within 0.1 s (ReadTimeout).", late.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ApiTimeoutException>(() => byCall.SendWithResponseAsync(Download, Request(), TestContext.Current.CancellationToken));
        await stop.CancelAsync();
    }

    private static ApiConnection Connect(RawServer server, ApiClientOptions? options = null)
        => ApiConnection.Create(SampleApi.Description, server.Address, options);

    private static ApiRequest Request() => new(Operation, "/report");

    private static async Task<List<string>> ItemsAsync(ApiConnection connection)
    {
        var names = new List<string>();
        await foreach (var item in connection.EnumerateAsync(Read, Request(), "data", TreeNode.Json, TestContext.Current.CancellationToken))
            names.Add(item.Name);
        return names;
    }
}
