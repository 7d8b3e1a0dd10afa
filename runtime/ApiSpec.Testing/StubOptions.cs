using ApiSpec.Testing.Gates;

namespace ApiSpec.Testing;

/// <summary>What a stub answers with, and what it asks of its callers.</summary>
public sealed class StubOptions
{
    private readonly Dictionary<string, StubPage> _pages = new(StringComparer.Ordinal);
    private Func<Gate> _gate = static () => new Gate();

    /// <summary>Options of a stub that lets everybody in.</summary>
    /// <param name="catalog">The operations and examples to answer with.</param>
    /// <exception cref="ArgumentNullException"><paramref name="catalog"/> is null.</exception>
    public StubOptions(ExampleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Catalog = catalog;
    }

    /// <summary>The operations and examples to answer with.</summary>
    public ExampleCatalog Catalog { get; }

    /// <summary>What values that are made from schemas vary with: the same seed gives the same values everywhere. 0: the simplest values that a schema allows.</summary>
    public int Seed { get; set; }

    /// <summary>The port of a server on loopback; 0: one that is free.</summary>
    public int Port { get; set; }

    /// <summary>The clock that lifetimes of session tokens and delays go by; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal IReadOnlyDictionary<string, StubPage> Pages => _pages;

    /// <summary>A gate of the stub's own, which remembers who has logged in to it.</summary>
    internal Gate MakeGate() => _gate();

    /// <summary>Answers 401, as documented, unless the request names this user and password (RFC 7617).</summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StubOptions RequireBasic(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        _gate = () => new PasswordGate(user, password);
        return this;
    }

    /// <summary>
    /// As <see cref="RequireBasic"/>, and the answer to a request with the password hands out a session token, as the API file documents it. Requests that carry
    /// the token are let in for its documented lifetime.
    /// </summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The API file describes no session.</exception>
    public StubOptions RequireSession(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        var session = Catalog.Apis.Select(static api => api.Session).FirstOrDefault(static session => session is not null)
            ?? throw new InvalidOperationException("The specs describe no session: no API file has a 'session' with 'issued in' under 'authentication'.");
        _gate = () => new SessionGate(user, password, session, TimeProvider);
        return this;
    }

    /// <summary>
    /// Answers 401, as documented, unless the request carries a token that the answer of another operation has handed out, as the API file documents it. That
    /// operation is open to everybody, and its successful answers hold the tokens. They are taken for their documented lifetime.
    /// </summary>
    /// <returns>These options.</returns>
    /// <exception cref="InvalidOperationException">The API file describes no operation that issues tokens.</exception>
    public StubOptions RequireToken()
    {
        var token = Catalog.Apis.Select(static api => api.Token).FirstOrDefault(static token => token is not null)
            ?? throw new InvalidOperationException("The specs describe no token: no API file has a 'token' with an operation under 'authentication'.");
        _gate = () => new TokenGate(token, TimeProvider);
        return this;
    }

    /// <summary>Answers 401, as documented, unless the request has a header with this value: an API key, or <c>Authorization</c> with a bearer token.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">Its value.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StubOptions RequireHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _gate = () => new HeaderGate(name, value);
        return this;
    }

    /// <summary>Serves a text at a path, before any operation is looked for, and without a login. Requests for it are not remembered.</summary>
    /// <param name="path">The path, as <c>/</c>.</param>
    /// <param name="contentType">The media type, as <c>text/html; charset=utf-8</c>.</param>
    /// <param name="content">The text.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> does not begin with a slash, or <paramref name="contentType"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StubOptions AddPage(string path, string contentType, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return AddPage(path, contentType, _ => content);
    }

    /// <summary>As <see cref="AddPage(string, string, string)"/>, with a text that is made anew each time, for the address that the page was asked for at.</summary>
    /// <param name="path">The path, as <c>/</c>.</param>
    /// <param name="contentType">The media type, as <c>text/html; charset=utf-8</c>.</param>
    /// <param name="content">Makes the text for an address: scheme, host and port. It is called by several requests at once.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> does not begin with a slash, or <paramref name="contentType"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StubOptions AddPage(string path, string contentType, Func<Uri, string> content)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        ArgumentNullException.ThrowIfNull(content);
        if (!path.StartsWith('/'))
            throw new ArgumentException("The path begins with a slash.", nameof(path));
        _pages[path] = new StubPage(contentType, content);
        return this;
    }
}

/// <summary>A text that a stub serves beside the operations.</summary>
internal sealed record StubPage(string ContentType, Func<Uri, string> Content);
