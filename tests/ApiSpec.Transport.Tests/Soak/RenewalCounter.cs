using System.Collections.Concurrent;

namespace ApiSpec.Tests.Soak;

/// <summary>Counts, for every session of the server, how often a login has returned one of its tokens.</summary>
public sealed class RenewalCounter(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public ConcurrentDictionary<long, int> Renewals { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isLogin = request.Headers.Authorization?.Scheme == "Basic";
        var response = await base.SendAsync(request, cancellationToken);
        if (isLogin && response.IsSuccessStatusCode && response.Headers.WwwAuthenticate.FirstOrDefault()?.Parameter is { } token)
            Renewals.AddOrUpdate(SoakServer.SessionOf(token), 1, static (_, count) => count + 1);
        return response;
    }
}
