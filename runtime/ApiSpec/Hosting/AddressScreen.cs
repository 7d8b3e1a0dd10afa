using ApiSpec.Transport;

namespace ApiSpec.Hosting;

/// <summary>
/// One of two handlers around a handler that logs URLs. The first hides URLs that can contain a secret, and the second restores them for later handlers.
/// </summary>
internal sealed class AddressScreen(bool hides) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => ShownAddress.Find(request) is null ? base.SendAsync(request, cancellationToken) : SendScreenedAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendScreenedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Switch(request, hides);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Handlers also see the request after the response has arrived.
            Switch(request, !hides);
        }
    }

    private static void Switch(HttpRequestMessage request, bool isHidden)
    {
        if (isHidden)
            ShownAddress.Hide(request);
        else
            ShownAddress.Restore(request);
    }
}
