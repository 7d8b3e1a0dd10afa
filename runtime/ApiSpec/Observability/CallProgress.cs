using System.Diagnostics;

namespace ApiSpec.Observability;

/// <summary>Counts how often the request of an observed call is sent. A call that is not observed is not counted.</summary>
internal sealed class CallProgress(ApiOperation operation, Activity? activity, CallLog? log)
{
    private int _sends;
    private int _renewals;

    /// <summary>How often the request was sent, for whatever reason.</summary>
    public int Sends => Volatile.Read(ref _sends);

    /// <summary>The number of the attempt: a request that is sent again with a new session is still the same attempt.</summary>
    public int Attempt => Sends - _renewals;

    public Activity? Activity { get; } = activity;

    // A handler of a host can send a request twice at the same time.
    public void IsSent() => Interlocked.Increment(ref _sends);

    /// <summary>Reports an attempt that is followed by another one.</summary>
    public void IsRepeated(HttpResponseMessage? response, Exception? failure, TimeSpan delay)
    {
        var statusCode = (int?)response?.StatusCode;
        var errorType = failure is null ? ApiStatus.TextOf(statusCode!.Value) : TypeName.Of(failure);
        if (Activity is { IsAllDataRequested: true })
        {
            var tags = new ActivityTagsCollection
            {
                { TelemetryNames.Attempt, Attempt },
                { TelemetryNames.ErrorType, errorType },
                { TelemetryNames.RetryDelay, delay.TotalSeconds },
            };
            Activity.AddEvent(new ActivityEvent(TelemetryNames.AttemptFailed, tags: tags));
        }

        log?.AttemptFailed(operation, statusCode, errorType, Attempt, delay);
    }

    public void RenewsSession()
    {
        _renewals++;
        log?.SentAgain(operation);
    }
}
