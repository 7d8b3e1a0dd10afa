namespace ApiSpec.Transport;

/// <summary>Ends a call when its timeout has passed or the user cancels, and tells which of the two it was.</summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly ITimer? _timer;
    private readonly CancellationToken _user;

    public CallDeadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken user)
    {
        _user = user;
        _source = user.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(user) : new CancellationTokenSource();
        if (timeout == Timeout.InfiniteTimeSpan)
            return;
        if (timeProvider == TimeProvider.System)
            _source.CancelAfter(timeout);
        else
            _timer = timeProvider.CreateTimer(static state => ((CallDeadline)state!).Pass(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested && !_user.IsCancellationRequested;

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }

    private void Pass()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The call ended while the timer was already on its way.
        }
    }
}
