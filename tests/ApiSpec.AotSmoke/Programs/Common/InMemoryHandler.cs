using System.Net;
using System.Net.Http.Headers;

namespace ApiSpec.AotSmoke;

/// <summary>Responds to every request with the usage example of the reference, without a network.</summary>
internal sealed class InMemoryHandler : HttpMessageHandler
{
    private static readonly byte[] Body =
        """
        {
          "name" : "rerunStart",
          "href" : "http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
          "method" : "POST",
          "parameters" : [ ]
        }
        """u8.ToArray();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
