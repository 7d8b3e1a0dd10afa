using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The sessions of an API: the response header that issues a token, and the request header that carries it. Immutable.</summary>
public sealed class ApiSessionScheme
{
    private const string AuthorizationHeader = "Authorization";

    /// <summary>Describes sessions.</summary>
    /// <param name="scheme">The word before the token, such as <c>HSSO</c>; empty when the token stands alone.</param>
    /// <param name="issuedIn">The header of a successful response that issues a token, such as <c>WWW-Authenticate</c>.</param>
    /// <param name="lifetime">How long a token is valid after it was issued; null: the reference does not say.</param>
    /// <param name="header">The header of a request that carries the token.</param>
    /// <exception cref="ArgumentException">A name is not valid for a header or a scheme, or the lifetime is not positive.</exception>
    public ApiSessionScheme(string scheme, string issuedIn, TimeSpan? lifetime, string header = AuthorizationHeader)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        if (scheme.Length > 0)
            HeaderRules.CheckName(scheme, nameof(scheme));
        HeaderRules.CheckName(issuedIn, nameof(issuedIn));
        HeaderRules.CheckName(header, nameof(header));
        if (lifetime <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "The lifetime of a token must be positive.");
        Scheme = scheme;
        IssuedIn = issuedIn;
        Lifetime = lifetime;
        Header = header;
    }

    /// <summary>The word before the token; empty when the token stands alone.</summary>
    public string Scheme { get; }

    /// <summary>The header of a successful response that issues a token.</summary>
    public string IssuedIn { get; }

    /// <summary>How long a token is valid after it was issued; null when the reference does not say.</summary>
    public TimeSpan? Lifetime { get; }

    /// <summary>The header of a request that carries the token.</summary>
    public string Header { get; }

    /// <summary>The name of the scheme, or the name of the header without a scheme.</summary>
    public override string ToString() => Scheme.Length > 0 ? Scheme : Header;

    /// <summary>The header value of a request.</summary>
    internal string Authorize(string token) => Scheme.Length > 0 ? Scheme + " " + token : token;

    /// <summary>Returns the token that a response issues, or null. Other challenges in the same header are skipped.</summary>
    internal string? FindToken(HttpResponseMessage response)
    {
        foreach (var value in new ApiResponseHeaders(new ReceivedHeaders(response.Headers, null, null)).GetValues(IssuedIn))
        {
            if (FindToken(value) is { } token)
                return token;
        }

        return null;
    }

    /// <summary>Returns the token of a request; null for a request without a token, such as a login.</summary>
    internal string? FindToken(HttpRequestMessage request)
        => request.Headers.TryGetValues(Header, out var values) && values.FirstOrDefault() is { } value ? Read(value) : null;

    private string? FindToken(string value)
    {
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] == '"')
                isQuoted = !isQuoted;
            if (i < value.Length && (value[i] != ',' || isQuoted))
                continue;
            if (Read(value.Substring(start, i - start).Trim()) is { } token)
                return token;
            start = i + 1;
        }

        return null;
    }

    private string? Read(string challenge)
    {
        if (Scheme.Length > 0)
        {
            if (challenge.Length <= Scheme.Length
                || challenge[Scheme.Length] is not (' ' or '\t')
                || !challenge.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
                return null;
            challenge = challenge.Substring(Scheme.Length).Trim();
        }

        return TokenText.IsToken(challenge) ? challenge : null;
    }
}
