using System.Globalization;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Testing.Gates;

/// <summary>The tokens that a server has issued and that have not expired. If there are too many, the oldest tokens are removed.</summary>
internal sealed class IssuedTokens(AuthenticationScheme scheme, TimeProvider timeProvider, string stem)
{
    // More sessions than a test has at a time. A limit keeps the memory of a server small that runs for weeks.
    private const int Most = 10_000;

    /// <summary>The cookie that holds a session, if the reference says only that an operation sets cookies.</summary>
    public const string SessionCookie = "session";

    private readonly Dictionary<string, DateTimeOffset> _expiryByToken = new(StringComparer.Ordinal);

    // All tokens have the same lifetime, so the oldest expires first.
    private readonly Queue<string> _inOrder = new();
    private int _issued;

    public string Issue()
    {
        lock (_expiryByToken)
        {
            var now = timeProvider.GetUtcNow();
            while (_inOrder.TryPeek(out var oldest) && (_inOrder.Count >= Most || _expiryByToken[oldest] <= now))
                _expiryByToken.Remove(_inOrder.Dequeue());
            var token = string.Create(CultureInfo.InvariantCulture, $"{stem}{++_issued}");
            _inOrder.Enqueue(token);
            _expiryByToken.Add(token, scheme.LifetimeSeconds is { } seconds ? now.AddSeconds(seconds) : DateTimeOffset.MaxValue);
            return token;
        }
    }

    public bool IsIn(ReceivedRequest request)
    {
        var sent = Find(request).ToList();
        lock (_expiryByToken)
            return sent.Exists(token => _expiryByToken.TryGetValue(token, out var expiry) && timeProvider.GetUtcNow() < expiry);
    }

    private IEnumerable<string> Find(ReceivedRequest request)
    {
        if (scheme.Place != CredentialPlace.Header)
            return RequestFields.Of(request, Enum.Parse<ApiCredentialPlace>(scheme.Place.ToString()), scheme.Names.Count > 0 ? scheme.Names[0] : SessionCookie);
        return request.Headers[scheme.Header ?? "Authorization"] is { } header && header.StartsWith(Write(""), StringComparison.OrdinalIgnoreCase)
            ? [header[Write("").Length..].Trim()]
            : [];
    }

    /// <summary>The header value of a token.</summary>
    public string Write(string token) => string.IsNullOrEmpty(scheme.Scheme) ? token : scheme.Scheme + " " + token;

    public void Clear()
    {
        lock (_expiryByToken)
        {
            _expiryByToken.Clear();
            _inOrder.Clear();
        }
    }
}
