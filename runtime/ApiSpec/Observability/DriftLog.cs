using System.Runtime.InteropServices;
using System.Text.Json;
using ApiSpec.Transport;

namespace ApiSpec.Observability;

/// <summary>
/// Notes what one reply holds beyond its contract, while the contract reads it. Reading is synchronous, so that the thread knows which reply it is at;
/// each place is noted once however often it comes, and no more places than a screen holds.
/// </summary>
internal sealed class DriftLog
{
    private const int MostPlaces = 32;
    private const int MostHashedBytes = 256;

    [ThreadStatic]
    private static DriftLog? t_current;

    private readonly List<DriftPlace> _places = [];
    private int _reported;

    /// <summary>The log of the reply that this thread reads; null when nobody listens.</summary>
    public static DriftLog? Current => t_current;

    /// <summary>Has a contract read a text of the reply. What is found is located even when the text contradicts its contract.</summary>
    /// <param name="json">The contract.</param>
    /// <param name="utf8">The text, without a byte order mark.</param>
    /// <param name="maxDepth">How deeply it may be nested.</param>
    /// <param name="root">The path of the text within the body.</param>
    /// <exception cref="ApiJsonException">The text is not what the contract says.</exception>
    public T Parse<T>(ApiJson<T> json, ReadOnlySpan<byte> utf8, int maxDepth, string root)
    {
        t_current = this;
        try
        {
            return json.Parse(utf8, maxDepth);
        }
        finally
        {
            t_current = null;
            if (_reported < _places.Count)
                DriftPaths.Locate(_places, _reported, utf8, maxDepth, root);
        }
    }

    /// <summary>Reads another text than the reply's: nothing of it is noted.</summary>
    public static T Aside<T>(ApiJson<T> json, ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var outer = Pause();
        try
        {
            return json.Parse(utf8, maxDepth);
        }
        finally
        {
            Resume(outer);
        }
    }

    /// <summary>Notes nothing of what this thread reads from now on.</summary>
    /// <returns>What <see cref="Resume"/> takes.</returns>
    public static DriftLog? Pause()
    {
        var outer = t_current;
        t_current = null;
        return outer;
    }

    /// <summary>Ends a pause.</summary>
    public static void Resume(DriftLog? outer) => t_current = outer;

    /// <summary>Notes the member whose name the reader stands on.</summary>
    public void NoteMember(string? schema, ref Utf8JsonReader reader) => Note(ApiDriftKind.Member, schema, Hash(reader.ValueSpan), null, reader.TokenStartIndex);

    /// <summary>Notes a value in the string that the reader stands on.</summary>
    public void NoteValue(string? type, string value, ref Utf8JsonReader reader)
        => Note(ApiDriftKind.EnumValue, type, Hash(MemoryMarshal.AsBytes(value.AsSpan())), value, reader.TokenStartIndex);

    /// <summary>The places that were found since this was asked last.</summary>
    public IReadOnlyList<DriftPlace> TakeNew()
    {
        var found = _reported == 0 ? _places : _places.GetRange(_reported, _places.Count - _reported);
        _reported = _places.Count;
        return found;
    }

    private void Note(ApiDriftKind kind, string? owner, ulong hash, string? value, long offset)
    {
        if (_places.Count == MostPlaces)
            return;
        foreach (var place in _places)
        {
            if (place.Hash == hash && place.Kind == kind && string.Equals(place.Owner, owner, StringComparison.Ordinal))
                return;
        }

        _places.Add(new DriftPlace(kind, owner, hash, offset, value is null ? null : Printable.Clean(value)));
    }

    // FNV-1a: a collision that a server contrives hides a finding about that server, and nothing else.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in text.Slice(0, Math.Min(text.Length, MostHashedBytes)))
            hash = unchecked((hash ^ value) * 1099511628211UL);
        return unchecked(hash ^ (uint)text.Length);
    }
}
