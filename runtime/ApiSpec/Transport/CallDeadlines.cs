namespace ApiSpec.Transport;

/// <summary>Starts the deadlines of the calls of a client, and keeps some of them for later calls.</summary>
/// <param name="owner">Cancelled when the client is disposed, which ends its calls.</param>
internal sealed class CallDeadlines(CancellationToken owner)
{
#if NET8_0_OR_GREATER
    // One place for each processor, and no two in the same cache line, so that calls on several threads do not wait for each other.
    private const int Stride = 8;
    private static readonly int s_lastPlace = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount) - 1;

    private readonly CallDeadline?[] _idle = new CallDeadline?[(s_lastPlace + 2) * Stride];
#endif

    /// <summary>Starts the timeout of a call, or of a read.</summary>
    /// <param name="timeout">When the call ends; infinite: only when the user cancels, or the client is disposed.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="user">The token of the user.</param>
    public CallDeadline Start(TimeSpan timeout, TimeProvider timeProvider, CancellationToken user)
#if NET8_0_OR_GREATER
        => (Interlocked.Exchange(ref Place, null) ?? new CallDeadline(this, owner)).Start(timeout, timeProvider, user);

    /// <summary>Keeps a deadline whose call has ended. Returns false if there is no place.</summary>
    public bool TryKeep(CallDeadline deadline) => Interlocked.CompareExchange(ref Place, deadline, null) is null;

    // The first and the last places are unused, because other objects can share their cache lines.
    private ref CallDeadline? Place => ref _idle[((Environment.CurrentManagedThreadId & s_lastPlace) + 1) * Stride];
#else
        => new CallDeadline(this, owner).Start(timeout, timeProvider, user);
#endif
}
