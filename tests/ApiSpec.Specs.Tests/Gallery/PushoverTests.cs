using Gallery.Pushover;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>Forms that are authorised by a token in the form or in the query, and times as seconds since 1970.</summary>
public sealed class PushoverTests
{
    /// <summary>The values that the page prints for a receipt.</summary>
    internal const string Receipt =
        """
        {
          "status": 1, "acknowledged": 1, "acknowledged_at": 1360019238, "acknowledged_by": "(user key)", "acknowledged_by_device": "(device name)",
          "last_delivered_at": 1360001238, "expired": 1, "expires_at": 1360019290, "called_back": 1, "called_back_at": 1360019239
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_is_a_form_with_the_token_of_the_application()
    {
        await using var server = await PrintedServer.StartAsync(new PrintedResponse("""{"status":1,"request":"647d2300-702c-4b38-8b2f-d56326ae460b"}"""));
        using var client = new PushoverClient(
            server.Address, new ApiClientOptions { Credential = new FieldCredential(ApiCredentialPlace.Form, "token", "azGDORePK8gMaC0QOYAMyEEuzJnyUi") });

        var sent = await client.Messages.SendAsync("uQiRzpo4DXghDmr9QzzfQu27cmVRsG", "a message", cancellationToken: Token);

        Assert.Equal("647d2300-702c-4b38-8b2f-d56326ae460b", sent.Request);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/1/messages.json"), (request.Method, request.Target));
        Assert.Contains("token=azGDORePK8gMaC0QOYAMyEEuzJnyUi", request.Body.Split('&'));
        Assert.Contains("message=a+message", request.Body.Split('&'));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    public async Task Status_other_than_1_is_a_failure_with_the_printed_errors(int code)
    {
        var body = Catalogs.ExamplesOf("pushover Messages.Send")[1].Response!.Body;
        await using var server = await PrintedServer.StartAsync(new PrintedResponse(body, code));
        using var client = new PushoverClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<PushoverError>>(() => client.Messages.SendAsync("nobody", "a message", cancellationToken: Token));

        Assert.Equal((0, "user identifier is invalid"), (exception.Error!.Status, Assert.Single(exception.Error.Errors)));
    }

    [Theory]
    [InlineData(2, null, null, null, "retry")]
    [InlineData(2, 30, null, null, "expire")]
    [InlineData(2, 60, 1800, 5, "ttl")]
    [InlineData(2, 60, 10801, null, "expire")]
    [InlineData(2, 60, 1800, null, null)]
    [InlineData(1, null, null, 5, null)]
    [InlineData(null, null, null, 5, null)]
    public async Task Emergency_needs_more_than_a_message(int? priority, int? retry, int? expire, int? ttl, string? refused)
    {
        await using var fake = await PushoverFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient(
            new ApiClientOptions { Credential = new FieldCredential(ApiCredentialPlace.Form, "token", "azGDORePK8gMaC0QOYAMyEEuzJnyUi") });

        var call = () => client.Messages.SendAsync(
            "uQiRzpo4DXghDmr9QzzfQu27cmVRsG", "a message", priority: priority, retry: retry, expire: expire, ttl: ttl, cancellationToken: Token);

        if (refused is null)
            await call();
        else
            Assert.Contains(refused, (await Assert.ThrowsAnyAsync<ArgumentException>(call)).Message, StringComparison.Ordinal);
        Assert.Equal(refused is null ? 1 : 0, fake.Requests.Count);
        fake.VerifyRequests();
    }

    [Fact]
    public async Task Receipt_is_read_with_the_token_in_the_query()
    {
        await using var server = await PrintedServer.StartAsync(new PrintedResponse(Receipt));
        using var client = new PushoverClient(
            server.Address, new ApiClientOptions { Credential = new FieldCredential(ApiCredentialPlace.Query, "token", "azGDORePK8gMaC0QOYAMyEEuzJnyUi") });

        var receipt = await client.Receipts.GetAsync("rlqwmh1i7jvbnpnzsq0p2hwtrk7xz4", Token);

        Assert.Equal("/1/receipts/rlqwmh1i7jvbnpnzsq0p2hwtrk7xz4.json?token=azGDORePK8gMaC0QOYAMyEEuzJnyUi", Assert.Single(server.Requests).Target);
        Assert.Equal((true, DateTimeOffset.FromUnixTimeSeconds(1360019238)), (receipt.Acknowledged, receipt.AcknowledgedAt));
    }
}
