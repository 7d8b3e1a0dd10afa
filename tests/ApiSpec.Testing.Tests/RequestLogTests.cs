using ApiSpec.Testing.Tests.Support;
using Example.Jobs;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The number of requests that a stub records, and its message when it has dropped some.</summary>
public sealed class RequestLogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Oldest_requests_make_room_for_new_ones()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog) { MaxRequests = 3 });
        using var stub = new StubMessageHandler(new StubOptions(Shop.Catalog) { MaxRequests = 3 });
        using var client = new HttpClient();
        using var inMemory = new HttpClient(stub, disposeHandler: false);
        for (var id = 0; id < 5; id++)
        {
            (await client.GetAsync(new Uri(server.BaseAddress, $"/api/articles/{id}"), Token)).Dispose();
            (await inMemory.GetAsync(new Uri($"http://x/api/articles/{id}"), Token)).Dispose();
        }

        Assert.Equal(["2", "3", "4"], server.Requests.Select(static request => request.PathValues["id"]));
        Assert.Equal(["2", "3", "4"], stub.Requests.Select(static request => request.PathValues["id"]));
        Assert.Equal((2, 2), (server.DroppedRequests, stub.DroppedRequests));
    }

    [Theory]
    [InlineData(100_000, 3)]
    [InlineData(0, 0)]
    public async Task Bytes_of_bodies_and_headers_are_bounded_together(long limit, int expected)
    {
        using var stub = new StubMessageHandler(new StubOptions(Shop.Catalog) { MaxRequestBytes = limit });
        using var client = new HttpClient(stub);
        for (var i = 0; i < 8; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "http://x/api/articles") { Content = new ByteArrayContent(new byte[20_000]) };
            request.Headers.Add("X-Long", new string('x', 5_000));
            (await client.SendAsync(request, Token)).Dispose();
        }

        Assert.Equal((expected, 8 - expected), (stub.Requests.Count, stub.DroppedRequests));
    }

    [Fact]
    public async Task Fake_never_takes_what_is_left_for_all_there_was()
    {
        using var fake = new JobFake(new FakeOptions { MaxRequests = 1 });
        using var client = fake.CreateClient();
        using var http = new HttpClient(fake.CreateHandler());
        (await http.GetAsync(new Uri(fake.BaseAddress, "/nowhere"), Token)).Dispose();
        await client.Jobs.StartAsync(Token);
        await client.Jobs.StartAsync(Token);

        Assert.Equal((1, 2), (fake.Requests.Count, fake.DroppedRequests));
        var single = Assert.Throws<FakeVerificationException>(() => fake.Jobs.Start.SingleRequest());
        Assert.StartsWith(
            "Jobs.Start was called twice, not once. 2 older requests were dropped; raise FakeOptions.MaxRequests", single.Message, StringComparison.Ordinal);
        var verified = Assert.Throws<FakeVerificationException>(fake.VerifyRequests);
        Assert.StartsWith("1 of 3 requests was mistaken. 2 older requests were dropped", verified.Message, StringComparison.Ordinal);

        fake.Reset();
        Assert.Equal((0, 0), (fake.Requests.Count, fake.DroppedRequests));
        await client.Jobs.StartAsync(Token);
        Assert.Equal("POST", fake.Jobs.Start.SingleRequest().Method);
        (await http.GetAsync(new Uri(fake.BaseAddress, "/nowhere"), Token)).Dispose();
        Assert.StartsWith(
            "Jobs.Start was called once, and the request is not remembered. 1 older request was dropped",
            Assert.Throws<FakeVerificationException>(() => fake.Jobs.Start.SingleRequest()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new FakeOptions { MaxRequests = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new StubOptions(Shop.Catalog) { MaxRequestBytes = -1 });
    }
}
