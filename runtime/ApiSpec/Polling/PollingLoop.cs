using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>Repeats a call until its result meets a condition, and survives failures that can pass.</summary>
internal static class PollingLoop
{
    // What a timer can wait for.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue - 1);

    /// <summary>Checks the options, and starts.</summary>
    /// <param name="get">Makes a call.</param>
    /// <param name="isDone">Whether a result meets the condition.</param>
    /// <param name="responseOf">The response that a result came in, whose headers say when to ask again; null: it is not known.</param>
    /// <param name="valueOf">What a timeout reports as the last response.</param>
    /// <param name="options">How to wait; null: the defaults.</param>
    /// <param name="progress">Receives every result; null: not reported.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public static Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> get,
        Func<T, bool> isDone,
        Func<T, ApiResponse?> responseOf,
        Func<T, object?> valueOf,
        ApiPollingOptions? options,
        Action<T>? progress,
        CancellationToken cancellationToken)
    {
        options ??= new ApiPollingOptions();
        if (options.Interval < TimeSpan.Zero || options.Interval > Longest)
            throw new ArgumentException("The interval cannot be negative, nor 25 days or longer.", nameof(options));
        if (options.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > Longest))
            throw new ArgumentException("The timeout must be positive and less than 25 days.", nameof(options));
        if (options.MaxConsecutiveFailures < 0)
            throw new ArgumentException("MaxConsecutiveFailures cannot be negative; use 0 to end the wait at the first failure.", nameof(options));
        if (options.TimeProvider is null)
            throw new ArgumentException("A time provider is required.", nameof(options));
        if (options.MaxRetryAfter < TimeSpan.Zero || options.MaxRetryAfter > Longest)
            throw new ArgumentException("MaxRetryAfter cannot be negative, nor 25 days or longer.", nameof(options));
        return RepeatAsync(get, isDone, responseOf, valueOf, Settings.Of(options), progress, cancellationToken);
    }

    private static async Task<T> RepeatAsync<T>(
        Func<CancellationToken, Task<T>> get,
        Func<T, bool> isDone,
        Func<T, ApiResponse?> responseOf,
        Func<T, object?> valueOf,
        Settings settings,
        Action<T>? progress,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CallDeadline().Start(settings.Timeout, settings.TimeProvider, cancellationToken);
        var responses = 0;
        var failures = 0;
        object? last = null;
        ApiCallException? failure = null;
        try
        {
            while (true)
            {
                ApiResponse? response;
                T? result = default;
                try
                {
                    var asked = get(deadline.Token) ?? throw new InvalidOperationException("The call to repeat returned null instead of a task.");
                    result = await asked.ConfigureAwait(false);
                    failure = null;
                    response = responseOf(result);
                }
                catch (ApiCallException exception) when (failures < settings.MaxFailures && !deadline.Token.IsCancellationRequested
                    && RetryRule.Allows(exception.Operation, null, exception))
                {
                    failures++;
                    failure = exception;
                    response = (exception as ApiException)?.Response;
                }

                if (failure is null)
                {
                    failures = 0;
                    responses++;
                    last = valueOf(result!);
                    progress?.Invoke(result!);
                    if (isDone(result!))
                        return result!;
                }

                await settings.TimeProvider.DelayAsync(settings.DelayAfter(response), deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (ApiCallException exception) when (deadline.HasPassed && RetryRule.Allows(exception.Operation, null, exception))
        {
            throw new ApiPollingTimeoutException(settings.Timeout, responses, last, exception);
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            throw new ApiPollingTimeoutException(settings.Timeout, responses, last, failure ?? (Exception)exception);
        }
    }

    // A copy: options can change while the loop runs.
    private sealed class Settings(TimeSpan interval, TimeSpan maxRetryAfter, TimeSpan timeout, int maxFailures, TimeProvider timeProvider)
    {
        public TimeSpan Timeout { get; } = timeout;

        public int MaxFailures { get; } = maxFailures;

        public TimeProvider TimeProvider { get; } = timeProvider;

        public static Settings Of(ApiPollingOptions options)
            => new(
                options.Interval, options.MaxRetryAfter, options.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan, options.MaxConsecutiveFailures,
                options.TimeProvider);

        /// <summary>The interval, or longer if the server asks for it: a server cannot stop the wait by asking for weeks.</summary>
        public TimeSpan DelayAfter(ApiResponse? response)
        {
            var delay = response is null ? null : RetryRule.ReadRetryAfter(response.Headers["Retry-After"], response.Headers["Date"], TimeProvider.GetUtcNow());
            var asked = delay is { } time && time < maxRetryAfter ? time : delay is null ? interval : maxRetryAfter;
            return asked > interval ? asked : interval;
        }
    }
}
