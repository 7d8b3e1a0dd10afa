using ApiSpec.Credentials;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>
/// A token that an operation of the server issues: it is asked for when the first request needs it, used until its lifetime ends or the server refuses it
/// with 401, and then asked for again. Meant to be shared by all calls that one user makes to one server.
/// </summary>
/// <remarks>
/// However many requests need a token at once, it is asked for once. A request whose token is refused is sent once more, with a new one. The token goes to
/// no server but that of the first request, and is in no text or exception of this library. It can be read on the way unless the connection is HTTPS.
/// </remarks>
public sealed class TokenCredential : ApiCredential
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);

    private readonly Func<CancellationToken, Task<string>> _logIn;
    private readonly string _header;
    private readonly string _prefix;
    private readonly TimeSpan? _lifetime;
    private readonly TimeProvider _timeProvider;
    private readonly object _gate = new();
    private SessionToken? _token;
    private Task<SessionToken>? _pending;
    private Uri? _server;

    /// <summary>Makes a credential that asks for its token when it is needed.</summary>
    /// <param name="logIn">Asks for a token. What it throws, the calls throw that wait for it; its own time limit is that of the client that it calls.</param>
    /// <param name="header">The header of a request that carries the token.</param>
    /// <param name="scheme">The word before the token, such as <c>Bearer</c>; empty when the token stands alone.</param>
    /// <param name="lifetime">How long a token is valid after it was issued; null: until the server refuses it.</param>
    /// <param name="timeProvider">The clock that the lifetime goes by; null: the system's.</param>
    /// <exception cref="ArgumentException">A name cannot be that of a header or of a scheme, or the lifetime is not positive.</exception>
    public TokenCredential(
        Func<CancellationToken, Task<string>> logIn, string header = "Authorization", string scheme = "", TimeSpan? lifetime = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(logIn);
        ArgumentNullException.ThrowIfNull(scheme);
        HeaderRules.CheckName(header, nameof(header));
        if (scheme.Length > 0)
            HeaderRules.CheckName(scheme, nameof(scheme));
        if (lifetime <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "A token's lifetime is positive.");
        _logIn = logIn;
        _header = header;
        _prefix = scheme.Length > 0 ? scheme + " " : "";
        _lifetime = lifetime;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Forgets the token: the next request asks for a new one. Requests that are on their way are not disturbed.</summary>
    public void Reset()
    {
        lock (_gate)
            _token = null;
    }

    /// <summary>The header; the token is masked.</summary>
    public override string ToString() => _header + ": " + _prefix + "***";

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The request goes to another server than those before.</exception>
    protected internal override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = Find(request.RequestUri, out var login) ?? await login!.WaitAsync(cancellationToken).ConfigureAwait(false);
        request.Headers.Remove(_header);
        request.Headers.TryAddWithoutValidation(_header, _prefix + token.Text);
    }

    /// <inheritdoc />
    protected internal override ValueTask<bool> OnResponseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        if ((int)response.StatusCode != 401 || response.RequestMessage is not { } request || !request.Headers.TryGetValues(_header, out var values))
            return new ValueTask<bool>(false);

        // Another request may have been refused before, and a new token may be here already.
        var used = values.FirstOrDefault();
        lock (_gate)
        {
            if (_token is { } token && string.Equals(_prefix + token.Text, used, StringComparison.Ordinal))
                _token = null;
        }

        return new ValueTask<bool>(true);
    }

    /// <summary>The token, or the login that will give one.</summary>
    private SessionToken? Find(Uri? server, out Task<SessionToken>? login)
    {
        lock (_gate)
        {
            _server ??= server;
            if (!new SessionToken("", _server, 0).IsOf(server))
                throw new InvalidOperationException("The token belongs to another server than the one that is called.");
            login = null;
            if (_token is { } token && !IsDue(token))
                return token;

            // On a thread of its own, so that it cannot end before it is known to have begun; and without the token of one caller, since others wait, too.
            login = _pending ??= Watch(Task.Run(LogInAsync));
            return null;
        }
    }

    // All who wait may have gone when it fails.
    private static Task<SessionToken> Watch(Task<SessionToken> login)
    {
        login.ContinueWith(
            static login => _ = login.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return login;
    }

    private async Task<SessionToken> LogInAsync()
    {
        try
        {
            var text = await _logIn(CancellationToken.None).ConfigureAwait(false);
            if (!TokenText.IsToken(text))
                throw new InvalidOperationException("What was to give a token gave none, or one that cannot be sent.");
            lock (_gate)
                return _token = new SessionToken(text, _server, _timeProvider.GetTimestamp());
        }
        finally
        {
            lock (_gate)
                _pending = null;
        }
    }

    private bool IsDue(SessionToken token)
    {
        if (_lifetime is not { } lifetime)
            return false;
        var margin = TimeSpan.FromTicks(Math.Min(lifetime.Ticks / 10, LongestMargin.Ticks));
        return _timeProvider.GetElapsedTime(token.IssuedAt) >= lifetime - margin;
    }
}
