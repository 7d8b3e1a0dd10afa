namespace ApiSpec.Observability;

/// <summary>The method of a client's user that receives drift.</summary>
/// <remarks>Only the option creates it, so a program that is trimmed and does not set the option does not contain the code that it needs.</remarks>
internal sealed class DriftObserver(Action<ApiDrift> callback)
{
    public Action<ApiDrift> Callback => callback;

    public DriftMonitor Monitor(CallLog? log) => new(this, log);

    public void Report(ApiDrift drift) => callback(drift);
}
