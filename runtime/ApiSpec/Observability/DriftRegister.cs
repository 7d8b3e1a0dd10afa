namespace ApiSpec.Observability;

/// <summary>Remembers a limited number of positions, so that invented names of a server do not fill the memory or the backend of the metrics.</summary>
internal sealed class DriftRegister(int capacity)
{
    // Locked, because ConcurrentDictionary would be compiled for this type alone in a native program: 7 KB.
    private readonly Dictionary<ApiDrift, ApiDrift> _known = [];

    /// <summary>Returns whether a place is remembered, or can be remembered now.</summary>
    public bool Admits(ApiDrift drift)
    {
        lock (_known)
            return _known.ContainsKey(drift) || TryAdd(drift);
    }

    /// <summary>Remembers a place. Returns whether it is new.</summary>
    public bool IsNew(ApiDrift drift)
    {
        lock (_known)
            return !_known.ContainsKey(drift) && TryAdd(drift);
    }

    private bool TryAdd(ApiDrift drift)
    {
        if (_known.Count >= capacity)
            return false;
        _known.Add(drift, drift);
        return true;
    }
}
