#if NET8_0_OR_GREATER
using System.Diagnostics;
using ApiSpec.Transport;

namespace ApiSpec.Observability;

/// <summary>
/// Hides the URL in the activity of the platform's handler if it can contain a secret. The handler has set the URL before it asks for the headers of the
/// activity.
/// </summary>
internal sealed class ScreeningPropagator(DistributedContextPropagator inner) : DistributedContextPropagator
{
    private const string RequestActivity = "System.Net.Http.HttpRequestOut";

    public override IReadOnlyCollection<string> Fields => inner.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (activity is { OperationName: RequestActivity }
            && carrier is HttpRequestMessage request
            && ShownAddress.Find(request) is { } shown
            && activity.GetTagItem(TelemetryNames.FullAddress) is not null)
            activity.SetTag(TelemetryNames.FullAddress, shown.AbsoluteUri);
        inner.Inject(activity, carrier, setter);
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
        => inner.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter)
        => inner.ExtractBaggage(carrier, getter);
}
#endif
