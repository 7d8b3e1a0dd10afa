using System.Net;
using System.Net.Sockets;
using System.Text;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

public sealed class StubServerTests
{
    [Fact]
    public async Task Listens_on_loopback_until_it_is_disposed()
    {
        var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog));
        var address = server.BaseAddress;
        Assert.Equal(("http", "127.0.0.1", "/"), (address.Scheme, address.Host, address.AbsolutePath));
        using (var client = new HttpClient { BaseAddress = address })
            Assert.Contains("featured", await client.GetStringAsync(new Uri("/api/articles/featured", UriKind.Relative)), StringComparison.Ordinal);

        await server.DisposeAsync();
        await server.DisposeAsync();

        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(address.Host, address.Port));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Answers_many_at_once()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog));
        using var client = new HttpClient { BaseAddress = server.BaseAddress };

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(id => client.GetStringAsync(new Uri($"/api/articles/{id}", UriKind.Relative))));

        for (var id = 0; id < replies.Length; id++)
            Assert.Contains($"/api/articles/{id}\"", replies[id], StringComparison.Ordinal);
        Assert.Equal(100, server.Requests.Select(static request => request.Target).Distinct().Count());
    }

    [Theory]
    [InlineData("code=404", 404)]
    [InlineData("respond-async, Code=404", 404)]
    [InlineData("wait=10; code=404", 404)]
    [InlineData("code=418", 400)]
    [InlineData("code=", 200)]
    [InlineData("return=minimal", 200)]
    public async Task Responds_with_the_documented_status_that_a_request_prefers(string preference, int status)
    {
        var catalog = ExampleCatalog.Parse(
            new SpecDocument("a.apispec.yaml", "operation: Parts.Get\nrequest: GET /parts\nstatus: [200, 404]\nresponse:\n  a: int\n"));
        await using var server = await StubServer.StartAsync(new StubOptions(catalog));
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/parts");
        request.Headers.TryAddWithoutValidation("Prefer", preference);

        using var response = await client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 400, server.Requests.Single().Violation?.Contains("has no 418", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Servers_are_independent_of_each_other()
    {
        await using var one = await StubServer.StartAsync(new StubOptions(Shop.Catalog));
        await using var two = await StubServer.StartAsync(new StubOptions(Shop.Catalog));
        using var client = new HttpClient();
        using (await client.GetAsync(new Uri(one.BaseAddress, "/api/articles/1")))
            Assert.Equal((1, 0), (one.Requests.Count, two.Requests.Count));
    }

    [Theory]
    [InlineData("GET http://shop.example/api/articles/featured HTTP/1.1\r\nHost: shop.example")]
    [InlineData("GET http://shop.example/api/articles/f%65atured HTTP/1.1\r\nHost: shop.example")]
    [InlineData("GET /api/articles/featured HTTP/1.1\r\nHost:")]
    public async Task Takes_every_form_of_request_line(string head)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog).AllowHost("shop.example"));
        using var client = new TcpClient();
        await client.ConnectAsync(server.BaseAddress.Host, server.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)Assert.Single(server.Requests).StatusCode);
    }

    [Fact]
    public async Task A_server_does_not_start_with_wrong_specs()
    {
        var exception = await Assert.ThrowsAsync<FileNotFoundException>(static () => StubServer.StartAsync("nowhere"));

        Assert.Equal("nowhere", exception.FileName);
    }
}
