using System.Diagnostics.Tracing;

namespace ApiSpec.Observability;

/// <summary>Writes the events of a client to its log. Each has a fixed number, name and level, which the guide about observability lists.</summary>
/// <remarks>Only a log creates it, so a program that is trimmed and has no log does not contain its code.</remarks>
internal sealed class CallLog(ApiLog log)
{
    /// <summary>Whether any event is written. No event is more important than a warning.</summary>
    public bool IsOn => log.IsEnabled(EventLevel.Warning);

    /// <summary>Whether drift is written.</summary>
    public bool WritesDrift => log.IsEnabled(EventLevel.Informational);

    public CallObserver Observe(TimeProvider timeProvider, string baseAddress) => new(this, timeProvider, baseAddress);

    public DriftMonitor MonitorDrift(DriftObserver? observer) => new(observer, this);

    public void Ended(ApiResponse response, TimeSpan elapsed, int attempts)
    {
        var level = response.IsSuccess ? EventLevel.Informational : EventLevel.Warning;
        if (!log.IsEnabled(level))
            return;
        var message = new LogMessage(response.Operation).Text(response.IsSuccess ? " returned " : " failed with ");
        message.Status(response.StatusCode, response.Meaning).Duration(elapsed, attempts);
        if (response.ShownErrorCode is { } code)
            message.Text("; error code ").Value(LogNames.ErrorCode, code);
        if (response.ShownErrorMessage is { } text)
            message.Text("; message ").Value(LogNames.ErrorMessage, text);
        log.Write(response.IsSuccess ? message.ToEntry(level, 1, "CallSucceeded") : message.ToEntry(level, 2, "CallFailed"));
    }

    public void EndedWithoutResult(ApiOperation operation, Exception exception, int? statusCode, TimeSpan elapsed, int attempts)
    {
        if (!log.IsEnabled(EventLevel.Warning))
            return;
        var message = new LogMessage(operation).Text(" failed with ");
        if (statusCode is { } code)
            message.Status(code, operation.FindStatus(code)).Text(" and ");
        message.Value(LogNames.ErrorType, TypeName.Of(exception)).Duration(elapsed, attempts);

        // Only exceptions of this library are known to contain no secret.
        if (exception is ApiCallException)
            message.Text(": ").Value(LogNames.Error, exception.Message);
        log.Write(message.ToEntry(EventLevel.Warning, 3, "CallHadNoResult"));
    }

    public void Canceled(ApiOperation operation, TimeSpan elapsed, int attempts)
    {
        if (log.IsEnabled(EventLevel.Verbose))
            log.Write(new LogMessage(operation).Text(" was canceled by its caller").Duration(elapsed, attempts).ToEntry(EventLevel.Verbose, 4, "CallCanceled"));
    }

    public void SentAgain(ApiOperation operation)
    {
        if (log.IsEnabled(EventLevel.Verbose))
            log.Write(new LogMessage(operation).Text(" is sent again: its session had expired").ToEntry(EventLevel.Verbose, 5, "SessionRenewed"));
    }

    public void AttemptFailed(ApiOperation operation, int? statusCode, string errorType, int attempt, TimeSpan delay)
    {
        if (!log.IsEnabled(EventLevel.Informational))
            return;
        var message = new LogMessage(operation).Text(": attempt ").Value(LogNames.Attempt, attempt).Text(" failed with ");
        if (statusCode is { } code)
            message.Status(code, operation.FindStatus(code));
        else
            message.Value(LogNames.ErrorType, errorType);
        message.Text("; the next follows in ").Value(LogNames.Delay, LogMessage.Milliseconds(delay)).Text(" ms");
        log.Write(message.ToEntry(EventLevel.Informational, 6, "AttemptFailed"));
    }

    public void Drifted(ApiDrift drift)
    {
        var message = new LogMessage(drift.Operation).Text(" returned ").Value(LogNames.StatusCode, BoxedStatus.Of(drift.StatusCode));
        switch (drift.Kind)
        {
            case ApiDriftKind.Member:
                message.Text(" with the member ").Value(LogNames.DriftPath, drift.Path!).Text(", which the reference does not describe");
                break;
            case ApiDriftKind.EnumValue:
                message.Text(" with the value '").Value(LogNames.DriftValue, drift.Value!).Text("' at ").Value(LogNames.DriftPath, drift.Path!)
                    .Text(", which the reference does not list");
                break;
            default:
                message.Text(", which the reference does not list");
                break;
        }

        log.Write(message.ToEntry(EventLevel.Informational, 7, "Drift"));
    }

    public void Ignored(ApiDescription api, string configurationKey, string? nearest)
    {
        if (!IsOn)
            return;
        var message = new LogMessage(api).Text("The configuration key '").Value(LogNames.ConfigurationKey, configurationKey)
            .Text("' is ignored: it is not an option");
        if (nearest is not null)
            message.Text("; did you mean '").Value(LogNames.Nearest, nearest).Text("'?");
        log.Write(message.ToEntry(EventLevel.Warning, 8, "ConfigurationKeyIgnored"));
    }
}
