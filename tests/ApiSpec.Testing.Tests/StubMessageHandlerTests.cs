using System.Net;
using System.Net.Http.Headers;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

public sealed class StubMessageHandlerTests
{
    [Fact]
    public void Answers_synchronous_calls()
    {
        using var handler = new StubMessageHandler(Shop.Catalog);
        using var client = Shop.Client(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/articles", UriKind.Relative)) { Content = new StringContent("{}") };
        using var reply = client.Send(request);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Same(request, reply.RequestMessage);
        Assert.Equal("{}", Assert.Single(handler.Requests).BodyText);
    }

    [Fact]
    public async Task Records_headers_as_they_would_stand_on_the_wire()
    {
        using var handler = new StubMessageHandler(Shop.Catalog);
        using var client = Shop.Client(handler);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("one/1 (two)");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/plain");
        using var content = new StringContent("{}", new MediaTypeHeaderValue("application/json"));
        using (await client.PostAsync(new Uri("/api/articles", UriKind.Relative), content))
        {
        }

        var headers = Assert.Single(handler.Requests).Headers;
        Assert.Equal("one/1 (two)", headers["user-agent"]);
        Assert.Equal("application/json, text/plain", headers["Accept"]);
        Assert.Equal("application/json", headers["Content-Type"]);
    }

    [Fact]
    public async Task Honours_cancellation()
    {
        using var handler = new StubMessageHandler(Shop.Catalog);
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, Shop.Origin + "/api/articles/1");

        await Assert.ThrowsAsync<OperationCanceledException>(() => client.SendAsync(request, new CancellationToken(canceled: true)));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Asks_for_a_whole_address()
    {
        using var client = new HttpMessageInvoker(new StubMessageHandler(Shop.Catalog));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/articles/1", UriKind.Relative));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(request, CancellationToken.None));
        Assert.Equal("The request has no absolute address; give the client a base address.", exception.Message);
    }
}
