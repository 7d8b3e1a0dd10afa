using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>Responds to every request at once, with the same JSON.</summary>
internal sealed class InstantHandler(string body, HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes(body);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(new HttpResponseMessage(status)
        {
            Content = new ReadOnlyMemoryContent(_body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        });
}
