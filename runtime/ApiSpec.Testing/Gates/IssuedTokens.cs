using System.Globalization;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Testing.Gates;

/// <summary>The tokens that a server has handed out, and that have not expired.</summary>
internal sealed class IssuedTokens(AuthenticationScheme scheme, TimeProvider timeProvider, string stem)
{
    private readonly Dictionary<string, DateTimeOffset> _expiryByToken = new(StringComparer.Ordinal);
    private int _issued;

    public string Issue()
    {
        lock (_expiryByToken)
        {
            var token = string.Create(CultureInfo.InvariantCulture, $"{stem}{++_issued}");
            _expiryByToken.Add(token, scheme.LifetimeSeconds is { } seconds ? timeProvider.GetUtcNow().AddSeconds(seconds) : DateTimeOffset.MaxValue);
            return token;
        }
    }

    public bool IsIn(ReceivedRequest request)
    {
        if (request.Headers[scheme.Header ?? "Authorization"] is not { } header || !header.StartsWith(Write(""), StringComparison.OrdinalIgnoreCase))
            return false;
        lock (_expiryByToken)
            return _expiryByToken.TryGetValue(header[Write("").Length..].Trim(), out var expiry) && timeProvider.GetUtcNow() < expiry;
    }

    /// <summary>A token as it stands in a header.</summary>
    public string Write(string token) => string.IsNullOrEmpty(scheme.Scheme) ? token : scheme.Scheme + " " + token;

    public void Clear()
    {
        lock (_expiryByToken)
            _expiryByToken.Clear();
    }
}
