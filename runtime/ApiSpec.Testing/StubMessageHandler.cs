using System.Net;
using ApiSpec.Testing.Answers;

namespace ApiSpec.Testing;

/// <summary>Answers requests with the documented examples, without a network: for <c>HttpClient</c>, or the handler of a client's options.</summary>
/// <remarks>It answers as <see cref="StubServer"/> does. Instances may be used by several requests at once.</remarks>
public sealed class StubMessageHandler : HttpMessageHandler
{
    private readonly ExampleResponder _responder;

    /// <summary>A handler that lets everybody in.</summary>
    /// <param name="catalog">The operations and examples to answer with.</param>
    /// <exception cref="ArgumentNullException"><paramref name="catalog"/> is null.</exception>
    public StubMessageHandler(ExampleCatalog catalog)
        : this(new StubOptions(catalog))
    {
    }

    /// <summary>A handler with options.</summary>
    /// <param name="options">What to answer with. Later changes have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public StubMessageHandler(StubOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _responder = new ExampleResponder(options);
    }

    /// <summary>The requests that were answered so far, oldest first: a copy, which later requests do not change.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _responder.Requests;

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        return Answer(request, body.ToArray());
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return Answer(request, body);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[] body)
    {
        var uri = request.RequestUri is { IsAbsoluteUri: true } absolute
            ? absolute
            : throw new InvalidOperationException("The request has no absolute address; give the client a base address.");
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = request.Content is null ? request.Headers : request.Headers.Concat(request.Content.Headers);
        var reply = _responder.Answer(new ReceivedRequest(
            request.Method.Method,
            uri.PathAndQuery,
            new Uri(uri.GetLeftPart(UriPartial.Authority)),
            FieldCollection.Headers(headers.SelectMany(static header => ValuesOf(header))),
            body));

        var response = new HttpResponseMessage((HttpStatusCode)reply.StatusCode)
        {
            ReasonPhrase = reply.Reason,
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(reply.Body),
        };
        foreach (var (name, value) in reply.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    // Products of a User-Agent are kept apart by blanks; on the wire they are one value.
    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(KeyValuePair<string, IEnumerable<string>> header)
        => header.Key.Equals("User-Agent", StringComparison.OrdinalIgnoreCase)
            ? [KeyValuePair.Create(header.Key, string.Join(' ', header.Value))]
            : header.Value.Select(value => KeyValuePair.Create(header.Key, value));
}
