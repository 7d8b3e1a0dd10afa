using ApiSpec.Observability;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The documentation of one operation: its section, its request and its possible responses.</summary>
public sealed class ApiOperation
{
    private const int MostDriftPlaces = 64;

    private readonly string[] _roles;
    private readonly string[] _sources;
    private readonly ApiStatus[] _statuses;
    private readonly bool _hasOpenErrorCodes;
    private string? _activityName;
    private DriftRegister? _driftRegister;

    /// <summary>Describes an operation.</summary>
    /// <param name="id">Group and name, such as <c>Tasks.GetRerunStart</c>.</param>
    /// <param name="api">The API it belongs to.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathTemplate">The path with its placeholders in braces.</param>
    /// <param name="section">The section of the reference, such as <c>9.6.8</c>; null when unknown.</param>
    /// <param name="title">The section's heading.</param>
    /// <param name="function">The printed purpose of the operation.</param>
    /// <param name="version">The API version in the path, such as <c>v1</c>.</param>
    /// <param name="isIdempotent">Whether sending it twice has the effect of sending it once; null: follows from the method (RFC 9110, 9.2.2).</param>
    /// <param name="roles">The roles that may call it; null or empty when the reference names none.</param>
    /// <param name="sources">Editions and sections the description was taken from.</param>
    /// <param name="statuses">The table of status codes.</param>
    /// <param name="deprecated">What to use instead; null when the operation is not deprecated.</param>
    /// <param name="notes">Further remarks.</param>
    /// <param name="editions">The editions that have the operation; null: all.</param>
    /// <param name="hasSecretTarget">Whether a value in the path or the query of its requests is secret.</param>
    /// <param name="isAnonymous">Whether the reference says that the operation takes no credential.</param>
    /// <param name="hasOpenStatuses">Whether the status table of the reference is missing or incomplete.</param>
    /// <param name="hasOpenErrorCodes">Whether the reference does not show all of the error codes that a body can hold.</param>
    /// <param name="hasSecretBody">Whether a value in the body of its requests is secret.</param>
    /// <param name="outcomes">The members of the body that say whether the call succeeded; null: only the status code decides.</param>
    /// <param name="jsonPrefix">The text before the JSON of responses; null: there is none.</param>
    /// <exception cref="ArgumentException">A required argument is null or empty.</exception>
    public ApiOperation(
        string id,
        ApiDescription api,
        HttpMethod method,
        string pathTemplate,
        string? section = null,
        string? title = null,
        string? function = null,
        string? version = null,
        bool? isIdempotent = null,
        IReadOnlyList<string>? roles = null,
        IReadOnlyList<string>? sources = null,
        IReadOnlyList<ApiStatus>? statuses = null,
        string? deprecated = null,
        string? notes = null,
        ApiEditions? editions = null,
        bool hasSecretTarget = false,
        bool isAnonymous = false,
        bool hasOpenStatuses = false,
        bool hasOpenErrorCodes = false,
        bool hasSecretBody = false,
        Generated.ApiOutcomes? outcomes = null,
        Generated.ApiJsonPrefix? jsonPrefix = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(pathTemplate);

        Id = id;
        Api = api;
        Method = method;
        PathTemplate = pathTemplate;
        Section = section;
        Title = title;
        Function = function;
        Version = version;
        IsIdempotent = isIdempotent ?? IsIdempotentMethod(method);
        _roles = ListCopy.Of(roles);
        _sources = ListCopy.Of(sources);
        _statuses = ListCopy.Of(statuses);
        foreach (var status in _statuses)
            HasFurtherRows |= status.Value != status.Code;
        Deprecated = deprecated;
        Notes = notes;
        Editions = editions;
        HasSecretTarget = hasSecretTarget;
        HasSecretBody = hasSecretBody;
        IsAnonymous = isAnonymous;
        HasOpenStatuses = hasOpenStatuses;
        _hasOpenErrorCodes = hasOpenErrorCodes;
        Outcomes = outcomes;
        JsonPrefix = jsonPrefix;

        var dot = id.LastIndexOf('.');
        Group = dot < 0 ? "" : id.Substring(0, dot);
        Name = id.Substring(dot + 1);
    }

