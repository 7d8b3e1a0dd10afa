using System.Net;
using System.Net.Http.Headers;

namespace ApiSpec.Specs.Tests.Support;

/// <summary>A handler through which a test acts as the server.</summary>
internal sealed class RespondingHandler(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
{
    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK)
        => new(status) { Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = answer(request, body);
        response.RequestMessage = request;
        return response;
    }
}
