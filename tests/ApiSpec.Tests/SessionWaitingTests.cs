using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Calls that wait for a login that another call has started, and resets during a login.</summary>
public sealed class SessionWaitingTests
{
    private const string Basic = SessionServer.Basic;

    private readonly FakeTimeProvider _clock = new();

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
    public async Task Calls_that_wait_for_a_login_log_in_themselves_if_it_is_refused()
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
    public async Task Calls_that_wait_for_a_login_go_on_if_it_gets_no_response(bool isCancelled)
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
    public async Task Calls_that_wait_for_a_login_go_on_if_it_throws()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = new SampleClient(
            server.Address,
            new ApiClientOptions { Credential = new SessionCredential(new BearerCredential(_ => throw new IOException("locked")), SessionServer.Hsso) });
        await Assert.ThrowsAsync<IOException>(() => client.GetAsync());
        await Assert.ThrowsAsync<IOException>(() => client.GetAsync());
    }

    [Fact]
    public async Task Each_call_logs_in_if_the_server_issues_no_token()
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
    public async Task Calls_wait_for_a_login_that_hangs_only_until_its_timeout()
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
    public async Task A_reset_drops_a_login_that_hangs_and_ignores_its_late_token()
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
    public async Task A_reset_is_not_undone_by_the_response_to_an_earlier_request()
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

    private SessionCredential NewSession() => SessionServer.NewSession(_clock);

    private SampleClient Connect(SessionServer server, TimeSpan? timeout = null) => server.Connect(_clock, timeout);
}
