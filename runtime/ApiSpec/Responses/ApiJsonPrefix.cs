using System.ComponentModel;
using System.Text;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Text before the JSON of responses, such as <c>)]}'</c>, which the client removes. For generated code.</summary>
/// <remarks>Only the code of an API with such a text creates it, so a trimmed program without one does not contain its methods.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiJsonPrefix
{
    private const int LongestText = 100;

    private readonly string _text;
    private readonly byte[] _utf8;

    /// <summary>Describes the text.</summary>
    /// <param name="text">The text, without the line end after it.</param>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    public ApiJsonPrefix(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (text.Length > LongestText)
            throw new ArgumentException("The text before the JSON is too long.", nameof(text));
        _text = text;
        _utf8 = Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Removes the text from the start of a body. A file or a body of plain text only has it if JSON follows.</summary>
    /// <param name="body">The body.</param>
    internal void Remove(ReceivedBody body)
    {
        if (body.Encoding is not null || FindIn(body.Bytes, body.ContentType) is not var (start, length))
            return;
        var media = MediaType.Parse(body.ContentType);
        if (media.IsJson || (media.IsPlainText && ReceivedResponse.LooksLikeJson(body.Bytes.Slice(start + length))))
            body.Remove(start, length);
    }

    /// <summary>Whether the first bytes of a body show if it starts with the text. A server can wait before it sends more.</summary>
    /// <param name="bytes">The bytes, with the whole byte order mark.</param>
    /// <param name="contentType">The value of the Content-Type header, or null.</param>
    internal bool IsDecided(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (TextIn(bytes, contentType, out var start) is not { } text)
            return true;
        var begun = bytes.Slice(start);
        return begun.Length >= text.Length || !text.AsSpan().StartsWith(begun);
    }

    /// <summary>Removes the text from the start of a body that is still arriving, if it is there.</summary>
    /// <param name="bytes">The first bytes of the body, for which <see cref="IsDecided"/> is true unless they are the whole body.</param>
    /// <param name="contentType">The value of the Content-Type header, or null.</param>
    /// <returns>The number of bytes that are left at the start of <paramref name="bytes"/>.</returns>
    internal int Remove(Span<byte> bytes, string? contentType)
    {
        if (FindIn(bytes, contentType) is not var (start, length))
            return bytes.Length;
        bytes.Slice(start + length).CopyTo(bytes.Slice(start));
        return bytes.Length - length;
    }

    private (int Start, int Length)? FindIn(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (TextIn(bytes, contentType, out var start) is not { } text || !bytes.Slice(start).StartsWith(text))
            return null;
        // In another charset, the line end after the text stays. It is white space of JSON.
        var end = start + text.Length;
        while (text == _utf8 && end < bytes.Length && bytes[end] is (byte)'\r' or (byte)'\n')
            end++;
        return (start, end - start);
    }

    // The text is in the charset of the body, after a byte order mark. Null: the charset is unknown.
    private byte[]? TextIn(ReadOnlySpan<byte> bytes, string? contentType, out int start)
    {
        var isMarked = Charset.TryFindMark(bytes, out var encoding, out start);
        if (!isMarked)
            encoding = Charset.Find(MediaType.Parse(contentType).Charset);
        return encoding is null ? null : Charset.IsUtf8(encoding) ? _utf8 : encoding.GetBytes(_text);
    }
}
