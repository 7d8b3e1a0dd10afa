using ApiSpec.Tests.Hostile;
using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests.Cancellation;

/// <summary>A caller cancels a call at each stage. The exception has its token, the client can be used further, and no connection or task is left.</summary>
[Collection(nameof(WholeProcess))]
public sealed class CancellationTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(77);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<Stage> Stages { get; } = [.. Enum.GetValues<Stage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_cancelled_call_ends_for_its_caller_and_leaves_nothing_behind(Stage stage)
    {
        using var unobserved = new UnobservedWatch();
        await using var server = await StallingServer.StartAsync(stage);
        var clock = new WatchedClock(Delay);
        var connecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new ApiClientOptions { TimeProvider = clock, Timeout = TimeSpan.FromHours(1) };
        if (stage == Stage.RetryDelay)
            options.Retry = new ApiRetryOptions { MaxDelay = Delay };
        if (stage == Stage.Connecting)
            options.ConfigureHandler = handler => handler.ConnectCallback = (_, token) => ConnectNeverAsync(connecting, token);
        using (var client = new SampleClient(server.Address, options))
        using (var transfer = new TransferClient(server.Address, options))
        using (var cancellation = new CancellationTokenSource())
        {
            var call = CallAsync(stage, client, transfer, clock, cancellation.Token);
            await (stage switch
            {
                Stage.Connecting => connecting.Task,
                Stage.RetryDelay or Stage.PollingDelay => clock.Waits,
                _ => server.Reached,
            }).WaitAsync(Patience, TestContext.Current.CancellationToken);
            await cancellation.CancelAsync();

            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience, TestContext.Current.CancellationToken));
            Assert.Equal(cancellation.Token, thrown.CancellationToken);
            Assert.True(call.IsCanceled);

            server.Release();
            // The handler of .NET waits for the abandoned attempt to connect, because another request could use it.
            if (stage != Stage.Connecting)
                Assert.Equal("rerunStart", (await client.GetAsync()).Name);
        }

        Assert.Equal(0, await server.CountOpenAsync(TimeSpan.FromSeconds(20)));
        Assert.Empty(unobserved.Collect());
    }

    private static Task CallAsync(Stage stage, SampleClient client, TransferClient transfer, TimeProvider clock, CancellationToken token) => stage switch
    {
        Stage.Sending => transfer.ImportWholeAsync(new byte[20_000_000], "application/zip", token),
        Stage.Elements => ReadAllAsync(transfer.ListAsync(cancellationToken: token)),
        Stage.NextPage => ReadAllAsync(transfer.ListPagesAsync(token)),
        Stage.Download => DownloadAsync(transfer, token),
        Stage.NextPoll => PollAsync(client, TimeSpan.Zero, clock, token),
        Stage.PollingDelay => PollAsync(client, Delay, clock, token),
        _ => client.GetAsync(1, token),
    };

    private static Task<ActionObject> PollAsync(SampleClient client, TimeSpan interval, TimeProvider clock, CancellationToken token)
        => ApiPolling.UntilAsync(
            poll => client.GetAsync(1, poll), static _ => false, new ApiPollingOptions { Interval = interval, TimeProvider = clock }, token);

    private static async Task ReadAllAsync(IAsyncEnumerable<TreeNode> nodes)
    {
        await foreach (var node in nodes)
            Assert.Equal("a", node.Name);
    }

    private static async Task DownloadAsync(TransferClient client, CancellationToken token)
    {
        await using var download = await client.ExportAsync(token);
        await download.CopyToAsync(Stream.Null, null, token);
    }

    private static async ValueTask<Stream> ConnectNeverAsync(TaskCompletionSource connecting, CancellationToken token)
    {
        connecting.TrySetResult();
        await Task.Delay(Timeout.Infinite, token);
        return Stream.Null;
    }

    /// <summary>The clock of the system, which knows when somebody waits for a certain time.</summary>
    private sealed class WatchedClock(TimeSpan watched) : TimeProvider
    {
        private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waits => _waits.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == watched)
                _waits.TrySetResult();
            return timer;
        }
    }
}
