using ApiSpec.Transport;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    /// <summary>Returns the exception that replaces the one that ended a call, or null if the call throws it unchanged.</summary>
    private Exception? Translate(
        Exception exception, ApiOperation operation, CallDeadline? deadline, bool inTransport, bool hasResponse, CancellationToken cancellationToken)
    {
        if (exception is not OperationCanceledException && !(inTransport && TransportFailure.Is(exception)))
            return null;

        var cause = SecretText.IsIn(exception) ? null : exception;
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(SecretText.Mask(exception.Message), cause, cancellationToken);

        // A transport that is disposed while it sends can throw before its calls are cancelled.
        if (deadline is not null && (inTransport ? _transport.IsDisposed : deadline.IsOrphaned))
            return ApiConnectionException.OfDisposedClient(operation, cause);
        if (deadline is { HasPassed: true })
            return new ApiTimeoutException(operation, _settings.Timeout, cause);
        if (!inTransport)
            return null;
        if (_transport.FindPassedTimeout(exception) is { } timeout)
            return ApiTimeoutException.OfHttpClient(operation, timeout, cause);
        return !hasResponse && TransportFailure.IsOfHeaderLimit(exception)
            ? new ApiResponseHeadersTooLargeException(operation, _settings.MaxResponseHeaderBytes, exception)
            : new ApiConnectionException(operation, SecretText.Mask(TextOf(exception)), cause);
    }

    // If a handler times out while it connects, the inner exception says so.
    private static string TextOf(Exception exception)
        => exception is OperationCanceledException { InnerException: TimeoutException timeout } ? timeout.Message : exception.Message;
}
