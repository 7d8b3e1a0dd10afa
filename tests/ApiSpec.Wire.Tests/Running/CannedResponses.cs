using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace ApiSpec.Wire.Tests.Running;

/// <summary>Responds with the given bodies in their order, and records the requests. A single body is the response to every request.</summary>
internal sealed class CannedResponses(params (HttpStatusCode Status, string Body)[] responses) : HttpMessageHandler
{
    public CannedResponses(params string[] bodies)
        : this([.. bodies.Select(static body => (HttpStatusCode.OK, body))])
    {
    }

    /// <summary>The path and query of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (status, body) = responses.Length == 1 ? responses[0] : responses[Requests.Count];
        Requests.Enqueue(request.RequestUri!.PathAndQuery);
        return Task.FromResult(new HttpResponseMessage(status)
        {
            Content = new StringContent(body, Encoding.UTF8, body.StartsWith('<') ? "application/xml" : "application/json"), RequestMessage = request,
        });
    }
}
