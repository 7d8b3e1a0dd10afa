namespace ApiSpec.Observability;

/// <summary>
/// The names of attributes and instruments: the names of the OpenTelemetry semantic conventions, and names of this library that start with <c>apispec</c>.
/// </summary>
internal static class TelemetryNames
{
    public const string Method = "http.request.method";
    public const string Template = "url.template";
    /// <summary>The platform's name for the URL of a request. Activities of this library do not have it.</summary>
    public const string FullAddress = "url.full";

    public const string Scheme = "url.scheme";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string StatusCode = "http.response.status_code";
    public const string ResendCount = "http.request.resend_count";
    public const string ErrorType = "error.type";

    /// <summary>The attribute that OpenTelemetry uses for measurements with too many different attributes.</summary>
    public const string Overflow = "otel.metric.overflow";

    public const string Api = "apispec.api";
    public const string Operation = "apispec.operation";
    public const string ErrorCode = "apispec.error.code";
    public const string ErrorMessage = "apispec.error.message";
    public const string AttemptFailed = "apispec.attempt.failed";
    public const string Attempt = "apispec.attempt";
    public const string RetryDelay = "apispec.retry.delay";
    public const string Section = "apispec.section";
    public const string DriftKind = "apispec.drift.kind";
    public const string DriftPath = "apispec.drift.path";
    public const string DriftValue = "apispec.drift.value";

    public const string Duration = "apispec.client.operation.duration";
    public const string Drift = "apispec.client.drift";
}
