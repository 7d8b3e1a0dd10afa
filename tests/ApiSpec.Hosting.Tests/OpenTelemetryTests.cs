using System.Collections.Concurrent;
using System.Diagnostics;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>The SDK that most applications use.</summary>
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task The_SDK_receives_calls_and_drift_by_the_names_of_source_and_meter()
    {
        var spans = new SpanRecorder();
        var metrics = new MetricRecorder();
        await using var server = await DepotServer.StartAsync(200, """{"id":7,"owner":1}""");
        using var client = new DepotClient(server.Address);
        using var tracing = Sdk.CreateTracerProviderBuilder().AddSource(ApiTelemetry.ActivitySourceName).AddProcessor(spans).Build();
        using var measuring = Sdk.CreateMeterProviderBuilder().AddMeter(ApiTelemetry.MeterName).AddReader(new BaseExportingMetricReader(metrics)).Build();

        await client.Jobs.GetAsync(7);
        measuring.ForceFlush();

        Assert.Equal(["GET /v1/jobs/{id}"], spans.Names);
        Assert.Equal(["apispec.client.drift", "apispec.client.operation.duration"], metrics.Names.Order(StringComparer.Ordinal));
    }

    private sealed class SpanRecorder : BaseProcessor<Activity>
    {
        public ConcurrentQueue<string> Names { get; } = new();

        public override void OnEnd(Activity data) => Names.Enqueue(data.DisplayName);
    }

    private sealed class MetricRecorder : BaseExporter<Metric>
    {
        public ConcurrentQueue<string> Names { get; } = new();

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
                Names.Enqueue(metric.Name);
            return ExportResult.Success;
        }
    }
}
