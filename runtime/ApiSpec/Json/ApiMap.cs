using System.Collections;
using System.Diagnostics.CodeAnalysis;
using ApiSpec.Json;

namespace ApiSpec;

/// <summary>An immutable map from names. It is equal to another map of the same type if their entries are equal, in any order.</summary>
/// <typeparam name="T">The values.</typeparam>
public sealed class ApiMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ApiMap<T>>
{
    private readonly Dictionary<string, T> _entries;

    private ApiMap(Dictionary<string, T> entries, bool adopted)
    {
        _ = adopted;
        _entries = entries;
    }

    /// <summary>Copies entries into a map; names are compared ordinally, and the last of equal names counts.</summary>
    /// <param name="entries">The entries.</param>
    public ApiMap(IEnumerable<KeyValuePair<string, T>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in entries)
            _entries[entry.Key] = entry.Value;
    }

    /// <summary>The map without entries.</summary>
    public static ApiMap<T> Empty { get; } = new([], adopted: true);

    /// <summary>The value of an absent map in a record: it is empty, and if you set it in another record, the map is absent there.</summary>
    internal static ApiMap<T> Absent { get; } = new([], adopted: true);

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>The names, in their order.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>The values, in the order of the names.</summary>
    public IEnumerable<T> Values => _entries.Values;

    /// <summary>The value of a name.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">The map does not have it.</exception>
    public T this[string key] => _entries[key];

    /// <summary>Creates a map from a dictionary without other references.</summary>
    internal static ApiMap<T> Adopt(Dictionary<string, T> entries) => new(entries, adopted: true);

    /// <summary>Whether the map has a name.</summary>
    /// <param name="key">The name.</param>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <summary>Gets the value of a name if the map has it.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value, or the default.</param>
#pragma warning disable CS8767 // The interface is annotated on some targets only.
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);
#pragma warning restore CS8767

    /// <summary>Whether both maps have the same names with equal values.</summary>
    /// <param name="other">The other map.</param>
    public bool Equals(ApiMap<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other._entries.Count != _entries.Count)
            return false;
        foreach (var entry in _entries)
        {
            if (!other._entries.TryGetValue(entry.Key, out var value) || !ElementComparer<T>.Default.Equals(entry.Value, value))
                return false;
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ApiMap<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        // Summed, because the order does not count.
        var hash = _entries.Count;
        foreach (var entry in _entries)
        {
            var value = entry.Value is null ? 0 : ElementComparer<T>.Default.GetHashCode(entry.Value);
            hash = unchecked(hash + (StringComparer.Ordinal.GetHashCode(entry.Key) ^ (value * 31)));
        }

        return hash;
    }

    /// <summary>Enumerates the entries in their order.</summary>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <summary>The number of entries, such as <c>{3 entries}</c>; the entries can be many, or secret.</summary>
    public override string ToString()
        => "{" + _entries.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + (_entries.Count == 1 ? " entry}" : " entries}");
}
