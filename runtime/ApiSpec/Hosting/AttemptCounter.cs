namespace ApiSpec.Hosting;

/// <summary>Counts how often a request passes: the handlers before it can send it several times.</summary>
internal sealed class AttemptCounter : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (request as ApiRequest)?.Progress?.IsSent();
        return base.SendAsync(request, cancellationToken);
    }
}
