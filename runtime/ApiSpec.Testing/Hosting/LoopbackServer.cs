using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ApiSpec.Testing.Responses;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ApiSpec.Testing.Hosting;

/// <summary>Kestrel on 127.0.0.1, in front of a responder.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const string ForeignHost = "The Host header names neither this computer (localhost, 127.0.0.1, [::1]) nor a host that AllowHost or --host allows.";
    private readonly KestrelServer _server;
    private int _disposed;

    private LoopbackServer(KestrelServer server)
    {
        _server = server;
        BaseAddress = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public Uri BaseAddress { get; }

    public static async Task<LoopbackServer> StartAsync(ExampleResponder responder, int port, HostNames hosts, CancellationToken cancellationToken)
    {
        // Only Kestrel: a host would read the configuration of the test, write logs and handle Ctrl+C.
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServerOptions { AddServerHeader = false, ResponseHeaderEncodingSelector = static _ => Encoding.UTF8 };
        kestrel.Listen(IPAddress.Loopback, port);
        var server = new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new Application(responder, hosts), cancellationToken).ConfigureAwait(false);
            return new LoopbackServer(server);
        }
        catch (Exception exception)
        {
            server.Dispose();
            if (ReasonOf(exception) is { } reason)
                throw new IOException(
                    string.Create(CultureInfo.InvariantCulture, $"Port {port} of 127.0.0.1 {reason}; choose another port, or 0 for a free one."), exception);
            throw;
        }
    }

    // Some ports are reserved for the system or for administrators. Kestrel reports that as a socket error.
    private static string? ReasonOf(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } => "is in use",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "is reserved",
        _ => null,
    };

    /// <summary>Stops the server. Requests in progress get up to a second to finish.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _server.StopAsync(patience.Token).ConfigureAwait(false);
        _server.Dispose();
    }

    private sealed class Application(ExampleResponder responder, HostNames hosts) : IHttpApplication<IFeatureCollection>
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
            var isAllowed = hosts.Allow(request.Headers.Host.ToString(), out var origin);
            var received = new ReceivedRequest(
                request.Method,
                TargetOf(request),
                origin ?? OriginOf(context),
                FieldCollection.Headers(
                    request.Headers.SelectMany(static header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")))),
                body.ToArray());
            // The name is not repeated, because the reader of the response is not its sender.
            var reply = isAllowed ? responder.Respond(received) : responder.Refuse(received, ForeignHost);

            var lifetime = context.GetRequiredFeature<IHttpRequestLifetimeFeature>();
            if (reply.Delay > TimeSpan.Zero && !await DelayAsync(reply.Delay, lifetime.RequestAborted).ConfigureAwait(false))
                return;
            if (reply.IsDropped)
                lifetime.Abort();
            else
                await WriteAsync(context, reply, request.Method == "HEAD", lifetime).ConfigureAwait(false);
        }

        private static async Task WriteAsync(IFeatureCollection context, StubResponse reply, bool isHead, IHttpRequestLifetimeFeature lifetime)
        {
            var response = context.GetRequiredFeature<IHttpResponseFeature>();
            response.StatusCode = reply.StatusCode;
            response.ReasonPhrase = reply.Reason;
            foreach (var header in reply.Headers.GroupBy(static header => header.Key, static header => header.Value, StringComparer.OrdinalIgnoreCase))
                response.Headers[header.Key] = new StringValues([.. header]);

            // RFC 9110, section 6.4.1: these responses have no body, so they must not have a length.
            if (!StubResponse.HasBody(reply.StatusCode))
                return;
            response.Headers.ContentLength = reply.Body.Length;
            if (isHead)
                return;
            var output = context.GetRequiredFeature<IHttpResponseBodyFeature>();
            var sent = reply.TruncateAfter is { } limit && limit < reply.Body.Length ? reply.Body[..limit] : reply.Body;
            await output.StartAsync().ConfigureAwait(false);
            await output.Stream.WriteAsync(sent).ConfigureAwait(false);
            await output.Stream.FlushAsync().ConfigureAwait(false);
            if (sent.Length < reply.Body.Length)
                lifetime.Abort();
        }

        private async Task<bool> DelayAsync(TimeSpan delay, CancellationToken aborted)
        {
            try
            {
                await Task.Delay(delay, responder.TimeProvider, aborted).ConfigureAwait(false);
                return true;
            }
            catch (OperationCanceledException)
            {
                // The client did not wait, so there is no response to send.
                return false;
            }
        }

        // The request line can contain a whole URL (RFC 9112, section 3.2.2). The part after its authority counts unchanged.
        private static string TargetOf(IHttpRequestFeature request)
        {
            var target = request.RawTarget;
            var authority = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
            if (authority < 0)
                return target;
            var end = target.AsSpan(authority + 3).IndexOfAny('/', '?');
            var rest = end < 0 ? "" : target[(authority + 3 + end)..];
            return rest.StartsWith('/') ? rest : "/" + rest;
        }

        private static Uri OriginOf(IFeatureCollection context)
        {
            var connection = context.GetRequiredFeature<IHttpConnectionFeature>();
            return new Uri($"http://{connection.LocalIpAddress}:{connection.LocalPort}/");
        }
    }
}
