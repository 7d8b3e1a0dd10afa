namespace ApiSpec.Transport;

/// <summary>Starts the deadlines of the calls of a client, and keeps some of them for later calls.</summary>
/// <param name="owner">Cancelled when the client is disposed, which ends its calls.</param>
internal sealed class CallDeadlines(CancellationToken owner)
{
#if NET8_0_OR_GREATER
    // One place for each processor. No two are in the same cache line, so that calls on several threads do not wait for each other, and none is at an end
    // of the array, where other objects can share the line.
    private const int Stride = 8;
    private const int MostPlaces = 16;
    private static readonly int s_places = Math.Min((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount), MostPlaces);

    private readonly CallDeadline?[] _idle = new CallDeadline?[(s_places + 1) * Stride];
    private bool _isClosed;
#endif

    /// <summary>Starts the timeout of a call, or of a read.</summary>
    /// <param name="timeout">When the call ends; infinite: only when the user cancels, or the client is disposed.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="user">The token of the user.</param>
    public CallDeadline Start(TimeSpan timeout, TimeProvider timeProvider, CancellationToken user)
#if NET8_0_OR_GREATER
    {
        var place = ((Environment.CurrentManagedThreadId & (s_places - 1)) + 1) * Stride;
        return (Interlocked.Exchange(ref _idle[place], null) ?? new CallDeadline(this, place, owner)).Start(timeout, timeProvider, user);
    }

    /// <summary>Keeps a deadline whose call has ended. Returns false if its place is taken, or the client is disposed.</summary>
    public bool TryKeep(CallDeadline deadline, int place)
    {
        if (Interlocked.CompareExchange(ref _idle[place], deadline, null) is not null)
            return false;

        // Either this thread or the one that disposes the client sees the other's change.
        return !Volatile.Read(ref _isClosed) || Interlocked.CompareExchange(ref _idle[place], null, deadline) != deadline;
    }

    /// <summary>Releases the kept deadlines, and keeps no more.</summary>
    public void Close()
    {
        Volatile.Write(ref _isClosed, true);
        for (var place = 0; place < _idle.Length; place += Stride)
            Interlocked.Exchange(ref _idle[place], null)?.Release();
    }
#else
        => new CallDeadline(this, 0, owner).Start(timeout, timeProvider, user);
#endif
}
