using System.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Hosting;
using ApiSpec.Testing.Recording;
using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>
/// Records the traffic of a client with a real server into a file: an HTTP Archive (HAR 1.2). A fake or a stub serves it
/// (<see cref="FakeOptions.AddRecording"/>, <see cref="ExampleCatalog.WithRecordings"/>), and <c>apispec check --recording</c> compares it with the specs.
/// </summary>
/// <remarks>
/// Credentials, cookies, tokens and the values of rows that the specs call <c>secret</c> are replaced by <c>&lt;secret&gt;</c>, wherever they occur.
/// <b>Everything else is in the file</b>: names, addresses, and any text that the specs do not call secret. Read it before you share it. A request for which
/// the specs have no operation is passed on and not recorded. A body that is uploaded as parts, is not text, is too large, or can hold secrets that cannot be
/// found, is left out, and a comment in the file says why. A response is recorded when the program has read it. When the handler is disposed, it searches the
/// whole file for secrets that it has learned in the meantime. An error of the recorder ends the recording and not the calls (<see cref="Error"/>).
/// </remarks>
public sealed class RecordingHandler : DelegatingHandler
{
    private readonly ExchangeRouter _router;
    private readonly SecretMask _mask;
    private readonly HarWriter _writer;
    private readonly HashSet<BodyCapture> _unread = [];
    private Exception? _error;
    private int _isDisposed;

