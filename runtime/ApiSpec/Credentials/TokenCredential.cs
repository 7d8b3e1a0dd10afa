using System.ComponentModel;
using ApiSpec.Credentials;
using ApiSpec.Generated;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>
/// A token that an operation of the server issues. The client requests it when the first call needs it, and uses it until its lifetime ends, or until the
/// server rejects it with 401 or with the failure that the reference prints. It then requests a new token. Share one instance between all calls of one user on
/// one server.
/// </summary>
/// <remarks>
/// If several calls need a token at the same time, the client requests it once. Each call waits for it until its own timeout at most, and no call cancels the
/// login for the others. A request whose token is rejected is sent again, with a new token. The token is only sent to the server of the first request, and is
/// not part of any string or exception of this library. Unless the connection is HTTPS, anyone on the network can read it.
/// </remarks>
public sealed class TokenCredential : ApiCredential
{
    private readonly Func<CancellationToken, Task<string>> _logIn;
    private readonly ApiCredentialPlace _place;
    private readonly string _header;
    private readonly string _prefix;
    private readonly TokenLifetime _lifetime;
    private readonly TimeSpan _loginTimeout;
    private readonly TimeProvider _timeProvider;
    private readonly object _gate = new();
    private SessionToken? _token;
    private PendingLogin? _pending;
    private Uri? _server;
    private BodyExpiry? _expiry;
    private string? _issuer;

    /// <summary>Creates a credential that requests its token when a call needs it.</summary>
    /// <param name="logIn">
    /// Asks for a token. Waiting calls throw its exceptions. Its cancellation token is cancelled when the login has taken too long, and by <see cref="Reset"/>.
    /// </param>
    /// <param name="header">The header of a request that carries the token.</param>
    /// <param name="scheme">The word before the token, such as <c>Bearer</c>; empty when the token stands alone.</param>
    /// <param name="lifetime">How long a token is valid after it was issued; null: until the server refuses it.</param>
    /// <param name="timeProvider">The clock of the lifetime and of the login's timeout; null: the system's.</param>
    /// <param name="loginTimeout">
    /// How long a login can take; null: 100 s; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. After that, the calls that wait for it throw
    /// <see cref="ApiTimeoutException"/>, and the next call asks again.
    /// </param>
    /// <exception cref="ArgumentException">A name is not valid for a header or a scheme, or the lifetime or the timeout is not positive.</exception>
    public TokenCredential(
        Func<CancellationToken, Task<string>> logIn,
        string header = "Authorization",
        string scheme = "",
        TimeSpan? lifetime = null,
        TimeProvider? timeProvider = null,
        TimeSpan? loginTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        HeaderRules.CheckName(header, nameof(header));
        if (scheme.Length > 0)
            HeaderRules.CheckName(scheme, nameof(scheme));
        (_logIn, _lifetime, _loginTimeout, _timeProvider) = Check(logIn, lifetime, timeProvider, loginTimeout);
        _header = header;
        _prefix = scheme.Length > 0 ? scheme + " " : "";
    }

    private TokenCredential(
        Func<CancellationToken, Task<string>> logIn, ApiCredentialPlace place, string name, TimeSpan? lifetime, TimeProvider? timeProvider,
        TimeSpan? loginTimeout)
    {
        (_logIn, _lifetime, _loginTimeout, _timeProvider) = Check(logIn, lifetime, timeProvider, loginTimeout);
        _place = place;
        _header = name;
        _prefix = "";
    }

