namespace ApiSpec.Transport;

/// <summary>Ends a call after its timeout, or if the user cancels or the client is disposed. Reports the reason.</summary>
/// <remarks>
/// A timer costs as much as the rest of a small call. After a call, the timer and its cancellation source are kept for the next call of the client, and so is
/// the object for the body of the response.
/// </remarks>
internal sealed class CallDeadline : IDisposable
{
    private readonly CancellationTokenSource _source = new();
#if NET8_0_OR_GREATER
    private readonly CallDeadlines? _client;
    private readonly int _place;
#endif
    private readonly CancellationToken _owner;
    private readonly CancellationTokenRegistration _ownerRegistration;
    private CancellationTokenRegistration _registration;
    private CancellationToken _user;
    private ITimer? _timer;
    private CallAlarm? _alarm;
    private Action? _ring;
    private ReceivedBody? _body;

    /// <param name="client">Keeps the deadline after the call; null: it is used once.</param>
    /// <param name="place">The place of the client that it is kept in.</param>
    /// <param name="owner">Cancelled when the client is disposed.</param>
    public CallDeadline(CallDeadlines? client = null, int place = 0, CancellationToken owner = default)
    {
        _owner = owner;
#if NET8_0_OR_GREATER
        _client = client;
        _place = place;

        // Once for all calls, because registering takes a lock that the calls of a client share.
        _ownerRegistration = owner.UnsafeRegister(static state => ((CallDeadline)state!).Cancel(), this);
#else
        _ownerRegistration = owner.Register(static state => ((CallDeadline)state!).Cancel(), this, useSynchronizationContext: false);
#endif
    }

#if NET8_0_OR_GREATER
    /// <summary>Stops the timer if the client was not disposed. The timer would stay until the timeout of the last call.</summary>
    ~CallDeadline() => _alarm?.Dispose();
#endif

    public CancellationToken Token => _source.Token;

    /// <summary>The object for the body of the response of the call.</summary>
    public ReceivedBody Body => _body ??= new ReceivedBody();

    public bool HasPassed => _source.IsCancellationRequested && !_user.IsCancellationRequested && !_owner.IsCancellationRequested;

    /// <summary>Whether the client of the call has been disposed.</summary>
    public bool IsOrphaned => _owner.IsCancellationRequested;

    /// <summary>Starts the timeout of a call.</summary>
    /// <param name="timeout">When the call ends; infinite: only when the user cancels, or the client is disposed.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="user">The token of the user.</param>
    public CallDeadline Start(TimeSpan timeout, TimeProvider timeProvider, CancellationToken user)
    {
        _user = user;
        if (user.CanBeCanceled)
            _registration = user.Register(static state => ((CallDeadline)state!).Cancel(), this, useSynchronizationContext: false);
        if (timeout == Timeout.InfiniteTimeSpan)
            return this;
        if (timeProvider == TimeProvider.System)
            (_alarm ??= new CallAlarm()).Set(timeout, _ring ??= Cancel);
        else
            _timer = timeProvider.CreateTimer(static state => ((CallDeadline)state!).Cancel(), this, timeout, Timeout.InfiniteTimeSpan);
        return this;
    }

    /// <summary>Ends the timeout. The token must not be used afterwards.</summary>
    public void Dispose()
    {
        // Waits for a running cancellation on another thread, so that it cannot affect the next call.
        _registration.Dispose();
        _registration = default;
        _user = default;
        var isIntact = _alarm?.TryClear() ?? true;
#if NET8_0_OR_GREATER
        // A timer of the user's clock can still run out.
        if (isIntact && _timer is null && _client is not null && _source.TryReset() && _client.TryKeep(this, _place))
            return;
#endif
        Release();
#if NET8_0_OR_GREATER
        GC.SuppressFinalize(this);
#endif
    }

    /// <summary>Ends a deadline for good.</summary>
    public void Release()
    {
        _ownerRegistration.Dispose();
        _alarm?.Dispose();
        _timer?.Dispose();
        _source.Dispose();
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
