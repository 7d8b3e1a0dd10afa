namespace ApiSpec.Hosting;

/// <summary>Counts how often a request is sent, because earlier handlers can send it several times.</summary>
internal sealed class AttemptCounter : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (request as ApiRequest)?.Progress?.IsSent();
        return base.SendAsync(request, cancellationToken);
    }
}
