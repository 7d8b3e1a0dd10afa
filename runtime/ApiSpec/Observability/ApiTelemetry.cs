namespace ApiSpec;

/// <summary>The names of the activities and metrics of clients, for tracer and meter providers.</summary>
/// <remarks>
/// Activities and measurements follow the semantic conventions of OpenTelemetry for HTTP clients. They hold the path template and never the path, no value
/// of a query, header or body, and no part of a credential. Without a listener, they cost nothing.
/// </remarks>
public static class ApiTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>: one activity a call, named by method and path template.</summary>
    public const string ActivitySourceName = "ApiSpec";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "ApiSpec";
}
