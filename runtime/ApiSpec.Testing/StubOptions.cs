using ApiSpec.Generated;
using ApiSpec.Testing.Gates;
using ApiSpec.Testing.Hosting;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.ReferencePages;
using ApiSpec.Testing.Scripts;

namespace ApiSpec.Testing;

/// <summary>The responses and the login requirements of a stub.</summary>
public sealed class StubOptions
{
    private readonly Dictionary<string, StubPage> _pages = new(StringComparer.Ordinal);
    private readonly List<RequiredField> _requiredFields = [];
    private Func<Gate> _gate = static () => new Gate();
    private readonly List<string> _hosts = [];
    private readonly List<ResponseFile> _responseFiles = [];
    private int _maxRequests = 10_000;
    private long _maxRequestBytes = 64 * 1024 * 1024;

    /// <summary>Creates options of a stub without a login.</summary>
    /// <param name="catalog">The operations and examples.</param>
    /// <exception cref="ArgumentNullException"><paramref name="catalog"/> is null.</exception>
    public StubOptions(ExampleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Catalog = catalog;
    }

    /// <summary>The operations and examples.</summary>
    public ExampleCatalog Catalog { get; }

    /// <summary>
    /// The seed for values from schemas. The same seed produces the same values on every machine. 0 (default): the simplest values that a schema allows.
    /// </summary>
    public int Seed { get; set; }

    /// <summary>The port of a server on loopback; 0: one that is free.</summary>
    public int Port { get; set; }

