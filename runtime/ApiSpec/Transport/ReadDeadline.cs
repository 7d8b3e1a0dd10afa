namespace ApiSpec.Transport;

/// <summary>Ends the reading of a body if a single read waits too long, although the call has a longer timeout.</summary>
internal sealed class ReadDeadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly ITimer _timer;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _call;

    private ReadDeadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken call)
    {
        _timeout = timeout;
        _call = call;
        _source = CancellationTokenSource.CreateLinkedTokenSource(call);
        _timer = timeProvider.CreateTimer(static state => ((ReadDeadline)state!).Pass(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested && !_call.IsCancellationRequested;

    /// <summary>Null if reads can wait as long as the call, because the timeout of the call then ends them.</summary>
    public static ReadDeadline? Create(ConnectionSettings settings, CancellationToken call)
    {
        var timeout = settings.ReadTimeout;
        var isShorter = timeout != Timeout.InfiniteTimeSpan && (settings.Timeout == Timeout.InfiniteTimeSpan || timeout < settings.Timeout);
        return isShorter ? new ReadDeadline(timeout, settings.TimeProvider, call) : null;
    }

    /// <summary>Starts the timeout of a read.</summary>
    public void Begin() => _timer.Change(_timeout, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _timer.Dispose();
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
            // The body ended while the timer was already running out.
        }
    }
}
