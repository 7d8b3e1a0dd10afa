#if NETSTANDARD2_0
using System.Text;

namespace ApiSpec;

/// <summary>Text members of later frameworks, so that the sources read the same for all targets.</summary>
internal static class NetStandardText
{
    public static bool StartsWith(this string text, char value) => text.Length > 0 && text[0] == value;

    public static bool Contains(this string text, char value) => text.IndexOf(value) >= 0;

    public static bool Contains(this string text, string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;

    public static unsafe string GetString(this Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "";
        fixed (byte* start = bytes)
            return encoding.GetString(start, bytes.Length);
    }

    public static unsafe int GetBytes(this Encoding encoding, ReadOnlySpan<char> text, Span<byte> destination)
    {
        if (text.IsEmpty)
            return 0;
        fixed (char* source = text)
        fixed (byte* target = destination)
            return encoding.GetBytes(source, text.Length, target, destination.Length);
    }
}
#endif
