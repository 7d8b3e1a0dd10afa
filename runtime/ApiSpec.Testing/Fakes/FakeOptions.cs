using ApiSpec.Generated;
using ApiSpec.Testing.Hosting;

namespace ApiSpec.Testing;

/// <summary>The options of a fake. They are read once, when the fake is created.</summary>
public sealed class FakeOptions
{
    private readonly List<string> _hosts = [];
    private readonly List<string> _recordings = [];
    private int _maxRequests = 10_000;
    private long _maxRequestBytes = 64 * 1024 * 1024;
    private Func<StubOptions, StubOptions> _login = static options => options;

    /// <summary>
    /// The seed for values from schemas. The same seed produces the same values on every machine. 0 (default): the simplest values that a schema allows.
    /// </summary>
    public int Seed { get; set; }

    /// <summary>
    /// Whether requests that contradict the reference are refused with 400 and the reason. True by default. A request that belongs to no operation is always
    /// refused.
    /// </summary>
    public bool ChecksRequests { get; set; } = true;

    /// <summary>The clock for delays and for the lifetimes of session tokens. Default: the system's clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The time zone of dates and times that the fake writes and reads without one: the same as <see cref="ApiClientOptions.TimeZone"/> of the client. Null
    /// (default): the zone that the specs name under <c>timezone</c>, or UTC.
    /// </summary>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>
    /// Whether only operations for which the test has chosen a response can be called. A request for any other operation is then a violation, with status 400.
    /// Default: false, and other operations respond as documented. Set <see cref="FakeResponse.Documented"/> for operations that are allowed to be called and
    /// respond as documented.
    /// </summary>
    public bool IsStrict { get; set; }

    /// <summary>
    /// Receives every request in the order of the responses, before the response is sent: <c>request => output.WriteLine(request.ToString())</c> writes
    /// them to the output of a test. Null by default. It is called for one request at a time; its exceptions are in the <see cref="ReceivedRequest.Violation"/>
    /// of that request.
    /// </summary>
    public Action<ReceivedRequest>? OnResponded { get; set; }

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

    /// <summary>Responds with 401, as documented, unless the request names this user and password (RFC 7617).</summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public FakeOptions RequireBasic(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        _login = options => options.RequireBasic(user, password);
        return this;
    }

    /// <summary>
    /// As <see cref="RequireBasic"/>, and the response to a request with the password issues a session token, as the API file documents it. Requests that carry
    /// the token are let in for its documented lifetime. A fake whose API file describes no session cannot be made with these options.
    /// </summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public FakeOptions RequireSession(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        _login = options => options.RequireSession(user, password);
        return this;
    }

    /// <summary>
    /// Responds with 401, as documented, unless the request carries a token that the response of another operation has issued, as the API file documents it.
    /// That
    /// operation does not require a login, and its successful responses contain the tokens. They are valid for their documented lifetime. A fake whose API file
    /// describes
    /// no such operation cannot be made with these options.
    /// </summary>
    /// <returns>These options.</returns>
    public FakeOptions RequireToken()
    {
        _login = static options => options.RequireToken();
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
    public FakeOptions RequireHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return Require(options => options.RequireHeader(name, value));
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
    public FakeOptions RequireQuery(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return Require(options => options.RequireQuery(name, value));
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
    public FakeOptions Require(ApiCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        if (credential is not TokenCredential && ApiCredentialField.Of(credential) is null)
            throw new ArgumentException(
                "The values of this type of credential are unknown; use RequireSession, RequireBasic or RequireHeader.", nameof(credential));
        return Require(options => options.Require(credential));
    }

    /// <summary>
    /// Accepts requests for another host than loopback (<c>localhost</c>, <c>*.localhost</c>, <c>127.0.0.0/8</c>, <c>[::1]</c>), which are refused otherwise.
    /// Any page in a browser could let its own host name point to loopback, and then read the responses. Only for requests over a network.
    /// </summary>
    /// <param name="name">The name, without scheme and port; <c>*.example.com</c>: all names that end in this way; <c>*</c>: all names.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a host name.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public FakeOptions AllowHost(string name)
    {
        _hosts.Add(HostNames.Check(name));
        return this;
    }

    /// <summary>Responds to each recorded request with the response of the real server, and to all other requests as the reference documents.</summary>
    /// <param name="path">An HTTP Archive (HAR 1.2), such as a <see cref="RecordingHandler"/> writes. It is read when the fake is created.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public FakeOptions AddRecording(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _recordings.Add(path);
        return this;
    }

    internal IReadOnlyList<string> Recordings => _recordings;

    internal StubOptions ToStubOptions(ExampleCatalog catalog)
    {
        var options = new StubOptions(catalog)
        {
            Seed = Seed, TimeProvider = TimeProvider, MaxRequests = MaxRequests, MaxRequestBytes = MaxRequestBytes, TimeZone = TimeZone,
        };
        _hosts.ForEach(host => options.AllowHost(host));
        return _login(options);
    }

    private FakeOptions Require(Func<StubOptions, StubOptions> field)
    {
        var others = _login;
        _login = options => field(others(options));
        return this;
    }
}