    /// <summary>Creates a credential whose token goes into any part of a request.</summary>
    /// <param name="place">The part of the request that carries the token.</param>
    /// <param name="name">The name of the header, parameter, field or cookie. In a JSON body, a dot separates the names that point to a member.</param>
    /// <param name="logIn">Requests a token, as the function of the constructor does.</param>
    /// <param name="lifetime">How long a token is valid after it was issued; null: until the server refuses it.</param>
    /// <param name="timeProvider">The clock of the lifetime and of the login's timeout; null: the system's.</param>
    /// <param name="loginTimeout">How long a login can take; null: 100 s; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <exception cref="ArgumentException">The name cannot be sent there, or the lifetime or the timeout is not positive.</exception>
    public static TokenCredential In(
        ApiCredentialPlace place, string name, Func<CancellationToken, Task<string>> logIn, TimeSpan? lifetime = null, TimeProvider? timeProvider = null,
        TimeSpan? loginTimeout = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        SecretPlace.Check(place, name, "token", nameof(name));
        return new TokenCredential(logIn, place, name, lifetime, timeProvider, loginTimeout);
    }

    /// <summary>
    /// Creates a credential of the cookies that a login sets. They are kept here and not in the container of a handler, so that two clients share no session.
    /// </summary>
    /// <param name="logIn">Returns the cookies as a request carries them, <c>name=value</c> with <c>; </c> between them.</param>
    /// <param name="lifetime">How long the cookies are valid after they were set; null: until the server refuses them.</param>
    /// <param name="timeProvider">The clock of the lifetime and of the login's timeout; null: the system's.</param>
    /// <param name="loginTimeout">How long a login can take; null: 100 s; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <exception cref="ArgumentException">The lifetime or the timeout is not positive.</exception>
    public static TokenCredential OfCookies(
        Func<CancellationToken, Task<string>> logIn, TimeSpan? lifetime = null, TimeProvider? timeProvider = null, TimeSpan? loginTimeout = null)
        => new(logIn, ApiCredentialPlace.Cookie, "", lifetime, timeProvider, loginTimeout);

    private static (Func<CancellationToken, Task<string>> LogIn, TokenLifetime Lifetime, TimeSpan LoginTimeout, TimeProvider TimeProvider) Check(
        Func<CancellationToken, Task<string>> logIn, TimeSpan? lifetime, TimeProvider? timeProvider, TimeSpan? loginTimeout)
    {
        ArgumentNullException.ThrowIfNull(logIn);
        if (lifetime <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "The lifetime of a token must be positive.");
        var clock = timeProvider ?? TimeProvider.System;
        return (logIn, new TokenLifetime(lifetime, clock), PendingLogin.CheckTimeout(loginTimeout, nameof(loginTimeout)), clock);
    }

    /// <summary>Replaces the token also when the body of a failure says that it has expired, whatever the status is. For generated code.</summary>
    /// <param name="expired">The condition on the body.</param>
    /// <param name="issuer">The operation that issues the token. Its own failures do not mean that a token has expired.</param>
    /// <returns>The same credential.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TokenCredential RenewedWhen(ApiCondition expired, ApiOperation issuer)
    {
        ArgumentNullException.ThrowIfNull(expired);
        ArgumentNullException.ThrowIfNull(issuer);
        _expiry = new BodyExpiry(expired);
        _issuer = issuer.Id;
        return this;
    }

    internal override BodyExpiry? ExpiryFor(ApiOperation operation) => string.Equals(operation.Id, _issuer, StringComparison.Ordinal) ? null : _expiry;

    internal override void Expire(HttpRequestMessage request)
    {
        if (FindToken(request) is { } used)
            Forget(used);
    }

    /// <summary>
    /// Drops the token, and does not use the token of a login that is in progress. The next request asks for a new token, and so do waiting requests. Requests
    /// that have been sent continue.
    /// </summary>
    public void Reset()
    {
        PendingLogin? dropped;
        lock (_gate)
        {
            _token = null;
            dropped = _pending;
            _pending = null;
        }

        dropped?.Drop();
    }

