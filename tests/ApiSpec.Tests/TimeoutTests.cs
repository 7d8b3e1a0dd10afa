using System.Diagnostics;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>The client's timeout, and the caller's cancellation.</summary>
public sealed class TimeoutTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_timeout_covers_headers_and_body(bool headersFirst)
    {
        var clock = new FakeTimeProvider();
        using var stalled = new Stall(headersFirst);
        await using var server = await WebServer.StartAsync(stalled.RespondAsync);
        using var client = new SampleClient(server.Address, new ApiClientOptions { TimeProvider = clock, Timeout = TimeSpan.FromSeconds(90) });

        var call = client.GetAsync();
        await stalled.Reached;
        clock.Advance(TimeSpan.FromSeconds(89));
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        Assert.Equal(TimeSpan.FromSeconds(90), exception.Timeout);
        Assert.Equal("Tasks.GetRerunStart (section 9.6.8) was not answered within 90 s (Timeout).", exception.Message);
    }

    [Fact]
    public async Task The_timeout_also_ends_a_stalled_error_body()
    {
        var clock = new FakeTimeProvider();
        using var stalled = new Stall(true, 500);
        await using var server = await WebServer.StartAsync(stalled.RespondAsync);
        using var client = new SampleClient(server.Address, new ApiClientOptions { TimeProvider = clock });

        var call = client.GetWithResponseAsync();
        await stalled.Reached;
        clock.Advance(TimeSpan.FromSeconds(100));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
    }

    [Fact]
    public async Task Timeouts_work_with_the_system_clock()
    {
        using var stalled = new Stall(true);
        await using var server = await WebServer.StartAsync(stalled.RespondAsync);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Timeout = TimeSpan.FromMilliseconds(100) });
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<ApiTimeoutException>(() => client.GetAsync());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_short_timeout_is_not_delayed_by_a_long_one_before_it()
    {
        using var handler = new ThreadKeepingHandler();
        using var client = new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = handler, Timeout = TimeSpan.FromHours(1) });
        var impatient = client.With(new ApiCallOptions { Timeout = TimeSpan.FromMilliseconds(50) });

        Assert.True(client.GetAsync().IsCompletedSuccessfully);
        handler.Hangs = true;
        await Assert.ThrowsAsync<ApiTimeoutException>(() => impatient.GetAsync().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_call_is_not_ended_by_the_timeout_of_the_one_before()
    {
        using var handler = new ThreadKeepingHandler();
        using var client = new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = handler, Timeout = TimeSpan.FromHours(1) });
        var impatient = client.With(new ApiCallOptions { Timeout = TimeSpan.FromMilliseconds(30) });

        // A thread that is paused between the two can make the first one late.
        while (!impatient.GetAsync().IsCompletedSuccessfully)
            await Task.Yield();
        handler.Hangs = true;
        var call = client.GetAsync();
        await Task.Delay(200);
        Assert.False(call.IsCompleted);
        handler.Release();
        Assert.Equal("rerunStart", (await call).Name);
    }

    [Fact]
    public async Task Of_many_calls_only_those_over_their_timeout_are_ended()
    {
        using var quick = new ThreadKeepingHandler();
        using var hanging = new ThreadKeepingHandler { Hangs = true };
        using var patient = new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = quick, Timeout = TimeSpan.FromHours(1) });
        using var impatient = new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = hanging, Timeout = TimeSpan.FromMilliseconds(3) });

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                for (var j = 0; j < i; j++)
                    Assert.Equal("rerunStart", (await patient.GetAsync()).Name);
                await Assert.ThrowsAsync<ApiTimeoutException>(() => impatient.GetAsync());
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_variant_has_its_own_timeout()
    {
        var clock = new FakeTimeProvider();
        using var stalled = new Stall(false);
        await using var server = await WebServer.StartAsync(stalled.RespondAsync);
        using var client = new SampleClient(server.Address, new ApiClientOptions { TimeProvider = clock });

        var call = client.With(new ApiCallOptions { Timeout = TimeSpan.FromSeconds(1.5) }).GetAsync();
        await stalled.Reached;
        clock.Advance(TimeSpan.FromSeconds(2));
        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        Assert.EndsWith("within 1.5 s (Timeout).", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_can_have_no_timeout()
    {
        var clock = new FakeTimeProvider();
        using var stalled = new Stall(false);
        await using var server = await WebServer.StartAsync(stalled.RespondAsync);
        using var client = new SampleClient(server.Address, new ApiClientOptions { TimeProvider = clock, Timeout = Timeout.InfiniteTimeSpan });

        var call = client.GetAsync();
        await stalled.Reached;
        clock.Advance(TimeSpan.FromDays(365));
        stalled.Release();
        Assert.Equal("rerunStart", (await call).Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancellation_by_the_caller_is_not_a_timeout(bool headersFirst)
    {
        using var stalled = new Stall(headersFirst);
        await using var server = await WebServer.StartAsync(stalled.RespondAsync);
        using var client = new SampleClient(server.Address);
        using var cancellation = new CancellationTokenSource();

        var call = client.GetWithResponseAsync(1, cancellation.Token);
        await stalled.Reached;
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.True(call.IsCanceled);
    }

    [Fact]
    public async Task A_token_cancelled_before_sends_nothing()
    {
        using var server = new RawServer("");
        using var client = new SampleClient(server.Address);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.DeleteAsync(1, cancellation.Token));

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_timeout_of_a_given_HttpClient_is_a_timeout_too()
    {
        using var stalled = new Stall(false);
        await using var server = await WebServer.StartAsync(stalled.RespondAsync);
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMilliseconds(100) };
        using var client = new SampleClient(http);
        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.GetAsync());
        Assert.Equal(TimeSpan.FromMilliseconds(100), exception.Timeout);
        Assert.EndsWith("within 0.1 s (HttpClient.Timeout).", exception.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
    }

    [Fact]
    public async Task The_connect_timeout_of_a_handler_throws_a_connection_exception()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = static async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return Stream.Null;
            },
        };
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://host/") };
        using var client = new SampleClient(http);
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
        Assert.Contains("ConnectTimeout", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Responds before it returns, so that the next call is made on the same thread, or when the test allows it.</summary>
    private sealed class ThreadKeepingHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Hangs { get; set; }

        public void Release() => _released.TrySetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Hangs)
                await _released.Task.WaitAsync(cancellationToken);
            return new HttpResponseMessage { Content = new StringContent(Bodies.Action, System.Text.Encoding.UTF8, "application/json") };
        }
    }

    /// <summary>Sends part of a response and then waits for the test.</summary>
    private sealed class Stall(bool headersFirst, int status = 200) : IDisposable
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public async Task RespondAsync(HttpContext context)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            if (headersFirst)
            {
                await context.Response.WriteAsync("{ ");
                await context.Response.Body.FlushAsync();
            }

            _reached.TrySetResult();
            await Task.WhenAny(_released.Task, Task.Delay(Timeout.Infinite, context.RequestAborted));
            if (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(headersFirst ? Bodies.Action[1..] : Bodies.Action);
        }

        public void Release() => _released.TrySetResult();

        public void Dispose() => Release();
    }
}
