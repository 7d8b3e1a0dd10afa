namespace ApiSpec;

/// <summary>The names under which clients report what they do, for a tracer and a meter provider to subscribe to.</summary>
/// <remarks>
/// Activities and measurements follow the semantic conventions of OpenTelemetry for HTTP clients. They hold the path template and never the path, no value
/// of a query, header or body, and nothing of a credential. While nobody listens, nothing is made of them.
/// </remarks>
public static class ApiTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>: one activity a call, named by method and path template.</summary>
    public const string ActivitySourceName = "ApiSpec";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "ApiSpec";
}
