using System.Buffers;

namespace ApiSpec.Transport;

/// <summary>A buffer from the pool that a body is read into. Disposing it gives the memory back.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int InitialSize = 4096;
    private const int LargestTrustedLength = 1024 * 1024;

    // A body of this size cannot be told from one that is larger.
    private const int LargestSize = int.MaxValue - 64;

    private byte[] _buffer = [];
    private int _length;
    private int _limit;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Makes room for a body.</summary>
    /// <param name="announced">How many bytes the reply announced; null when it did not say.</param>
    /// <param name="limit">The most that is wanted.</param>
    public void Begin(long? announced, int limit)
    {
        _limit = Math.Min(limit, LargestSize - 1);

        // A length that is only claimed does not get a large buffer in advance. One byte more than announced lets the end be seen without growing.
        Reserve(announced is { } length ? (int)Math.Min(length, LargestTrustedLength) + 1 : InitialSize);
    }

    /// <summary>Where the next piece belongs: never empty, and no larger than one byte beyond the limit.</summary>
    public ArraySegment<byte> Room()
    {
        if (_length == _buffer.Length)
            Reserve((int)Math.Min(2L * _length, LargestSize));
        return new ArraySegment<byte>(_buffer, _length, Math.Min(_buffer.Length - _length, _limit + 1 - _length));
    }

    /// <summary>Says how much was put there; false when the body goes on beyond the limit.</summary>
    public bool Received(int count)
    {
        _length += count;
        return _length <= _limit;
    }

    public void Dispose()
    {
        Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Reserve(int size)
    {
        if (_buffer.Length >= size)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Return(_buffer);
        _buffer = larger;
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }
}
