using System.Text;

namespace ApiSpec.Transport;

/// <summary>Turns body bytes into text or into UTF-8 for the JSON reader.</summary>
internal static class BodyText
{
    /// <summary>Decodes a body; never throws. An unknown charset is read as UTF-8, because the caller also has the bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var encoding = EncodingOf(ref bytes, ref charset) ?? Encoding.UTF8;
        return Charset.Lenient(encoding).GetString(bytes);
    }

    /// <summary>Decodes a body whose result is the text.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="charset">The charset of its header, or null.</param>
    /// <param name="isStrict">Whether bytes that are invalid in the charset are an error; otherwise they are read as U+FFFD.</param>
    /// <param name="text">The text; null if there is an error.</param>
    /// <returns>Null, or the reason why it is not possible.</returns>
    public static BodyViolation? TryDecode(ReadOnlySpan<byte> bytes, string? charset, bool isStrict, out string? text)
    {
        text = null;
        var encoding = EncodingOf(ref bytes, ref charset);
        return encoding is null ? Charset.Unknown(charset!) : TryDecode(bytes, charset, encoding, isStrict, out text);
    }

    /// <summary>
    /// Returns the body as UTF-8 without a byte order mark: the same memory if it already is UTF-8, and a transcoded copy otherwise.
    /// </summary>
    /// <param name="bytes">The body.</param>
    /// <param name="charset">The charset of its header, or null.</param>
    /// <param name="isStrict">Whether bytes that are invalid in the charset are an error; otherwise they are read as U+FFFD.</param>
    /// <param name="utf8">The body as UTF-8.</param>
    /// <returns>
    /// Null, or the reason why it is not possible. Bytes that are declared as UTF-8 are not checked, because the JSON reader finds errors in them.
    /// </returns>
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

    /// <summary>Returns the encoding of a body: by its byte order mark, which is removed, or by its header. Null if the process does not know it.</summary>
    private static Encoding? EncodingOf(ref ReadOnlySpan<byte> bytes, ref string? charset)
    {
        if (!Charset.TryFindMark(bytes, out var marked, out var length))
            return Charset.Find(charset);
        bytes = bytes.Slice(length);
        charset = marked.WebName;
        return marked;
    }
}
