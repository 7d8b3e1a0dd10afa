using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Loading;
using ApiSpec.Transport;

namespace ApiSpec.Testing.Recording;

/// <summary>Which headers of an operation are masked, and the secrets in them.</summary>
internal sealed class SecretHeaders
{
    // Servers seldom document the headers in which they send tokens.
    private static readonly string[] Suspicious =
    [
        "api-key", "auth", "cookie", "credential", "csrf", "passw", "secret", "session", "signature", "token", "xsrf",
    ];

    private readonly HashSet<string> _secret = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _documented = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _secretPatterns = [];
    private readonly List<string> _documentedPatterns = [];
    private readonly HashSet<string> _credentials = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _issued = new(StringComparer.OrdinalIgnoreCase);

    public SecretHeaders(StubOperation operation)
    {
        Add(operation.HeaderRows);
        foreach (var outcome in operation.Outcomes.All)
            Add(outcome.Headers);
        // Those of all operations: a client can send its credential to each of them.
        foreach (var scheme in (operation.Api.Api?.Authentication ?? []).Concat(operation.Declaration.Authentication ?? []))
        {
            if (scheme.Place == CredentialPlace.Header)
                _credentials.UnionWith(scheme.Names.Append(scheme.Header).OfType<string>());
            if (scheme.IssuedIn is { } issued)
                _issued.Add(issued);
        }
    }

    /// <summary>Whether the value of a request header is masked. One that is neither usual nor documented can be a credential, whatever its name.</summary>
    public bool IsMaskedInRequest(string name)
        => IsKnown(name) || !(HeaderSecrets.IsHarmless(name) || IsPublic(name));

    /// <summary>Whether the value of a response header is masked.</summary>
    public bool IsMaskedInResponse(string name) => IsKnown(name) || IsSuspicious(name);

    /// <summary>Whether the name is that of a usual or a documented header, so that it is not a secret itself.</summary>
    public bool IsDocumented(string name) => HeaderSecrets.IsHarmless(name) || IsKnown(name) || IsPublic(name);

    /// <summary>Notes the secrets in a request header.</summary>
    public void CollectFromRequest(string name, string value, KnownSecrets secrets)
    {
        if (name.StartsWith("Cookie", StringComparison.OrdinalIgnoreCase))
            LoginText.FindCookies(value, secrets.Add);
        else if (IsLogin(name) || _credentials.Contains(name))
            LoginText.FindSecrets(value, secrets.Add);
        else if (IsMaskedInRequest(name))
            AddValue(name, value, secrets);
    }

    /// <summary>Notes the secrets in a response header.</summary>
    public void CollectFromResponse(string name, string value, int statusCode, KnownSecrets secrets)
    {
        if (name.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            LoginText.FindSetCookie(value, secrets.Add);
        // The same header has a challenge in a 401, which is not a secret: 'Basic realm="server"'.
        else if ((_issued.Contains(name) && statusCode != 401) || _credentials.Contains(name)
            || name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase))
            LoginText.FindSecrets(value, secrets.Add);
        else if (!IsChallenge(name) && IsMaskedInResponse(name))
            AddValue(name, value, secrets);
    }

    private bool IsKnown(string name)
        => IsLogin(name) || IsSecret(name) || _credentials.Contains(name) || _issued.Contains(name)
            || name.StartsWith("Cookie", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase);

    private bool IsSuspicious(string name) => !IsPublic(name) && IsLikeSecret(name);

    private static bool IsLikeSecret(string name) => Array.Exists(Suspicious, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool IsLogin(string name)
        => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
            || IsChallenge(name);

    private static bool IsChallenge(string name)
        => name.EndsWith("-Authenticate", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Authentication-Info", StringComparison.OrdinalIgnoreCase);

    private void Add(IEnumerable<RowDeclaration> rows)
    {
        foreach (var row in rows)
        {
            if (row.IsPattern)
                (row.IsSecret ? _secretPatterns : _documentedPatterns).Add(row.Name);
            else
                (row.IsSecret ? _secret : _documented).UnionWith(row.Names);
        }
    }

    // A row with the whole name precedes those whose names the program completes.
    private bool IsSecret(string name) => _secret.Contains(name) || (!_documented.Contains(name) && Matches(_secretPatterns, name));

    // A pattern can also match the header of a token, which the page does not name.
    private bool IsPublic(string name)
        => _documented.Contains(name) || (!IsSecret(name) && !IsLikeSecret(name) && Matches(_documentedPatterns, name));

    private static bool Matches(List<string> patterns, string name)
        => patterns.Exists(pattern => NamePattern.Matches(pattern, name, StringComparison.OrdinalIgnoreCase));

    // The URL in an unknown header, such as 'Referer', is no credential. Its parts would be searched for in all other URLs.
    private void AddValue(string name, string value, KnownSecrets secrets)
    {
        if (IsSecret(name) || !value.Contains("://", StringComparison.Ordinal))
            secrets.Add(value);
    }
}
