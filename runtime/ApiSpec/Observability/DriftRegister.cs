using System.Collections.Concurrent;

namespace ApiSpec.Observability;

/// <summary>Remembers a limited number of positions, so that invented names of a server do not fill the memory or the backend of the metrics.</summary>
internal sealed class DriftRegister(int capacity)
{
    private readonly ConcurrentDictionary<ApiDrift, bool> _known = new();
    private int _count;

    /// <summary>Whether a place is, or has now become, one of those remembered.</summary>
    public bool Admits(ApiDrift drift) => _known.ContainsKey(drift) || IsNew(drift);

    /// <summary>Whether a place was not remembered before and is now.</summary>
    public bool IsNew(ApiDrift drift)
    {
        if (_known.ContainsKey(drift) || Volatile.Read(ref _count) >= capacity)
            return false;

        // Threads that come at once may go beyond the capacity by their number, and by no more.
        if (!_known.TryAdd(drift, true))
            return false;
        Interlocked.Increment(ref _count);
        return true;
    }
}
