using ApiSpec.Transport;

namespace ApiSpec.Observability;

/// <summary>Observes the calls of a client: traces, metrics and logs.</summary>
/// <remarks>A program that is trimmed, with telemetry switched off and without a log, does not contain its code.</remarks>
internal sealed class CallObserver
{
    private readonly CallLog? _log;
    private readonly TimeProvider _timeProvider;
    private readonly string _baseAddress;
    private ServerEndpoint? _server;

    public CallObserver(CallLog? log, TimeProvider timeProvider, string baseAddress)
        => (_log, _timeProvider, _baseAddress) = (log, timeProvider, baseAddress);

    /// <summary>The observer of a client, or null if it cannot have a listener.</summary>
    public static CallObserver? Create(CallLog? log, TimeProvider timeProvider, string baseAddress)
        => FeatureSwitches.Telemetry ? new CallObserver(log, timeProvider, baseAddress) : log?.Observe(timeProvider, baseAddress);

    /// <summary>Whether there is a listener now.</summary>
    public bool IsOn => (FeatureSwitches.Telemetry && TelemetrySource.ObservesCalls) || _log is { IsOn: true };

    /// <summary>Begins to observe a call.</summary>
    public ObservedCall Begin(ApiOperation operation, ApiRequest request)
    {
        var observed = new ObservedCall(operation, _server ??= new ServerEndpoint(_baseAddress), _timeProvider, _log);
        request.Progress = observed.Progress;
        return observed;
    }
}
