using System.Buffers;

namespace ApiSpec.Transport;

/// <summary>A buffer from the pool that a body is read into. Disposing it gives the memory back.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int InitialSize = 4096;
    private const int LargestTrustedLength = 1024 * 1024;

    private byte[] _buffer = [];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads until the end, or until one byte more than the limit has come.</summary>
    /// <param name="body">The body.</param>
    /// <param name="announced">How many bytes the reply announced; null when it did not say.</param>
    /// <param name="limit">The most that is wanted.</param>
    /// <param name="deadline">Limits every read; null: nothing but the token does.</param>
    /// <param name="cancellationToken">Ends with the call, or with the deadline.</param>
    /// <returns>False when the body goes on beyond the limit.</returns>
    public async ValueTask<bool> FillAsync(Stream body, long? announced, int limit, ReadDeadline? deadline, CancellationToken cancellationToken)
    {
        // A length that is only claimed does not get a large buffer in advance. One byte more than announced lets the end be seen without growing.
        var expected = announced is { } length ? (int)Math.Min(length, LargestTrustedLength) + 1 : InitialSize;
        Reserve(Math.Max(expected, 1));
        while (true)
        {
            if (_length == _buffer.Length)
                Reserve(_length > int.MaxValue / 2 ? int.MaxValue - 64 : _length * 2);
            deadline?.Begin();
            var room = (int)Math.Min(_buffer.Length - _length, 1L + limit - _length);
#if NET8_0_OR_GREATER
            var read = await body.ReadAsync(_buffer.AsMemory(_length, room), cancellationToken).ConfigureAwait(false);
#else
            var read = await body.ReadAsync(_buffer, _length, room, cancellationToken).ConfigureAwait(false);
#endif
            if (read == 0)
                return true;
            _length += read;
            if (_length > limit)
                return false;
        }
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
