using ApiSpec.Transport;

namespace ApiSpec.Credentials;

/// <summary>
/// A login in progress. Requests that need it wait for it, each no longer than the timeout of its call. The login also has a timeout.
/// </summary>
/// <remarks>A request cannot cancel the login for other requests. Only a reset of the credential, or the timeout of the login, ends it early.</remarks>
#pragma warning disable CA1001 // Code that logs in may look at the token long after the login was given up; there is nothing to release without a timer.
internal sealed class PendingLogin
#pragma warning restore CA1001
{
    /// <summary>The default timeout of a call.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private readonly TaskCompletionSource<SessionToken?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Action<PendingLogin> _timedOut;
    private readonly ITimer? _timer;

    /// <summary>Starts the timeout.</summary>
    /// <param name="timeout">How long the login can take; infinite for no limit.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="timedOut">Called if the login does not end in time. The credential then starts another login.</param>
    public PendingLogin(TimeSpan timeout, TimeProvider timeProvider, Action<PendingLogin> timedOut)
    {
        Timeout = timeout;
        Stopped = _stop.Token;
        _timedOut = timedOut;
        if (timeout != System.Threading.Timeout.InfiniteTimeSpan)
            _timer = timeProvider.CreateTimer(static state => ((PendingLogin)state!).Pass(), this, timeout, System.Threading.Timeout.InfiniteTimeSpan);

        // If the login fails, it is possible that no request waits for it any more.
        AbandonedTask.Observe(_end.Task);
    }

    public TimeSpan Timeout { get; }

    /// <summary>Cancelled if the result of the login is no longer needed.</summary>
    public CancellationToken Stopped { get; }

    /// <summary>Whether the login has timed out.</summary>
    public bool HasTimedOut { get; private set; }

    /// <summary>Reads the option of a credential.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is not positive.</exception>
    public static TimeSpan CheckTimeout(TimeSpan? timeout, string parameterName)
        => timeout is not { } value ? DefaultTimeout
            : value == System.Threading.Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds < int.MaxValue) ? value
            : throw new ArgumentOutOfRangeException(parameterName, value, "The timeout of a login must be positive and less than 25 days, or infinite.");

    /// <summary>Waits for the end of the login. The result is the token, or null if the login failed or was dropped.</summary>
    public Task<SessionToken?> WaitAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);

    /// <summary>Ends the login with its token, or without one.</summary>
    public void End(SessionToken? token)
    {
        if (_end.TrySetResult(token))
            _timer?.Dispose();
    }

    /// <summary>Ends the login with an exception, which all waiting requests throw.</summary>
    public void Fail(Exception exception)
    {
        if (_end.TrySetException(exception))
            _timer?.Dispose();
    }

    /// <summary>Removes the login from its credential, unless the credential already has another one.</summary>
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

    /// <summary>Ends the login because its credential was reset.</summary>
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