    /// <summary>Creates the handler and its file.</summary>
    /// <param name="catalog">The specs of the server.</param>
    /// <param name="path">The file, which must not exist: <c>evening.har</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="IOException">The file exists or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be created.</exception>
    public RecordingHandler(ExampleCatalog catalog, string path)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(path);
        _router = new ExchangeRouter(catalog.Apis);
        _mask = new SecretMask(catalog.Apis);
        _writer = new HarWriter(path);
    }

    /// <summary>How many bytes of a body are recorded; a larger one is left out. 1 MiB by default.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// How many bytes the file may have. An exchange that does not fit ends the recording. 256 MiB by default, which is the most that can be read.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is larger than 256 MiB.</exception>
    public long MaxFileBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, HarFile.MostBytes);
            field = value;
        }
    } = HarFile.MostBytes;

    /// <summary>The error that has ended the recording, such as a full disk; null: there was none. It does not fail the calls of the program.</summary>
    public Exception? Error => Volatile.Read(ref _error);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sent = IsReadable(request.Content) ? await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : null;
        if (TryDescribe(request, sent) is not var (exchange, operation, target))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Record(exchange with { Elapsed = Stopwatch.GetElapsedTime(start) }, operation, target, sent, response);
        return response;
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sent = IsReadable(request.Content) ? request.Content!.ReadAsByteArrayAsync(cancellationToken).GetAwaiter().GetResult() : null;
        if (TryDescribe(request, sent) is not var (exchange, operation, target))
            return base.Send(request, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var response = base.Send(request, cancellationToken);
        Record(exchange with { Elapsed = Stopwatch.GetElapsedTime(start) }, operation, target, sent, response);
        return response;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // A client also disposes of its handler.
        if (disposing && Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            BodyCapture[] unread;
            lock (_unread)
                unread = [.. _unread];
            foreach (var capture in unread)
                capture.End(isWhole: false);
            Contain(() => _writer.Revise(_mask.Apply));
            Contain(_writer.Dispose);
        }

        base.Dispose(disposing);
    }

    // Streams of unknown length are left alone, because they can be read only once.
    private bool IsReadable(HttpContent? content) => content?.Headers.ContentLength is > 0 and var length && length <= MaxBodyBytes;

    // The program must not notice that it is recorded. After an error nothing is recorded, because it is not known what the recorder has missed.
    private void Contain(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _error, exception, null);
            try
            {
                _writer.Stop($"The recording ends here, because of an error of the recorder ({exception.GetType().Name}).");
            }
            catch (Exception second) when (second is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                // The first error says more.
            }
        }
    }

    private (Exchange Exchange, Loading.StubOperation Operation, string Target)? TryDescribe(HttpRequestMessage request, byte[]? sent)
    {
        (Exchange Exchange, Loading.StubOperation Operation, string Target)? described = null;
        if (Error is null)
            Contain(() => described = Describe(request, sent));
        return described;
    }

    private (Exchange Exchange, Loading.StubOperation Operation, string Target)? Describe(HttpRequestMessage request, byte[]? sent)
    {
        var headers = HeadersOf(request.Headers, request.Content);
        if (request.RequestUri is not { IsAbsoluteUri: true } url || _router.Find(request.Method.Method, url, headers, sent) is not var (operation, target))
            return null;
        var hasBody = request.Content is { Headers.ContentLength: not 0 };
        var body = sent is not null ? BodyOf(sent, request.Content!)
            : hasBody ? RecordedBody.Without(request.Content!.Headers.ContentLength is null
                ? "The length of the body is not known before it is sent"
                : RecordedBody.TooLarge(MaxBodyBytes))
            : default;
        var exchange = new Exchange
        {
            Started = DateTimeOffset.UtcNow,
            Method = request.Method.Method,
            Url = url.AbsoluteUri,
            RequestHeaders = headers,
            RequestBody = body.Text,
            RequestNote = body.Missing,
            StatusCode = 0,
        };
        return (exchange, operation, target);
    }

    private void Record(Exchange exchange, Loading.StubOperation operation, string target, byte[]? sent, HttpResponseMessage response)
        => Contain(() => RecordResponse(exchange, operation, target, sent, response));

    private void RecordResponse(Exchange exchange, Loading.StubOperation operation, string target, byte[]? sent, HttpResponseMessage response)
    {
        var content = response.Content;
        exchange = exchange with
        {
            StatusCode = (int)response.StatusCode,
            Reason = response.ReasonPhrase ?? "",
            ResponseHeaders = HeadersOf(response.Headers, content),
        };
        if (content.Headers.ContentLength == 0 || exchange.Method == "HEAD" || !StubResponse.HasBody(exchange.StatusCode))
        {
            Write(default);
            return;
        }

        var problem = !RecordedBody.IsText(Exchange.Find(exchange.ResponseHeaders, "Content-Type")) ? "The body is not text"
            : content.Headers.ContentLength > MaxBodyBytes ? RecordedBody.TooLarge(MaxBodyBytes)
            // Part of a body can end within a secret, which would not be found.
            : exchange.StatusCode == 206 ? "The body is a part of another"
            : null;
        if (problem is not null)
        {
            Write(RecordedBody.Without(problem));
            return;
        }

        BodyCapture? capture = null;
        capture = new BodyCapture(MaxBodyBytes, content.Headers.ContentLength, (bytes, reason) =>
        {
            lock (_unread)
                _unread.Remove(capture!);
            Contain(() => Write(bytes is null ? RecordedBody.Without(reason!) : BodyOf(bytes, content)));
        });
        lock (_unread)
            _unread.Add(capture);
        response.Content = new RecordedContent(content, capture);

        void Write(RecordedBody body)
        {
            // The spec says which text is before the JSON, so a recording only has the JSON.
            var text = operation.JsonPrefix is { } prefix ? PrintedPrefix.Without(body.Text, prefix) : body.Text;
            var masked = _mask.Apply(exchange with { ResponseBody = text, ResponseNote = body.Missing }, operation, target, sent);
            if (_mask.IsFull)
                _writer.Stop("The recording ends here: there are more secrets than the recorder can search for.");
            else
                _writer.Add(masked, MaxFileBytes);
        }
    }

    private RecordedBody BodyOf(byte[] bytes, HttpContent content)
        => RecordedBody.Of(
            bytes,
            content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null,
            [.. content.Headers.ContentEncoding],
            MaxBodyBytes);

    // Without what belongs to one connection, or to the form in which a body is sent.
    private static List<KeyValuePair<string, string>> HeadersOf(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, HttpContent? content)
        => [.. StubResponse.WithoutTransport(ResponderHandler.FieldsOf(headers, content))];
}
