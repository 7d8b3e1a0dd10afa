using System.Diagnostics;
using ApiSpec.Transport;

namespace ApiSpec.Observability;

/// <summary>
/// Counts undocumented parts of responses and reports each position to the user of a client once. A client shares it with its derived clients.
/// </summary>
internal sealed class DriftMonitor(DriftObserver? observer, CallLog? log)
{
    private const int MostObservedPlaces = 1000;

    private readonly DriftRegister? _observed = observer is null && log is null ? null : new DriftRegister(MostObservedPlaces);

    /// <summary>The monitor of a client, or null if it cannot have a listener.</summary>
    public static DriftMonitor? Create(DriftObserver? observer, CallLog? log)
        => FeatureSwitches.Telemetry ? new DriftMonitor(observer, log) : observer?.Monitor(log) ?? log?.MonitorDrift(observer);

    /// <summary>A log for one response, or null without a listener.</summary>
    /// <param name="request">The request of the response, whose secrets the log hides, or null.</param>
    public DriftLog? BeginResponse(HttpRequestMessage? request) => IsListening ? new DriftLog(new RequestSecrets(request)) : null;

    public void ReportStatus(ApiOperation operation, int statusCode)
    {
        if (IsListening)
            Report(new ApiDrift(operation, statusCode, ApiDriftKind.Status, null, null));
    }

    /// <summary>Reports an error code that the reference does not list.</summary>
    public void ReportErrorCode(ApiOperation operation, int statusCode, string path, string errorCode, HttpRequestMessage? request)
    {
        if (IsListening)
            Report(new ApiDrift(operation, statusCode, ApiDriftKind.EnumValue, path, Printable.Clean(new RequestSecrets(request).Hide(errorCode))));
    }

    public void Report(ApiOperation operation, int statusCode, DriftLog log)
    {
        for (var place = log.TakeNew(); place is not null; place = place.Next)
        {
            // The reference documents the members that decide about success once, for all bodies.
            if (place.Kind == ApiDriftKind.Member && operation.Outcomes?.Have(place.Path) == true)
                continue;
            Report(new ApiDrift(operation, statusCode, place.Kind, place.ShownPath, place.Value));
        }
    }

    private bool IsListening => observer is not null || (FeatureSwitches.Telemetry && TelemetrySource.Drift.Enabled) || log is { WritesDrift: true };

    private void Report(ApiDrift drift)
    {
        if (FeatureSwitches.Telemetry && TelemetrySource.Drift.Enabled)
            TelemetrySource.Drift.Add(1, TagsOf(drift));
        if (_observed?.IsNew(drift) != true)
            return;
        if (log is { WritesDrift: true })
            log.Drifted(drift);
        observer?.Report(drift);
    }

    private static TagList TagsOf(ApiDrift drift)
    {
        var tags = new TagList();
        TagWriter.Put(ref tags, TelemetryNames.Api, drift.Operation.Api.Id);
        TagWriter.Put(ref tags, TelemetryNames.Operation, drift.Operation.Id);
        TagWriter.Put(ref tags, TelemetryNames.StatusCode, BoxedStatus.Of(drift.StatusCode));
        if (drift.Operation.Section is { } section)
            TagWriter.Put(ref tags, TelemetryNames.Section, section);
        switch (drift.Kind)
        {
            case ApiDriftKind.Status:
                TagWriter.Put(ref tags, TelemetryNames.DriftKind, "status");
                return tags;
            case ApiDriftKind.Member:
                TagWriter.Put(ref tags, TelemetryNames.DriftKind, "member");
                break;
            default:
                TagWriter.Put(ref tags, TelemetryNames.DriftKind, "enum_value");
                break;
        }

        // Each position is a separate time series. The number per operation is enough for an update of the server, but limited for a server that invents names.
        if (!drift.Operation.DriftRegister.Admits(drift))
        {
            TagWriter.Put(ref tags, TelemetryNames.Overflow, true);
            return tags;
        }

        TagWriter.Put(ref tags, TelemetryNames.DriftPath, drift.Path);
        if (drift.Value is not null)
            TagWriter.Put(ref tags, TelemetryNames.DriftValue, drift.Value);
        return tags;
    }
}
