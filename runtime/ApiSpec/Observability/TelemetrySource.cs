using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ApiSpec.Observability;

/// <summary>The library's activity source and instruments.</summary>
internal static class TelemetrySource
{
    private static readonly string? Version = typeof(TelemetrySource).Assembly.GetName().Version?.ToString(3);
    private static readonly Meter Meter = new(ApiTelemetry.MeterName, Version);

#if NET9_0_OR_GREATER || NETSTANDARD
    private static readonly double[] Boundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
#endif

    public static readonly ActivitySource Activities = new(ApiTelemetry.ActivitySourceName, Version);

    /// <summary>
    /// Like http.client.request.duration, but for whole calls. The handler already measures each request under that name, so this needs another name.
    /// </summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        TelemetryNames.Duration,
        "s",
        "The duration of calls, from the request to the end of the response, or to its headers if the body is read while it arrives."
#if NET9_0_OR_GREATER || NETSTANDARD
        ,
        tags: null,
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = Boundaries,
        }
#endif
        );

    public static readonly Counter<long> Drift = Meter.CreateCounter<long>(
        TelemetryNames.Drift, "{occurrence}", "The number of undocumented positions in responses; each position counts once per response.");

    /// <summary>Whether there is a listener for calls.</summary>
    public static bool ObservesCalls => Activities.HasListeners() || Duration.Enabled;
}
