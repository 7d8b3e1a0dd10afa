namespace ApiSpec.Transport;

/// <summary>
/// Sends requests: through the handler of the client or the user, the <see cref="HttpClient"/> of the user, or a factory of these. A client and its variants
/// share it.
/// </summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly Func<HttpClient>? _clients;
    private readonly bool _hasCounter;
    private readonly HttpMessageInvoker? _invoker;
    private readonly CancellationTokenSource _end = new();
    private int _disposed;

    public ApiTransport(HttpClient client)
        : this() => _clients = () => client;

    /// <summary>Uses the clients of a factory, whose last handler counts the attempts of earlier handlers.</summary>
    public ApiTransport(Func<HttpClient> clients)
        : this() => (_clients, _hasCounter) = (clients, true);

    public ApiTransport(ApiClientOptions options)
        : this()
        => _invoker = options.Handler is { } handler
            ? new HttpMessageInvoker(handler, disposeHandler: false)
            : new HttpMessageInvoker(CreateHandler(options), disposeHandler: true);

    private ApiTransport() => Deadlines = new CallDeadlines(_end.Token);

    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>Starts the deadlines of calls and of reads. Disposing the client ends them.</summary>
    public CallDeadlines Deadlines { get; }

    /// <summary>Sends a request; the task ends when the headers of the response are there.</summary>
    public Task<HttpResponseMessage> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (!_hasCounter)
            request.Progress?.IsSent();
        return _invoker is not null
            ? _invoker.SendAsync(request, cancellationToken)
            : _clients!().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>The timeout of the user's <see cref="HttpClient"/> if it ended the call, or null.</summary>
    public TimeSpan? FindPassedTimeout(Exception exception)
        => _clients is not null && exception is OperationCanceledException { InnerException: TimeoutException { InnerException: OperationCanceledException } }
            ? _clients().Timeout
            : null;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        // In another thread, because code that waits for a call must not continue inside Dispose of the client.
        AbandonedTask.Observe(Task.Run(_end.Cancel));
#if NET8_0_OR_GREATER
        Deadlines.Close();
#endif
        _invoker?.Dispose();
    }

#if NET8_0_OR_GREATER
    public static SocketsHttpHandler CreateHandler(ApiClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // AutomaticDecompression stays off: GZipBody decompresses bodies, because it detects incomplete ones. Setting the property, even to its default,
            // would add all decompressors to native programs.
            // Long enough to reuse connections, and short enough to find a server that has moved.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = ToKibibytes(options.MaxResponseHeaderBytes),
        };
        try
        {
            if (QuietProxy.Of(options.Proxy) is { } proxy)
                handler.Proxy = proxy;
            if (TrustedCertificates.From(options) is { } trusted)
            {
                handler.SslOptions.RemoteCertificateValidationCallback =
                    (_, certificate, _, errors) => trusted.Accepts(certificate, errors);
            }

            options.ConfigureHandler?.Invoke(handler);
            if (handler.ActivityHeadersPropagator is { } propagator)
                handler.ActivityHeadersPropagator = new Observability.ScreeningPropagator(propagator);
            return handler;
        }
        catch
        {
            handler.Dispose();
            throw;
        }
    }
#else
    public static HttpClientHandler CreateHandler(ApiClientOptions options)
    {
        var trusted = TrustedCertificates.From(options);
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.GZip,
            MaxResponseHeadersLength = ToKibibytes(options.MaxResponseHeaderBytes),
        };
        if (QuietProxy.Of(options.Proxy) is { } proxy)
            handler.Proxy = proxy;
        if (trusted is not null)
            handler.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => trusted.Accepts(certificate, errors);
        return handler;
    }
#endif

    private static int ToKibibytes(int bytes) => ((bytes - 1) / 1024) + 1;
}
