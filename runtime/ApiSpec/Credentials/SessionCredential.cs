using ApiSpec.Credentials;

namespace ApiSpec;

/// <summary>
/// Logs in once, and then uses the session. The first request contains another credential, and the requests after it contain the token of its response. Share
/// one instance between all calls and all clients of one user on one server.
/// </summary>
/// <remarks>
/// Every successful response can issue a newer token. Shortly before the token's lifetime ends, one request logs in again while the others still use the old
/// token. Without a token, one request logs in and the others wait for it, each at most until the timeout of its call. If the login fails or takes too long,
/// the next request logs in. A request whose token the server refuses with 401 is sent again, with the login. A token is only sent to the server that issued
/// it, and no message of this library contains it.
/// </remarks>
public sealed class SessionCredential : ApiCredential
{
    // A failed response has no token, so the next request logs in, one at a time. If that fails repeatedly, calls stop waiting for each other.
    private const int MaxFailedLogins = 8;

    private readonly ApiCredential _login;
    private readonly ApiSessionScheme _scheme;
    private readonly TimeSpan _loginTimeout;
    private readonly TokenLifetime _lifetime;
    private readonly TimeProvider _timeProvider;
    private readonly object _gate = new();
    private SessionToken? _token;
    private PendingLogin? _pending;
    private bool _issuesNone;
    private int _failedLogins;
    private int _resets;

    /// <summary>Creates a session that starts with the first request.</summary>
    /// <param name="login">The credential that starts a session, such as a <see cref="BasicCredential"/>.</param>
    /// <param name="scheme">How sessions work.</param>
    /// <param name="timeProvider">The clock of the lifetime and of the login's timeout; null: the system's.</param>
    /// <param name="loginTimeout">
    /// How long other requests wait for the one that logs in before the next logs in; null: 100 s; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. The
    /// request itself ends with the timeout of its call.
    /// </param>
    /// <exception cref="ArgumentException">The login is <see cref="ApiCredential.None"/> or a session itself, or the timeout is not positive.</exception>
    public SessionCredential(ApiCredential login, ApiSessionScheme scheme, TimeProvider? timeProvider = null, TimeSpan? loginTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(scheme);
        if (ReferenceEquals(login, None) || login is SessionCredential)
            throw new ArgumentException("A session needs a credential for the login.", nameof(login));
        _login = login;
        _scheme = scheme;
        _loginTimeout = PendingLogin.CheckTimeout(loginTimeout, nameof(loginTimeout));
        _timeProvider = timeProvider ?? TimeProvider.System;
        _lifetime = new TokenLifetime(scheme.Lifetime, _timeProvider);
    }

    /// <summary>
    /// Drops the token, and does not use the token of a login that is in progress. The next request logs in, and so does one of the waiting requests. Requests
    /// that have been sent continue, but a token in their responses is not used.
    /// </summary>
    public void Reset()
    {
        PendingLogin? dropped;
        lock (_gate)
        {
            _resets++;
            _token = null;
            _issuesNone = false;
            _failedLogins = 0;
            dropped = _pending;
            _pending = null;
        }

        dropped?.Drop();
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
        var login = (request as ApiRequest)?.Login;
        lock (_gate)
        {
            if (request is ApiRequest { SessionResets: { } resets } && resets != _resets)
            {
                // A reset has made the token of this request obsolete.
            }
            else if (issued is not null)
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
            else if (status == 401 && _token?.Is(usedToken) == true)
            {
                _token = null;
            }
        }

        if (login is not null)
            EndLogin(login);

        return usedToken is not null
            ? status == 401
            : await _login.OnResponseAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uses the token if there is one. Otherwise, returns the login to wait for, or lets this request log in.</summary>
    private bool TryUseToken(HttpRequestMessage request, out PendingLogin? others)
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

            var own = request as ApiRequest;
            if (own is not null)
                own.SessionResets = _resets;

            // Only our own requests report their end, so other requests must not block. Waiting is also useless if logins return no token.
            var logsIn = _pending is null && (token is null ? !_issuesNone && _failedLogins < MaxFailedLogins : _lifetime.EndsSoon(token));
            if (logsIn && own is not null)
            {
                var login = new PendingLogin(_loginTimeout, _timeProvider, TimedOut);
                _pending = login;
                own.Login = login;
                own.WhenDisposed(() => EndLogin(login));
                return false;
            }
        }

        if (token is null)
            return false;
        Authorize(request, token);
        return true;
    }

    private SessionToken? FindToken(Uri? server) => _token is { } token && !_lifetime.HasEnded(token) && token.IsOf(server) ? token : null;

    private void Authorize(HttpRequestMessage request, SessionToken token)
    {
        request.Headers.Remove(_scheme.Header);
        request.Headers.TryAddWithoutValidation(_scheme.Header, _scheme.Authorize(token.Text));
    }

    private void Keep(string issued, Uri? server)
    {
        // A response can repeat the token of its request, which does not renew it.
        if (_token is { } token && token.Is(issued) && token.IsOf(server))
            return;
        _token = _lifetime.Issue(issued, server);
        _issuesNone = false;
        _failedLogins = 0;
    }

    private void EndLogin(PendingLogin login)
    {
        Forget(login);
        login.End(null);
    }

    // Counted, so that requests stop waiting for each other if each login takes too long.
    private void TimedOut(PendingLogin login)
    {
        lock (_gate)
            _failedLogins++;
        Forget(login);
    }

    private void Forget(PendingLogin login) => login.Leave(_gate, ref _pending);
}
