using ApiSpec.Credentials;

namespace ApiSpec;

/// <summary>
/// Logs in once and stays in the session: the first request carries another credential, the token in its reply goes with the requests after it. Meant to
/// be shared by all calls, and all clients, that one user makes to one server.
/// </summary>
/// <remarks>
/// Every successful reply may hand out a newer token. Shortly before the token's lifetime ends, one request logs in anew while the others still use the old
/// token; when there is none, one request logs in and the others wait for it, and if that fails, the next logs in. A request whose token the server refuses with 401 is sent once more, with the
/// login. A token only ever goes to the server that issued it, and is in no text or exception of this library.
/// </remarks>
public sealed class SessionCredential : ApiCredential
{
    // A failed reply brings no token, so the next request logs in, and only one at a time. Where that leads nowhere, calls stop waiting for each other.
    private const int MaxFailedLogins = 8;

    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);

    private readonly ApiCredential _login;
    private readonly ApiSessionScheme _scheme;
    private readonly TimeProvider _timeProvider;
    private readonly object _gate = new();
    private SessionToken? _token;
    private SessionLogin? _pending;
    private bool _issuesNone;
    private int _failedLogins;

    /// <summary>Makes a session that begins with the first request.</summary>
    /// <param name="login">What begins a session, such as a <see cref="BasicCredential"/>.</param>
    /// <param name="scheme">How sessions work.</param>
    /// <param name="timeProvider">The clock that the lifetime goes by; null: the system's.</param>
    /// <exception cref="ArgumentException">The login is none, or a session itself.</exception>
    public SessionCredential(ApiCredential login, ApiSessionScheme scheme, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(scheme);
        if (ReferenceEquals(login, None) || login is SessionCredential)
            throw new ArgumentException("A session needs a credential to log in with.", nameof(login));
        _login = login;
        _scheme = scheme;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Forgets the token: the next request logs in. Requests that are on their way are not disturbed.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _token = null;
            _issuesNone = false;
            _failedLogins = 0;
        }
    }

    /// <summary>The scheme and the login with its secret masked; never the token.</summary>
    public override string ToString() => _scheme + " session after " + _login;

    /// <inheritdoc />
    protected internal override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        while (true)
        {
            if (TryUseToken(request, out var others))
                return;

            if (others is null)
                break;
            await others.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        await _login.ApplyAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected internal override async ValueTask<bool> OnResponseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        var request = response.RequestMessage;
        if (request is null)
            return false;

        var usedToken = _scheme.FindToken(request);
        var status = (int)response.StatusCode;
        var issued = status < 400 ? _scheme.FindToken(response) : null;
        lock (_gate)
        {
            if (issued is not null)
            {
                Keep(issued, request.RequestUri);
            }
            else if (usedToken is null && status < 400)
            {
                _issuesNone = true;
            }
            else if (usedToken is null)
            {
                _failedLogins++;
            }
            else if (usedToken is not null && status == 401 && _token?.Is(usedToken) == true)
            {
                _token = null;
            }

            if (ReferenceEquals(_pending?.Request, request))
                EndLogin(_pending!);
        }

        return usedToken is not null
            ? status == 401
            : await _login.OnResponseAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uses the token if there is one; otherwise tells which login to wait for, or makes the request the one that logs in.</summary>
    private bool TryUseToken(HttpRequestMessage request, out SessionLogin? others)
    {
        others = null;
        SessionToken? token;
        lock (_gate)
        {
            token = FindToken(request.RequestUri);
            if (token is null && _pending is not null)
            {
                others = _pending;
                return false;
            }

            // Only a request of ours tells when it ends; no other may hold anybody up. Nor is there a point in it where logins give no token.
            var logsIn = _pending is null && (token is null ? !_issuesNone && _failedLogins < MaxFailedLogins : IsDue(token));
            if (logsIn && request is ApiRequest own)
            {
                var login = new SessionLogin(own);
                _pending = login;
                own.WhenDisposed(() => EndLogin(login));
                return false;
            }
        }

        if (token is null)
            return false;
        Authorize(request, token);
        return true;
    }

    private SessionToken? FindToken(Uri? server) => _token is { } token && !(Age(token) >= _scheme.Lifetime) && token.IsOf(server) ? token : null;

    private bool IsDue(SessionToken token)
    {
        if (_scheme.Lifetime is not { } lifetime)
            return false;
        var margin = TimeSpan.FromTicks(Math.Min(lifetime.Ticks / 10, LongestMargin.Ticks));
        return Age(token) >= lifetime - margin;
    }

    private TimeSpan Age(SessionToken token) => _timeProvider.GetElapsedTime(token.IssuedAt);

    private void Authorize(HttpRequestMessage request, SessionToken token)
    {
        request.Headers.Remove(_scheme.Header);
        request.Headers.TryAddWithoutValidation(_scheme.Header, _scheme.Authorize(token.Text));
    }

    private void Keep(string issued, Uri? server)
    {
        // A reply may repeat the token of its request; that makes it no younger.
        if (_token is { } token && token.Is(issued) && token.IsOf(server))
            return;
        _token = new SessionToken(issued, server, _timeProvider.GetTimestamp());
        _issuesNone = false;
        _failedLogins = 0;
    }

    private void EndLogin(SessionLogin login)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_pending, login))
                _pending = null;
        }

        login.End();
    }
}
