using ApiSpec.Transport;

namespace ApiSpec.Credentials;

/// <summary>
/// A login that is under way, which the requests that need it wait for, each no longer than its own call. It ends by itself when its time has passed.
/// </summary>
/// <remarks>No request can cancel it for the others: only a reset of the credential, or its time, ends it early.</remarks>
#pragma warning disable CA1001 // Code that logs in may look at the token long after the login was given up; there is nothing to release without a timer.
internal sealed class PendingLogin
#pragma warning restore CA1001
{
    /// <summary>As long as a call can take that says nothing else.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private readonly TaskCompletionSource<SessionToken?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Action<PendingLogin> _timedOut;
    private readonly ITimer? _timer;

    /// <summary>Starts to count.</summary>
    /// <param name="timeout">How long the login can take; infinite: as long as it likes.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="timedOut">Called when the time has passed before the login has ended: the credential has others log in.</param>
    public PendingLogin(TimeSpan timeout, TimeProvider timeProvider, Action<PendingLogin> timedOut)
    {
        Timeout = timeout;
        Stopped = _stop.Token;
        _timedOut = timedOut;
        if (timeout != System.Threading.Timeout.InfiniteTimeSpan)
            _timer = timeProvider.CreateTimer(static state => ((PendingLogin)state!).Pass(), this, timeout, System.Threading.Timeout.InfiniteTimeSpan);

        // When the login fails, there may be no waiting requests any more.
        AbandonedTask.Observe(_end.Task);
    }

    public TimeSpan Timeout { get; }

    /// <summary>Cancelled when the result of the login is not wanted any more.</summary>
    public CancellationToken Stopped { get; }

    /// <summary>Whether the login has ended because its time had passed.</summary>
    public bool HasTimedOut { get; private set; }

    /// <summary>Reads the option of a credential.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is not positive.</exception>
    public static TimeSpan CheckTimeout(TimeSpan? timeout, string parameterName)
        => timeout is not { } value ? DefaultTimeout
            : value == System.Threading.Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds < int.MaxValue) ? value
            : throw new ArgumentOutOfRangeException(parameterName, value, "The timeout of a login must be positive and less than 25 days, or infinite.");

    /// <summary>Waits for the end of the login. The result is its token, or null if it failed or was dropped.</summary>
    public Task<SessionToken?> WaitAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);

    /// <summary>Ends the login with its token, or with none.</summary>
    public void End(SessionToken? token)
    {
        if (_end.TrySetResult(token))
            _timer?.Dispose();
    }

    /// <summary>Ends the login with what requests that wait for it throw.</summary>
    public void Fail(Exception exception)
    {
        if (_end.TrySetException(exception))
            _timer?.Dispose();
    }

    /// <summary>Takes the login out of its credential, unless another one is there already.</summary>
    /// <param name="gate">The lock of the credential.</param>
    /// <param name="current">The login that the credential waits for.</param>
    public void Leave(object gate, ref PendingLogin? current)
    {
        lock (gate)
        {
            if (ReferenceEquals(current, this))
                current = null;
        }
    }

    /// <summary>Ends the login for the reset of its credential.</summary>
    public void Drop() => Stop();

    private void Pass()
    {
        HasTimedOut = true;
        _timedOut(this);
        Stop();
    }

    private void Stop()
    {
        End(null);

        // User code that runs on cancellation must not delay a reset or the clock.
        AbandonedTask.Observe(Task.Run(_stop.Cancel));
    }
}
