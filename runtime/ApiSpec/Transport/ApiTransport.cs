using System.Net;

namespace ApiSpec.Transport;

/// <summary>
/// What carries requests: a handler of the client's own or the user's, the user's <see cref="HttpClient"/>, or a factory of these. Shared by a client and its
/// variants.
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

    /// <summary>Sends through the clients of a factory, whose last handler counts the attempts of those before it.</summary>
    public ApiTransport(Func<HttpClient> clients)
        : this() => (_clients, _hasCounter) = (clients, true);

    public ApiTransport(ApiClientOptions options)
        : this()
        => _invoker = options.Handler is { } handler
            ? new HttpMessageInvoker(handler, disposeHandler: false)
            : new HttpMessageInvoker(CreateHandler(options), disposeHandler: true);

    private ApiTransport() => Ended = _end.Token;

    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>Cancelled when the client is disposed: calls in flight end then, and the reading of bodies that are still arriving.</summary>
    public CancellationToken Ended { get; }

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

        // Not here: code that waits for a call must not go on within the disposal of its client.
        AbandonedTask.Observe(Task.Run(_end.Cancel));
        _invoker?.Dispose();
    }

#if NET8_0_OR_GREATER
    public static SocketsHttpHandler CreateHandler(ApiClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // Bodies are unpacked by GZipBody, which notices when one breaks off.
            AutomaticDecompression = DecompressionMethods.None,

            // Connections live long enough to be worth it, and not so long that a moved server is never noticed.
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
            AutomaticDecompression = DecompressionMethods.GZip,
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
