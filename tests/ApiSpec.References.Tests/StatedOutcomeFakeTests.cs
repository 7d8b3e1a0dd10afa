using System.Net;
using Example.Station;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>How fakes play responses whose body shows whether the call succeeded.</summary>
public sealed class StatedOutcomeFakeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fake_plays_every_outcome()
    {
        await using var fake = await StationFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();
        foreach (var status in Enum.GetValues<AuthLoginStatus>().Where(static status => status is not AuthLoginStatus.Undocumented))
        {
            fake.Auth.Login.RespondWith(status);
            var response = await client.Auth.LoginWithResponseAsync("ann", Token);
            Assert.Equal((status, status == AuthLoginStatus.Ok), (response.Status, response.IsSuccess));
            Assert.Null(response.ErrorViolation);
        }

        foreach (var status in Enum.GetValues<JobsRestartStatus>()
            .Where(static status => status is not (JobsRestartStatus.Undocumented or JobsRestartStatus.BadRequest3)))
        {
            fake.Jobs.Restart.RespondWith(status);
            Assert.Equal(status, (await client.Jobs.RestartWithResponseAsync(1, Token)).Status);
        }

        fake.VerifyRequests();
    }

    [Fact]
    public async Task Fake_sends_200_with_the_error_code()
    {
        await using var fake = await StationFake.StartAsync(cancellationToken: Token);
        fake.Auth.Login.RespondWith(AuthLoginStatus.Error407);
        using var http = new HttpClient { BaseAddress = fake.BaseAddress };

        using var response = await http.GetAsync(new Uri("webapi/auth.cgi?account=ann", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(
            """{"success":false,"error":{"code":407,"text":"Too many attempts",""", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fake_answers_with_printed_failures_and_successes()
    {
        using var fake = new StationFake();
        using var client = fake.CreateClient();

        Assert.Equal("s1", (await client.Auth.LoginAsync("ann", Token)).Data.Sid);
        Assert.Equal(
            "Look at the name.", (await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Auth.LoginAsync("nobody", Token))).Error!.Error!.Hint);
        fake.Auth.Login.RespondWith(AuthLoginStatus.Error400);
        Assert.Equal(
            "Look at the name.", (await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Auth.LoginAsync("nobody", Token))).Error!.Error!.Hint);
    }

    [Fact]
    public async Task Fake_completes_a_success_that_a_test_gives()
    {
        using var fake = new StationFake();
        using var client = fake.CreateClient();

        fake.Files.Find.RespondWith(new FilesFindResponse { Files = [new() { Name = "a" }], Total = 1 });
        Assert.Equal("a", Assert.Single((await client.Files.FindAsync(cancellationToken: Token)).Files).Name);
        Assert.Equal(["Files.GetNote"], [await client.Files.GetNoteAsync(1, Token)]);
        Assert.Empty((await client.Files.ListAsync(Token)).Files);

        // Values from a test are sent unchanged.
        fake.Files.List.RespondWith(fake.Files.List.Sample() with { Success = false });
        await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Files.ListAsync(Token));
    }

    [Fact]
    public async Task Fake_sends_the_message_of_the_row_with_a_body_of_the_test()
    {
        using var fake = new StationFake();
        using var client = fake.CreateClient();
        fake.Jobs.Restart.FailWith(JobsRestartStatus.BadRequest3, new JobsRestartError { State = "failed" });

        Assert.True((await Assert.ThrowsAsync<ApiException<JobsRestartError>>(() => client.Jobs.RestartAsync(1, Token))).Is(JobsRestartStatus.BadRequest3));
    }

    [Fact]
    public async Task Failure_with_a_body_that_a_test_gives_is_sent()
    {
        using var fake = new StationFake();
        using var client = fake.CreateClient();

        fake.Auth.Login.FailWith(AuthLoginStatus.Error400, new StationError { Success = false, Error = new() { Code = 400, Text = "No." } });
        Assert.Equal("No.", (await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Auth.LoginAsync("ann", Token))).ErrorMessage);
        fake.Auth.Login.FailWith(AuthLoginStatus.ServerError, new AuthLoginServerError { Title = "t" });
        Assert.True((await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Auth.LoginAsync("ann", Token))).TryGetBody(
            out AuthLoginServerError? body) && body.Title == "t");
    }
}
