using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>Telemetry costs nothing if nothing listens.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class CostTests
{
    private const string Documented = """{"id":7}""";

    private const string Undocumented = """{"id":7,"hint":[1,2,{"x":"y"}],"more":true}""";

    [Fact]
    public void A_call_allocates_no_more_after_everybody_has_left_than_before_anybody_listened()
    {
        using var client = Client(Documented);
        var before = BytesOfCall(client);
        double listening;
        using (new ActivityRecorder())
        using (new MeterRecorder("apispec.client.operation.duration"))
        using (new MeterRecorder("apispec.client.drift"))
            listening = BytesOfCall(client);
        var after = BytesOfCall(client);

        Assert.True(listening > after, "Listening cost nothing, so that this test measures nothing.");
        // It can be less, because the runtime optimises the code in between.
        Assert.InRange(after, 0, before);
    }

    [Fact]
    public void Undocumented_members_allocate_nothing_when_nobody_asks_for_them()
    {
        using var documented = Client(Documented);
        using var undocumented = Client(Undocumented);
        using var observed = Client(Undocumented, new ApiClientOptions { OnDrift = static _ => { } });

        var withThem = AssertSame(documented, undocumented);
        Assert.True(BytesOfCall(observed) > withThem, "Observing cost nothing, so that this test measures nothing.");
    }

    [Fact]
    public void A_log_allocates_nothing_unless_it_is_enabled()
    {
        using var off = Client(Undocumented, new ApiClientOptions { Log = new DepotClientLog(NullLoggerFactory.Instance) });
        using var none = Client(Undocumented);
        using var log = new LogRecorder();
        using var on = Client(Undocumented, new ApiClientOptions { Log = new DepotClientLog(log.Factory) });

        var withoutIt = AssertSame(none, off);
        Assert.True(BytesOfCall(on) > withoutIt, "Logging cost nothing, so that this test measures nothing.");
    }

    private static double AssertSame(DepotClient one, DepotClient other)
    {
        var (expected, actual) = AllocatedBytes.Settled(() => (BytesOfCall(one), BytesOfCall(other)), static bytes => bytes.Item1 == bytes.Item2);
        Assert.Equal(expected, actual);
        return actual;
    }

    private static double BytesOfCall(DepotClient client) => AllocatedBytes.PerCall(() => client.Jobs.GetWithResponseAsync(7));

    private static DepotClient Client(string body, ApiClientOptions? options = null)
    {
        options ??= new ApiClientOptions();
        options.Handler = new InstantHandler(body);
        return new DepotClient(new Uri("http://depot.example"), options);
    }
}
