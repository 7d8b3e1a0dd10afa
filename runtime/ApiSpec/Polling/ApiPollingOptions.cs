namespace ApiSpec;

/// <summary>How to repeat a call until its result meets a condition.</summary>
public sealed class ApiPollingOptions
{
    /// <summary>The time between a result and the next call, unless the server asks for a longer one (<c>Retry-After</c>). 5 s by default.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The longest time that a <c>Retry-After</c> header can ask for. 1 hour by default. If the server asks for more, the next call is made after this time. It
    /// does not limit <see cref="Interval"/>.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The limit of the whole wait, including times that the server asks for. Null (default): no limit.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How many tolerated failures can occur in a row before the next one ends the wait. 10 by default; 0: the first failure ends the wait.</summary>
    public int MaxConsecutiveFailures { get; set; } = 10;

    /// <summary>The clock for interval and timeout; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
