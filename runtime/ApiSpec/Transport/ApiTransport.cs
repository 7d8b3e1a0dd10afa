using System.Net;

namespace ApiSpec.Transport;

/// <summary>What carries requests: a handler of the client's own or the user's, or the user's <see cref="HttpClient"/>. Shared by a client and its variants.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly HttpClient? _client;
    private readonly HttpMessageInvoker? _invoker;
    private int _disposed;

    public ApiTransport(HttpClient client) => _client = client;

    public ApiTransport(ApiClientOptions options)
        => _invoker = options.Handler is { } handler
            ? new HttpMessageInvoker(handler, disposeHandler: false)
            : new HttpMessageInvoker(CreateHandler(options), disposeHandler: true);

    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>Sends a request; the task ends when the headers of the reply are there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => _invoker is not null
            ? _invoker.SendAsync(request, cancellationToken)
            : _client!.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            _invoker?.Dispose();
    }

#if NET8_0_OR_GREATER
    private static SocketsHttpHandler CreateHandler(ApiClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,

            // Connections live long enough to be worth it, and not so long that a moved server is never noticed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = ToKibibytes(options.MaxResponseHeaderBytes),
        };
        try
        {
            if (options.Proxy is { } proxy)
                handler.Proxy = proxy;
            if (TrustedCertificates.From(options) is { } trusted)
            {
                handler.SslOptions.RemoteCertificateValidationCallback =
                    (_, certificate, _, errors) => trusted.Accepts(certificate, errors);
            }

            options.ConfigureHandler?.Invoke(handler);
            return handler;
        }
        catch
        {
            handler.Dispose();
            throw;
        }
    }
#else
    private static HttpClientHandler CreateHandler(ApiClientOptions options)
    {
        var trusted = TrustedCertificates.From(options);
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxResponseHeadersLength = ToKibibytes(options.MaxResponseHeaderBytes),
        };
        if (options.Proxy is { } proxy)
            handler.Proxy = proxy;
        if (trusted is not null)
            handler.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => trusted.Accepts(certificate, errors);
        return handler;
    }
#endif

    private static int ToKibibytes(int bytes) => ((bytes - 1) / 1024) + 1;
}
