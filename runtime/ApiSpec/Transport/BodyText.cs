using System.Text;

namespace ApiSpec.Transport;

/// <summary>Turns body bytes into text or into UTF-8 for the JSON reader.</summary>
internal static class BodyText
{
    /// <summary>Decodes a body; never throws.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (FindByteOrderMark(bytes, out var encoding, out var markLength))
            return encoding.GetString(bytes.Slice(markLength));
        return (FindEncoding(charset) ?? Encoding.UTF8).GetString(bytes);
    }

    /// <summary>
    /// Gives the body as UTF-8 without a byte order mark: the same memory when it is UTF-8 already, a transcoded copy otherwise.
    /// </summary>
    /// <returns>False when the charset is one that this process cannot decode.</returns>
    public static bool TryGetUtf8(ReadOnlyMemory<byte> bytes, string? charset, out ReadOnlyMemory<byte> utf8)
    {
        Encoding? encoding;
        if (FindByteOrderMark(bytes.Span, out var marked, out var markLength))
        {
            encoding = marked;
            bytes = bytes.Slice(markLength);
        }
        else
        {
            encoding = FindEncoding(charset);
        }

        if (encoding is null)
        {
            utf8 = default;
            return false;
        }

        utf8 = encoding.CodePage is Utf8CodePage or AsciiCodePage ? bytes : Encoding.UTF8.GetBytes(encoding.GetString(bytes.Span));
        return true;
    }

    /// <summary>Whether text in this charset can be read as UTF-8.</summary>
    public static bool IsUtf8(string? charset) => FindEncoding(charset) is { CodePage: Utf8CodePage or AsciiCodePage };

    private const int Utf8CodePage = 65001;

    // Bytes beyond ASCII in a body that claims to be ASCII are UTF-8 more often than anything else.
    private const int AsciiCodePage = 20127;

    private static Encoding? FindEncoding(string? charset)
    {
        if (charset is null
            || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;

        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static bool FindByteOrderMark(ReadOnlySpan<byte> bytes, out Encoding encoding, out int length)
    {
        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        {
            encoding = Encoding.UTF8;
            length = 3;
            return true;
        }

        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
        {
            encoding = Encoding.Unicode;
            length = 2;
            return true;
        }

        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
        {
            encoding = Encoding.BigEndianUnicode;
            length = 2;
            return true;
        }

        encoding = Encoding.UTF8;
        length = 0;
        return false;
    }
}
