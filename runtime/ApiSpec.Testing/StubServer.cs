using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Hosting;

namespace ApiSpec.Testing;

/// <summary>An HTTP server on 127.0.0.1 that answers with the documented examples. It ends when it is disposed.</summary>
/// <remarks>
/// A request that an example documents gets the documented answer. Another request for the same operation gets the documented 404; an operation without an
/// example answers with a value made from its schema, always the same. A request that contradicts the reference gets 400, an unknown path 404, a known
/// path with another method 405. Unsuccessful answers have the API's error body. A request whose <c>Host</c> header names neither loopback nor a host that
/// <see cref="StubOptions.AllowHost"/> allows is refused with 400.
/// </remarks>
public sealed class StubServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly ExampleResponder _responder;

    private StubServer(LoopbackServer server, ExampleResponder responder)
    {
        _server = server;
        _responder = responder;
    }

    /// <summary>The address of the server: <c>http://127.0.0.1</c> and its port.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>
    /// The requests that were answered so far, oldest first: a copy, which later requests do not change. As many as <see cref="StubOptions.MaxRequests"/> and
    /// <see cref="StubOptions.MaxRequestBytes"/> allow, without the oldest ones.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => _responder.History.Requests;

    /// <summary>How many requests <see cref="Requests"/> has no room for: older ones than those.</summary>
    public int DroppedRequests => _responder.History.Dropped;

    /// <summary>Starts a server that lets everybody in.</summary>
    /// <param name="specPaths">Spec files, and folders that hold some at any depth.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidSpecException">The files have violations.</exception>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or a folder holds no spec.</exception>
    /// <exception cref="IOException">A folder leads to a folder that it is in, or what has the name of a spec is a folder, a device or a pipe.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder may not be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="specPaths"/> is null.</exception>
    public static Task<StubServer> StartAsync(params IEnumerable<string> specPaths) => StartAsync(new StubOptions(ExampleCatalog.Load(specPaths)));

    /// <summary>Starts a server with options.</summary>
    /// <param name="options">What to answer with. Later changes have no effect.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="IOException">The port is in use, or reserved.</exception>
    /// <exception cref="OperationCanceledException">Starting was cancelled.</exception>
    public static async Task<StubServer> StartAsync(StubOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var responder = new ExampleResponder(options);
        return new StubServer(await LoopbackServer.StartAsync(responder, options.Port, options.HostNames, cancellationToken).ConfigureAwait(false), responder);
    }

    /// <summary>Stops the server. Requests that are being answered are finished, for a second at most.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
