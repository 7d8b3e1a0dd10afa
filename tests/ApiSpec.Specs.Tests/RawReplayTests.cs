using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>Every printed request is sent unchanged over a socket, like curl does, and returns the printed response.</summary>
public sealed class RawReplayTests
{
    // RFC 9112, sections 6.3 and 9.6: headers that belong to this connection.
    private static readonly string[] s_ofTheConnection = ["Connection", "Content-Length", "Host", "Transfer-Encoding", "Expect"];

    [Fact]
    public async Task Every_documented_example_gets_the_documented_answer()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Reference.Catalog), TestContext.Current.CancellationToken);
        var replayed = 0;
        foreach (var example in Reference.Catalog.Examples.Where(static example => example.Request is not null))
        {
            // A page that prints a request without its body shows less than the server requires.
            if (example.Request!.Body is null && Reference.Catalog.Operations.Single(operation => operation.Id == example.OperationId).RequestBody is not null)
                continue;
            var (statusLine, body) = await SendAsync(server.BaseAddress, example.Request);

            // If the page leaves out the response, it is a success.
            Assert.StartsWith(example.Response is { } response ? $"HTTP/1.1 {response.StatusCode} " : "HTTP/1.1 2", statusLine, StringComparison.Ordinal);
            if (example.Response?.Body is { } printed)
                AssertSame(printed, body, example);
            replayed++;
        }

        Assert.True(replayed >= 40, $"{replayed} examples");
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
    }

    private static async Task<(string StatusLine, string Body)> SendAsync(Uri server, ExampleRequest request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        var body = Encoding.UTF8.GetBytes(request.Body ?? "");
        var head = new StringBuilder($"{request.Method} {request.Target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n");
        foreach (var (name, value) in request.Headers.Where(static header => !s_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            head.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (request.Body is not null)
            head.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), TestContext.Current.CancellationToken);
        await stream.WriteAsync(body, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (answer[..answer.IndexOf("\r\n", StringComparison.Ordinal)], answer[(end + 4)..]);
    }

    private static void AssertSame(string printed, string answered, DocumentedExample example)
    {
        if (printed.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            Assert.Equal(printed, answered);
            return;
        }

        using var one = JsonDocument.Parse(printed);
        using var other = JsonDocument.Parse(answered);
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement), example.ToString());
    }
}
