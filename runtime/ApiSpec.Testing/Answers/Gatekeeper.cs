using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using ApiSpec.Generator.Model;

namespace ApiSpec.Testing.Answers;

/// <summary>Lets callers in who know the password (RFC 7617), or who carry a session token that was issued to them.</summary>
internal sealed class Gatekeeper
{
    private readonly byte[]? _basicCredential;
    private readonly TimeProvider _timeProvider;
    private readonly AuthenticationScheme? _session;
    private readonly Dictionary<string, DateTimeOffset> _expiryByToken = new(StringComparer.Ordinal);
    private int _issued;

    public Gatekeeper(StubOptions options)
    {
        _basicCredential = options.BasicCredential;
        _timeProvider = options.TimeProvider;
        if (!options.IssuesSessions)
            return;
        _session = options.Catalog.Apis.Select(static api => api.Session).FirstOrDefault(static session => session is not null)
            ?? throw new InvalidOperationException("The API file describes no session: 'authentication' has no 'session' with 'issued in'.");
    }

    /// <summary>Tells whether a request may pass, and whether its answer hands out a token.</summary>
    public Admission Admit(ReceivedRequest request)
    {
        if (_basicCredential is null)
            return Admission.Passed;
        if (_session is not null && HasToken(request))
            return Admission.Passed;
        return !HasPassword(request) ? Admission.Refused : _session is null ? Admission.Passed : Admission.LoggedIn;
    }

    /// <summary>The answer as it goes out: with a new token after a login, and with no other one.</summary>
    public StubReply Complete(StubReply reply, Admission admission)
    {
        if (_session is null)
            return reply;
        // The token that the reference prints was issued by another server.
        var headers = reply.Headers.Where(header => !IsToken(header));
        return admission == Admission.LoggedIn && reply.StatusCode < 400
            ? reply with { Headers = [.. headers, KeyValuePair.Create(_session.IssuedIn!, Write(Issue()))] }
            : reply with { Headers = [.. headers] };
    }

    /// <summary>The challenges of a refusal (RFC 9110, section 11.6.1).</summary>
    public static StubReply Challenge(StubReply reply) => reply.With("WWW-Authenticate", "Basic realm=\"stub\"");

    public void ExpireSessions()
    {
        lock (_expiryByToken)
            _expiryByToken.Clear();
    }

    private bool IsToken(KeyValuePair<string, string> header)
        => header.Key.Equals(_session!.IssuedIn, StringComparison.OrdinalIgnoreCase)
            && (_session.Scheme!.Length == 0 || header.Value.StartsWith(_session.Scheme + " ", StringComparison.OrdinalIgnoreCase));

    private string Issue()
    {
        lock (_expiryByToken)
        {
            var token = string.Create(CultureInfo.InvariantCulture, $"session{++_issued}");
            _expiryByToken.Add(token, _session!.LifetimeSeconds is { } seconds ? _timeProvider.GetUtcNow().AddSeconds(seconds) : DateTimeOffset.MaxValue);
            return token;
        }
    }

    private bool HasToken(ReceivedRequest request)
    {
        if (request.Headers[_session!.Header ?? "Authorization"] is not { } header)
            return false;
        var start = _session.Scheme!.Length == 0 ? "" : _session.Scheme + " ";
        if (!header.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            return false;
        lock (_expiryByToken)
            return _expiryByToken.TryGetValue(header[start.Length..].Trim(), out var expiry) && _timeProvider.GetUtcNow() < expiry;
    }

    private bool HasPassword(ReceivedRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers["Authorization"], out var authorization)
            || !authorization.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var credential = new byte[authorization.Parameter?.Length ?? 0];
        return Convert.TryFromBase64String(authorization.Parameter ?? "", credential, out var length)
            && CryptographicOperations.FixedTimeEquals(credential.AsSpan(0, length), _basicCredential);
    }

    private string Write(string token) => _session!.Scheme!.Length == 0 ? token : _session.Scheme + " " + token;
}

/// <summary>What became of a caller at the gate.</summary>
internal enum Admission
{
    Refused,
    Passed,

    /// <summary>Passed with a password, where a token is handed out for it.</summary>
    LoggedIn,
}
