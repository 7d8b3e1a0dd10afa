using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>Telemetry costs nothing if nothing listens.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class CostTests
{
    private static readonly byte[] Documented = Encoding.UTF8.GetBytes("""{"id":7}""");

    private static readonly byte[] Undocumented = Encoding.UTF8.GetBytes("""{"id":7,"hint":[1,2,{"x":"y"}],"more":true}""");

    [Fact]
    public void A_call_allocates_the_same_before_anybody_listened_and_after_everybody_has_left()
    {
        using var client = Client(Documented);
        var before = BytesOfCall(client);
        long listening;
        using (new ActivityRecorder())
        using (new MeterRecorder("apispec.client.operation.duration"))
        using (new MeterRecorder("apispec.client.drift"))
            listening = BytesOfCall(client);

        Assert.True(listening > before, "Listening cost nothing, so that this test measures nothing.");
        Assert.Equal(before, BytesOfCall(client));
    }

    [Fact]
    public void Undocumented_members_allocate_nothing_when_nobody_asks_for_them()
    {
        using var documented = Client(Documented);
        using var undocumented = Client(Undocumented);
        using var observed = Client(Undocumented, new ApiClientOptions { OnDrift = static _ => { } });
        var withThem = BytesOfCall(undocumented);

        Assert.Equal(BytesOfCall(documented), withThem);
        Assert.True(BytesOfCall(observed) > withThem, "Observing cost nothing, so that this test measures nothing.");
    }

    [Fact]
    public void A_log_allocates_nothing_unless_it_is_enabled()
    {
        using var off = Client(Undocumented, new ApiClientOptions { Log = new DepotClientLog(NullLoggerFactory.Instance) });
        using var none = Client(Undocumented);
        using var log = new LogRecorder();
        using var on = Client(Undocumented, new ApiClientOptions { Log = new DepotClientLog(log.Factory) });
        var withoutIt = BytesOfCall(none);

        Assert.Equal(withoutIt, BytesOfCall(off));
        Assert.True(BytesOfCall(on) > withoutIt, "Logging cost nothing, so that this test measures nothing.");
    }

    // A handler that responds at once keeps the whole call on this thread, so that its allocations can be counted exactly.
    private static long BytesOfCall(DepotClient client)
    {
        const int Calls = 200;
        for (var i = 0; i < 50; i++)
            Call(client);
        var lowest = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var start = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
                Call(client);
            lowest = Math.Min(lowest, (GC.GetAllocatedBytesForCurrentThread() - start) / Calls);
        }

        return lowest;
    }

    private static void Call(DepotClient client)
    {
        var call = client.Jobs.GetWithResponseAsync(7);
        Assert.True(call.IsCompletedSuccessfully);
    }

    private static DepotClient Client(byte[] body, ApiClientOptions? options = null)
    {
        options ??= new ApiClientOptions();
        options.Handler = new InstantHandler(body);
        return new DepotClient(new Uri("http://depot.example"), options);
    }

    private sealed class InstantHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            });
    }
}
