using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>Keeps the activities that ended, like a tracer.</summary>
internal sealed class ActivityRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public ActivityRecorder(ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ApiTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                OfferedTags = options.Tags?.ToDictionary(tag => tag.Key, tag => tag.Value) ?? [];
                return sampling;
            },
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity Single => _ended.Single();

    public Activity[] All => [.. _ended];

    /// <summary>The tags of the last activity that a sampler received.</summary>
    public IReadOnlyDictionary<string, object?> OfferedTags { get; private set; } = new Dictionary<string, object?>();

    public void Dispose() => _listener.Dispose();
}

/// <summary>One measurement with its attributes.</summary>
internal sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>Keeps the measurements of one instrument, like a meter provider.</summary>
internal sealed class MeterRecorder : IDisposable
{
    private readonly ConcurrentQueue<Measured> _measured = new();
    private readonly MeterListener _listener = new();

    public MeterRecorder(string instrument)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Meter.Name == ApiTelemetry.MeterName && published.Name == instrument)
            {
                Instrument = published;
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<double>((source, value, tags, _) => Keep(source, value, tags));
        _listener.SetMeasurementEventCallback<long>((source, value, tags, _) => Keep(source, value, tags));
        _listener.Start();
    }

    public Instrument? Instrument { get; private set; }

    public Measured Single => _measured.Single();

    public Measured[] All => [.. _measured];

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument source, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => _measured.Enqueue(new Measured(source.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}