    /// <summary>Group and name, such as <c>Tasks.GetRerunStart</c>.</summary>
    public string Id { get; }

    /// <summary>The API the operation belongs to.</summary>
    public ApiDescription Api { get; }

    /// <summary>The part of <see cref="Id"/> before its last dot, or empty.</summary>
    public string Group { get; }

    /// <summary>The part of <see cref="Id"/> after its last dot.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path with its placeholders in braces, such as <c>/Automation/v1/objects/Tasks/{id}</c>.</summary>
    public string PathTemplate { get; }

    /// <summary>
    /// Whether a value in the path or the query of its requests is secret, so that no log or trace may show their address. <see cref="PathTemplate"/> can be
    /// shown in its place.
    /// </summary>
    public bool HasSecretTarget { get; }

    /// <summary>Whether a value in the body of its requests is secret, so that no message shows text of the server, which can repeat it.</summary>
    internal bool HasSecretBody { get; }

    /// <summary>
    /// Whether the reference says that the operation takes no credential. <see cref="ApiClientOptions.Credential"/> is not applied to its requests.
    /// </summary>
    public bool IsAnonymous { get; }

    /// <summary>The section of the reference, such as <c>9.6.8</c>; null when unknown.</summary>
    public string? Section { get; }

    /// <summary>The section's heading; null when unknown.</summary>
    public string? Title { get; }

    /// <summary>The printed purpose of the operation, or null.</summary>
    public string? Function { get; }

    /// <summary>The API version in the path, or null.</summary>
    public string? Version { get; }

    /// <summary>The roles that may call the operation; empty when the reference names none.</summary>
    public IReadOnlyList<string> Roles => field ??= Array.AsReadOnly(_roles);

    /// <summary>Editions and sections the description was taken from.</summary>
    public IReadOnlyList<string> Sources => field ??= Array.AsReadOnly(_sources);

    /// <summary>The table of status codes, in the order of the reference.</summary>
    public IReadOnlyList<ApiStatus> Statuses => field ??= Array.AsReadOnly(_statuses);

    /// <summary>Whether the reference does not show the table of status codes, or not all of it, so that another code does not contradict it.</summary>
    public bool HasOpenStatuses { get; }

    /// <summary>Whether sending the request twice has the effect of sending it once, so that it can be repeated when the response was lost.</summary>
    public bool IsIdempotent { get; }

    /// <summary>What to use instead; null when the operation is not deprecated.</summary>
    public string? Deprecated { get; }

    /// <summary>Further remarks, or null.</summary>
    public string? Notes { get; }

    /// <summary>The editions of the reference that have the operation; null: all.</summary>
    public ApiEditions? Editions { get; }

    /// <summary>Method and path template (OpenTelemetry semantic conventions, HTTP spans).</summary>
    internal string ActivityName => _activityName ??= Method.Method + " " + PathTemplate;

    /// <summary>The undocumented places that are counted separately.</summary>
    internal DriftRegister DriftRegister
        => _driftRegister ?? Interlocked.CompareExchange(ref _driftRegister, new DriftRegister(MostDriftPlaces), null) ?? _driftRegister!;

    /// <summary>The table's row for a status code: the first one, if the code has several; null when the reference does not list it.</summary>
    /// <param name="code">The HTTP status code.</param>
    public ApiStatus? FindStatus(int code)
    {
        ApiStatus? ofClass = null;
        foreach (var status in _statuses)
        {
            if (status.ErrorCode is not null)
                continue;
            if (status.Code == code)
                return status;
            if (status.Code == code / 100)
                ofClass ??= status;
        }

        return ofClass;
    }

    /// <summary>Whether a status code has several rows, so that the code alone does not identify the row.</summary>
    internal bool HasFurtherRows { get; }

    /// <summary>The row of a member of the enumeration of statuses, or null.</summary>
    internal ApiStatus? FindValue(int value)
    {
        foreach (var status in _statuses)
        {
            if (status.Value == value)
                return status;
        }

        return null;
    }

    /// <summary>The roles that may call the operation, which must not be changed.</summary>
    internal string[] RoleNames => _roles;

    /// <summary>The members of the body that say whether the call succeeded; null: only the status code decides.</summary>
    internal Generated.ApiOutcomes? Outcomes { get; }

