namespace ApiSpec.Transport;

/// <summary>
/// The body of a reply that is handed over while it arrives. Every read has a timeout of its own, and fails with the exceptions of a call.
/// Disposing it ends the reply.
/// </summary>
internal sealed class ResponseStream : ReadOnlyStream
{
    private readonly ApiOperation _operation;
    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _owner;
    private readonly long? _announced;
    private byte[]? _first;
    private long _received;
    private bool _isBroken;
    private bool _isDisposed;

    public ResponseStream(
        ApiOperation operation, HttpResponseMessage response, Stream body, TimeSpan timeout, TimeProvider timeProvider, CancellationToken owner)
    {
        _operation = operation;
        _response = response;
        _body = body;
        _timeout = timeout;
        _timeProvider = timeProvider;
        _owner = owner;
        _announced = response.Content?.Headers.ContentLength;
    }

    /// <summary>How many bytes the reply announced; null when it did not say, or they come compressed.</summary>
    public long? Announced => _announced;

    /// <summary>Waits for the first byte; false when the body ends before it. The byte is still read afterwards.</summary>
    public async Task<bool> HasBytesAsync(CancellationToken cancellationToken)
    {
        var first = new byte[1];
#if NET8_0_OR_GREATER
        var read = await ReadAsync(first.AsMemory(), cancellationToken).ConfigureAwait(false);
#else
        var read = await ReadAsync(first, 0, 1, cancellationToken).ConfigureAwait(false);
#endif
        _first = read > 0 ? first : null;
        return read > 0;
    }

    public override bool CanRead => !_isDisposed;

    // By way of the asynchronous read: it is the one that a timeout can end on every transport.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

#if NET8_0_OR_GREATER
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var deadline = BeginRead(cancellationToken);
        if (TakeFirst(buffer.Span))
            return 1;
        try
        {
            return Count(await _body.ReadAsync(buffer, deadline.Token).ConfigureAwait(false), buffer.Length);
        }
        catch (Exception exception) when (Translate(exception, deadline, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }
#else
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        using var deadline = BeginRead(cancellationToken);
        if (TakeFirst(buffer.AsSpan(offset, count)))
            return 1;

        // Older transports look at the token only between two reads.
        using var abort = deadline.Token.Register(static state => ((HttpResponseMessage)state!).Dispose(), _response);
        try
        {
            return Count(await _body.ReadAsync(buffer, offset, count, deadline.Token).ConfigureAwait(false), count);
        }
        catch (Exception exception) when (Translate(exception, deadline, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _body.Dispose();
            _response.Dispose();
        }

        base.Dispose(disposing);
    }

    private CallDeadline BeginRead(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (_isBroken)
            throw new ApiConnectionException(_operation, "An earlier read of the body has failed.", null);
        return CallDeadline.Start(_timeout, _timeProvider, cancellationToken, _owner);
    }

    private bool TakeFirst(Span<byte> buffer)
    {
        if (_first is not { } first || buffer.IsEmpty)
            return false;
        _first = null;
        buffer[0] = first[0];
        return true;
    }

    private int Count(int read, int room)
    {
        _received += read;
        if (read == 0 && room > 0 && _received < _announced)
            throw new IOException("The body ended before the announced length.");
        return read;
    }

    private Exception? Translate(Exception exception, CallDeadline deadline, CancellationToken cancellationToken)
    {
        var isTransportFailure = TransportFailure.Is(exception);
        if (_isDisposed || !(isTransportFailure || exception is OperationCanceledException))
            return null;

        _isBroken = true;
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(exception.Message, exception, cancellationToken);
        if (deadline.IsOrphaned)
            return ApiConnectionException.OfDisposedClient(_operation, exception);
        if (deadline.HasPassed)
            return ApiTimeoutException.OfRead(_operation, _timeout, exception);
        return new ApiConnectionException(_operation, exception.Message, exception);
    }
}
