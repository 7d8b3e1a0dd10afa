namespace ApiSpec;

/// <summary>How a client talks to its server. Read once, when the client is made; later changes have no effect on it.</summary>
public class ApiClientOptions
{
    /// <summary>What proves to the server who is calling; none by default.</summary>
    public ApiCredential Credential { get; set; } = ApiCredential.None;

    /// <summary>The Accept-Language header, such as <c>ja</c>; null: not sent.</summary>
    public string? Language { get; set; }

    /// <summary>
    /// Refuses to send a credential over plain HTTP to another machine: a client whose address begins with <c>http://</c> and is not of the loopback cannot
    /// be made with one. False by default, since many appliances know nothing else.
    /// </summary>
    /// <remarks>An Authorization or Cookie header among <see cref="Headers"/> counts as a credential. What a handler of yours adds is not seen.</remarks>
    public bool RequireHttps { get; set; }

    /// <summary>
    /// How long a call may take, headers and body of the reply included; where the body is read while it arrives, up to the headers.
    /// 100 s by default; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How long a read of the body may wait for the next bytes. Null: as long as <see cref="Timeout"/>;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    /// <remarks>
    /// It begins with the first read of the body. Connecting, sending the request and waiting for the headers of the reply are limited by <see cref="Timeout"/>
    /// alone, since
    /// an upload or a server that works on an answer may take long without a fault. With an infinite <see cref="Timeout"/> a server that never answers is
    /// waited for until
    /// the call's token is cancelled or the client is disposed.
    /// </remarks>
    public TimeSpan? ReadTimeout { get; set; }

    /// <summary>
    /// How many bytes the headers of a reply may have, rounded up to whole KiB. 64 KiB by default. A <see cref="Handler"/> or HttpClient of yours has a
    /// limit of its own instead.
    /// </summary>
    public int MaxResponseHeaderBytes { get; set; } = 64 * 1024;

    /// <summary>
    /// How many bytes the body of a successful reply may have after decompression, or each element where they are read one by one. Downloads have no limit.
    /// 64 MiB by default.
    /// </summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many values the body of a successful response may be built into, so that a small body of many tiny values cannot fill the memory. If elements are read
    /// one by one, the limit is for each. 4,000,000 by default. A response beyond it throws <see cref="ApiResponseTooLargeException"/>.
    /// </summary>
    /// <remarks>
    /// Each element of a list and each entry of a map counts as one value, inside raw JSON (<c>any</c>, unknown members) too. A record counts as one and one more for
    /// each of its members, a union as one and one more for each of its alternatives: the object has room for all of them, whether the response has them or not.
    /// Each list or map that is not empty, and each raw JSON value, counts four more. A million values take some 10 to 100 MB, text not counted.
    /// </remarks>
    public int MaxResponseValues { get; set; } = 4_000_000;

    /// <summary>How many bytes of an unsuccessful or unreadable reply are kept. 64 KiB by default.</summary>
    public int MaxErrorBodyBytes { get; set; } = 64 * 1024;

    /// <summary>How deeply the JSON of a reply, or the elements of XML, may be nested, 1 to 1000. 64 by default.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>
    /// A handler of your own that carries the requests; never disposed by the client. Null: the client has its own, which follows no redirects and keeps no
    /// cookies.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>
    /// The proxy that requests go through, such as a <see cref="System.Net.WebProxy"/>. Null: the one that the system or the environment names; one without
    /// an address: none. Not together with <see cref="Handler"/>.
    /// </summary>
    public System.Net.IWebProxy? Proxy { get; set; }

    /// <summary>
    /// The SHA-256 thumbprints of server certificates that are accepted although nobody vouches for them, as those that an appliance has signed itself: 64
    /// hexadecimal digits each, with or without colons or spaces. All other certificates are checked as ever. Not together with <see cref="Handler"/>; one
    /// of yours can ask <see cref="TrustedCertificates"/>.
    /// </summary>
    public IList<string> TrustedCertificateThumbprints { get; set; } = [];

#if NET8_0_OR_GREATER
    /// <summary>
    /// Adjusts the client's own handler: connections, certificates, and all that has no option here. Not together with <see cref="Handler"/>.
    /// </summary>
    public Action<SocketsHttpHandler>? ConfigureHandler { get; set; }
#endif

    /// <summary>
    /// Further headers of every request. They replace what the client would send of itself, Accept, Accept-Language and User-Agent, and an Authorization
    /// header among them replaces the credential.
    /// </summary>
    public IDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The User-Agent header; null: <c>ApiSpec/</c> and the version of this library.</summary>
    public string? UserAgent { get; set; }

    /// <summary>The clock that timeouts go by; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Is told of what replies hold beyond the reference: members, values and status codes that it does not describe. Each place comes once for a client and
    /// its variants, and no more than 1000 places do. Called within the call that found it, which ends with what this throws. Null: nobody is told.
    /// </summary>
    public Action<ApiDrift>? OnDrift { get; set; }

    /// <summary>
    /// How requests that failed are repeated. Null (default): they are not. Clients from dependency injection ignore it: there, add the standard resilience
    /// handler of <c>Microsoft.Extensions.Http.Resilience</c>, so that no request is repeated by two parts of a program.
    /// </summary>
    public ApiRetryOptions? Retry { get; set; }

    /// <summary>
    /// The log of calls: operation, status and its meaning, error code, attempt, duration, drift. Null (default): no log; clients from dependency injection
    /// then use the logging of the application. The generator writes one for projects that reference <c>Microsoft.Extensions.Logging.Abstractions</c>, which
    /// has the name of the client: <c>new AutomationClientLog(loggerFactory)</c>.
    /// </summary>
    public ApiLog? Log { get; set; }

    /// <summary>
    /// The edition of the reference that the server belongs to, such as <c>V12</c>: one of <see cref="ApiDescription.Editions"/>, where the specs name any. An
    /// operation that the edition does not have throws <see cref="NotSupportedException"/>, and a parameter or a member of a body that it does not have
    /// <see cref="ArgumentException"/>, before anything is sent. Null: nothing of the kind is checked.
    /// </summary>
    public string? Edition { get; set; }
}
