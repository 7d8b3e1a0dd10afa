using System.Diagnostics.Metrics;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>How long calls take, as a metric.</summary>
public sealed class MeasurementTests
{
    private const string Duration = "apispec.client.operation.duration";

    [Fact]
    public async Task The_duration_of_a_call_is_measured_in_seconds_with_the_attributes_of_http_clients()
    {
        var clock = new FakeTimeProvider();
        await using var server = await DepotServer.StartAsync(context =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(1500));
            return DepotServer.RespondAsync(context, 200, """{"id":7}""");
        });
        using var client = new DepotClient(server.Address, new ApiClientOptions { TimeProvider = clock });
        using var recorder = new MeterRecorder(Duration);

        await client.Jobs.GetAsync(7, new JobsGetQuery { Secret = "hunter2" });

        Assert.Equal("s", recorder.Instrument!.Unit);
        Assert.Equal(10, ((Histogram<double>)recorder.Instrument).Advice!.HistogramBucketBoundaries![^1]);
        Assert.Equal(1.5, recorder.Single.Value);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["url.template"] = "/v1/jobs/{id}",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = server.Address.Port,
                ["apispec.api"] = "depot",
                ["apispec.operation"] = "Jobs.Get",
                ["apispec.section"] = "3.1",
                ["http.response.status_code"] = 200,
            },
            recorder.Single.Tags);
    }

    [Fact]
    public async Task Failures_are_measured_with_their_error_type()
    {
        await using var server = await DepotServer.StartAsync(412, """{"message":"later"}""");
        using var client = new DepotClient(server.Address);
        using var unreachable = new DepotClient(new Uri("http://127.0.0.1:1"));
        using var recorder = new MeterRecorder(Duration);

        await Assert.ThrowsAsync<ApiException<DepotError>>(() => client.Jobs.GetAsync(7));
        await Assert.ThrowsAsync<ApiConnectionException>(() => unreachable.Jobs.GetAsync(7));

        Assert.Equal(["412", "ApiSpec.ApiConnectionException"], recorder.All.Select(measured => measured.Tags["error.type"]));
    }

    [Fact]
    public async Task The_name_is_not_the_one_under_which_the_handler_measures_each_request()
    {
        await using var server = await DepotServer.StartAsync(200, """{"id":7}""");
        using var client = new DepotClient(server.Address);
        using var recorder = new MeterRecorder("http.client.request.duration");

        await client.Jobs.GetAsync(7);

        Assert.Null(recorder.Instrument);
    }
}
