using System.Net;
using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing.Hosting;

/// <summary>Passes requests to a responder without a network, and throws network errors if the responder requests them.</summary>
internal sealed class ResponderHandler(ExampleResponder responder) : HttpMessageHandler
{
    internal HttpResponseMessage Respond(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        var reply = responder.Respond(Receive(request, body.ToArray()));
        if (reply.Delay > TimeSpan.Zero)
            Task.Delay(reply.Delay, responder.TimeProvider, cancellationToken).GetAwaiter().GetResult();
        return ToResponse(request, reply);
    }

    internal async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var reply = responder.Respond(Receive(request, body));
        if (reply.Delay > TimeSpan.Zero)
            await Task.Delay(reply.Delay, responder.TimeProvider, cancellationToken).ConfigureAwait(false);
        return ToResponse(request, reply);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Respond(request, cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => RespondAsync(request, cancellationToken);

    private static ReceivedRequest Receive(HttpRequestMessage request, byte[] body)
    {
        var uri = request.RequestUri is { IsAbsoluteUri: true } absolute
            ? absolute
            : throw new InvalidOperationException("The request has no absolute address; give the client a base address.");
        return new ReceivedRequest(
            request.Method.Method,
            uri.PathAndQuery,
            new Uri(uri.GetLeftPart(UriPartial.Authority)),
            FieldCollection.Headers(FieldsOf(request.Headers, request.Content)),
            body);
    }

    /// <summary>The headers of a message, one for each value, as they are on the wire.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, HttpContent? content)
        => (content is null ? headers : headers.Concat(content.Headers)).SelectMany(static header => ValuesOf(header));

    private static HttpResponseMessage ToResponse(HttpRequestMessage request, StubResponse reply)
    {
        // The error of a connection that the server has closed.
        if (reply.IsDropped)
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "The response ended prematurely.", new IOException("The stub dropped the connection."));
        var response = new HttpResponseMessage((HttpStatusCode)reply.StatusCode)
        {
            ReasonPhrase = reply.Reason,
            RequestMessage = request,
            Content = ContentOf(request, reply),
        };
        foreach (var (name, value) in reply.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private static HttpContent ContentOf(HttpRequestMessage request, StubResponse reply)
    {
        // RFC 9110, section 9.3.2: the length of the body that a GET would return.
        if (request.Method == HttpMethod.Head)
        {
            var head = new ByteArrayContent([]);
            head.Headers.ContentLength = reply.Body.Length;
            return head;
        }

        return reply.TruncateAfter is { } limit && limit < reply.Body.Length ? new TruncatedContent(reply.Body, limit) : new ReadOnlyMemoryContent(reply.Body);
    }

    // HttpClient stores the products of User-Agent as separate values. They are sent as one value, separated by spaces.
    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(KeyValuePair<string, IEnumerable<string>> header)
        => header.Key.Equals("User-Agent", StringComparison.OrdinalIgnoreCase)
            ? [KeyValuePair.Create(header.Key, string.Join(' ', header.Value))]
            : header.Value.Select(value => KeyValuePair.Create(header.Key, value));
}
