using System.Net;
using System.Net.Sockets;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests.Options;

/// <summary>Requests go through the proxy in the options. If possible, only the server can read their content.</summary>
public sealed class ProxyTests
{
    private const string Reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";

    [Fact]
    public async Task Plain_HTTP_goes_to_the_proxy_whole()
    {
        string? head = null;
        await using var proxy = new HostileServer(async connection =>
        {
            head = await connection.ReadHeadAsync();
            await connection.SendAsync(Reply + Bodies.Action);
        });
        using var client = new SampleClient(new Uri("http://ao.example:22015/"), new ApiClientOptions { Proxy = new WebProxy(proxy.Address) });

        Assert.Equal("rerunStart", (await client.GetAsync(7)).Name);

        Assert.StartsWith("GET http://ao.example:22015/Automation/v1/objects/Tasks/7/actions/rerunStart HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("Host: ao.example:22015\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_gets_its_own_password_only()
    {
        var heads = new List<string>();
        await using var proxy = new HostileServer(async connection =>
        {
            while (await connection.ReadHeadAsync() is { } head)
            {
                heads.Add(head);
                await connection.SendAsync(head.Contains("Proxy-Authorization: Basic cHJveHk6cHc=\r\n", StringComparison.Ordinal)
                    ? "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + Bodies.Action.Length + "\r\n\r\n" + Bodies.Action
                    : "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
            }
        });
        var webProxy = new WebProxy(proxy.Address) { Credentials = new NetworkCredential("proxy", "pw") };
        using var client = new SampleClient(new Uri("http://ao.example/"), new ApiClientOptions { Proxy = webProxy });

        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
        Assert.Equal(2, heads.Count);
    }

    [Fact]
    public async Task HTTPS_goes_through_a_tunnel_that_sees_no_credential()
    {
        string? connect = null;
        await using var server = await TlsServer.StartAsync();
        await using var proxy = new HostileServer(async connection =>
        {
            connect = await connection.ReadHeadAsync();
            using var onward = new TcpClient();
            await onward.ConnectAsync(IPAddress.Loopback, server.Address.Port);
            await connection.SendAsync("HTTP/1.1 200 Connected\r\n\r\n");
            await connection.RelayAsync(onward.GetStream());
        });
        using var client = new SampleClient(new Uri("https://ao.example/"), new ApiClientOptions
        {
            Proxy = new WebProxy(proxy.Address),
            TrustedCertificateThumbprints = [server.Thumbprint],
            Credential = new BasicCredential("system", "manager"),
        });

        Assert.Equal("rerunStart", (await client.GetAsync()).Name);

        Assert.StartsWith("CONNECT ao.example:443 HTTP/1.1\r\n", connect, StringComparison.Ordinal);
        Assert.DoesNotContain("c3lzdGVtOm1hbmFnZXI=", connect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_tunnel_throws_a_connection_exception()
    {
        await using var proxy = new HostileServer(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
        });
        using var client = new SampleClient(new Uri("https://ao.example/"), new ApiClientOptions { Proxy = new WebProxy(proxy.Address) });
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
    }

    [Fact]
    public async Task A_proxy_without_an_address_is_ignored()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Proxy = new WebProxy() });
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
    }
}
