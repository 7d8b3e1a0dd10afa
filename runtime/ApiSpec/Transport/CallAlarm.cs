namespace ApiSpec.Transport;

/// <summary>
/// A timer for one call after another, which seldom runs out. If a call ends in time, the timer is not stopped, but only marked. When it runs out, it checks
/// whether a
/// call still waits, and until when.
/// </summary>
/// <remarks>
/// Changing a timer takes a lock that threads share, twice for each call. Here one thread sets and clears, and the thread of the timer rings; each writes its
/// own word before it reads the other's, so that one of the two always sees that the timer has to be set.
/// </remarks>
internal sealed class CallAlarm : IDisposable
{
    private const long Nobody = 0;
    private const long Passed = -1;
    private const long Never = long.MaxValue;

    private readonly Action _ring;
    private readonly Timer _timer;

    // The end of the call in milliseconds of the system clock, or a mark: not needed any more, or timed out.
    private long _due = Nobody;

    // When the timer rings next.
    private long _ringsAt = Never;

    public CallAlarm(Action ring)
    {
        _ring = ring;

        // What flows with the first call has nothing to do with those after it.
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

    /// <summary>Has the call ended when the time has passed.</summary>
    /// <param name="timeout">The time: finite, and less than a timer can count.</param>
    public void Set(TimeSpan timeout)
    {
        // A part of a millisecond is rounded up, because 0 would mean no timeout.
        var due = Now + Math.Max(1, (long)Math.Ceiling(timeout.TotalMilliseconds));
        Interlocked.Exchange(ref _due, due);
        if (Volatile.Read(ref _ringsAt) > due)
            RingAt(due);
    }

    /// <summary>Marks the alarm as no longer needed. Returns false if the time has passed, so that the call has ended or will end.</summary>
    public bool TryClear() => Interlocked.Exchange(ref _due, Nobody) != Passed;

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
                // Unless the call has ended meanwhile, and perhaps another has begun.
                if (Interlocked.CompareExchange(ref _due, Passed, due) != due)
                    continue;
                _ring();
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
            // The call ended while the timer was already on its way.
        }
    }
}
