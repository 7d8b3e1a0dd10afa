#if NET8_0_OR_GREATER
using System.IO.Compression;

namespace ApiSpec.Transport;

/// <summary>
/// Decompresses a gzip body (RFC 9110, 8.4.1.3), and fails if it is incomplete. The platform's reader treats an incomplete body as a complete one.
/// </summary>
/// <remarks>
/// A compressed mark is appended to the body as another gzip member (RFC 1952, 2.2). It is only read at the end if the member before it was complete, and it is
/// not returned. Bytes after the last member that are not a member, such as zeros of a server that pads blocks, are ignored, as in other clients: the
/// platform's reader then stops after the last complete member, and does not read to the end of the body.
/// </remarks>
internal sealed class GZipBody : ReadOnlyStream
{
    private const int MarkLength = 16;
    private const string EncodingHeader = "Content-Encoding";

    private static readonly byte[] Mark = "end of the body."u8.ToArray();

    // A member with one stored block (RFC 1951, 3.2.4): its head, the mark, its CRC and its length.
    private static readonly byte[] PackedMark =
    [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0x01, 0x10, 0x00, 0xEF, 0xFF,
        .. Mark,
        0x10, 0x81, 0x3A, 0x16, 0x10, 0x00, 0x00, 0x00,
    ];

    // RFC 9110, section 5.6.1.2: a list can have empty elements.
    private static readonly char[] EmptyElement = [' ', '\t', ','];

    private readonly MarkedStream _packed;
    private readonly GZipStream _unpacked;
    private readonly byte[] _held = new byte[MarkLength];
    private int _heldCount;
    private bool _hasEnded;

    public GZipBody(Stream body)
    {
        _packed = new MarkedStream(body);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    /// <summary>
    /// Whether the response is only compressed with gzip. If so, the headers about the encoding are removed, because they do not apply to the decompressed
    /// body.
    /// </summary>
    public static bool TryTake(HttpContent content)
    {
        // The parsed encodings would add their collection to native programs, and LINQ to find the first one.
        if (ApiResponseHeaders.ValueOf(content.Headers, EncodingHeader) is not { } encoding || !IsGZip(encoding.Trim(EmptyElement)))
            return false;
        content.Headers.Remove(EncodingHeader);
        content.Headers.ContentLength = null;
        return true;
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (true)
        {
            var read = _hasEnded ? 0 : await _unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return End(buffer.Span);
            if (Exchange(buffer.Span, read) is > 0 and var ready)
                return ready;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether the body ended correctly. If so, it returns the retained bytes that are not a trailer.</summary>
    private int End(Span<byte> buffer)
    {
        _hasEnded = true;
        if (_packed.IsReadToEnd)
        {
            return _heldCount == MarkLength && _held.AsSpan().SequenceEqual(Mark)
                ? 0
                : throw new InvalidDataException("The compressed body is incomplete.");
        }

        var count = Math.Min(buffer.Length, _heldCount);
        _held.AsSpan(0, count).CopyTo(buffer);
        _held.AsSpan(count, _heldCount - count).CopyTo(_held);
        _heldCount -= count;
        return count;
    }

    private static bool IsGZip(string encoding)
        => encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Prepends the retained bytes to the new ones and retains the end of them. Returns the number of ready bytes.</summary>
    private int Exchange(Span<byte> buffer, int read)
    {
        var ready = Math.Max(0, _heldCount + read - MarkLength);
        Span<byte> joined = stackalloc byte[2 * MarkLength];
        if (read < MarkLength)
        {
            _held.AsSpan(0, _heldCount).CopyTo(joined);
            buffer.Slice(0, read).CopyTo(joined.Slice(_heldCount));
            joined.Slice(0, ready).CopyTo(buffer);
            joined.Slice(ready, _heldCount + read - ready).CopyTo(_held);
        }
        else
        {
            buffer.Slice(read - MarkLength, MarkLength).CopyTo(joined);
            buffer.Slice(0, read - MarkLength).CopyTo(buffer.Slice(_heldCount));
            _held.AsSpan(0, _heldCount).CopyTo(buffer);
            joined.Slice(0, MarkLength).CopyTo(_held);
        }

        _heldCount = Math.Min(MarkLength, _heldCount + read);
        return ready;
    }

    /// <summary>The body with the compressed mark after it.</summary>
    private sealed class MarkedStream(Stream body) : ReadOnlyStream
    {
        private bool _hasEnded;
        private int _marked;

        /// <summary>Whether the mark was read to its end.</summary>
        public bool IsReadToEnd { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = _hasEnded ? 0 : body.Read(buffer, offset, count);
            return read > 0 ? read : TakeMark(buffer.AsSpan(offset, count));
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = _hasEnded ? 0 : await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return read > 0 ? read : TakeMark(buffer.Span);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                body.Dispose();
            base.Dispose(disposing);
        }

        private int TakeMark(Span<byte> buffer)
        {
            _hasEnded = true;
            var count = Math.Min(buffer.Length, PackedMark.Length - _marked);
            PackedMark.AsSpan(_marked, count).CopyTo(buffer);
            _marked += count;
            IsReadToEnd |= count == 0 && !buffer.IsEmpty;
            return count;
        }
    }
}
#endif
