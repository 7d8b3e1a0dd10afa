using System.Collections.Concurrent;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests.Options;

/// <summary>What happens to a credential after a redirect, with the client's own handler and with a handler that follows redirects.</summary>
public sealed class RedirectTests
{
    private readonly ConcurrentQueue<string> _heads = new();

    [Fact]
    public async Task The_clients_own_handler_does_not_follow()
    {
        await using var elsewhere = Elsewhere();
        await using var server = Redirecting(elsewhere);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new BasicCredential("system", "manager") });
        Assert.Equal(307, (await client.GetWithResponseAsync()).StatusCode);
        Assert.Equal(0, elsewhere.Accepted);
    }

    [Fact]
    public async Task A_handler_that_follows_takes_the_Authorization_header_off_but_no_other()
    {
        await using var elsewhere = Elsewhere();
        await using var server = Redirecting(elsewhere);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = true };
        using var basic = new SampleClient(server.Address, new ApiClientOptions { Handler = handler, Credential = new BasicCredential("system", "manager") });
        using var key = new SampleClient(server.Address, new ApiClientOptions { Handler = handler, Credential = new HeaderCredential("X-Api-Key", "s3cret") });

        await basic.GetAsync();
        await key.GetAsync();

        Assert.Collection(
            _heads,
            static head => Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase),
            static head => Assert.Contains("X-Api-Key: s3cret", head, StringComparison.Ordinal));
    }

    private static HostileServer Redirecting(HostileServer elsewhere) => new(async connection =>
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync("HTTP/1.1 307 Elsewhere\r\nLocation: " + elsewhere.Address + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    });

    private HostileServer Elsewhere() => new(async connection =>
    {
        if (await connection.ReadHeadAsync() is { } head)
            _heads.Enqueue(head);
        await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + Bodies.Action);
    });
}
