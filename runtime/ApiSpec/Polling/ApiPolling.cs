using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>Waits for something at a server by asking again and again.</summary>
public static class ApiPolling
{
    // The maximum time of a timer.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue - 1);

    /// <summary>Asks until a response is the one that is waited for. The first question is asked at once.</summary>
    /// <param name="get">Calls the operation, such as <c>token => client.Tasks.GetAsync(2026, token)</c>. An exception of it ends the waiting.</param>
    /// <param name="isDone">Whether a response is the one that is waited for.</param>
    /// <param name="options">How to wait; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The response that was waited for.</returns>
    /// <typeparam name="T">The type of the results.</typeparam>
    /// <exception cref="ArgumentException">Interval or timeout cannot be used.</exception>
    /// <exception cref="ApiPollingTimeoutException">The timeout of the options has passed; a question under way was cancelled.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<T> UntilAsync<T>(
        Func<CancellationToken, Task<T>> get,
        Func<T, bool> isDone,
        ApiPollingOptions? options = null,
        CancellationToken cancellationToken = default)
        => UntilAsync(get, isDone, options, null, cancellationToken);

    /// <summary>Asks until a response is the one that is waited for. The first question is asked at once.</summary>
    /// <param name="get">Calls the operation, such as <c>token => client.Tasks.GetAsync(2026, token)</c>. An exception of it ends the waiting.</param>
    /// <param name="isDone">Whether a response is the one that is waited for.</param>
    /// <param name="options">How to wait; null: the defaults.</param>
    /// <param name="progress">Receives every result, including the last one. Null: no reports.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The response that was waited for.</returns>
    /// <typeparam name="T">The type of the results.</typeparam>
    /// <exception cref="ArgumentException">Interval or timeout cannot be used.</exception>
    /// <exception cref="ApiPollingTimeoutException">The timeout of the options has passed; a question under way was cancelled.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<T> UntilAsync<T>(
        Func<CancellationToken, Task<T>> get,
        Func<T, bool> isDone,
        ApiPollingOptions? options,
        IProgress<T>? progress,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(get);
        ArgumentNullException.ThrowIfNull(isDone);
        options ??= new ApiPollingOptions();
        if (options.Interval < TimeSpan.Zero || options.Interval > Longest)
            throw new ArgumentException("The interval cannot be negative, nor 25 days or longer.", nameof(options));
        if (options.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > Longest))
            throw new ArgumentException("The timeout must be positive and less than 25 days.", nameof(options));
        if (options.TimeProvider is null)
            throw new ArgumentException("A time provider is required.", nameof(options));
        return AskAsync(get, isDone, options.Interval, options.Timeout ?? Timeout.InfiniteTimeSpan, options.TimeProvider, progress, cancellationToken);
    }

    private static async Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T>> get,
        Func<T, bool> isDone,
        TimeSpan interval,
        TimeSpan timeout,
        TimeProvider timeProvider,
        IProgress<T>? progress,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = CallDeadline.Start(timeout, timeProvider, cancellationToken);
        var answers = 0;
        object? last = null;
        try
        {
            while (true)
            {
                var asked = get(deadline.Token) ?? throw new InvalidOperationException("The call to repeat returned null instead of a task.");
                var answer = await asked.ConfigureAwait(false);
                answers++;
                last = answer;
                progress?.Report(answer);
                if (isDone(answer))
                    return answer;
                await DelayAsync(interval, timeProvider, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            throw new ApiPollingTimeoutException(timeout, answers, last, exception);
        }
    }

    private static Task DelayAsync(TimeSpan interval, TimeProvider timeProvider, CancellationToken cancellationToken)
#if NET8_0_OR_GREATER
        => Task.Delay(interval, timeProvider, cancellationToken);
#else
        => timeProvider.Delay(interval, cancellationToken);
#endif
}