    /// <summary>The header, or another place and the name there; the token is masked.</summary>
    public override string ToString()
        => _place == ApiCredentialPlace.Header
            ? _header + ": " + _prefix + "***"
            : _place.ToString().ToLowerInvariant() + " " + _header + (_header.Length > 0 ? "=***" : "***");

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The request goes to another server than those before.</exception>
    /// <exception cref="ApiTimeoutException">The login has taken too long.</exception>
    protected internal override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        SessionToken? token;
        while ((token = Find(request.RequestUri, out var login)) is null)
        {
            token = await login!.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (token is not null)
                break;
            if (login.HasTimedOut)
                throw TimedOut(request, login.Timeout);
        }

        if (_place == ApiCredentialPlace.Header)
        {
            request.Headers.Remove(_header);
            request.Headers.TryAddWithoutValidation(_header, _prefix + token.Text);
            return;
        }

        UsedToken.Note(request, token.Text);
        if (_place == ApiCredentialPlace.Cookie && _header.Length == 0)
            SecretPlace.PutCookies(request.Headers, token.Text);
        else
            SecretPlace.Put(request, _place, [new KeyValuePair<string, string>(_header, token.Text)]);
    }

    /// <inheritdoc />
    protected internal override ValueTask<bool> OnResponseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        if ((int)response.StatusCode != 401 || response.RequestMessage is not { } request || FindToken(request) is not { } used)
            return new ValueTask<bool>(false);

        Forget(used);
        return new ValueTask<bool>(true);
    }

    // Another request was possibly refused before, so there can already be a new token.
    private void Forget(string used)
    {
        lock (_gate)
        {
            if (_token?.Is(used) == true)
                _token = null;
        }
    }

    private string? FindToken(HttpRequestMessage request)
    {
        if (_place != ApiCredentialPlace.Header)
            return UsedToken.Find(request);
        return request.Headers.TryGetValues(_header, out var values) && values.FirstOrDefault() is { } value
            && value.StartsWith(_prefix, StringComparison.Ordinal)
            ? value.Substring(_prefix.Length)
            : null;
    }

    private static Exception TimedOut(HttpRequestMessage request, TimeSpan timeout) => request is ApiRequest { Operation: { } operation }
        ? ApiTimeoutException.OfLogin(operation, timeout)
        : new TimeoutException("The login for the request took too long; raise the login timeout of the credential if the server is slow.");

    /// <summary>Returns the token, or the login that will get one.</summary>
    private SessionToken? Find(Uri? server, out PendingLogin? login)
    {
        lock (_gate)
        {
            _server ??= server;
            if (!new SessionToken("", _server, 0).IsOf(server))
                throw new InvalidOperationException("The token belongs to another server than the called one; use one credential per server.");
            login = null;
            if (_token is { } token && !_lifetime.EndsSoon(token))
                return token;

            if (_pending is null)
            {
                var begun = new PendingLogin(_loginTimeout, _timeProvider, Forget);
                _pending = begun;

                // On another thread, so that it cannot end before its start is known, and cannot block this request.
                _ = Task.Run(() => LogInAsync(begun));
            }

            login = _pending;
            return null;
        }
    }

    private async Task LogInAsync(PendingLogin login)
    {
        try
        {
            // Not with the cancellation token of a request, because other requests also wait.
            var asked = _logIn(login.Stopped) ?? throw new InvalidOperationException("The login returned null instead of a task.");
            var text = await asked.ConfigureAwait(false);
            if (!TokenText.IsToken(text, _place))
                throw new InvalidOperationException(
                    "The login returned no token, or a token that cannot be sent in the " + _place.ToString().ToLowerInvariant() + " of a request.");
            var token = _lifetime.Issue(text, _server);
            bool isCurrent;
            lock (_gate)
            {
                // A dropped login can still return a token, which can be older than the current one.
                isCurrent = ReferenceEquals(_pending, login);
                if (isCurrent)
                {
                    _token = token;
                    _pending = null;
                }
            }

            // Waiting requests do not get that token either, because a reset has possibly not ended the login yet.
            login.End(isCurrent ? token : null);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the requests that wait.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Forget(login);
            login.Fail(exception);
        }
    }

    private void Forget(PendingLogin login) => login.Leave(_gate, ref _pending);
}
