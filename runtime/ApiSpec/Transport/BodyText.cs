using System.Text;

namespace ApiSpec.Transport;

/// <summary>Turns body bytes into text or into UTF-8 for the JSON reader.</summary>
internal static class BodyText
{
    /// <summary>Decodes a body; never throws. An unknown charset is read as UTF-8: whoever asks has the bytes, too.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var encoding = EncodingOf(ref bytes, ref charset) ?? Encoding.UTF8;
        return encoding.GetString(bytes);
    }

    /// <summary>Decodes a body whose result is the text.</summary>
    /// <returns>Null when the charset is known, otherwise what is wrong.</returns>
    public static BodyViolation? TryDecode(ReadOnlySpan<byte> bytes, string? charset, out string? text)
    {
        var encoding = EncodingOf(ref bytes, ref charset);
        text = encoding?.GetString(bytes);
        return encoding is null ? Charset.Unknown(charset!) : null;
    }

    /// <summary>
    /// Gives the body as UTF-8 without a byte order mark: the same memory when it is UTF-8 already, a transcoded copy otherwise.
    /// </summary>
    /// <returns>Null when it could, otherwise why not. Bytes that claim to be UTF-8 are taken as they are: the reader of JSON finds what is wrong with them.</returns>
    public static BodyViolation? TryGetUtf8(ReadOnlySpan<byte> bytes, string? charset, out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        var encoding = EncodingOf(ref bytes, ref charset);
        if (encoding is null)
            return Charset.Unknown(charset!);
        if (Charset.IsUtf8(encoding))
        {
            utf8 = bytes;
            return null;
        }

        try
        {
            utf8 = Encoding.UTF8.GetBytes(Charset.Strict(encoding).GetString(bytes));
            return null;
        }
        catch (DecoderFallbackException)
        {
            return Charset.NoText(charset!);
        }
    }

    /// <summary>The encoding of a body, by its byte order mark, which is taken away, or else by its header; null when the process does not know it.</summary>
    private static Encoding? EncodingOf(ref ReadOnlySpan<byte> bytes, ref string? charset)
    {
        if (!Charset.TryFindMark(bytes, out var marked, out var length))
            return Charset.Find(charset);
        bytes = bytes.Slice(length);
        charset = marked.WebName;
        return marked;
    }
}
