namespace ApiSpec;

/// <summary>How <see cref="ApiPolling"/> waits.</summary>
public sealed class ApiPollingOptions
{
    /// <summary>How long to wait between a response and the next question. 5 s by default.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to go on altogether; null: until it is done or cancelled.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The clock that interval and timeout go by; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
