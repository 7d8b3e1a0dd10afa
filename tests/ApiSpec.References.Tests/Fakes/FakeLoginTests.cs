using ApiSpec.Testing;
using Example.Board;
using Example.Jobs;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.References.Tests.Fakes;

/// <summary>Fakes that require a token from an operation, or a header.</summary>
public sealed class FakeLoginTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_in_a_body_is_issued_used_and_renewed_when_its_documented_lifetime_ends()
    {
        var clock = new FakeTimeProvider();
        using var fake = new JobsFake(new FakeOptions { TimeProvider = clock }.RequireToken());
        using var client = fake.CreateClient();
        // The client assumes tokens are valid for an hour, so it learns from the server that they have expired.
        var signedIn = client.With(new ApiCallOptions { Credential = JobsApi.Login.Begin.Credential(client, new() { User = "ann", Password = "x" }) });

        await signedIn.Units.ListAsync("/", Token);
        await signedIn.Units.ListAsync("/", Token);
        clock.Advance(TimeSpan.FromMinutes(30));
        await signedIn.Units.ListAsync("/", Token);

        Assert.Equal(
            ["Session token1", "Session token1", "Session token1", "Session token2"],
            fake.Units.List.Requests.Select(static request => request.Headers["X-Jobs-Authorization"]));
        Assert.Equal([200, 200, 401, 200], fake.Units.List.Requests.Select(static request => request.StatusCode));
        Assert.Equal(2, fake.Login.Begin.Requests.Count);
    }

    [Fact]
    public async Task Token_in_a_header_is_issued_and_used()
    {
        await using var fake = await BoardFake.StartAsync(new FakeOptions().RequireToken(), Token);
        using var client = fake.CreateClient();
        var signedIn = client.With(new ApiCallOptions { Credential = BoardApi.Sessions.Create.Credential(client, new() { UserName = "ann", Password = "x" }) });

        await signedIn.Fans.ListAsync(Token);
        fake.ExpireSessions();
        await signedIn.Fans.ListAsync(Token);

        Assert.Equal(["token1", "token1", "token2"], fake.Fans.List.Requests.Select(static request => request.Headers["X-Auth-Token"]));
    }

    [Fact]
    public async Task Login_that_the_test_refuses_hands_out_nothing()
    {
        using var fake = new JobsFake(new FakeOptions().RequireToken());
        using var client = fake.CreateClient();
        fake.Login.Begin.RespondWith(LoginBeginStatus.Unauthorized);
        var signedIn = client.With(new ApiCallOptions { Credential = JobsApi.Login.Begin.Credential(client, new() { User = "eve", Password = "x" }) });

        var exception = await Assert.ThrowsAsync<ApiException<JobsError>>(() => signedIn.Units.ListAsync("/", Token));

        Assert.Equal(("Login.Begin", 401, "Wrong user or password."), (exception.Operation.Id, exception.StatusCode, exception.Error!.Message));
        Assert.Empty(fake.Units.List.Requests);
    }

    [Theory]
    [InlineData("abc", 200)]
    [InlineData("abcd", 401)]
    public async Task Header_is_asked_for(string token, int status)
    {
        using var fake = new BoardFake(new FakeOptions().RequireHeader("Authorization", "Bearer abc"));
        using var client = fake.CreateClient(new ApiClientOptions { Credential = new BearerCredential(token) });

        Assert.Equal(status, (await client.Fans.ListWithResponseAsync(Token)).StatusCode);
    }

    [Fact]
    public void Session_or_token_must_be_documented()
    {
        Assert.Contains(
            "have no session",
            Assert.Throws<InvalidOperationException>(static () => new BoardFake(new FakeOptions().RequireSession("a", "b"))).Message,
            StringComparison.Ordinal);
        var catalog = ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", "operation: A.Get\nrequest: GET /a\nstatus: [200]\n"));
        Assert.Contains(
            "have no token", Assert.Throws<InvalidOperationException>(() => new StubOptions(catalog).RequireToken()).Message, StringComparison.Ordinal);
    }
}
