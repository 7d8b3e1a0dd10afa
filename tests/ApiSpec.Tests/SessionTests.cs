using System.Collections.Concurrent;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Sessions that start with a login and continue with tokens from responses.</summary>
public sealed class SessionTests
{
    private const string Basic = "Basic c3lzdGVtOm1hbmFnZXI=";

    private static readonly ApiSessionScheme Hsso = new("HSSO", "WWW-Authenticate", TimeSpan.FromSeconds(1000));

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task The_first_request_logs_in_and_the_token_of_its_reply_goes_with_those_after_it()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Connect(server);

        await client.GetAsync();
        await client.GetAsync();
        await client.GetAsync();

        Assert.Equal([Basic, "HSSO token-1_V0300", "HSSO token-1_V0300"], server.Seen);
    }

    [Fact]
    public async Task A_newer_token_takes_the_place_of_the_old_one()
    {
        await using var server = await SessionServer.StartAsync();
        server.IssuesAlways = true;
        using var client = Connect(server);
        await client.GetAsync();
        await client.GetAsync();
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", "HSSO token-2_V0300"], server.Seen);
    }

    [Fact]
    public async Task A_token_is_renewed_shortly_before_its_lifetime_ends()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(930));
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        await client.GetAsync();
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(2000));
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", Basic, "HSSO token-2_V0300", Basic], server.Seen);
    }

    [Fact]
    public async Task A_token_that_is_repeated_grows_no_younger()
    {
        await using var server = await SessionServer.StartAsync();
        server.Repeats = true;
        using var client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(900));
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(200));
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", Basic], server.Seen);
    }

    [Fact]
    public async Task A_token_that_the_server_refuses_is_replaced_by_a_login_once()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Connect(server);
        await client.GetAsync();
        server.Revoke();
        await client.GetAsync();
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", Basic, "HSSO token-2_V0300"], server.Seen);
    }

    [Fact]
    public async Task A_login_that_the_server_refuses_is_not_repeated()
    {
        await using var server = await SessionServer.StartAsync();
        server.Refuses = true;
        using var client = Connect(server);
        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.GetAsync());
        Assert.True(exception.Is(TaskStatusCode.Unauthorized));
        Assert.Equal([Basic], server.Seen);

        server.Refuses = false;
        await client.GetAsync();
        Assert.Equal([Basic, Basic], server.Seen);
    }

    [Fact]
    public async Task Many_first_calls_log_in_once()
    {
        await using var server = await SessionServer.StartAsync();
        server.Hold();
        using var client = Connect(server);
        var calls = Enumerable.Range(0, 20).Select(_ => client.GetAsync()).ToArray();
        await server.UntilSeen(1);
        server.Release();
        await Task.WhenAll(calls);
        Assert.Equal(1, server.Seen.Count(one => one == Basic));
        Assert.Equal(19, server.Seen.Count(one => one == "HSSO token-1_V0300"));
    }

    [Fact]
    public async Task While_one_call_renews_the_others_use_the_token_that_is_still_valid()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(950));
        server.Hold();
        var calls = Enumerable.Range(0, 10).Select(_ => client.GetAsync()).ToArray();
        await server.UntilSeen(11);
        server.Release();
        await Task.WhenAll(calls);
        Assert.Equal(2, server.Seen.Count(one => one == Basic));
        Assert.Equal(9, server.Seen.Count(one => one == "HSSO token-1_V0300"));
    }

    [Fact]
    public async Task Many_calls_whose_token_is_refused_log_in_once()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Connect(server);
        await client.GetAsync();
        server.Revoke();
        server.Hold();
        var calls = Enumerable.Range(0, 10).Select(_ => client.GetAsync()).ToArray();
        await server.UntilSeen(11);
        server.Release();
        await Task.WhenAll(calls);
        Assert.Equal(2, server.Seen.Count(one => one == Basic));
    }

    [Fact]
    public async Task Calls_that_wait_for_a_login_that_is_refused_try_for_themselves()
    {
        await using var server = await SessionServer.StartAsync();
        server.Refuses = true;
        server.Hold();
        using var client = Connect(server);
        var calls = Enumerable.Range(0, 5).Select(_ => client.GetWithResponseAsync()).ToArray();
        await server.UntilSeen(1);
        server.Release();
        foreach (var call in calls)
            Assert.Equal(TaskStatusCode.Unauthorized, (await call.WaitAsync(TimeSpan.FromSeconds(20))).Status);
        Assert.Equal(5, server.Seen.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_login_without_a_reply_holds_nobody_up(bool isCancelled)
    {
        await using var server = await SessionServer.StartAsync();
        server.Hold();
        using var client = Connect(server);
        using var cancellation = new CancellationTokenSource();
        var first = client.GetAsync(1, cancellation.Token);
        await server.UntilSeen(1);
        var others = Enumerable.Range(0, 10).Select(_ => client.GetAsync()).ToArray();
        if (isCancelled)
        {
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        }
        else
        {
            server.AbortFirst();
            await Assert.ThrowsAsync<ApiConnectionException>(() => first);
        }

        server.Release();
        await Task.WhenAll(others).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(2, server.Seen.Count(one => one == Basic));
        Assert.Equal(9, server.Seen.Count(one => one == "HSSO token-1_V0300" || one == "HSSO token-2_V0300"));
    }

    [Fact]
    public async Task Waiting_for_another_login_can_be_cancelled_and_times_out()
    {
        await using var server = await SessionServer.StartAsync();
        server.Hold();
        using var client = Connect(server, TimeSpan.FromSeconds(50));
        var first = client.With(new ApiCallOptions { Timeout = Timeout.InfiniteTimeSpan }).GetAsync();
        await server.UntilSeen(1);
        using var cancellation = new CancellationTokenSource();
        var second = client.GetAsync(1, cancellation.Token);
        var third = client.GetAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        _clock.Advance(TimeSpan.FromSeconds(50));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => third);
        server.Release();
        await first;
        Assert.Equal([Basic], server.Seen);
    }

    [Fact]
    public async Task A_login_that_throws_holds_nobody_up()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = new SampleClient(
            server.Address,
            new ApiClientOptions { Credential = new SessionCredential(new BearerCredential(_ => throw new IOException("locked")), Hsso) });
        await Assert.ThrowsAsync<IOException>(() => client.GetAsync());
        await Assert.ThrowsAsync<IOException>(() => client.GetAsync());
    }

    [Fact]
    public async Task A_server_that_hands_out_no_tokens_is_logged_in_to_every_time_and_holds_nobody_up()
    {
        await using var server = await SessionServer.StartAsync();
        server.IssuesNever = true;
        using var client = Connect(server);
        await client.GetAsync();
        server.Hold();
        var calls = Enumerable.Range(0, 5).Select(_ => client.GetAsync()).ToArray();
        await server.UntilSeen(6);
        server.Release();
        await Task.WhenAll(calls);
        Assert.All(server.Seen, one => Assert.Equal(Basic, one));
    }

    [Fact]
    public async Task After_a_reset_the_next_request_logs_in()
    {
        await using var server = await SessionServer.StartAsync();
        var session = NewSession();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = session });
        await client.GetAsync();
        session.Reset();
        await client.GetAsync();
        Assert.Equal([Basic, Basic], server.Seen);
    }

    [Fact]
    public async Task A_login_that_hangs_holds_others_up_no_longer_than_its_timeout()
    {
        await using var server = await SessionServer.StartAsync();
        server.Hold();
        using var client = Connect(server);
        var first = client.GetAsync();
        await server.UntilSeen(1);
        var second = client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(99));
        Assert.Single(server.Seen);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await server.UntilSeen(2);
        server.Release();
        await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([Basic, Basic], server.Seen);
    }

    [Fact]
    public async Task A_reset_drops_a_login_that_hangs_and_what_it_still_brings()
    {
        await using var server = await SessionServer.StartAsync();
        server.Hold();
        var session = NewSession();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = session, TimeProvider = _clock });
        var first = client.GetAsync();
        await server.UntilSeen(1);
        var second = client.GetAsync();
        session.Reset();
        await server.UntilSeen(2);
        session.Reset();
        server.Release();
        await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromSeconds(20));
        await client.GetAsync();
        Assert.Equal([Basic, Basic, Basic], server.Seen);
    }

    [Fact]
    public async Task A_reset_is_not_undone_by_the_reply_to_a_request_that_was_under_way()
    {
        await using var server = await SessionServer.StartAsync();
        server.IssuesAlways = true;
        var session = NewSession();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = session, TimeProvider = _clock });
        await client.GetAsync();
        server.Hold();
        var underWay = client.GetAsync();
        await server.UntilSeen(2);
        session.Reset();
        server.Release();
        await underWay.WaitAsync(TimeSpan.FromSeconds(20));
        await client.GetAsync();
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", Basic, "HSSO token-3_V0300"], server.Seen);
    }

    [Fact]
    public async Task A_token_only_goes_to_the_server_that_issued_it()
    {
        await using var server = await SessionServer.StartAsync();
        await using var other = await SessionServer.StartAsync();
        var session = NewSession();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = session });
        using var otherClient = new SampleClient(other.Address, new ApiClientOptions { Credential = session });
        await client.GetAsync();
        await otherClient.GetAsync();
        Assert.Equal([Basic], other.Seen);
    }

    [Fact]
    public async Task Clients_and_variants_share_a_session()
    {
        await using var server = await SessionServer.StartAsync();
        var options = new ApiClientOptions { Credential = NewSession() };
        using var one = new SampleClient(server.Address, options);
        using var two = new SampleClient(server.Address, options);
        await one.GetAsync();
        await two.With(new ApiCallOptions { Language = "ja" }).GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300"], server.Seen);
    }

    [Theory]
    [InlineData("HSSO abc_V0300", "abc_V0300")]
    [InlineData("hsso   abc", "abc")]
    [InlineData("Basic realm=\"a, HSSO no\", HSSO abc", "abc")]
    [InlineData("Negotiate, HSSO abc==, Basic realm=\"x\"", "abc==")]
    [InlineData("Basic realm=\"x\"", null)]
    [InlineData("HSSO", null)]
    [InlineData("HSSOX abc", null)]
    [InlineData("HSSO realm=\"x\"", null)]
    [InlineData("HSSO a b", null)]
    [InlineData("abc", null)]
    public async Task A_token_is_found_among_other_challenges(string header, string? token)
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nWWW-Authenticate: " + header + "\r\nContent-Length: 0\r\n\r\n");
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = NewSession() });
        await client.DeleteAsync();
        await client.DeleteAsync();
        Assert.Contains("Authorization: " + (token is null ? Basic : "HSSO " + token) + "\r\n", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_in_a_reply_that_is_a_failure_or_too_long_is_none()
    {
        foreach (var reply in new[]
        {
            "HTTP/1.1 500 No\r\nWWW-Authenticate: HSSO abc\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nWWW-Authenticate: HSSO " + new string('x', 9000) + "\r\nContent-Length: 0\r\n\r\n",
        })
        {
            using var server = new RawServer(reply);
            using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = NewSession() });
            await client.DeleteWithResponseAsync();
            await client.DeleteWithResponseAsync();
            Assert.All(server.Requests, one => Assert.Contains("Authorization: " + Basic + "\r\n", one, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_token_may_stand_alone_in_headers_of_its_own()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nX-Issued: abc\r\nContent-Length: 0\r\n\r\n");
        var scheme = new ApiSessionScheme("", "X-Issued", null, "X-Token");
        using var client = new SampleClient(
            server.Address,
            new ApiClientOptions { Credential = new SessionCredential(new BasicCredential("system", "manager"), scheme) });
        await client.DeleteAsync();
        await client.DeleteAsync();
        Assert.Contains("X-Token: abc\r\n", server.Requests.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_is_in_no_text()
    {
        await using var server = await SessionServer.StartAsync();
        var session = NewSession();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = session });
        await client.GetAsync();
        server.Fails = true;
        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.GetAsync());
        Assert.Equal("HSSO token-1_V0300", server.Seen[^1]);
        Assert.DoesNotContain("token-1", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("HSSO session after Basic system:***", session.ToString());
        Assert.Equal("HSSO", Hsso.ToString());
    }

    [Fact]
    public void What_cannot_work_is_refused()
    {
        var login = new BasicCredential("a", "b");
        Assert.Throws<ArgumentException>(() => new SessionCredential(ApiCredential.None, Hsso));
        Assert.Throws<ArgumentException>(() => new SessionCredential(new SessionCredential(login, Hsso), Hsso));
        Assert.Throws<ArgumentNullException>(() => new SessionCredential(login, null!));
        Assert.Throws<ArgumentException>(() => new ApiSessionScheme("H SSO", "WWW-Authenticate", null));
        Assert.Throws<ArgumentException>(() => new ApiSessionScheme("HSSO", "", null));
        Assert.Throws<ArgumentException>(() => new ApiSessionScheme("HSSO", "WWW-Authenticate", null, "a:b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiSessionScheme("HSSO", "WWW-Authenticate", TimeSpan.Zero));
    }

    private SessionCredential NewSession() => new(new BasicCredential("system", "manager"), Hsso, _clock);

    private SampleClient Connect(SessionServer server, TimeSpan? timeout = null) => new(
        server.Address,
        new ApiClientOptions { Credential = NewSession(), TimeProvider = _clock, Timeout = timeout ?? Timeout.InfiniteTimeSpan });

    /// <summary>A server that knows one login, issues numbered tokens, and can delay its responses.</summary>
    private sealed class SessionServer : IAsyncDisposable
    {
        private readonly object _gate = new();
        private readonly List<string> _seen = [];
        private readonly HashSet<string> _valid = [];
        private readonly ConcurrentQueue<HttpContext> _held = new();
        private WebServer? _server;
        private TaskCompletionSource? _hold;
        private int _issued;

        public bool IssuesAlways { get; set; }

        public bool IssuesNever { get; set; }

        public bool Repeats { get; set; }

        public bool Refuses { get; set; }

        public bool Fails { get; set; }

        public Uri Address => _server!.Address;

        public List<string> Seen
        {
            get
            {
                lock (_gate)
                    return [.. _seen];
            }
        }

        public static async Task<SessionServer> StartAsync()
        {
            var server = new SessionServer();
            server._server = await WebServer.StartAsync(server.RespondAsync);
            return server;
        }

        public void Hold() => _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _hold?.TrySetResult();

        public void AbortFirst()
        {
            if (_held.TryDequeue(out var context))
                context.Abort();
        }

        public void Revoke()
        {
            lock (_gate)
                _valid.Clear();
        }

        public async Task UntilSeen(int count)
        {
            for (var i = 0; i < 2000 && Seen.Count < count; i++)
                await Task.Delay(10);
            Assert.Equal(count, Seen.Count);
        }

        public ValueTask DisposeAsync()
        {
            Release();
            return _server!.DisposeAsync();
        }

        private async Task RespondAsync(HttpContext context)
        {
            var authorization = context.Request.Headers.Authorization.ToString();
            bool isKnown;
            lock (_gate)
            {
                _seen.Add(authorization);
                isKnown = !Refuses && (authorization == Basic || _valid.Contains(authorization));
            }

            if (_hold is { } hold)
            {
                _held.Enqueue(context);
                await hold.Task;
            }

            context.Response.ContentType = "application/json";
            context.Response.StatusCode = !isKnown ? 401 : Fails ? 500 : 200;
            if (!isKnown)
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"AO\"";
            else if (!IssuesNever && (authorization == Basic || IssuesAlways))
                context.Response.Headers.WWWAuthenticate = Issue();
            else if (Repeats)
                context.Response.Headers.WWWAuthenticate = authorization;
            await context.Response.WriteAsync(context.Response.StatusCode == 200 ? Bodies.Action : Bodies.Error);
        }

        private string Issue()
        {
            lock (_gate)
            {
                var token = "HSSO token-" + ++_issued + "_V0300";
                _valid.Add(token);
                return token;
            }
        }
    }
}
