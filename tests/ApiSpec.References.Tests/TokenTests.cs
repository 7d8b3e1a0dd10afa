using System.Collections.Concurrent;
using ApiSpec.Tests.Servers;
using Example.Board;
using Example.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Tokens that an operation issues, in its body or in a header, and that other operations need.</summary>
public sealed class TokenTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_log_in_once_however_many_they_are()
    {
        await using var server = await LoginServer.StartAsync();
        using var client = new JobsClient(server.Address);
        var signedIn = client.With(
            new ApiCallOptions { Credential = JobsApi.Login.Begin.Credential(client, new() { User = "ann", Password = "x" }, new() { Zone = "z" }) });
        var lists = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => signedIn.Units.ListAsync("/", Token)));
        Assert.All(lists, static list => Assert.Equal(["A"], list.Units));
        Assert.Equal(["/jobs/api/v1/login?zone=z {\"user\":\"ann\",\"password\":\"x\"}"], server.Logins);
        Assert.All(server.Seen, static seen => Assert.Equal("Session t1", seen));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced_once()
    {
        await using var server = await LoginServer.StartAsync();
        using var client = new JobsClient(server.Address);
        var signedIn = client.With(new ApiCallOptions { Credential = JobsApi.Login.Begin.Credential(client, new() { User = "ann", Password = "x" }) });
        await signedIn.Units.ListAsync("/", Token);
        server.Valid = 2;
        await signedIn.Units.ListAsync("/", Token);
        Assert.Equal(["Session t1", "Session t1", "Session t2"], server.Seen);

        // A server that accepts no token is asked twice, not endlessly.
        server.Valid = 9;
        var thrown = await Assert.ThrowsAsync<ApiException<JobsError>>(() => signedIn.Units.ListAsync("/", Token));
        Assert.Equal(401, thrown.StatusCode);
        Assert.Equal(3, server.Logins.Count);
    }

    [Fact]
    public async Task A_token_is_replaced_when_its_lifetime_ends()
    {
        await using var server = await LoginServer.StartAsync();
        using var client = new JobsClient(server.Address);
        var clock = new FakeTimeProvider();
        var signedIn = client.With(
            new ApiCallOptions { Credential = JobsApi.Login.Begin.Credential(client, new() { User = "ann", Password = "x" }, timeProvider: clock) });
        await signedIn.Units.ListAsync("/", Token);
        clock.Advance(TimeSpan.FromMinutes(28));
        await signedIn.Units.ListAsync("/", Token);
        Assert.Single(server.Logins);
        server.Valid = 2;
        clock.Advance(TimeSpan.FromMinutes(2));
        await signedIn.Units.ListAsync("/", Token);
        Assert.Equal(["Session t1", "Session t1", "Session t2"], server.Seen);
    }

    [Fact]
    public async Task A_login_that_fails_is_what_the_call_throws_and_the_next_call_tries_again()
    {
        await using var server = await LoginServer.StartAsync();
        using var client = new JobsClient(server.Address);
        var signedIn = client.With(new ApiCallOptions { Credential = JobsApi.Login.Begin.Credential(client, new() { User = "eve", Password = "x" }) });
        for (var i = 0; i < 2; i++)
            Assert.Equal("Login.Begin", (await Assert.ThrowsAsync<ApiException<JobsError>>(() => signedIn.Units.ListAsync("/", Token))).Operation.Id);
        Assert.Equal(2, server.Logins.Count);
        Assert.Empty(server.Seen);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_end_the_login_for_others()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoginServer.StartAsync(() =>
        {
            begun.TrySetResult();
            return release.Task;
        });
        using var client = new JobsClient(server.Address);
        var signedIn = client.With(new ApiCallOptions { Credential = JobsApi.Login.Begin.Credential(client, new() { User = "ann", Password = "x" }) });
        using var impatient = new CancellationTokenSource();
        var first = signedIn.Units.ListAsync("/", impatient.Token);
        var second = signedIn.Units.ListAsync("/", Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();
        Assert.Equal(["A"], (await second).Units);
        Assert.Single(server.Logins);
    }

    [Fact]
    public async Task A_token_is_never_sent_to_another_server_or_shown()
    {
        await using var server = await LoginServer.StartAsync();
        await using var other = await LoginServer.StartAsync();
        using var client = new JobsClient(server.Address);
        var credential = JobsApi.Login.Begin.Credential(client, new() { User = "ann", Password = "x" });
        await client.With(new ApiCallOptions { Credential = credential }).Units.ListAsync("/", Token);
        using var elsewhere = new JobsClient(other.Address, new ApiClientOptions { Credential = credential });
        await Assert.ThrowsAsync<InvalidOperationException>(() => elsewhere.Units.ListAsync("/", Token));
        Assert.Empty(other.Seen);
        Assert.Equal("X-Jobs-Authorization: Session ***", credential.ToString());
    }

    [Fact]
    public async Task The_token_can_be_in_a_header_of_the_response()
    {
        var tokens = new ConcurrentQueue<string>();
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            if (context.Request.Method == "POST")
            {
                context.Response.StatusCode = StatusCodes.Status201Created;
                if (context.Request.Headers.UserAgent != "forgetful")
                    context.Response.Headers["X-Auth-Token"] = "abc.123";
                await context.Response.WriteAsync("""{"Id":"1"}""");
                return;
            }

            tokens.Enqueue(context.Request.Headers["X-Auth-Token"].ToString());
            await context.Response.WriteAsync("""{"fans":[],"count":0}""");
        });
        using var client = new BoardClient(server.Address);
        var signedIn = client.With(new ApiCallOptions { Credential = BoardApi.Sessions.Create.Credential(client, new() { UserName = "u", Password = "p" }) });
        await signedIn.Fans.ListAsync(Token);
        Assert.Equal(["abc.123"], tokens);

        using var forgetful = new BoardClient(server.Address, new ApiClientOptions { UserAgent = "forgetful" });
        var signedOut = forgetful.With(
            new ApiCallOptions { Credential = BoardApi.Sessions.Create.Credential(forgetful, new() { UserName = "u", Password = "p" }) });
        var thrown = await Assert.ThrowsAnyAsync<ApiCallException>(() => signedOut.Fans.ListAsync(Token));
        Assert.Contains("'X-Auth-Token' holds no token", thrown.Message, StringComparison.Ordinal);
    }

    private sealed class LoginServer : IAsyncDisposable
    {
        private readonly WebServer _server;

        private LoginServer(WebServer server) => _server = server;

        public Uri Address => _server.Address;

        public ConcurrentQueue<string> Logins { get; private init; } = new();

        public ConcurrentQueue<string> Seen { get; private init; } = new();

        /// <summary>The number of the only valid token.</summary>
        public int Valid { get; set; } = 1;

        public static async Task<LoginServer> StartAsync(Func<Task>? beforeLogin = null)
        {
            LoginServer? self = null;
            var server = await WebServer.StartAsync(async context =>
            {
                context.Response.ContentType = "application/json";
                if (context.Request.Path == "/jobs/api/v1/login")
                {
                    using var reader = new StreamReader(context.Request.Body);
                    var body = await reader.ReadToEndAsync();
                    self!.Logins.Enqueue(context.Request.Path + context.Request.QueryString + " " + body);
                    await (beforeLogin?.Invoke() ?? Task.CompletedTask);
                    context.Response.StatusCode = body.Contains("eve", StringComparison.Ordinal) ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK;
                    await context.Response.WriteAsync(
                        context.Response.StatusCode == 200 ? $$"""{"accessToken":"t{{self.Logins.Count}}"}""" : """{"messageID":"K1","message":"no"}""");
                    return;
                }

                var token = context.Request.Headers["X-Jobs-Authorization"].ToString();
                self!.Seen.Enqueue(token);
                context.Response.StatusCode = token == "Session t" + self.Valid ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
                await context.Response.WriteAsync(context.Response.StatusCode == 200 ? """{"units":["A"]}""" : """{"messageID":"K2","message":"expired"}""");
            });
            return self = new LoginServer(server);
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
