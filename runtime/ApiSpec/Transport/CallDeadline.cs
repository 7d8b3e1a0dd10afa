namespace ApiSpec.Transport;

/// <summary>Ends a call after its timeout, or if the user cancels or the client is disposed. Reports the reason.</summary>
/// <remarks>
/// A timer costs as much as the rest of a small call. After a call, the timer and its cancellation source are kept for the next call of the thread.
/// </remarks>
internal sealed class CallDeadline : IDisposable
{
#if NET8_0_OR_GREATER
    [ThreadStatic]
    private static CallDeadline? _idle;
#endif

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _registration;
    private CancellationTokenRegistration _ownerRegistration;
    private CancellationToken _user;
    private CancellationToken _owner;
    private ITimer? _timer;
    private CallAlarm? _alarm;

    private CallDeadline()
    {
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested && !_user.IsCancellationRequested && !_owner.IsCancellationRequested;

    /// <summary>Whether the client of the call has been disposed.</summary>
    public bool IsOrphaned => _owner.IsCancellationRequested;

    /// <summary>Starts the timeout.</summary>
    /// <param name="timeout">When the call ends; infinite: only when the user cancels.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="user">The token of the user.</param>
    /// <param name="owner">Cancelled when the client is disposed.</param>
    public static CallDeadline Start(TimeSpan timeout, TimeProvider timeProvider, CancellationToken user, CancellationToken owner = default)
    {
        var deadline = Take();
        deadline._user = user;
        deadline._owner = owner;
#if NET8_0_OR_GREATER
        deadline._ownerRegistration = owner.UnsafeRegister(static state => ((CallDeadline)state!).Cancel(), deadline);
#else
        deadline._ownerRegistration = owner.Register(static state => ((CallDeadline)state!).Cancel(), deadline, useSynchronizationContext: false);
#endif
        if (user.CanBeCanceled)
            deadline._registration = user.Register(static state => ((CallDeadline)state!).Cancel(), deadline, useSynchronizationContext: false);
        if (timeout == Timeout.InfiniteTimeSpan)
            return deadline;
        if (timeProvider == TimeProvider.System)
            (deadline._alarm ??= new CallAlarm(deadline.Cancel)).Set(timeout);
        else
            deadline._timer = timeProvider.CreateTimer(static state => ((CallDeadline)state!).Cancel(), deadline, timeout, Timeout.InfiniteTimeSpan);
        return deadline;
    }

    /// <summary>Ends the timeout. The token must not be used afterwards.</summary>
    public void Dispose()
    {
        // Waits for a running cancellation on another thread, so that it cannot affect the next call.
        _registration.Dispose();
        _registration = default;
        _ownerRegistration.Dispose();
        _ownerRegistration = default;
        _user = default;
        _owner = default;
        var isIntact = _alarm?.TryClear() ?? true;
#if NET8_0_OR_GREATER
        // A timer of the user's clock can still run out.
        if (isIntact && _timer is null && _idle is null && _source.TryReset())
        {
            _idle = this;
            return;
        }
#endif
        _alarm?.Dispose();
        _timer?.Dispose();
        _source.Dispose();
    }

    private static CallDeadline Take()
    {
#if NET8_0_OR_GREATER
        if (_idle is { } idle)
        {
            _idle = null;
            return idle;
        }
#endif
        return new CallDeadline();
    }

    private void Cancel()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The call ended while the timer was already running out.
        }
    }
}
