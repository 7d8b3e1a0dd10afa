namespace ApiSpec.Testing.Recording;

/// <summary>Passes on what it reads, as it comes, and keeps a copy.</summary>
internal sealed class RecordedStream(Stream received, BodyCapture capture) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override bool CanTimeout => received.CanTimeout;

    public override int ReadTimeout
    {
        get => received.ReadTimeout;
        set => received.ReadTimeout = value;
    }

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = received.Read(buffer);
        Keep(buffer, read);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await received.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Keep(buffer.Span, read);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await received.DisposeAsync().ConfigureAwait(false);
        capture.End(isWhole: false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            received.Dispose();
            capture.End(isWhole: false);
        }

        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> buffer, int read)
    {
        if (read > 0)
            capture.Add(buffer[..read]);
        // Readers of the platform ask with an empty buffer whether there is anything.
        else if (buffer.Length > 0)
            capture.End(isWhole: true);
    }
}
