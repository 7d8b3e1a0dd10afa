using System.Runtime.CompilerServices;
using ApiSpec.Observability;

namespace ApiSpec.Transport;

/// <summary>The checked copy of a client's options, so that later changes to the options have no effect.</summary>
internal sealed record ConnectionSettings
{
    // Schemas that contain themselves are read by recursion; a stack that overflows cannot be caught.
    /// <summary>The largest value of <see cref="ApiClientOptions.MaxJsonDepth"/>.</summary>
    public const int LargestJsonDepth = 1000;

    private const int LargestTimeoutMilliseconds = int.MaxValue - 1;

    public required ApiCredential Credential { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>How long a read of a body may wait; null: as long as the timeout of the call.</summary>
    public required TimeSpan? OwnReadTimeout { get; init; }

    public TimeSpan ReadTimeout => OwnReadTimeout ?? Timeout;

    public required bool RequireHttps { get; init; }

    /// <summary>The limits of the client's own handler, or null for another handler.</summary>
    public required int? MaxResponseHeaderBytes { get; init; }

    /// <summary>Whether requests accept gzip. A handler of the user sends the encodings that it can decompress.</summary>
    public required bool AcceptsGZip { get; init; }

    public required int MaxResponseBytes { get; init; }

    public required int MaxResponseValues { get; init; }

    public required int MaxErrorBodyBytes { get; init; }

    public required int MaxJsonDepth { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required string? Edition { get; init; }

    /// <summary>The zone of dates and times without one; null: the zone of the specs, or UTC.</summary>
    public required TimeZoneInfo? TimeZone { get; init; }

    public required string UserAgent { get; init; }

    public required string? Language { get; init; }

    public required KeyValuePair<string, string>[] Headers { get; init; }

    public required DriftMonitor? Drift { get; init; }

    /// <summary>Whether responses keep the body of a typed success.</summary>
    public bool KeepsRawBody { get; init; }

    /// <summary>Query parameters that every request gets, or null.</summary>
    public AdditionalQuery? Query { get; init; }

    /// <summary>How often and when a request is repeated; null: never.</summary>
    public RetryLoop? Retry { get; init; }

    /// <summary>The log of the client, or null.</summary>
    public CallLog? Log { get; init; }

    public static ConnectionSettings From(ApiClientOptions options) => From(options, options.Log?.Calls);

    /// <param name="options">The options.</param>
    /// <param name="log">The log to use instead of the log of the options.</param>
    public static ConnectionSettings From(ApiClientOptions options, CallLog? log)
    {
        if (options.Credential is null)
            throw new ArgumentException(
                nameof(options.Credential) + " is null; " + nameof(ApiCredential) + "." + nameof(ApiCredential.None) + " means no credential.",
                nameof(options));
        if (options.TimeProvider is null)
            throw new ArgumentException("A time provider is required.", nameof(options));
        if (options.MaxResponseBytes < 1)
            throw new ArgumentException(nameof(options.MaxResponseBytes) + " must be positive.", nameof(options));
        if (options.MaxResponseValues < 1)
            throw new ArgumentException(nameof(options.MaxResponseValues) + " must be positive.", nameof(options));
        if (options.MaxResponseHeaderBytes < 1)
            throw new ArgumentException(nameof(options.MaxResponseHeaderBytes) + " must be positive.", nameof(options));
        if (options.MaxJsonDepth is < 1 or > LargestJsonDepth)
            throw new ArgumentException(nameof(options.MaxJsonDepth) + " must be between 1 and 1000.", nameof(options));
        if (options.MaxErrorBodyBytes < 0)
            throw new ArgumentException(nameof(options.MaxErrorBodyBytes) + " cannot be negative.", nameof(options));

        return new ConnectionSettings
        {
            Credential = options.Credential,
            Timeout = CheckTimeout(options.Timeout, nameof(options.Timeout), nameof(options)),
            OwnReadTimeout = options.ReadTimeout is { } readTimeout ? CheckTimeout(readTimeout, nameof(options.ReadTimeout), nameof(options)) : null,
            RequireHttps = options.RequireHttps,
#if NET8_0_OR_GREATER
            AcceptsGZip = FeatureSwitches.Decompression && options.Handler is null,
#else
            AcceptsGZip = false,
#endif
            MaxResponseHeaderBytes = options.Handler is null ? options.MaxResponseHeaderBytes : null,
            MaxResponseBytes = options.MaxResponseBytes,
            MaxResponseValues = options.MaxResponseValues,
            MaxErrorBodyBytes = options.MaxErrorBodyBytes,
            MaxJsonDepth = options.MaxJsonDepth,
            TimeProvider = options.TimeProvider,
            Edition = options.Edition,
            TimeZone = options.TimeZone,
            UserAgent = CheckOptional("User-Agent", options.UserAgent, nameof(options)) ?? DefaultUserAgent,
            Language = CheckOptional("Accept-Language", options.Language, nameof(options)),
            Headers = CheckHeaders(options.Headers, nameof(options)),
            Drift = DriftMonitor.Create(options.DriftObserver, log),
            Log = log,
            Retry = options.Retry?.ToLoop(nameof(options)),
        };
    }

    // Settings are never compared or printed. What the compiler writes for a record would do both with every member, including secrets.
    public bool Equals(ConnectionSettings? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => nameof(ConnectionSettings);

    public ConnectionSettings With(ApiCallOptions options)
    {
        var settings = this;
        if (options.Credential is { } credential)
            settings = settings with { Credential = credential, Headers = Without("Authorization", settings.Headers) };
        if (options.Timeout is { } timeout)
            settings = settings with { Timeout = CheckTimeout(timeout, nameof(options.Timeout), nameof(options)) };
        if (options.ReadTimeout is { } readTimeout)
            settings = settings with { OwnReadTimeout = CheckTimeout(readTimeout, nameof(options.ReadTimeout), nameof(options)) };
        if (options.Language is { } language)
            settings = settings with
            {
                Language = CheckOptional("Accept-Language", language, nameof(options)),
                Headers = Without("Accept-Language", settings.Headers),
            };
        if (options.Headers is { Count: > 0 } headers)
            settings = settings with { Headers = Merge(settings.Headers, CheckHeaders(headers, nameof(options))) };
        if (options.KeepRawBody is { } keeps)
            settings = settings with { KeepsRawBody = keeps };
        if (options.Query is { } query)
            settings = settings with { Query = AdditionalQuery.With(settings.Query, query, nameof(options)) };
        return settings;
    }

    /// <summary>Returns the headers that each request gets if it does not have them yet, each name once.</summary>
    public KeyValuePair<string, string>[] AllHeaders()
    {
        var all = new List<KeyValuePair<string, string>>(Headers.Length + 2);
        foreach (var header in Headers)
            AddMissing(all, header.Key, header.Value);
        if (Language is not null)
            AddMissing(all, "Accept-Language", Language);
        AddMissing(all, "User-Agent", UserAgent);
        if (AcceptsGZip)
            AddMissing(all, "Accept-Encoding", "gzip");
        return [.. all];
    }

    private static void AddMissing(List<KeyValuePair<string, string>> headers, string name, string value)
    {
        // A method with a lambda would be more code in native programs.
        foreach (var header in headers)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return;
        }

        headers.Add(new(name, value));
    }

    /// <summary>Whether credentials must not be sent to the address.</summary>
    public bool RefusesSecrets(string baseAddress) => RequireHttps && BaseAddress.IsExposed(baseAddress);

    /// <exception cref="ArgumentException">The settings include values that must not be sent to the address.</exception>
    public void CheckSecrets(string baseAddress, string parameterName)
    {
        var hasSecrets = !ReferenceEquals(Credential, ApiCredential.None);
        foreach (var header in Headers)
            hasSecrets |= HeaderRules.IsSecret(header.Key);
        if (hasSecrets && RefusesSecrets(baseAddress))
            throw new ArgumentException(
                "The address is plain HTTP to another machine; " + nameof(RequireHttps) + " forbids sending a credential there.", parameterName);
    }

    private static string DefaultUserAgent { get; } = "ApiSpec/" + typeof(ConnectionSettings).Assembly.GetName().Version?.ToString(3);

    private static TimeSpan CheckTimeout(TimeSpan timeout, string option, string parameterName)
        => timeout == System.Threading.Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds <= LargestTimeoutMilliseconds)
            ? timeout
            : throw new ArgumentException(option + " must be positive and less than 25 days, or infinite.", parameterName);

    private static string? CheckOptional(string header, string? value, string parameterName)
    {
        if (value is null)
            return null;
        HeaderRules.CheckValue(header, value, parameterName);
        return value.Trim().Length == 0 ? throw new ArgumentException("The header '" + header + "' has no value.", parameterName) : value;
    }

    private static KeyValuePair<string, string>[] CheckHeaders(IDictionary<string, string>? headers, string parameterName)
    {
        if (headers is null || headers.Count == 0)
            return [];
        using var probe = new HttpRequestMessage();
        foreach (var header in headers)
        {
            HeaderRules.CheckName(header.Key, parameterName);
            HeaderRules.CheckValue(header.Key, header.Value, parameterName);
            if (!probe.Headers.TryAddWithoutValidation(header.Key, header.Value))
                throw new ArgumentException("The header '" + header.Key + "' describes a body and cannot be sent with every request.", parameterName);
        }

        var checkedHeaders = new KeyValuePair<string, string>[headers.Count];
        headers.CopyTo(checkedHeaders, 0);
        return checkedHeaders;
    }

    private static KeyValuePair<string, string>[] Merge(KeyValuePair<string, string>[] headers, KeyValuePair<string, string>[] more)
    {
        foreach (var header in more)
            headers = Without(header.Key, headers);
        return [.. headers, .. more];
    }

    private static KeyValuePair<string, string>[] Without(string name, KeyValuePair<string, string>[] headers)
        => Array.FindAll(headers, header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
}
