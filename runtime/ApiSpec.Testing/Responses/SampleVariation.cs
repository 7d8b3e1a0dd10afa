namespace ApiSpec.Testing.Responses;

/// <summary>Varies sample values. They are the same on each run, machine and version of .NET.</summary>
/// <remarks>
/// A value depends only on the seed, the resource and the path of the member. Therefore a new member of a schema does not change other values.
/// </remarks>
internal sealed class SampleVariation
{
    private readonly ulong _seed;

    private SampleVariation(ulong seed) => _seed = seed;

    /// <summary>The variation of one resource; null for the seed 0, which means the simplest values.</summary>
    public static SampleVariation? Of(int seed, string operationId, IReadOnlyDictionary<string, string> pathValues)
        => seed == 0
            ? null
            : new SampleVariation(Mix(Hash(string.Join(
                '/',
                pathValues.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Value).Prepend(operationId)))
                + unchecked((uint)seed)));

    /// <summary>A number from 0 to below <paramref name="count"/> for the member at a path.</summary>
    public long Next(string path, long count) => (long)(Mix(_seed ^ Hash(path)) % (ulong)count);

    public Guid Uuid(string path)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, Mix(_seed ^ Hash(path)));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Mix(Mix(_seed ^ Hash(path))));
        // RFC 9562, sections 4.1 and 5.8: version 8 has custom bits.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    // FNV-1a, and the finalizer of SplitMix64: string.GetHashCode and Random can differ between runs and versions.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }

    private static ulong Mix(ulong value)
        => unchecked(Shift((Shift((Shift(value + 0x9E3779B97F4A7C15UL, 30)) * 0xBF58476D1CE4E5B9UL, 27)) * 0x94D049BB133111EBUL, 31));

    private static ulong Shift(ulong value, int bits) => value ^ (value >> bits);
}
