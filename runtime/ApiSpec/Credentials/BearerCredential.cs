using System.Net.Http.Headers;
using ApiSpec.Generated;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>A token in the Bearer scheme (RFC 6750). Unless the connection is HTTPS, anyone on the network can read it.</summary>
public sealed class BearerCredential : ApiCredential
{
    private readonly AuthenticationHeaderValue? _header;
    private readonly Func<CancellationToken, ValueTask<string>>? _provider;

    /// <summary>Creates a credential with a token that does not change.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">The token is empty or has characters that are not allowed in a token.</exception>
    public BearerCredential(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        if (!TokenText.IsToken(token))
            throw new ArgumentException("The token contains characters that are not allowed in a token, or is too long.", nameof(token));
        _header = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>
    /// Creates a credential with a function that returns the token. The client calls the function for every request, so the function should reuse a token until
    /// it expires.
    /// </summary>
    /// <param name="provider">
    /// Returns the token. Its cancellation token is cancelled with the call, also by the timeout of the call. The call throws the exceptions of this function.
    /// </param>
    public BearerCredential(Func<CancellationToken, ValueTask<string>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _provider = provider;
    }

    /// <summary>The kind of credential; the token is masked.</summary>
    public override string ToString() => "Bearer ***";

    internal override IReadOnlyList<ApiCredentialField> Fields => [new ApiCredentialField(ApiCredentialPlace.Header, "Authorization", _header?.ToString())];

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The function gave no token.</exception>
    protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_header is not null)
        {
            request.Headers.Authorization = _header;
            return default;
        }

        var asking = _provider!(cancellationToken);
        if (!asking.IsCompletedSuccessfully)
            return WaitAsync(request, asking.AsTask(), cancellationToken);
        Authorize(request, asking.Result);
        return default;
    }

    private static async ValueTask WaitAsync(HttpRequestMessage request, Task<string> asked, CancellationToken cancellationToken)
    {
        // A function that ignores its cancellation token must not delay the call beyond its timeout.
        AbandonedTask.Observe(asked);
        Authorize(request, await asked.WaitAsync(cancellationToken).ConfigureAwait(false));
    }

    private static void Authorize(HttpRequestMessage request, string token)
    {
        if (!TokenText.IsToken(token))
            throw new InvalidOperationException("The function returned no bearer token, or one that cannot be sent in a header.");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}
