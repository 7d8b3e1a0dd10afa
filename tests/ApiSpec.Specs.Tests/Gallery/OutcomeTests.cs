using System.Net;
using Gallery.Shelly;
using Gallery.Slack;
using Gallery.Transmission;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>Servers that respond to every request with 200, and show in the body whether the call succeeded.</summary>
public sealed class OutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Failure_that_the_page_prints_has_its_error_code()
    {
        await using var server = await PrintedServer.StartAsync(PrintedResponse.Of(Catalogs.ExamplesOf("slack Chat.MeMessage")[1]));
        using var client = new SlackClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<SlackError>>(
            () => client.Chat.MeMessageAsync(new() { Channel = "C1234567890", Text = "Hello world" }, Token));

        Assert.True(exception.Is(ChatMeMessageStatus.InvalidAuth));
        Assert.True(exception.Is(HttpStatusCode.OK));
        Assert.Equal("invalid_auth", exception.ErrorCode);
    }

    [Fact]
    public async Task Fake_answers_200_with_an_error_code()
    {
        await using var fake = await SlackFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();
        fake.Chat.MeMessage.RespondWith(ChatMeMessageStatus.RateLimited);

        var response = await client.Chat.MeMessageWithResponseAsync(new() { Channel = "C1234567890", Text = "Hello world" }, Token);

        Assert.Equal((200, false, true, "rate_limited"), (response.StatusCode, response.IsSuccess, response.IsTransient, response.ErrorCode));
    }

    [Fact]
    public async Task Result_of_a_remote_call_is_read()
    {
        await using var server = await PrintedServer.StartAsync(PrintedResponse.Of(Catalogs.ExamplesOf("shelly Switch.Set")[0]));
        using var client = new ShellyClient(server.Address);

        var result = await client.Switch.SetAsync(new() { Id = 0, Params = new() { Id = 0, On = true } }, Token);

        Assert.Equal((true, "shellydev1-c8f09e47e6f0"), (result.Result.WasOn, result.Src));
    }

    // JSON-RPC 2.0, section 5.1: code and message of an error. The page of the vendor says that a response has a result or an error.
    [Fact]
    public async Task Error_of_a_remote_call_is_thrown()
    {
        await using var server = await PrintedServer.StartAsync(
            new PrintedResponse("""{"id":0,"src":"shellydev1-c8f09e47e6f0","error":{"code":-32601,"message":"Method not found"}}"""));
        using var client = new ShellyClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<ShellyError>>(
            () => client.Switch.GetConfigAsync(new() { Id = 0, Params = new() { Id = 9 } }, Token));

        Assert.Equal(("-32601", "Method not found"), (exception.ErrorCode, exception.ErrorMessage));
    }

    [Fact]
    public async Task Remote_calls_are_told_apart_by_their_method()
    {
        await using var fake = await ShellyFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();

        await client.Switch.SetAsync(new() { Id = 1, Params = new() { Id = 0, On = false } }, Token);
        await client.Switch.GetConfigAsync(new() { Id = "two", Params = new() { Id = 0 } }, Token);

        Assert.Equal(["Switch.Set", "Switch.GetConfig"], fake.Requests.Select(static request => request.OperationId));
        Assert.Equal(
            ["""{"id":1,"method":"Switch.Set","params":{"id":0,"on":false}}""", """{"id":"two","method":"Switch.GetConfig","params":{"id":0}}"""],
            fake.Requests.Select(static request => request.BodyText));
        fake.VerifyRequests();
    }

    [Fact]
    public async Task Text_in_the_place_of_success_is_the_error()
    {
        await using var server = await PrintedServer.StartAsync(
            PrintedResponse.Of(Catalogs.ExamplesOf("transmission Session.Get")[0]), new PrintedResponse("""{"result":"no such method"}"""));
        using var client = new TransmissionClient(server.Address);
        var body = new SessionGetBody { Arguments = new() { Fields = ["version"] }, Tag = 912313 };

        var session = await client.Session.GetAsync(body, cancellationToken: Token);
        var exception = await Assert.ThrowsAsync<ApiException<TransmissionError>>(() => client.Session.GetAsync(body, cancellationToken: Token));

        Assert.Equal(("2.93 (3c5870d4f5)", 912313), (session.Arguments!.Version, session.Tag));
        Assert.Equal(("no such method", 200), (exception.ErrorMessage, exception.StatusCode));
        Assert.Equal("""{"method":"session-get","arguments":{"fields":["version"]},"tag":912313}""", server.Requests[0].Body);
    }

    [Fact]
    public async Task Header_of_a_refused_request_is_sent_with_the_next_one()
    {
        await using var server = await PrintedServer.StartAsync(
            new PrintedResponse(null, 409) { Headers = [new("X-Transmission-Session-Id", "id1")] }, new PrintedResponse("""{"result":"success"}"""));
        using var client = new TransmissionClient(server.Address);
        var body = new TorrentsStopBody { Arguments = new() { Ids = 7 } };

        var refused = await client.Torrents.StopWithResponseAsync(body, cancellationToken: Token);
        await client.Torrents.StopAsync(body, new() { XTransmissionSessionId = refused.Headers["X-Transmission-Session-Id"] }, Token);

        Assert.Equal(TorrentsStopStatus.Conflict, refused.Status);
        Assert.Equal("id1", server.Requests[1].Headers["X-Transmission-Session-Id"]);
        Assert.Equal("""{"method":"torrent_stop","arguments":{"ids":7}}""", server.Requests[1].Body);
    }
}
