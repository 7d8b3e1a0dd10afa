using System.Runtime.ExceptionServices;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    /// <summary>Sends a request as often as the options allow it, and returns the last response.</summary>
    /// <remarks>
    /// This runs between the credential and the transport, where the handlers of a host run. All attempts use the same token; the caller renews an expired
    /// session.
    /// </remarks>
    private async Task<HttpResponseMessage> SendAttemptsAsync(RetrySettings retry, ApiRequest request, CancellationToken cancellationToken)
    {
        var clock = _settings.TimeProvider;
        var start = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            HttpResponseMessage? response = null;
            Exception? failure = null;
            try
            {
                response = await _transport.SendAsync(attempt == 1 ? request : request.CopyAsSent(), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !_transport.IsDisposed
                && FindDelay(retry, request, attempt, null, exception, start) is not null)
            {
                failure = exception;
            }

            // Time has passed since the filter decided, so an exception can be past its last retry now.
            if (FindDelay(retry, request, attempt, response, failure, start) is not { } delay)
            {
                // Keeps the stack of the failed call.
                if (failure is not null)
                    ExceptionDispatchInfo.Capture(failure).Throw();
                return response!;
            }

            request.Progress?.IsRepeated(response, failure, delay);
            response?.Dispose();
            await clock.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the delay before the request is repeated, or null if it is not repeated.</summary>
    private TimeSpan? FindDelay(RetrySettings retry, ApiRequest request, int attempt, HttpResponseMessage? response, Exception? failure, long start)
    {
        if (!request.CanCopyAsSent || !request.ShouldRetry(response, failure))
            return null;
        var clock = _settings.TimeProvider;
        var asked = response is null ? null
            : RetryRule.ReadRetryAfter(ValueOf(response, "Retry-After"), ValueOf(response, "Date"), clock.GetUtcNow());
        var left = _settings.Timeout == Timeout.InfiniteTimeSpan ? _settings.Timeout : _settings.Timeout - clock.GetElapsedTime(start);
        return retry.FindDelay(attempt, asked, left, clock.GetTimestamp());
    }

    private static string? ValueOf(HttpResponseMessage response, string header) => ApiResponseHeaders.ValueOf(response.Headers, header);
}