    /// <summary>The clock for delays and for the lifetimes of session tokens. Default: the system's clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The time zone of dates and times without one, in bodies that <see cref="ReceivedRequest.ReadBody{T}"/> reads: the same as
    /// <see cref="ApiClientOptions.TimeZone"/> of the client. Null (default): the zone that the specs name under <c>timezone</c>, or UTC.
    /// </summary>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>How many requests are remembered: 10,000 by default. Older requests are dropped, and their number is counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxRequests
    {
        get => _maxRequests;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _maxRequests = value;
        }
    }

    /// <summary>
    /// How many bytes the remembered requests have in total, with bodies and headers: 64 MiB by default. Older requests are dropped, and their number is
    /// counted.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long MaxRequestBytes
    {
        get => _maxRequestBytes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _maxRequestBytes = value;
        }
    }

    /// <summary>Receives every request in the order of the responses, before the response is sent, one at a time. Null by default.</summary>
    internal Action<ReceivedRequest>? OnResponded { get; set; }

    internal IReadOnlyDictionary<string, StubPage> Pages => _pages;

    internal IReadOnlyList<ResponseFile> ResponseFiles => [.. _responseFiles];

    internal HostNames HostNames => new(_hosts);

    /// <summary>Creates a separate gate for a stub, because the gate remembers logins.</summary>
    internal Gate MakeGate() => _gate();

    /// <summary>Responds with 401, as documented, unless the request names this user and password (RFC 7617).</summary>
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
    /// As <see cref="RequireBasic"/>, and the response to a request with the password issues a session token, as the API file documents it. Requests that carry
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
            ?? throw new InvalidOperationException("The specs have no session; an API file needs a 'session' with 'issued in' under 'authentication'.");
        _gate = () => new SessionGate(user, password, session, TimeProvider);
        return this;
    }

    /// <summary>
    /// Responds with 401, as documented, unless the request carries a token that the response of another operation has issued, as the API file documents it.
    /// That
    /// operation does not require a login, and its successful responses contain the tokens. They are valid for their documented lifetime.
    /// </summary>
    /// <returns>These options.</returns>
    /// <exception cref="InvalidOperationException">The API file describes no operation that issues tokens.</exception>
    public StubOptions RequireToken()
    {
        var tokens = Catalog.Apis.SelectMany(static api => api.Tokens).ToList();
        if (tokens.Count == 0)
            throw new InvalidOperationException("The specs have no token; an API file needs a 'token', or 'cookie from' an operation, under 'authentication'.");
        _gate = () => new TokenGate(tokens, TimeProvider);
        return this;
    }

    /// <summary>
    /// Responds with 401, as documented, unless the request has a header with this value: an API key, or <c>Authorization</c> with a bearer token. If several
    /// headers or query
    /// parameters are required, a request needs all of them.
    /// </summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">Its value.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StubOptions RequireHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return Require([RequiredField.Of(ApiCredentialPlace.Header, name, value)]);
    }

    /// <summary>
    /// Responds with 401, as documented, unless the request has a query parameter with this value: an API key, for example. If several headers or query
    /// parameters are
    /// required, a request needs all of them.
    /// </summary>
    /// <param name="name">The name of the query parameter.</param>
    /// <param name="value">Its value, not escaped.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StubOptions RequireQuery(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return Require([RequiredField.Of(ApiCredentialPlace.Query, name, value)]);
    }

    /// <summary>
    /// Responds with 401, as documented, unless the request has the values that a credential of the client adds. Values that the program computes, or requests
    /// each time, have
    /// to be there. For a <see cref="TokenCredential"/>, this is <see cref="RequireToken"/>. If several credentials, headers or query parameters are required,
    /// a request needs all of them.
    /// </summary>
    /// <param name="credential">The credential.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The credential does not say what its requests have: a session, or your own type.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="credential"/> is null.</exception>
    /// <exception cref="InvalidOperationException">It is a token, and the API file describes no operation that issues tokens.</exception>
    public StubOptions Require(ApiCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        if (credential is TokenCredential)
            return RequireToken();
        var fields = ApiCredentialField.Of(credential)
            ?? throw new ArgumentException(
                "The values of this type of credential are unknown; use RequireSession, RequireBasic or RequireHeader.", nameof(credential));
        return Require(fields.Select(RequiredField.Of));
    }

    /// <summary>
    /// Responds as a file of responses says: to some requests with other bodies and statuses than the reference, one after the other, and with a state that
    /// requests change. If no response of the file fits a request, the server responds as without the file.
    /// </summary>
    /// <param name="path">The file. If several files are used, the first response that fits is used, and all files share one state.</param>
    /// <returns>These options.</returns>
    /// <exception cref="InvalidSpecException">The file has errors, or names operations, parameters or members that the specs do not have.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It is not a file that can be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public StubOptions RespondFrom(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return RespondFrom(path, path);
    }

    /// <summary>Responds as a file of responses says, which messages name as a person wrote it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="name">The file in messages.</param>
    internal StubOptions RespondFrom(string path, string name)
    {
        if (!Path.Exists(path))
            throw new FileNotFoundException($"There is no file of responses '{name}'.", path);
        _responseFiles.Add(ResponseFileReader.Read(SpecFiles.Read(path, name, "a file of responses"), Catalog.Apis, _responseFiles));
        return this;
    }

    /// <summary>
    /// Accepts requests for another host than loopback (<c>localhost</c>, <c>*.localhost</c>, <c>127.0.0.0/8</c>, <c>[::1]</c>), which are refused otherwise.
    /// Any page in a browser could let its own host name point to loopback, and then read the responses. Only for requests over a network.
    /// </summary>
    /// <param name="name">The name, without scheme and port; <c>*.example.com</c>: all names that end in this way; <c>*</c>: all names.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a host name.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public StubOptions AllowHost(string name)
    {
        _hosts.Add(HostNames.Check(name));
        return this;
    }

    /// <summary>Serves text at a path, without a login. It takes precedence over operations. Requests for it are not recorded.</summary>
    /// <param name="path">The path, as <c>/</c>.</param>
    /// <param name="contentType">The media type, as <c>text/html; charset=utf-8</c>.</param>
    /// <param name="content">The text.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> does not start with a slash, or <paramref name="contentType"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StubOptions AddPage(string path, string contentType, string content)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        ArgumentNullException.ThrowIfNull(content);
        if (!path.StartsWith('/'))
            throw new ArgumentException("The path must start with a slash.", nameof(path));
        _pages[path] = new StubPage(contentType, content);
        return this;
    }

    /// <summary>
    /// Serves a page that shows every operation as the reference does, with a button that sends its example. It does not require a login, as
    /// <see cref="AddPage"/> does.
    /// </summary>
    /// <param name="path">The path of the page.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> does not start with a slash.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public StubOptions AddReferencePage(string path = "/") => AddPage(path, "text/html; charset=utf-8", ReferencePage.Write(Catalog.Operations));

    private StubOptions Require(IEnumerable<RequiredField> required)
    {
        _requiredFields.AddRange(required);
        RequiredField[] fields = [.. _requiredFields];
        _gate = () => new FieldGate(fields);
        return this;
    }
}

/// <summary>A page that a stub serves in addition to the operations.</summary>
internal sealed record StubPage(string ContentType, string Content);
