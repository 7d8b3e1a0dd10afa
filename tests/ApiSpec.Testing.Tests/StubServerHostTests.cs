using System.Net.Sockets;
using System.Text;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The host names that a server on loopback accepts, because a page in a browser can map any name to its address.</summary>
public sealed class StubServerHostTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LocalHost:8080")]
    [InlineData("localhost.:80")]
    [InlineData("shop.localhost:8080")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3:99")]
    [InlineData("[::1]:8080")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Names_of_loopback_are_answered_and_lead_links_back(string host)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog));

        var reply = await SendAsync(server, $"GET /api/articles/1 HTTP/1.1\r\nHost: {host}");

        Assert.StartsWith("HTTP/1.1 200", reply, StringComparison.Ordinal);
        Assert.Contains("/api/articles/1\"", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    [InlineData("localhost.evil.example")]
    [InlineData("evillocalhost")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("10.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("[::2]")]
    public async Task Other_names_are_refused_and_not_repeated(string host)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog).AddPage("/", "text/html", "page"));
        foreach (var target in new[] { "/", "/api/articles/1", "/nowhere" })
        {
            var reply = await SendAsync(server, $"GET {target} HTTP/1.1\r\nHost: {host}");

            Assert.StartsWith("HTTP/1.1 400", reply, StringComparison.Ordinal);
            Assert.Contains("The Host header names neither this computer", reply, StringComparison.Ordinal);
            Assert.DoesNotContain(host, reply, StringComparison.Ordinal);
            Assert.DoesNotContain("page", reply, StringComparison.Ordinal);
        }

        Assert.All(server.Requests, static request => Assert.NotNull(request.Violation));
    }

    [Theory]
    [InlineData("build.example", "build.example:80", true)]
    [InlineData("build.example", "BUILD.example.", true)]
    [InlineData("build.example", "x.build.example", false)]
    [InlineData("*.build.example", "x.build.example", true)]
    [InlineData("*.build.example", "build.example", false)]
    [InlineData("*.build.example", "evilbuild.example", false)]
    [InlineData("10.0.0.7", "10.0.0.7:80", true)]
    [InlineData("*", "anything.example", true)]
    public async Task Other_names_can_be_allowed(string allowed, string host, bool isAnswered)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog).AllowHost(allowed));

        var reply = await SendAsync(server, $"GET /api/articles/1 HTTP/1.1\r\nHost: {host}");

        Assert.StartsWith(isAnswered ? "HTTP/1.1 200" : "HTTP/1.1 400", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fake_that_listens_refuses_them_too_unless_they_are_allowed()
    {
        await using var strict = await Example.Jobs.JobFake.StartAsync();
        await using var open = await Example.Jobs.JobFake.StartAsync(new FakeOptions().AllowHost("ci.example"));
        using var http = new HttpClient();
        foreach (var (fake, expected) in new[] { (strict, 400), (open, 200) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fake.BaseAddress, "/jobs")) { Headers = { Host = "ci.example" } };
            using var reply = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected, (int)reply.StatusCode);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://x")]
    [InlineData("x:80")]
    [InlineData("*.")]
    [InlineData("a b")]
    public void What_is_no_name_cannot_be_allowed(string name)
    {
        Assert.Throws<ArgumentException>(() => new StubOptions(Shop.Catalog).AllowHost(name));
        Assert.Throws<ArgumentException>(() => new FakeOptions().AllowHost(name));
    }

    private static async Task<string> SendAsync(StubServer server, string head)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.BaseAddress.Host, server.BaseAddress.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
