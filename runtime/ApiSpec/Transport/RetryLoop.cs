using System.Runtime.ExceptionServices;

namespace ApiSpec.Transport;

/// <summary>Sends requests as often as <see cref="ApiRetryOptions"/> allow it.</summary>
/// <remarks>Only the options create it, so a program that is trimmed and sets none does not contain its code.</remarks>
internal sealed class RetryLoop
{
    private const int MostRetries = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue - 1);

    private readonly int _maxRetries;
    private readonly TimeSpan _delay;
    private readonly TimeSpan _maxDelay;

    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public RetryLoop(ApiRetryOptions options, string parameterName)
    {
        if (options.MaxRetries is < 1 or > MostRetries)
            throw new ArgumentException("Retry.MaxRetries must be between 1 and 100; without retries, leave Retry null.", parameterName);
        if (options.Delay < TimeSpan.Zero || options.Delay > options.MaxDelay)
            throw new ArgumentException("Retry.Delay must be between zero and Retry.MaxDelay.", parameterName);
        if (options.MaxDelay > Longest)
            throw new ArgumentException("Retry.MaxDelay must be less than 25 days.", parameterName);
        _maxRetries = options.MaxRetries;
        _delay = options.Delay;
        _maxDelay = options.MaxDelay;
    }

    /// <summary>Sends a request, repeats it as the options allow it, and returns the last response.</summary>
    /// <remarks>
    /// This runs between the credential and the transport, where the handlers of a host run. All attempts use the same token; the caller renews an expired
    /// session.
    /// </remarks>
    public async Task<HttpResponseMessage> SendAsync(
        ApiTransport transport, ConnectionSettings settings, ApiRequest request, CancellationToken cancellationToken)
    {
        var clock = settings.TimeProvider;
        var start = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            HttpResponseMessage? response = null;
            Exception? failure = null;
            try
            {
                response = await transport.SendAsync(attempt == 1 ? request : request.CopyAsSent(), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !transport.IsDisposed
                && FindDelay(settings, request, attempt, null, exception, start) is not null)
            {
                failure = exception;
            }

            // Time has passed since the filter decided, so an exception can be past its last retry now.
            if (FindDelay(settings, request, attempt, response, failure, start) is not { } delay)
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
    private TimeSpan? FindDelay(ConnectionSettings settings, ApiRequest request, int attempt, HttpResponseMessage? response, Exception? failure, long start)
    {
        if (attempt > _maxRetries || !request.CanCopyAsSent || !request.ShouldRetry(response, failure))
            return null;
        var clock = settings.TimeProvider;
        var asked = response is null ? null
            : RetryRule.ReadRetryAfter(ValueOf(response, "Retry-After"), ValueOf(response, "Date"), clock.GetUtcNow());
        var delay = asked ?? Backoff(attempt, clock.GetTimestamp());
        var isTooLate = settings.Timeout != Timeout.InfiniteTimeSpan && delay >= settings.Timeout - clock.GetElapsedTime(start);
        return delay > _maxDelay || isTooLate ? null : delay;
    }

    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="timestamp">A time of the clock, whose last digits cannot be predicted.</param>
    private TimeSpan Backoff(int attempt, long timestamp)
    {
        var jitter = 0.75 + (0.5 * ((ulong)timestamp % 1000 / 1000.0));
        var ticks = _delay.Ticks * Math.Pow(2, attempt - 1) * jitter;
        return ticks >= _maxDelay.Ticks ? _maxDelay : TimeSpan.FromTicks((long)ticks);
    }

    private static string? ValueOf(HttpResponseMessage response, string header) => ApiResponseHeaders.ValueOf(response.Headers, header);
}
