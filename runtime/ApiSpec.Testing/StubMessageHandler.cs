using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Hosting;

namespace ApiSpec.Testing;

/// <summary>Responds to requests with the documented examples, without a network: for <c>HttpClient</c>, or the handler of a client's options.</summary>
/// <remarks>It responds as <see cref="StubServer"/> does. Instances can be used by several requests at once.</remarks>
public sealed class StubMessageHandler : HttpMessageHandler
{
    private readonly ExampleResponder _responder;
    private readonly ResponderHandler _handler;

    /// <summary>Creates a handler without a login.</summary>
    /// <param name="catalog">The operations and examples.</param>
    /// <exception cref="ArgumentNullException"><paramref name="catalog"/> is null.</exception>
    public StubMessageHandler(ExampleCatalog catalog)
        : this(new StubOptions(catalog))
    {
    }

    /// <summary>A handler with options.</summary>
    /// <param name="options">The options. Later changes have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public StubMessageHandler(StubOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _responder = new ExampleResponder(options);
        _handler = new ResponderHandler(_responder);
    }

    /// <summary>
    /// A copy of the requests so far, oldest first. <see cref="StubOptions.MaxRequests"/> and <see cref="StubOptions.MaxRequestBytes"/> limit their number and
    /// size. The oldest requests are dropped first.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => _responder.History.Requests;

    /// <summary>The number of older requests that <see cref="Requests"/> no longer contains.</summary>
    public int DroppedRequests => _responder.History.Dropped;

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _handler.Respond(request, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _handler.RespondAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _handler.Dispose();
        base.Dispose(disposing);
    }
}
