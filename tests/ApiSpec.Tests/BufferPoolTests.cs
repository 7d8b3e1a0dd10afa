using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Buffers return to the pool, however a call ends.</summary>
public sealed class BufferPoolTests
{
    private const int Size = 5_000_000;

    [Fact]
    public async Task Every_large_buffer_that_is_rented_is_returned()
    {
        var clock = new FakeTimeProvider();
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var pool = new PoolListener();
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Size;
            var mode = context.Request.Path.Value!.Split('/')[5];
            await context.Response.Body.WriteAsync(mode == "1"
                ? Encoding.UTF8.GetBytes(Bodies.ActionNamed(new string('x', 100)).PadRight(Size - 1))
                : new byte[Size - 1]);
            await context.Response.Body.FlushAsync();
            if (mode == "2")
                context.Abort();
            else if (mode == "3")
            {
                stalled.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            else
                await context.Response.Body.WriteAsync(" "u8.ToArray());
        });
        using var client = new SampleClient(server.Address, new ApiClientOptions { TimeProvider = clock });

        Assert.Equal(new string('x', 100), (await client.GetAsync(1)).Name);
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync(2));
        var call = client.GetAsync(3);
        await stalled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(100));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        await Assert.ThrowsAsync<ApiContractException>(() => client.GetAsync(4));

        Assert.True(pool.Rented >= 4, "Only " + pool.Rented + " large buffers were rented; the listener does not see the pool.");
        Assert.Equal(0, pool.Outstanding);
    }

    /// <summary>Counts the buffers of the sizes that only this test's bodies need.</summary>
    private sealed class PoolListener : EventListener
    {
        private const int Rent = 1;
        private const int Return = 3;
        private readonly ConcurrentDictionary<int, int> _outstanding = new();
        private int _rented;

        public int Rented => Volatile.Read(ref _rented);

        public int Outstanding => _outstanding.Values.Sum();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventId is not (Rent or Return) || eventData.Payload is not { Count: >= 2 } payload || (int)payload[1]! < 2 * 1024 * 1024)
                return;
            var id = (int)payload[0]!;
            if (eventData.EventId == Rent)
            {
                Interlocked.Increment(ref _rented);
                _outstanding.AddOrUpdate(id, 1, static (_, count) => count + 1);
            }
            else if (_outstanding.ContainsKey(id))
            {
                // Another test can return a buffer that it rented before this listener started.
                _outstanding.AddOrUpdate(id, -1, static (_, count) => count - 1);
            }
        }
    }
}
