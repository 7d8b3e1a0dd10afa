using System.Diagnostics;

namespace ApiSpec.Observability;

/// <summary>The activity and the measurement of one call that somebody wants to know about.</summary>
internal readonly struct ObservedCall
{
    private readonly ApiOperation _operation;
    private readonly ServerEndpoint _server;
    private readonly TimeProvider _timeProvider;
    private readonly long _start;
    private readonly Activity? _activity;

    public ObservedCall(ApiOperation operation, ServerEndpoint server, TimeProvider timeProvider)
    {
        _operation = operation;
        _server = server;
        _timeProvider = timeProvider;
        _activity = Begin(operation, server);
        _start = timeProvider.GetTimestamp();
    }

    /// <summary>Ends with a reply, whatever its status.</summary>
    public void End(ApiResponse response)
    {
        if (!response.IsSuccess)
            NoteError(response);
        End(response.StatusCode, response.IsSuccess ? null : response.Meaning?.ErrorCode ?? ApiStatus.TextOf(response.StatusCode));
    }

    /// <summary>Ends without a result.</summary>
    public void End(Exception exception)
    {
        if (exception is ApiException { Response: var response })
            NoteError(response);
        End(

        exception switch
        {
            ApiException failure => failure.StatusCode,
            ApiContractException failure => failure.StatusCode,
            ApiResponseTooLargeException failure => failure.StatusCode,
            _ => null,
        },
        NameOf(exception.GetType()));
    }

    /// <summary>Notes that the call which this code is part of sends its request once more. Asked of the activity, so that calls carry nothing for it.</summary>
    public static void IsSentAgain()
    {
        if (Activity.Current is { } activity && ReferenceEquals(activity.Source, TelemetrySource.Activities))
            activity.SetTag(TelemetryNames.ResendCount, 1);
    }

    private static Activity? Begin(ApiOperation operation, ServerEndpoint server)
    {
        if (!TelemetrySource.Activities.HasListeners())
            return null;

        // Samplers decide by what is known from the beginning.
        var tags = new ActivityTagsCollection
        {
            { TelemetryNames.Method, operation.Method.Method },
            { TelemetryNames.Template, operation.PathTemplate },
            { TelemetryNames.Scheme, server.Scheme },
            { TelemetryNames.ServerAddress, server.Address },
            { TelemetryNames.ServerPort, server.Port },
            { TelemetryNames.Api, operation.Api.Id },
            { TelemetryNames.Operation, operation.Id },
        };
        if (operation.Section is { } section)
            tags.Add(TelemetryNames.Section, section);
        return TelemetrySource.Activities.StartActivity(operation.ActivityName, ActivityKind.Client, default(ActivityContext), tags);
    }

    // Of the activity only: a measurement with a tag for each text of a server would never end.
    private void NoteError(ApiResponse response)
    {
        if (_activity is not { IsAllDataRequested: true })
            return;
        if (response.ShownErrorCode is { } code)
            _activity.SetTag(TelemetryNames.ErrorCode, code);
        if (response.ShownErrorMessage is { } message)
            _activity.SetTag(TelemetryNames.ErrorMessage, message);
    }

    private void End(int? statusCode, string? errorType)
    {
        if (TelemetrySource.Duration.Enabled)
            TelemetrySource.Duration.Record(_timeProvider.GetElapsedTime(_start).TotalSeconds, TagsOf(statusCode, errorType));
        if (_activity is null)
            return;

        if (_activity.IsAllDataRequested)
        {
            if (statusCode is { } code)
                _activity.SetTag(TelemetryNames.StatusCode, TelemetrySource.Box(code));
            if (errorType is not null)
                _activity.SetTag(TelemetryNames.ErrorType, errorType);
        }

        // Without a description: the status code or the type says all that is sure to hold no secret.
        if (errorType is not null)
            _activity.SetStatus(ActivityStatusCode.Error);
        _activity.Dispose();
    }

    private TagList TagsOf(int? statusCode, string? errorType)
    {
        var operation = _operation;
        var tags = new TagList
        {
            { TelemetryNames.Method, operation.Method.Method },
            { TelemetryNames.Template, operation.PathTemplate },
            { TelemetryNames.ServerAddress, _server.Address },
            { TelemetryNames.ServerPort, _server.Port },
            { TelemetryNames.Api, operation.Api.Id },
            { TelemetryNames.Operation, operation.Id },
        };
        if (operation.Section is { } section)
            tags.Add(TelemetryNames.Section, section);
        if (statusCode is { } code)
            tags.Add(TelemetryNames.StatusCode, TelemetrySource.Box(code));
        if (errorType is not null)
            tags.Add(TelemetryNames.ErrorType, errorType);
        return tags;
    }

    // Without type arguments: the operation tells them already.
    private static string NameOf(Type type)
    {
        var name = type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!;
        var end = name.IndexOf('`');
        return end < 0 ? name : name.Substring(0, end);
    }
}
