namespace ApiSpec.Transport;

/// <summary>Waits by a clock that a test can replace.</summary>
internal static class ClockDelay
{
    public static Task DelayAsync(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken)
#if NET8_0_OR_GREATER
        => Task.Delay(delay, timeProvider, cancellationToken);
#else
        => timeProvider.Delay(delay, cancellationToken);
#endif
}
