using System.Buffers;

namespace ApiSpec.Transport;

/// <summary>A file that is sent in a request. It keeps the initial position of its stream.</summary>
internal sealed class RequestFile
{
    private const int CopySize = 81920;

    private readonly ApiFile _file;
    private readonly Stream _content;
    private readonly long _start;
    private bool _wasSent;

    public RequestFile(ApiFile file)
    {
        _file = file;
        _content = file.OpenContent();
        CanRepeat = _content.CanSeek;
        if (!CanRepeat)
            return;
        _start = _content.Position;
        Length = Math.Max(0, _content.Length - _start);
    }

    public bool CanRepeat { get; }

    /// <summary>The number of bytes, or null if the stream does not know it.</summary>
    public long? Length { get; }

    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        if (_wasSent && !CanRepeat)
            throw new InvalidOperationException("The stream of the file '" + Printable.Clean(_file.FileName)
                + "' was already sent and cannot return to its start; pass a stream that can seek.");
        _wasSent = true;
        if (CanRepeat)
            _content.Position = _start;

        var buffer = ArrayPool<byte>.Shared.Rent(CopySize);
        try
        {
            long sent = 0;
            while (true)
            {
                // Never more than the announced length, even if the file grows meanwhile.
                var room = (int)Math.Min(buffer.Length, (Length ?? long.MaxValue) - sent);
                if (room == 0)
                    return;
#if NET8_0_OR_GREATER
                var read = await _content.ReadAsync(buffer.AsMemory(0, room), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return;
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
#else
                var read = await _content.ReadAsync(buffer, 0, room, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return;
                await destination.WriteAsync(buffer, 0, read, cancellationToken).ConfigureAwait(false);
#endif
                sent += read;
                _file.Progress?.Report(sent);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
