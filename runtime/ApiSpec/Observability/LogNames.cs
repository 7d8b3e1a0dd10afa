namespace ApiSpec.Observability;

/// <summary>The names of the values of log entries.</summary>
internal static class LogNames
{
    public const string Operation = "Operation";
    public const string Section = "Section";
    public const string Api = "Api";
    public const string Method = "Method";
    public const string Template = "PathTemplate";
    public const string StatusCode = "StatusCode";
    public const string Meaning = "Meaning";
    public const string ErrorCode = "ErrorCode";
    public const string ErrorMessage = "ErrorMessage";
    public const string ErrorType = "ErrorType";
    public const string Error = "Error";
    public const string Attempt = "Attempt";
    public const string Elapsed = "ElapsedMilliseconds";
    public const string Delay = "DelayMilliseconds";
    public const string DriftPath = "DriftPath";
    public const string DriftValue = "DriftValue";
    public const string ConfigurationKey = "ConfigurationKey";
    public const string Nearest = "NearestKey";
}
