using System.Net;
using System.Net.Http.Headers;

namespace ApiSpec.Benchmarks.Client;

/// <summary>Responds to every request with the same bytes, without a network. It reads the body of a request, like a connection.</summary>
internal sealed class InMemoryHandler(HttpStatusCode status, byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => request.Content is { } content ? RespondAsync(request, content, cancellationToken) : Task.FromResult(Answer(request));

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, HttpContent content, CancellationToken cancellationToken)
    {
        await content.CopyToAsync(Stream.Null, cancellationToken);
        return Answer(request);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(status) { Content = content, RequestMessage = request };
    }
}
