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

namespace ApiSpec.Testing.Hosting;

/// <summary>Kestrel on 127.0.0.1, in front of a responder.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private int _disposed;

    private LoopbackServer(KestrelServer server)
    {
        _server = server;
        BaseAddress = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public Uri BaseAddress { get; }

    public static async Task<LoopbackServer> StartAsync(ExampleResponder responder, int port, CancellationToken cancellationToken)
    {
        // Kestrel alone: a host would read the test's configuration, write logs and take Ctrl+C for itself.
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Listen(IPAddress.Loopback, port);
        var server = new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new Application(responder), cancellationToken).ConfigureAwait(false);
            return new LoopbackServer(server);
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

            var lifetime = context.GetRequiredFeature<IHttpRequestLifetimeFeature>();
            if (reply.Delay > TimeSpan.Zero && !await DelayAsync(reply.Delay, lifetime.RequestAborted).ConfigureAwait(false))
                return;
            if (reply.IsDropped)
                lifetime.Abort();
            else
                await WriteAsync(context, reply, request.Method == "HEAD", lifetime).ConfigureAwait(false);
        }

        private static async Task WriteAsync(IFeatureCollection context, StubReply reply, bool isHead, IHttpRequestLifetimeFeature lifetime)
        {
            var response = context.GetRequiredFeature<IHttpResponseFeature>();
            response.StatusCode = reply.StatusCode;
            response.ReasonPhrase = reply.Reason;
            foreach (var header in reply.Headers.GroupBy(static header => header.Key, static header => header.Value, StringComparer.OrdinalIgnoreCase))
                response.Headers[header.Key] = new StringValues([.. header]);

            // RFC 9110, section 6.4.1: these have no body, and a length would contradict that.
            if (reply.StatusCode is 204 or 205 or 304)
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
                // The client did not wait; there is nobody to answer.
                return false;
            }
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
