using System.Buffers;
using System.Net.Http.Headers;

namespace ApiSpec.Transport;

/// <summary>The body of one response, in a buffer of the pool, and the facts of its headers. Disposing it returns the buffer.</summary>
/// <remarks>
/// A disposed object can be used again. To pass these values one by one would cost more than reading a small body, and so would a buffer of the pool for each
/// small body. So an object that is used again keeps a small buffer.
/// </remarks>
internal sealed class ReceivedBody : IDisposable
{
    private const string TypeHeader = "Content-Type";
    private const string EncodingHeader = "Content-Encoding";
    private const int SmallSize = 4096;
    private const int LargestTrustedLength = 1024 * 1024;

    // Arrays cannot be larger, so a body of this size looks the same as a larger one.
    private const int LargestSize = int.MaxValue - 64;

    private byte[]? _small;
    private bool _isUsedAgain;
    private byte[] _buffer = [];
    private int _start;
    private int _length;
    private int _limit;

    /// <summary>The received bytes, up to the limit.</summary>
    public ReadOnlySpan<byte> Bytes => new(_buffer, _start, _length - _start);

    /// <summary>Whether the body was longer than the limit, or the connection ended early.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>The value of the Content-Type header, or null.</summary>
    public string? ContentType { get; private set; }

    /// <summary>The encoding that the body still has, or null.</summary>
    public string? Encoding { get; set; }

    /// <summary>Keeps the headers about the body.</summary>
    public void Describe(HttpContentHeaders headers)
    {
#if NET8_0_OR_GREATER
        // There are few headers, so one loop costs less than two lookups.
        foreach (var header in headers.NonValidated)
        {
            if (header.Key.Equals(TypeHeader, StringComparison.OrdinalIgnoreCase))
                ContentType = ApiResponseHeaders.Join(header.Value);
            else if (header.Key.Equals(EncodingHeader, StringComparison.OrdinalIgnoreCase))
                Encoding = HttpBody.ForeignEncoding(ApiResponseHeaders.Join(header.Value));
        }
#else
        ContentType = ApiResponseHeaders.ValueOf(headers, TypeHeader);
        Encoding = HttpBody.ForeignEncoding(ApiResponseHeaders.ValueOf(headers, EncodingHeader));
#endif
    }

    /// <summary>Makes room for a body.</summary>
    /// <param name="announced">The announced number of bytes, or null.</param>
    /// <param name="limit">The maximum size.</param>
    public void Begin(long? announced, int limit)
    {
        _limit = Math.Min(limit, LargestSize - 1);

        // A claimed length does not get a large buffer in advance. With one more byte than announced, the end is found without growing.
        var size = announced is { } length ? (int)Math.Min(length, LargestTrustedLength) + 1 : SmallSize;
        _buffer = _isUsedAgain && size <= SmallSize ? _small ??= new byte[SmallSize] : ArrayPool<byte>.Shared.Rent(size);
    }

    /// <summary>The space for the next block: never empty, and at most one byte beyond the limit.</summary>
    public ArraySegment<byte> Room()
    {
        if (_length == _buffer.Length)
            Grow();
        return new ArraySegment<byte>(_buffer, _length, Math.Min(_buffer.Length - _length, _limit + 1 - _length));
    }

    /// <summary>Reports the number of bytes in the room. Returns false if the body is longer than the limit.</summary>
    public bool Received(int count)
    {
        _length += count;
        return _length <= _limit;
    }

    /// <summary>Removes bytes from a body that has been received.</summary>
    /// <param name="start">The number of bytes before them.</param>
    /// <param name="length">The number of bytes.</param>
    public void Remove(int start, int length)
    {
        _buffer.AsSpan(_start, start).CopyTo(_buffer.AsSpan(_start + length));
        _start += length;
    }

    public void Dispose()
    {
        Release();
        _buffer = [];
        _start = 0;
        _length = 0;
        ContentType = null;
        Encoding = null;
        IsIncomplete = false;
        _isUsedAgain = true;
    }

    private void Release()
    {
        if (_buffer.Length > 0 && _buffer != _small)
            ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _length, LargestSize));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Release();
        _buffer = larger;
    }
}
