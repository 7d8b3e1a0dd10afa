using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>A login that hangs never delays a call beyond its own timeout, and never blocks a credential forever.</summary>
public sealed class LoginTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_login_that_hangs_ends_after_its_timeout_and_the_next_call_logs_in(bool looksAtToken)
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        var logins = new Logins();
        using var client = Connect(server, logins.Credential(_clock, TimeSpan.FromSeconds(30)), Timeout.InfiniteTimeSpan);
        logins.LooksAtToken = looksAtToken;
        logins.Hangs = true;
        var calls = Enumerable.Range(0, 3).Select(_ => client.GetAsync()).ToArray();
        await logins.Begun(1);
        _clock.Advance(TimeSpan.FromSeconds(30));
        foreach (var call in calls)
        {
            var thrown = await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(Patience));
            Assert.Equal(TimeSpan.FromSeconds(30), thrown.Timeout);
            Assert.Contains("the login for it did not end within 30 s (loginTimeout)", thrown.Message, StringComparison.Ordinal);
        }

        logins.Hangs = false;
        await client.GetAsync().WaitAsync(Patience);
        Assert.Equal(2, logins.Count);
    }

    [Fact]
    public async Task A_login_has_a_timeout_by_default()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        var logins = new Logins { Hangs = true };
        using var client = Connect(server, logins.Credential(_clock), Timeout.InfiniteTimeSpan);
        var call = client.GetAsync();
        await logins.Begun(1);
        _clock.Advance(TimeSpan.FromSeconds(100));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_call_waits_for_a_login_no_longer_than_its_own_timeout_and_the_login_goes_on()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        var logins = new Logins { Hangs = true };
        using var client = Connect(server, logins.Credential(_clock), Timeout.InfiniteTimeSpan);
        var hasty = client.With(new ApiCallOptions { Timeout = TimeSpan.FromSeconds(5) }).GetAsync();
        await logins.Begun(1);
        using var cancellation = new CancellationTokenSource();
        var cancelled = client.GetAsync(1, cancellation.Token);
        var patient = client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => hasty.WaitAsync(Patience));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(Patience));
        Assert.False(patient.IsCompleted);
        logins.Release();
        await patient.WaitAsync(Patience);
        Assert.Equal(1, logins.Count);
        Assert.False(logins.WasCancelled);
    }

    [Fact]
    public async Task A_reset_drops_a_login_that_hangs_and_those_that_wait_log_in_again()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        var logins = new Logins { Hangs = true, LooksAtToken = true };
        var credential = logins.Credential(_clock);
        using var client = Connect(server, credential, Timeout.InfiniteTimeSpan);
        var calls = Enumerable.Range(0, 3).Select(_ => client.GetAsync()).ToArray();
        await logins.Begun(1);
        logins.Hangs = false;
        credential.Reset();
        await Task.WhenAll(calls).WaitAsync(Patience);
        Assert.Equal(2, logins.Count);
        for (var i = 0; i < 1000 && !logins.WasCancelled; i++)
            await Task.Delay(10);
        Assert.True(logins.WasCancelled);
    }

    [Fact]
    public async Task A_token_of_a_login_from_before_the_reset_is_not_used()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + Bodies.Action);
        var logins = new Logins { Hangs = true };
        var credential = logins.Credential(_clock);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = credential });
        var call = client.GetAsync();
        await logins.Begun(1);
        logins.Hangs = false;
        credential.Reset();
        await call.WaitAsync(Patience);
        logins.Release();
        await Task.Delay(50);
        await client.GetAsync();
        Assert.All(server.Requests, static request => Assert.Contains("X-Token: token-2\r\n", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_timeout_of_a_login_covers_code_that_blocks_its_thread()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        using var blocked = new ManualResetEventSlim();
        var credential = new TokenCredential(
            _ =>
            {
                blocked.Wait(TimeSpan.FromSeconds(60), CancellationToken.None);
                return Task.FromResult("abc");
            },
            "X-Token");
        using var client = Connect(server, credential, TimeSpan.FromSeconds(5));
        var call = Task.Run(() => client.GetAsync());
        for (var i = 0; i < 200 && !call.IsCompleted; i++)
        {
            await Task.Delay(20);
            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(Patience));
        blocked.Set();
    }

    [Fact]
    public async Task Calls_wait_for_a_bearer_token_only_until_their_timeout()
    {
        using var client = new SampleClient(
            new Uri("http://127.0.0.1:1"),
            new ApiClientOptions
            {
                Credential = new BearerCredential(_ => new ValueTask<string>(new TaskCompletionSource<string>().Task)),
                TimeProvider = _clock,
            });
        var call = client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(100));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(Patience));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    public void A_login_timeout_out_of_range_is_refused(int seconds)
    {
        var timeout = TimeSpan.FromSeconds(seconds);
        Assert.Throws<ArgumentOutOfRangeException>("loginTimeout", () => new TokenCredential(static _ => Task.FromResult("a"), loginTimeout: timeout));
        Assert.Throws<ArgumentOutOfRangeException>(
            "loginTimeout",
            () => new SessionCredential(new BasicCredential("a", "b"), new ApiSessionScheme("HSSO", "WWW-Authenticate", null), loginTimeout: timeout));
    }

    private SampleClient Connect(WebServer server, ApiCredential credential, TimeSpan timeout)
        => new(server.Address, new ApiClientOptions { Credential = credential, TimeProvider = _clock, Timeout = timeout });

    /// <summary>Counts logins, and can make them hang.</summary>
    private sealed class Logins
    {
        private readonly TaskCompletionSource<bool> _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public bool Hangs { get; set; }

        public bool LooksAtToken { get; set; }

        public bool WasCancelled { get; private set; }

        public int Count => Volatile.Read(ref _count);

        public void Release() => _release.TrySetResult(true);

        public TokenCredential Credential(TimeProvider clock, TimeSpan? timeout = null)
            => new(LogInAsync, "X-Token", timeProvider: clock, loginTimeout: timeout);

        public async Task Begun(int count)
        {
            for (var i = 0; i < 2000 && Count < count; i++)
                await Task.Delay(10);
            Assert.Equal(count, Count);
        }

        private async Task<string> LogInAsync(CancellationToken cancellationToken)
        {
            var hangs = Hangs;
            var number = Interlocked.Increment(ref _count);
            cancellationToken.Register(() => WasCancelled = true);
            if (hangs)
                await (LooksAtToken ? _release.Task.WaitAsync(cancellationToken) : _release.Task);
            return "token-" + number;
        }
    }
}
