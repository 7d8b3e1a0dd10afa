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
    /// <returns>Null when it could, otherwise why not. Bytes that claim to be UTF-8 are taken as they are: the reader of JSON finds what is wrong with them.</returns>
    public static BodyViolation? TryGetUtf8(ReadOnlySpan<byte> bytes, string? charset, out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        var encoding = FindEncoding(charset);
        if (FindByteOrderMark(bytes, out var marked, out var markLength))
        {
            encoding = marked;
            charset = marked.WebName;
            bytes = bytes.Slice(markLength);
        }

        if (encoding is null)
            return new BodyViolation("the body is in the charset " + Printable.Quote(charset!) + ", which is not known here", null);
        if (encoding.CodePage is Utf8CodePage or AsciiCodePage)
        {
            utf8 = bytes;
            return null;
        }

        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            utf8 = Encoding.UTF8.GetBytes(strict.GetString(bytes));
            return null;
        }
        catch (DecoderFallbackException)
        {
            return new BodyViolation("the body is no text in the charset " + Printable.Quote(charset!), null);
        }
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
