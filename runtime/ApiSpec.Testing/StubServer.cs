using System.Net;
using ApiSpec.Testing.Answers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ApiSpec.Testing;

/// <summary>An HTTP server on 127.0.0.1 that answers with the documented examples. It ends when it is disposed.</summary>
/// <remarks>
/// A request that an example documents gets the documented answer. Another request for the same operation gets the documented 404; an operation without an
/// example answers with a value made from its schema, always the same. A body that lacks what the reference requires gets 400, an unknown path 404, a known
/// path with another method 405. Unsuccessful answers have the API's error body.
/// </remarks>
public sealed class StubServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly ExampleResponder _responder;
    private int _disposed;

    private StubServer(KestrelServer server, ExampleResponder responder)
    {
        _server = server;
        _responder = responder;
        BaseAddress = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    /// <summary>The address of the server: <c>http://127.0.0.1</c> with a port that was free.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The requests that were answered so far, oldest first: a copy, which later requests do not change.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _responder.Requests;

    /// <summary>Starts a server that lets everybody in.</summary>
    /// <param name="specPaths">Spec files, and folders that hold some at any depth.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidSpecException">The files have mistakes.</exception>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or a folder holds no spec.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="specPaths"/> is null.</exception>
    public static Task<StubServer> StartAsync(params IEnumerable<string> specPaths) => StartAsync(new StubOptions(ExampleCatalog.Load(specPaths)));

    /// <summary>Starts a server with options.</summary>
    /// <param name="options">What to answer with. Later changes have no effect.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">Starting was cancelled.</exception>
    public static async Task<StubServer> StartAsync(StubOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var responder = new ExampleResponder(options);

        // Kestrel alone: a host would read the test's configuration, write logs and take Ctrl+C for itself.
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Listen(IPAddress.Loopback, 0);
        var server = new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new Application(responder), cancellationToken).ConfigureAwait(false);
            return new StubServer(server, responder);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server. Requests that are being answered are finished, for a second at most.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _server.StopAsync(patience.Token).ConfigureAwait(false);
        _server.Dispose();
    }

    private sealed class Application(ExampleResponder responder) : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public void DisposeContext(IFeatureCollection context, Exception? exception)
        {
        }

        public async Task ProcessRequestAsync(IFeatureCollection context)
        {
            var request = context.GetRequiredFeature<IHttpRequestFeature>();
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body).ConfigureAwait(false);
            var reply = responder.Answer(new ReceivedRequest(
                request.Method,
                TargetOf(request),
                OriginOf(context, request),
                FieldCollection.Headers(request.Headers.SelectMany(static header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")))),
                body.ToArray()));

            var response = context.GetRequiredFeature<IHttpResponseFeature>();
            response.StatusCode = reply.StatusCode;
            response.ReasonPhrase = reply.Reason;
            foreach (var header in reply.Headers.GroupBy(static header => header.Key, static header => header.Value, StringComparer.OrdinalIgnoreCase))
                response.Headers[header.Key] = new StringValues([.. header]);

            // RFC 9110, section 6.4.1: these have no body, and a length would contradict that.
            if (reply.StatusCode is 204 or 205 or 304)
                return;
            response.Headers.ContentLength = reply.Body.Length;
            if (request.Method != "HEAD")
                await context.GetRequiredFeature<IHttpResponseBodyFeature>().Stream.WriteAsync(reply.Body).ConfigureAwait(false);
        }

        // The request line may hold a whole address (RFC 9112, section 3.2.2).
        private static string TargetOf(IHttpRequestFeature request)
            => Uri.TryCreate(request.RawTarget, UriKind.Absolute, out var address) && !address.IsFile ? address.PathAndQuery : request.RawTarget;

        private static Uri OriginOf(IFeatureCollection context, IHttpRequestFeature request)
        {
            var connection = context.GetRequiredFeature<IHttpConnectionFeature>();
            return Uri.TryCreate($"http://{request.Headers.Host}/", UriKind.Absolute, out var origin)
                ? origin
                : new Uri($"http://{connection.LocalIpAddress}:{connection.LocalPort}/");
        }
    }
}