    /// <summary>The text before the JSON of responses; null: there is none.</summary>
    internal Generated.ApiJsonPrefix? JsonPrefix { get; }

    private bool IsOf(string? edition, ApiStatus status) => edition is null || status.Editions?.Include(edition, Api.Editions) != false;

    /// <summary>Whether the reference lists error codes, so that another one contradicts it.</summary>
    internal bool ListsErrorCodes
    {
        get
        {
            foreach (var status in _statuses)
            {
                if (status.ErrorCode is not null)
                    return !_hasOpenErrorCodes;
            }

            return false;
        }
    }

    /// <summary>Whether the reference lists an error code, in its table or as the message of a row.</summary>
    internal bool Lists(string errorCode)
    {
        foreach (var status in _statuses)
        {
            if (string.Equals(status.ErrorCode ?? status.Message, errorCode, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The row of a response: the one with the error code of its body, or else the row of its status code whose message the body or the status line has, or
    /// else
    /// the first row of its code. Rows of other editions are left out, and results if the call failed.
    /// </summary>
    /// <param name="code">The HTTP status code.</param>
    /// <param name="hasFailed">Whether the body of a 2xx response says that the call failed.</param>
    /// <param name="errorCode">The error code in the body, or null.</param>
    /// <param name="errorMessage">The text of the error in the body, or null.</param>
    /// <param name="reason">The message of the status line, or null.</param>
    /// <param name="edition">The edition of the server; null: it is not known.</param>
    internal ApiStatus? FindStatus(int code, bool hasFailed, string? errorCode, string? errorMessage, string? reason, string? edition)
    {
        var rowCode = HasRow(code, hasFailed, edition) ? code : code / 100;
        ApiStatus? ofOtherCode = null, ofId = null, ofMessage = null, ofReason = null, first = null;
        foreach (var status in _statuses)
        {
            if (!IsOf(edition, status))
                continue;
            if (status.ErrorCode is not null)
            {
                if (!string.Equals(status.ErrorCode, errorCode, StringComparison.Ordinal))
                    continue;
                if (status.Code == rowCode)
                    return status;
                ofOtherCode ??= status;
            }
            else if (status.Code == rowCode && !(hasFailed && status.IsResult))
            {
                first ??= status;
                if (status.Message is not { Length: > 0 } message)
                    continue;
                if (string.Equals(message, errorCode, StringComparison.Ordinal))
                    ofId ??= status;
                if (string.Equals(message, errorMessage, StringComparison.OrdinalIgnoreCase))
                    ofMessage ??= status;
                if (string.Equals(message, reason, StringComparison.OrdinalIgnoreCase))
                    ofReason ??= status;
            }
            else if (hasFailed && !status.IsResult && status.Message is { Length: > 0 } id && string.Equals(id, errorCode, StringComparison.Ordinal))
            {
                ofOtherCode ??= status;
            }
        }

        return ofId ?? ofOtherCode ?? ofMessage ?? ofReason ?? first ?? (hasFailed ? null : FindStatus(code));
    }

    private bool HasRow(int code, bool hasFailed, string? edition)
    {
        foreach (var status in _statuses)
        {
            if (status.Code == code && status.ErrorCode is null && IsOf(edition, status) && !(hasFailed && status.IsResult))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the same request can succeed later after this status: as the reference says, and otherwise for 408, 429 and 5xx
    /// (RFC 9110, 15.5.9 and 15.6; RFC 6585, 4).
    /// </summary>
    /// <param name="code">The HTTP status code.</param>
    public bool IsTransient(int code) => FindStatus(code)?.IsTransient ?? IsTransientCode(code);

    internal static bool IsTransientCode(int code) => code is 408 or 429 or (>= 500 and <= 599);

    /// <summary>Id and section, such as <c>Tasks.GetRerunStart (section 9.6.8)</c>.</summary>
    public override string ToString() => Section is null ? Id : Id + " (section " + Section + ")";

    private static bool IsIdempotentMethod(HttpMethod method)
        => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put || method == HttpMethod.Delete
            || method == HttpMethod.Options || method == HttpMethod.Trace;
}
