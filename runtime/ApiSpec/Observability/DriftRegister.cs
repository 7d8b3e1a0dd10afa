using System.Collections.Concurrent;

namespace ApiSpec.Observability;

/// <summary>Remembers a limited number of positions, so that invented names of a server do not fill the memory or the backend of the metrics.</summary>
internal sealed class DriftRegister(int capacity)
{
    private readonly ConcurrentDictionary<ApiDrift, bool> _known = new();
    private int _count;

    /// <summary>Returns whether a place is remembered, or can be remembered now.</summary>
    public bool Admits(ApiDrift drift) => _known.ContainsKey(drift) || IsNew(drift);

    /// <summary>Remembers a place. Returns whether it is new.</summary>
    public bool IsNew(ApiDrift drift)
    {
        if (_known.ContainsKey(drift) || Volatile.Read(ref _count) >= capacity)
            return false;

        // Concurrent threads can exceed the capacity, each by one.
        if (!_known.TryAdd(drift, true))
            return false;
        Interlocked.Increment(ref _count);
        return true;
    }
}
