namespace ApiSpec.Transport;

/// <summary>
/// A timer for many calls in succession, which seldom runs out. If a call ends before its timeout, the timer is not stopped, but only marked. When the timer
/// runs out, it checks whether a call still waits, and for how long.
/// </summary>
/// <remarks>
/// Changing a timer needs a lock that threads share, twice for each call. Instead, one thread sets and clears a field, and the timer thread checks it. Each
/// thread writes its own field before it reads the other one, so at least one of them sees that the timer has to be set.
/// </remarks>
internal sealed class CallAlarm : IDisposable
{
    private const long Nobody = 0;
    private const long Passed = -1;
    private const long Never = long.MaxValue;

    private readonly Timer _timer;

    // Only while a call waits, because the timer keeps this object alive until it rings, and must not do the same for the client of a call that has ended.
    private Action? _ring;

    // The end of the call in milliseconds of the system clock, or a mark: not needed any more, or timed out.
    private long _due = Nobody;

    // When the timer rings next.
    private long _ringsAt = Never;

    public CallAlarm()
    {
        // The context of the first call must not flow to later calls.
        var restoresFlow = !ExecutionContext.IsFlowSuppressed();
        var flow = restoresFlow ? ExecutionContext.SuppressFlow() : default;
        try
        {
            _timer = new Timer(static state => ((CallAlarm)state!).Ring(), this, Timeout.Infinite, Timeout.Infinite);
        }
        finally
        {
            if (restoresFlow)
                flow.Undo();
        }
    }

    /// <summary>Ends the call after the time has passed.</summary>
    /// <param name="timeout">The time: finite, and less than a timer can count.</param>
    /// <param name="ring">Ends the call.</param>
    public void Set(TimeSpan timeout, Action ring)
    {
        _ring = ring;

        // A part of a millisecond is rounded up, because 0 would mean no timeout.
        var due = Now + ((timeout.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);
        Interlocked.Exchange(ref _due, due);
        if (Volatile.Read(ref _ringsAt) > due)
            RingAt(due);
    }

    /// <summary>Marks the alarm as no longer needed. Returns false if the time has passed, so that the call has ended or will end.</summary>
    public bool TryClear()
    {
        var isIntact = Interlocked.Exchange(ref _due, Nobody) != Passed;
        _ring = null;
        return isIntact;
    }

    public void Dispose() => _timer.Dispose();

#if NET8_0_OR_GREATER
    private static long Now => Environment.TickCount64;
#else
    private static long Now => System.Diagnostics.Stopwatch.GetTimestamp() / (System.Diagnostics.Stopwatch.Frequency / 1000);
#endif

    private void Ring()
    {
        Interlocked.Exchange(ref _ringsAt, Never);
        long due;
        while ((due = Volatile.Read(ref _due)) > Nobody)
        {
            if (due <= Now)
            {
                // The call can have ended meanwhile, and another one can have started.
                if (Interlocked.CompareExchange(ref _due, Passed, due) != due)
                    continue;
                // Null if the call has just ended.
                _ring?.Invoke();
                return;
            }

            RingAt(due);
            if (Volatile.Read(ref _due) == due)
                return;
        }
    }

    private void RingAt(long due)
    {
        Interlocked.Exchange(ref _ringsAt, due);
        try
        {
            _timer.Change(Math.Max(1, due - Now), Timeout.Infinite);
        }
        catch (ObjectDisposedException)
        {
            // The call ended while the timer was already running out.
        }
    }
}
