using System.Net;
using System.Net.Sockets;
using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Responses that never arrive, break off, or are not HTTP.</summary>
public sealed class TransportFailureTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    [Fact]
    public async Task A_refused_connection_throws_a_connection_exception()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = new SampleClient(new Uri("http://127.0.0.1:" + port));

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());

        Assert.IsType<HttpRequestException>(exception.InnerException);
        Assert.StartsWith("Tasks.GetRerunStart (section 9.6.8) got no complete response: ", exception.Message, StringComparison.Ordinal);
        Assert.Same(SampleApi.GetRerunStart, exception.Operation);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_throws_a_connection_exception()
    {
        using var client = new SampleClient(new Uri("http://no-such-host.invalid/"));
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("SMTP ready\r\n\r\n")]
    [InlineData("HTTP/1.1 999999 What\r\n\r\n")]
    [InlineData(Head + "Content-Length: 100\r\n\r\n{\"name\":\"n\"")]
    [InlineData(Head + "Content-Length: 100\r\n\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"nam")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")]
    [InlineData(Head + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd")]
    public async Task A_response_that_breaks_off_or_is_malformed_throws_a_connection_exception(string reply)
    {
        using var server = new RawServer(reply);
        using var client = new SampleClient(server.Address);
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
    }

    [Fact]
    public async Task The_status_of_a_failure_survives_a_body_that_breaks_off()
    {
        using var server = new RawServer("HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"message\":\"half");
        using var client = new SampleClient(server.Address);

        var response = await client.GetWithResponseAsync();

        Assert.Equal(TaskStatusCode.ServerSideError, response.Status);
        Assert.Equal("{\"message\":\"half", response.RawBody!.ToString());
        Assert.True(response.RawBody.IsTruncated);
        Assert.NotNull(response.ErrorViolation);
    }

    [Fact]
    public async Task A_handler_that_loses_the_end_of_a_body_is_detected()
    {
        using var handler = new ShorteningHandler();
        using var client = new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = handler });
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
    }

    [Fact]
    public async Task A_response_without_a_length_ends_with_the_connection()
    {
        using var server = new RawServer(Head + "\r\n" + Bodies.Action);
        using var client = new SampleClient(server.Address);
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
    }

    [Fact]
    public async Task A_huge_announced_length_is_refused_before_anything_is_read()
    {
        using var server = new RawServer(Head + "Content-Length: 99999999999\r\n\r\n{");
        using var client = new SampleClient(server.Address);
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => client.GetAsync());
    }

    [Fact]
    public async Task A_body_without_end_is_refused_at_the_limit()
    {
        using var server = new RawServer(async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + "\r\n"));
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 65536));
            while (true)
                await stream.WriteAsync(spaces);
        });
        using var client = new SampleClient(server.Address, new ApiClientOptions { MaxResponseBytes = 300_000 });
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => client.GetAsync());
        await client.DeleteAsync();
    }

    [Theory]
    [InlineData("Content-Type: ;;;\r\n")]
    [InlineData("Content-Type: application/json; charset\r\n")]
    [InlineData("Content-Type: application/json;;charset=utf-8\r\n")]
    [InlineData("Content-Type:\r\n")]
    [InlineData("X-Broken: a\tb\r\n")]
    public async Task Headers_that_cannot_be_parsed_are_ignored(string header)
    {
        using var server = new RawServer("HTTP/1.1 200\r\n" + header + "\r\n" + Bodies.Action);
        using var client = new SampleClient(server.Address);
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
    }

    [Fact]
    public async Task A_reason_phrase_cannot_break_the_message()
    {
        using var server = new RawServer("HTTP/1.1 418 a\tb" + new string('x', 500) + "\r\nContent-Length: 0\r\n\r\n");
        using var client = new SampleClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.GetAsync());
        Assert.DoesNotContain('\t', exception.Message);
        Assert.True(exception.Message.Length < 250, exception.Message);
    }

    [Fact]
    public async Task A_disposed_client_and_its_variants_throw_that_they_are_disposed()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        var client = new SampleClient(server.Address);
        var variant = client.With(new ApiCallOptions { Language = "ja" });
        variant.Dispose();
        Assert.Equal("rerunStart", (await variant.GetAsync()).Name);
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);

        client.Dispose();
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => variant.GetAsync());
    }

    private sealed class ShorteningHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(Bodies.Action)));
            content.Headers.ContentLength = Bodies.Action.Length + 1;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }
}
