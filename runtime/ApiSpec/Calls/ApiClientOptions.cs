using ApiSpec.Observability;

namespace ApiSpec;

/// <summary>The options of a client. They are read once, when the client is created, so later changes have no effect.</summary>
public class ApiClientOptions
{
    /// <summary>The credential of each call. Default: no credential.</summary>
    public ApiCredential Credential { get; set; } = ApiCredential.None;

    /// <summary>The Accept-Language header, such as <c>ja</c>; null: not sent.</summary>
    public string? Language { get; set; }

    /// <summary>
    /// Whether the client never sends a credential over plain HTTP to another machine. A client with a credential can then only be created for a base address
    /// with HTTPS, or on the same machine. Default: false, because many appliances only support plain HTTP.
    /// </summary>
    /// <remarks>
    /// An Authorization or Cookie header among <see cref="Headers"/> counts as a credential. Headers that your own handler adds are not checked.
    /// </remarks>
    public bool RequireHttps { get; set; }

    /// <summary>
    /// The time limit of a call, including the headers and the body of the response. For a body that is read while it arrives, the limit ends with the headers.
    /// 100 s by default; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How long a read of the body may wait for the next bytes. Null: as long as <see cref="Timeout"/>; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// for no limit.
    /// </summary>
    /// <remarks>
    /// It starts with the first read of the body. Connecting, sending the request and waiting for the headers of the response are limited by
    /// <see cref="Timeout"/> alone, since an upload or a busy server can take long without an error. If <see cref="Timeout"/> is infinite and the server never
    /// responds, the call waits until its token is cancelled or the client is disposed.
    /// </remarks>
    public TimeSpan? ReadTimeout { get; set; }

    /// <summary>
    /// How many bytes the headers of a response can have, rounded up to whole KiB. 64 KiB by default. Your own <see cref="Handler"/> or HttpClient has a
    /// separate limit.
    /// </summary>
    public int MaxResponseHeaderBytes { get; set; } = 64 * 1024;

    /// <summary>
    /// The maximum size of the body of a successful response in bytes, after decompression. If elements are read one by one, the limit is for each element.
    /// Downloads have no limit.
    /// 64 MiB by default.
    /// </summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// The maximum number of values in the body of a successful response, so that a small body of many tiny values cannot fill the memory. If elements are read
    /// one by one, the limit is for each element. 4,000,000 by default. If a response has more values, the call throws
    /// <see cref="ApiResponseTooLargeException"/>.
    /// </summary>
    /// <remarks>
    /// Each element of a list and each entry of a map counts as one value, including those in raw JSON (<c>any</c>, unknown members). A record counts as one
    /// value and one more for each of its members. A union counts as one value and one more for each of its alternatives. The object has room for all of them,
    /// even if the response does not have them. Each list or map that is not empty, and each raw JSON value, counts four more. A million values need about 10
    /// to 100 MB, in addition to their strings.
    /// </remarks>
    public int MaxResponseValues { get; set; } = 4_000_000;

    /// <summary>How many bytes of an unsuccessful or unreadable response are kept. 64 KiB by default.</summary>
    public int MaxErrorBodyBytes { get; set; } = 64 * 1024;

    /// <summary>The maximum nesting of the JSON or XML of a response, 1 to 1000. Default: 64.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>
    /// Your own handler, which sends the requests. The client never disposes of it. Null (default): the client's own handler, which follows no redirects and
    /// keeps no cookies.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>
    /// The proxy for requests, such as a <see cref="System.Net.WebProxy"/>. Null (default): the proxy of the system or the environment. A proxy without an
    /// address means no proxy. It cannot be combined with <see cref="Handler"/>.
    /// </summary>
    public System.Net.IWebProxy? Proxy { get; set; }

    /// <summary>
    /// The SHA-256 thumbprints of server certificates that are accepted although no authority has signed them, such as self-signed certificates of appliances:
    /// 64 hexadecimal digits each, with or without colons or spaces. All other certificates are checked as usual. It cannot be combined with
    /// <see cref="Handler"/>. Your own handler can use <see cref="TrustedCertificates"/>.
    /// </summary>
    public IList<string> TrustedCertificateThumbprints { get; set; } = [];

#if NET8_0_OR_GREATER
    /// <summary>
    /// Adjusts the client's own handler: connections, certificates, and everything that has no option here. It cannot be combined with <see cref="Handler"/>.
    /// </summary>
    public Action<SocketsHttpHandler>? ConfigureHandler { get; set; }
#endif

    /// <summary>
    /// Further headers of every request. They replace the client's own Accept, Accept-Language and User-Agent headers, and an Authorization
    /// header among them replaces the credential.
    /// </summary>
    public IDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The User-Agent header; null: <c>ApiSpec/</c> and the version of this library.</summary>
    public string? UserAgent { get; set; }

    /// <summary>The clock for timeouts. Default: the system's clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The time zone of the server, for dates and times that it sends or takes without a zone. Null (default): the zone that the specs name under
    /// <c>timezone</c>, or UTC if they name none. If this machine does not know the zone of the specs, a client cannot be made without this option.
    /// </summary>
    /// <remarks>
    /// An hour that occurs twice, because clocks are set back, is read as standard time; one that does not exist, because they are set forward, with the offset
    /// before the change. A time that the zone would move out of the years 1 to 9999, such as <c>9999-12-31 23:59:59</c>, is read with the offset zero. Filters
    /// (<see cref="HqlFilter{TResource}"/>) have no client, and use the zone of the specs. .NET Framework on Windows has other ids than the specs:
    /// <c>Tokyo Standard Time</c>.
    /// </remarks>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>
    /// Called for undocumented members, values and status codes in responses. Each position is reported once for a client and
    /// its derived clients, up to 1000 positions. It runs within the call that found the drift; an exception that it throws ends that call. Null (default): no
    /// reports.
    /// </summary>
    public Action<ApiDrift>? OnDrift
    {
        get => DriftObserver?.Callback;
        set => DriftObserver = value is null ? null : new DriftObserver(value);
    }

    internal DriftObserver? DriftObserver { get; private set; }

    /// <summary>
    /// How failed requests are repeated. Null (default): they are not. Clients from dependency injection ignore it: there, add the standard resilience
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
    /// The edition of the reference that the server belongs to, such as <c>V12</c>: one of <see cref="ApiDescription.Editions"/>, if the specs have any. An
    /// operation that the edition does not have throws <see cref="NotSupportedException"/>, and a parameter or a member of a body that it does not have
    /// <see cref="ArgumentException"/>, before anything is sent. Null (default): editions are not checked.
    /// </summary>
    public string? Edition { get; set; }
}
