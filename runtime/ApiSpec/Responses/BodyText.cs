using System.Text;

namespace ApiSpec.Transport;

/// <summary>Turns body bytes into text or into UTF-8 for the JSON reader.</summary>
internal static class BodyText
{
    /// <summary>Decodes a body; never throws. An unknown charset is read as UTF-8: whoever asks has the bytes, too.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var encoding = EncodingOf(ref bytes, ref charset) ?? Encoding.UTF8;
        return Charset.Lenient(encoding).GetString(bytes);
    }

    /// <summary>Decodes a body whose result is the text.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="charset">The charset of its header; null when there is none.</param>
    /// <param name="isStrict">Whether bytes that are not text in the charset are wrong; otherwise they are read as U+FFFD.</param>
    /// <param name="text">The text; null when something is wrong.</param>
    /// <returns>Null when it could, otherwise what is wrong.</returns>
    public static BodyViolation? TryDecode(ReadOnlySpan<byte> bytes, string? charset, bool isStrict, out string? text)
    {
        text = null;
        var encoding = EncodingOf(ref bytes, ref charset);
        return encoding is null ? Charset.Unknown(charset!) : TryDecode(bytes, charset, encoding, isStrict, out text);
    }

    /// <summary>
    /// Gives the body as UTF-8 without a byte order mark: the same memory when it is UTF-8 already, a transcoded copy otherwise.
    /// </summary>
    /// <param name="bytes">The body.</param>
    /// <param name="charset">The charset of its header; null when there is none.</param>
    /// <param name="isStrict">Whether bytes that are not text in the charset are wrong; otherwise they are read as U+FFFD.</param>
    /// <param name="utf8">The body as UTF-8.</param>
    /// <returns>Null when it could, otherwise why not. Bytes that claim to be UTF-8 are taken as they are: the reader of JSON finds what is wrong with them.</returns>
    public static BodyViolation? TryGetUtf8(ReadOnlySpan<byte> bytes, string? charset, bool isStrict, out ReadOnlySpan<byte> utf8)
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

        if (TryDecode(bytes, charset, encoding, isStrict, out var text) is { } violation)
            return violation;
        utf8 = Encoding.UTF8.GetBytes(text!);
        return null;
    }

    private static BodyViolation? TryDecode(ReadOnlySpan<byte> bytes, string? charset, Encoding encoding, bool isStrict, out string? text)
    {
        try
        {
            text = (isStrict ? Charset.Strict(encoding) : Charset.Lenient(encoding)).GetString(bytes);
            return null;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return Charset.NoText(charset ?? encoding.WebName);
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
