using System.Runtime.InteropServices;
using System.Text.Json;
using ApiSpec.Transport;

namespace ApiSpec.Observability;

/// <summary>
/// Records undocumented parts of one response while its contract reads it. Reading is synchronous, so the thread identifies the response. Each place is
/// recorded once, and the number of places is limited.
/// </summary>
/// <param name="secrets">The secrets of the request. They are hidden before a value or a name is cut, because a part of a secret cannot be recognised.</param>
internal sealed class DriftLog(RequestSecrets secrets)
{
    private const int MostPlaces = 32;
    private const int MostHashedBytes = 256;

    [ThreadStatic]
    private static DriftLog? t_current;

    private DriftPlace? _first;
    private DriftPlace? _last;
    private DriftPlace? _firstNew;
    private int _count;

    /// <summary>The log of the response that this thread reads, or null without a listener.</summary>
    public static DriftLog? Current => t_current;

    /// <summary>Reads JSON of the response with a contract. Drift gets its position even if the JSON contradicts the contract.</summary>
    /// <param name="json">The contract.</param>
    /// <param name="utf8">The text, without a byte order mark.</param>
    /// <param name="maxDepth">How deeply it can be nested.</param>
    /// <param name="root">The path of the text within the body.</param>
    /// <exception cref="ApiJsonException">The text contradicts the contract.</exception>
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
            Locate(utf8, maxDepth, root);
        }
    }

    /// <summary>Reads JSON that is not part of the response, without recording.</summary>
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

    /// <summary>Stops recording for this thread.</summary>
    /// <returns>The argument for <see cref="Resume"/>.</returns>
    public static DriftLog? Pause()
    {
        var outer = t_current;
        t_current = null;
        return outer;
    }

    /// <summary>Ends a pause.</summary>
    public static void Resume(DriftLog? outer) => t_current = outer;

    /// <summary>Records the member whose name is the current token.</summary>
    public void NoteMember(string? schema, ref Utf8JsonReader reader)
        => Note(ApiDriftKind.Member, schema, Hash(reader.ValueSpan), null, reader.TokenStartIndex);

    /// <summary>Records the current value of the reader, which is after the last member of an array.</summary>
    public void NotePosition(string? schema, int position, ref Utf8JsonReader reader)
        => Note(ApiDriftKind.Member, schema, (ulong)position, null, reader.TokenStartIndex);

    /// <summary>Records the value in the current string of the reader.</summary>
    public void NoteValue(string? type, string value, ref Utf8JsonReader reader)
        => Note(ApiDriftKind.EnumValue, type, Hash(MemoryMarshal.AsBytes(value.AsSpan())), value, reader.TokenStartIndex);

    /// <summary>Returns the first place that was found since the last call, which knows the next one. Null: there is none.</summary>
    public DriftPlace? TakeNew()
    {
        var found = _firstNew;
        _firstNew = null;
        return found;
    }

    private void Locate(ReadOnlySpan<byte> utf8, int maxDepth, string root)
    {
        if (_firstNew is not null)
            DriftPaths.Locate(_firstNew, utf8, maxDepth, root, secrets);
    }

    private void Note(ApiDriftKind kind, string? owner, ulong hash, string? value, long offset)
    {
        if (_count == MostPlaces)
            return;
        for (var place = _first; place is not null; place = place.Next)
        {
            if (place.Hash == hash && place.Kind == kind && string.Equals(place.Owner, owner, StringComparison.Ordinal))
                return;
        }

        var added = new DriftPlace(kind, owner, hash, offset, value is null ? null : Printable.Clean(secrets.Hide(value)));
        if (_last is null)
            _first = added;
        else
            _last.Next = added;
        _last = added;
        _firstNew ??= added;
        _count++;
    }

    // FNV-1a: if a server creates a collision, it only hides drift of its own responses.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in text.Slice(0, Math.Min(text.Length, MostHashedBytes)))
            hash = unchecked((hash ^ value) * 1099511628211UL);
        return unchecked(hash ^ (uint)text.Length);
    }
}
