using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Disposing a client ends running calls with an exception.</summary>
public sealed class DisposalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(false, "own")]
    [InlineData(true, "own")]
    [InlineData(false, "handler")]
    [InlineData(true, "handler")]
    [InlineData(false, "client")]
    [InlineData(true, "client")]
    public async Task A_call_that_waits_for_headers_or_body_ends(bool headersFirst, string transport)
    {
        await using var server = await StalledServer.StartAsync(headersFirst ? "application/json" : null, "{");
        using var handler = new SocketsHttpHandler();
        using var httpClient = new HttpClient(handler, disposeHandler: false) { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        var options = new ApiClientOptions { Timeout = Timeout.InfiniteTimeSpan, Handler = transport == "handler" ? handler : null };
        var client = transport == "client" ? new SampleClient(httpClient, options) : new SampleClient(server.Address, options);
        var calls = new Task[] { client.GetAsync(), client.GetWithResponseAsync(), client.With(new ApiCallOptions { Language = "ja" }).GetAsync() };
        await server.Reached(3);
        client.Dispose();
        foreach (var call in calls)
            await AssertEndsAsync(call);

        // A call after disposal is an error of the caller.
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync());
    }

    [Fact]
    public async Task Disposing_a_variant_ends_no_calls()
    {
        await using var server = await StalledServer.StartAsync(null, Bodies.Action);
        using var client = new SampleClient(server.Address);
        var call = client.GetAsync();
        await server.Reached(1);
        client.With(new ApiCallOptions { Language = "ja" }).Dispose();
        await Task.Delay(100);
        Assert.False(call.IsCompleted);
        server.Release();
        await call.WaitAsync(Patience);
    }

    [Fact]
    public async Task After_many_calls_the_calls_of_a_client_still_end_with_it_and_with_no_other()
    {
        await using var server = await StalledServer.StartAsync(null, Bodies.Action, immediate: 40);
        var options = new ApiClientOptions { Timeout = TimeSpan.FromMinutes(5) };
        var disposed = new SampleClient(server.Address, options);
        using var kept = new SampleClient(server.Address, options);
        for (var i = 0; i < 10; i++)
            await Task.WhenAll(disposed.GetAsync(), disposed.GetAsync(), kept.GetAsync(), kept.GetAsync());

        var ended = Enumerable.Range(0, 6).Select(_ => disposed.GetAsync()).ToList();
        var answered = Enumerable.Range(0, 6).Select(_ => kept.GetAsync()).ToList();
        await server.Reached(52);
        disposed.Dispose();
        foreach (var call in ended)
            await AssertEndsAsync(call);

        Assert.DoesNotContain(answered, static call => call.IsCompleted);
        server.Release();
        await Task.WhenAll(answered).WaitAsync(Patience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Clients_that_are_used_once_leave_no_timers_behind(bool isDisposed)
    {
        const int Clients = 400;
        var before = Timer.ActiveCount;
        CallEach(Clients, isDisposed);
        for (var i = 0; i < 20 && Timer.ActiveCount > before + (Clients / 2); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // Other tests have timers too.
        Assert.InRange(Timer.ActiveCount, 0, before + (Clients / 2));
    }

    [Fact]
    public async Task A_download_and_a_list_that_are_still_arriving_end()
    {
        await using var server = await StalledServer.StartAsync("application/json", """{"data":[{"name":"a"},""");
        var client = new TransferClient(server.Address, new ApiClientOptions { ReadTimeout = Timeout.InfiniteTimeSpan });
        using var download = await client.ExportAsync();
        await using var list = client.ListAsync().GetAsyncEnumerator();
        Assert.True(await list.MoveNextAsync());
        var buffer = new byte[1000];
        var stream = download.Content;
        var read = ReadAllAsync(stream, buffer);
        var next = list.MoveNextAsync().AsTask();
        client.Dispose();
        await AssertEndsAsync(read);
        await AssertEndsAsync(next);
    }

    [Fact]
    public async Task Calls_that_wait_for_a_login_end()
    {
        var client = new SampleClient(new Uri("http://127.0.0.1:1"), new ApiClientOptions
        {
            Timeout = Timeout.InfiniteTimeSpan,
            Credential = new TokenCredential(static _ => new TaskCompletionSource<string>().Task),
        });
        var call = client.GetAsync();
        client.Dispose();
        await AssertEndsAsync(call);
    }

    [Fact]
    public async Task Cancellation_and_disposal_throw_different_exceptions()
    {
        await using var server = await StalledServer.StartAsync(null, "{");
        var client = new SampleClient(server.Address, new ApiClientOptions { Timeout = Timeout.InfiniteTimeSpan });
        using var cancellation = new CancellationTokenSource();
        var call = client.GetAsync(1, cancellation.Token);
        await server.Reached(1);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
        client.Dispose();
    }

    private static void CallEach(int clients, bool disposes)
    {
        using var handler = new ImmediateHandler();
        for (var i = 0; i < clients; i++)
        {
            var client = new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = handler, Timeout = TimeSpan.FromHours(1) });
            Assert.True(client.GetAsync().IsCompletedSuccessfully);
            if (disposes)
                client.Dispose();
        }
    }

    private static async Task AssertEndsAsync(Task call)
    {
        var thrown = await Assert.ThrowsAsync<ApiConnectionException>(() => call.WaitAsync(Patience));
        Assert.Contains("The client was disposed while the call was in flight.", thrown.Message, StringComparison.Ordinal);
    }

    private static async Task ReadAllAsync(Stream stream, byte[] buffer)
    {
        while (await stream.ReadAsync(buffer) > 0)
        {
        }
    }

    private sealed class ImmediateHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage { Content = new StringContent(Bodies.Action, Encoding.UTF8, "application/json") });
    }

    /// <summary>Sends the start of a response, or nothing, and waits. The first calls can be answered immediately.</summary>
    private sealed class StalledServer : IAsyncDisposable
    {
        private readonly TaskCompletionSource<bool> _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private WebServer? _server;
        private int _reached;

        public Uri Address => _server!.Address;

        public static async Task<StalledServer> StartAsync(string? firstType, string text, int immediate = 0)
        {
            var stalled = new StalledServer();
            stalled._server = await WebServer.StartAsync(async context =>
            {
                var body = Encoding.UTF8.GetBytes(text);
                context.Response.ContentType = firstType ?? "application/json";
                if (firstType is not null)
                {
                    await context.Response.Body.WriteAsync(body);
                    await context.Response.Body.FlushAsync();
                }

                if (Interlocked.Increment(ref stalled._reached) > immediate)
                    await stalled._release.Task.WaitAsync(context.RequestAborted);
                if (firstType is null)
                    await context.Response.Body.WriteAsync(body);
            });
            return stalled;
        }

        public void Release() => _release.TrySetResult(true);

        public async Task Reached(int count)
        {
            for (var i = 0; i < 2000 && Volatile.Read(ref _reached) < count; i++)
                await Task.Delay(10);
            Assert.Equal(count, _reached);
        }

        public ValueTask DisposeAsync()
        {
            Release();
            return _server!.DisposeAsync();
        }
    }
}
