using System.Buffers.Binary;

namespace ApiSpec.Json;

/// <summary>Numbers that stand for strings in UTF-8. Comparing them first is faster.</summary>
internal static class TextKey
{
    /// <summary>An odd number whose bits look random. A product with it has a bit of each factor in its highest bits.</summary>
    public const ulong Spread = 0x9E3779B97F4A7C15UL;

    /// <summary>Returns a number that is equal for equal strings, and rarely equal for different strings.</summary>
    public static ulong Of(ReadOnlySpan<byte> utf8)
    {
        // The two parts overlap, so that no length needs a loop.
        var length = utf8.Length;
        ulong key = 0;
        if (length >= sizeof(ulong))
        {
            key = BinaryPrimitives.ReadUInt64LittleEndian(utf8)
                ^ (BinaryPrimitives.ReadUInt64LittleEndian(utf8.Slice(length - sizeof(ulong))) * Spread);
        }
        else if (length >= sizeof(uint))
        {
            key = BinaryPrimitives.ReadUInt32LittleEndian(utf8)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(utf8.Slice(length - sizeof(uint))) << 32);
        }
        else if (length > 0)
        {
            key = utf8[0] | ((ulong)utf8[length / 2] << 8) | ((ulong)utf8[length - 1] << 16);
        }

        return key ^ ((ulong)length << 56);
    }
}
