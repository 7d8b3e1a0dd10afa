using System.Diagnostics;
using ApiSpec.Transport;

namespace ApiSpec.Observability;

/// <summary>The activity and the measurement of one observed call.</summary>
internal sealed class ObservedCall
{
    private readonly ApiOperation _operation;
    private readonly ServerEndpoint _server;
    private readonly TimeProvider _timeProvider;
    private readonly long _start;
    private readonly Activity? _activity;
    private readonly CallLog? _log;

    public ObservedCall(ApiOperation operation, ServerEndpoint server, TimeProvider timeProvider, CallLog? log)
    {
        _operation = operation;
        _server = server;
        _timeProvider = timeProvider;
        _log = log;
        _activity = Begin(operation, server);
        Progress = new CallProgress(operation, _activity, log);
        _start = timeProvider.GetTimestamp();
    }

    /// <summary>The counter that the request of the call has.</summary>
    public CallProgress Progress { get; }

    /// <summary>Ends with a response, whatever its status.</summary>
    public void End(ApiResponse response)
    {
        if (!response.IsSuccess)
            NoteError(response);
        var elapsed = End(response.StatusCode, response.IsSuccess ? null : response.Meaning?.ErrorCode ?? ApiStatus.TextOf(response.StatusCode));
        _log?.Ended(response, elapsed, Progress.Attempt);
    }

    /// <summary>Ends without a result.</summary>
    public void End(Exception exception, CancellationToken cancellationToken)
    {
        var response = (exception as ApiException)?.Response;
        if (response is not null)
            NoteError(response);
        var statusCode = exception switch
        {
            ApiException failure => failure.StatusCode,
            ApiContractException failure => failure.StatusCode,
            ApiResponseTooLargeException failure => failure.StatusCode,
            _ => (int?)null,
        };
        var elapsed = End(statusCode, TypeName.Of(exception));
        if (_log is null)
            return;
        if (response is not null)
            _log.Ended(response, elapsed, Progress.Attempt);
        else if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            _log.Canceled(_operation, elapsed, Progress.Attempt);
        else
            _log.EndedWithoutResult(_operation, exception, statusCode, elapsed, Progress.Attempt);
    }

    private static Activity? Begin(ApiOperation operation, ServerEndpoint server)
    {
        if (!FeatureSwitches.Telemetry || !TelemetrySource.Activities.HasListeners())
            return null;

        // Samplers decide by the tags that are known at the start.
        var tags = new List<KeyValuePair<string, object?>>();
        TagWriter.Put(tags, TelemetryNames.Method, operation.Method.Method);
        TagWriter.Put(tags, TelemetryNames.Template, operation.PathTemplate);
        TagWriter.Put(tags, TelemetryNames.Scheme, server.Scheme);
        TagWriter.Put(tags, TelemetryNames.ServerAddress, server.Address);
        TagWriter.Put(tags, TelemetryNames.ServerPort, server.Port);
        TagWriter.Put(tags, TelemetryNames.Api, operation.Api.Id);
        TagWriter.Put(tags, TelemetryNames.Operation, operation.Id);
        if (operation.Section is { } section)
            TagWriter.Put(tags, TelemetryNames.Section, section);
        return TelemetrySource.Activities.StartActivity(operation.ActivityName, ActivityKind.Client, default(ActivityContext), tags);
    }

    // Only for the activity: a metric with a tag for each string of a server would have no limit.
    private void NoteError(ApiResponse response)
    {
        if (_activity is not { IsAllDataRequested: true })
            return;
        if (response.ShownErrorCode is { } code)
            _activity.SetTag(TelemetryNames.ErrorCode, code);
        if (response.ShownErrorMessage is { } message)
            _activity.SetTag(TelemetryNames.ErrorMessage, message);
    }

    private TimeSpan End(int? statusCode, string? errorType)
    {
        var elapsed = _timeProvider.GetElapsedTime(_start);
        if (FeatureSwitches.Telemetry && TelemetrySource.Duration.Enabled)
            TelemetrySource.Duration.Record(elapsed.TotalSeconds, TagsOf(statusCode, errorType));
        if (_activity is null)
            return elapsed;

        if (_activity.IsAllDataRequested)
        {
            if (statusCode is { } code)
                _activity.SetTag(TelemetryNames.StatusCode, BoxedStatus.Of(code));
            if (errorType is not null)
                _activity.SetTag(TelemetryNames.ErrorType, errorType);
            if (Progress.Sends > 1)
                _activity.SetTag(TelemetryNames.ResendCount, Progress.Sends - 1);
        }

        // Without a description, because only the status code and the type are certain not to contain a secret.
        if (errorType is not null)
            _activity.SetStatus(ActivityStatusCode.Error);
        _activity.Dispose();
        return elapsed;
    }

    private TagList TagsOf(int? statusCode, string? errorType)
    {
        var operation = _operation;
        var tags = new TagList();
        TagWriter.Put(ref tags, TelemetryNames.Method, operation.Method.Method);
        TagWriter.Put(ref tags, TelemetryNames.Template, operation.PathTemplate);
        TagWriter.Put(ref tags, TelemetryNames.ServerAddress, _server.Address);
        TagWriter.Put(ref tags, TelemetryNames.ServerPort, _server.Port);
        TagWriter.Put(ref tags, TelemetryNames.Api, operation.Api.Id);
        TagWriter.Put(ref tags, TelemetryNames.Operation, operation.Id);
        if (operation.Section is { } section)
            TagWriter.Put(ref tags, TelemetryNames.Section, section);
        if (statusCode is { } code)
            TagWriter.Put(ref tags, TelemetryNames.StatusCode, BoxedStatus.Of(code));
        if (errorType is not null)
            TagWriter.Put(ref tags, TelemetryNames.ErrorType, errorType);
        return tags;
    }
}
