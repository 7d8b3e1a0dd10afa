using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Hosting;

namespace ApiSpec.Testing;

/// <summary>An HTTP server on 127.0.0.1 that responds with the documented examples. It stops when it is disposed.</summary>
/// <remarks>
/// A request of an example gets the documented response. Another request for the same operation gets the documented 404; an operation without an
/// example responds with a value from its schema, which is always the same. A request that contradicts the reference gets 400, an unknown path 404, a known
/// path with another method 405. Unsuccessful responses have the API's error body. The header <c>ApiSpec-Response</c> says where a response comes from, and
/// which requests have examples if this one does not. A request whose <c>Host</c> header names neither loopback nor a host that
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
    /// A copy of the requests so far, oldest first. <see cref="StubOptions.MaxRequests"/> and <see cref="StubOptions.MaxRequestBytes"/> limit their number and
    /// size. The oldest requests are dropped first.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => _responder.History.Requests;

    /// <summary>The number of older requests that <see cref="Requests"/> no longer contains.</summary>
    public int DroppedRequests => _responder.History.Dropped;

    /// <summary>Starts a server without a login.</summary>
    /// <param name="specPaths">Spec files, and folders that hold some at any depth.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidSpecException">The files have violations.</exception>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or a folder holds no spec.</exception>
    /// <exception cref="IOException">A folder points to a folder that contains it, or a folder, a device or a pipe has the name of a spec.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder cannot be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="specPaths"/> is null.</exception>
    public static Task<StubServer> StartAsync(params IEnumerable<string> specPaths) => StartAsync(new StubOptions(ExampleCatalog.Load(specPaths)));

    /// <summary>Starts a server with options.</summary>
    /// <param name="options">The options. Later changes have no effect.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="IOException">The port is in use, or reserved.</exception>
    /// <exception cref="OperationCanceledException">Starting was cancelled.</exception>
    public static async Task<StubServer> StartAsync(StubOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var responder = new ExampleResponder(options) { ShowsSource = true };
        return new StubServer(await LoopbackServer.StartAsync(responder, options.Port, options.HostNames, cancellationToken).ConfigureAwait(false), responder);
    }

    /// <summary>Stops the server. Requests that are being answered are finished, for a second at most.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
