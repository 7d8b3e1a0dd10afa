namespace ApiSpec.Transport;

/// <summary>A checked copy of <see cref="ApiRetryOptions"/>.</summary>
internal sealed class RetrySettings
{
    private const int MostRetries = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue - 1);

    private readonly int _maxRetries;
    private readonly TimeSpan _delay;
    private readonly TimeSpan _maxDelay;

    private RetrySettings(ApiRetryOptions options)
    {
        _maxRetries = options.MaxRetries;
        _delay = options.Delay;
        _maxDelay = options.MaxDelay;
    }

    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static RetrySettings? From(ApiRetryOptions? options, string parameterName)
    {
        if (options is null)
            return null;
        if (options.MaxRetries is < 1 or > MostRetries)
            throw new ArgumentException("Retry.MaxRetries must be between 1 and 100; without retries, leave Retry null.", parameterName);
        if (options.Delay < TimeSpan.Zero || options.Delay > options.MaxDelay)
            throw new ArgumentException("Retry.Delay must be between zero and Retry.MaxDelay.", parameterName);
        if (options.MaxDelay > Longest)
            throw new ArgumentException("Retry.MaxDelay must be less than 25 days.", parameterName);
        return new RetrySettings(options);
    }

    /// <summary>Returns the delay after an attempt, or null if it was the last one.</summary>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="asked">The delay that the server requests, or null.</param>
    /// <param name="left">The remaining time of the call; infinite for no limit.</param>
    /// <param name="timestamp">A time of the clock, whose last digits cannot be predicted.</param>
    public TimeSpan? FindDelay(int attempt, TimeSpan? asked, TimeSpan left, long timestamp)
    {
        if (attempt > _maxRetries)
            return null;
        if ((asked ?? Backoff(attempt, timestamp)) is var delay && (delay > _maxDelay || (left != Timeout.InfiniteTimeSpan && delay >= left)))
            return null;
        return delay;
    }

    private TimeSpan Backoff(int attempt, long timestamp)
    {
        var jitter = 0.75 + (0.5 * ((ulong)timestamp % 1000 / 1000.0));
        var ticks = _delay.Ticks * Math.Pow(2, attempt - 1) * jitter;
        return ticks >= _maxDelay.Ticks ? _maxDelay : TimeSpan.FromTicks((long)ticks);
    }
}
