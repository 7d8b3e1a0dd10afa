using System.ComponentModel;
using System.Reflection;
using ApiSpec.Testing.Hosting;

namespace ApiSpec.Testing;

/// <summary>
/// Acts as the server of one API in tests. It responds with the documented examples, with values from the schemas, and with the responses that a test chooses.
/// Generated for each API of a project that sets <c>ApiSpecGenerateFake</c>.
/// </summary>
/// <remarks>
/// Several threads can use a fake at the same time. A fake that is created with its constructor works without a network. A fake that is started listens on
/// 127.0.0.1.
/// </remarks>
public abstract class ApiFake : IDisposable, IAsyncDisposable
{
    // RFC 2606, section 2: no name server knows this name, so a request that does not reach the fake cannot reach another server.
    internal static readonly Uri Nowhere = new("http://fake.invalid/");
    private HttpClient? _httpClient;
    private LoopbackServer? _server;

    /// <summary>Creates a fake that works without a network.</summary>
    /// <param name="specs">The assembly that the specs are embedded in.</param>
    /// <param name="api">The API's short name in the specs; null: they give none.</param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <exception cref="InvalidOperationException">
    /// The assembly has no specs in it, or the options ask for sessions that the API file does not describe.
    /// </exception>
    protected ApiFake(Assembly specs, string? api, FakeOptions? options)
    {
        ArgumentNullException.ThrowIfNull(specs);
        Definition = new FakeDefinition(specs, api, options ?? new FakeOptions());
    }

    /// <summary>
    /// The address of the fake: <c>http://127.0.0.1</c> and a port once it is started, and before that a URL that only the fake's handlers accept.
    /// </summary>
    public Uri BaseAddress => _server?.BaseAddress ?? Nowhere;

    /// <summary>Every operation, in the order of the generated groups.</summary>
    public IReadOnlyList<FakeOperation> AllOperations => Definition.Operations;

    /// <summary>
    /// A copy of the requests so far, oldest first. <see cref="FakeOptions.MaxRequests"/> and <see cref="FakeOptions.MaxRequestBytes"/> limit their number and
    /// size. The oldest requests are dropped first.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => Definition.Responder.History.Requests;

    /// <summary>The number of older requests that <see cref="Requests"/> no longer contains.</summary>
    public int DroppedRequests => Definition.Responder.History.Dropped;

    /// <summary>Makes the operations. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FakeDefinition Definition { get; }

    /// <summary>Whether the fake listens on 127.0.0.1.</summary>
    protected bool IsListening => _server is not null;

    /// <summary>Carries requests to the fake without a network.</summary>
    protected HttpClient InMemoryClient
        => _httpClient ??= new HttpClient(CreateHandler()) { BaseAddress = Nowhere, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A handler that responds without a network to requests for any server. Disposing it does not affect the fake.</summary>
    public HttpMessageHandler CreateHandler() => new ResponderHandler(Definition.Responder);

    /// <summary>
    /// Throws if a request contradicted the reference, belonged to no operation, was not expected by a strict fake, or was passed to a function of the test
    /// that threw an exception. Call it at the end of a test. Requests that the fake no longer contains count as well.
    /// </summary>
    /// <exception cref="FakeVerificationException">There was such a request. The message lists all requests.</exception>
    public void VerifyRequests()
    {
        var history = Definition.Responder.History;
        var mistaken = history.Requests.Count(static request => request.Violation is not null) + history.DroppedViolations;
        if (mistaken > 0)
            throw new FakeVerificationException(
                $"{mistaken} of {history.Requests.Count + history.Dropped} requests {(mistaken == 1 ? "was" : "were")} mistaken", history);
    }

    /// <summary>Ends every session: the tokens that were issued so far are refused.</summary>
    public void ExpireSessions() => Definition.Responder.ExpireSessions();

    /// <summary>Resets the fake to its initial state: without requests and sessions, and with the documented response of every operation.</summary>
    public void Reset()
    {
        foreach (var operation in Definition.Operations)
            operation.Reset();
        Definition.Responder.ExpireSessions();
        Definition.Responder.ForgetRequests();
    }

    /// <summary>Stops the server, if there is one. Requests in progress get up to a second to finish.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        _httpClient?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the server, like <see cref="DisposeAsync"/>.</summary>
    public void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to listen on 127.0.0.1.</summary>
    /// <param name="fake">The fake.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <typeparam name="TFake">The generated class.</typeparam>
    /// <returns>The fake.</returns>
    /// <exception cref="OperationCanceledException">Starting was cancelled.</exception>
    protected static async Task<TFake> ListenAsync<TFake>(TFake fake, CancellationToken cancellationToken)
        where TFake : ApiFake
    {
        ArgumentNullException.ThrowIfNull(fake);
        fake._server = await LoopbackServer.StartAsync(fake.Definition.Responder, 0, fake.Definition.HostNames, cancellationToken).ConfigureAwait(false);
        return fake;
    }
}
