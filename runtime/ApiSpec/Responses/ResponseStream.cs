namespace ApiSpec.Transport;

/// <summary>
/// The body of a response that is returned while it arrives. Every read has its own timeout, and throws the exceptions of a call.
/// Disposing it ends the response.
/// </summary>
internal sealed class ResponseStream : ReadOnlyStream
{
    private readonly ApiOperation _operation;
    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _timeProvider;
    private readonly CallDeadlines _deadlines;
    private readonly long? _announced;
    private byte[]? _ahead;
    private int _aheadAt;
    private long _received;
    private readonly bool _hasTimeoutOfCall;
    private bool _isBroken;
    private bool _isDisposed;

    public ResponseStream(ApiOperation operation, HttpResponseMessage response, Stream body, ConnectionSettings settings, CallDeadlines deadlines)
    {
        _operation = operation;
        _response = response;
        _body = body;
        _timeout = settings.ReadTimeout;
        _hasTimeoutOfCall = settings.OwnReadTimeout is null;
        _timeProvider = settings.TimeProvider;
        _deadlines = deadlines;
        _announced = response.Content?.Headers.ContentLength;
    }

    /// <summary>The request of the response, or null.</summary>
    public HttpRequestMessage? Request => _response.RequestMessage;

    /// <summary>The announced number of bytes; null if it is missing, or the body is compressed.</summary>
    public long? Announced => _announced;

    /// <summary>Waits for the first byte; returns false if the body is empty. The byte can still be read afterwards.</summary>
    public async Task<bool> HasBytesAsync(CancellationToken cancellationToken)
    {
        if (_ahead is not null)
            return true;
        var first = new byte[1];
        var read = await ReadPieceAsync(first, 0, cancellationToken).ConfigureAwait(false);
        _ahead = read > 0 ? first : null;
        return read > 0;
    }

    /// <summary>Reads ahead. The bytes can still be read afterwards.</summary>
    /// <param name="limit">The maximum number of bytes.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rest of the body, or null if it is longer.</returns>
    public async Task<byte[]?> PeekAsync(int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(limit, 4096) + 1];
        var count = 0;
        while (true)
        {
            var read = await ReadPieceAsync(buffer, count, cancellationToken).ConfigureAwait(false);
            count += read;
            if (read == 0 || count > limit)
                break;
            if (count == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit + 1L));
        }

        Array.Resize(ref buffer, count);
        _ahead = count > 0 ? buffer : null;
        return count > limit ? null : buffer;
    }

#if NET8_0_OR_GREATER
    private ValueTask<int> ReadPieceAsync(byte[] buffer, int offset, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset), cancellationToken);
#else
    private Task<int> ReadPieceAsync(byte[] buffer, int offset, CancellationToken cancellationToken)
        => ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken);
#endif

    public override bool CanRead => !_isDisposed;

    // Uses the asynchronous read, because a timeout can end it on all transports.
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
        if (TakeAhead(buffer.Span) is > 0 and var taken)
            return taken;
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
        if (TakeAhead(buffer.AsSpan(offset, count)) is > 0 and var taken)
            return taken;

        // Older transports only check the token between two reads.
        using var abort = deadline.Token.Register(static state => ((HttpResponseMessage)state!).Dispose(), _response);
        try
        {
            var read = await _body.ReadAsync(buffer, offset, count, deadline.Token).ConfigureAwait(false);

            // A response that was disposed during the read can look as if its body had ended.
            if (read == 0)
                deadline.Token.ThrowIfCancellationRequested();
            return Count(read, count);
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
        return _deadlines.Start(_timeout, _timeProvider, cancellationToken);
    }

    private int TakeAhead(Span<byte> buffer)
    {
        if (_ahead is not { } ahead)
            return 0;
        var taken = Math.Min(ahead.Length - _aheadAt, buffer.Length);
        ahead.AsSpan(_aheadAt, taken).CopyTo(buffer);
        _aheadAt += taken;
        if (_aheadAt == ahead.Length)
            (_ahead, _aheadAt) = (null, 0);
        return taken;
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
            return ApiTimeoutException.OfRead(_operation, _timeout, _hasTimeoutOfCall, exception);
        return new ApiConnectionException(_operation, exception.Message, exception);
    }
}
