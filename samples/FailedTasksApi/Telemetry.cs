using ApiSpec;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FailedTasksApi;

/// <summary>Traces and metrics of the requests to this application, and of its calls.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService("failed-tasks-api"))
            .WithTracing(static tracing => tracing.AddAspNetCoreInstrumentation().AddSource(ApiTelemetry.ActivitySourceName))
            .WithMetrics(static metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(ApiTelemetry.MeterName));
        // The exporter reads the same variable. Without the variable, it would send to a local collector that may not exist.
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null)
            telemetry.UseOtlpExporter();
    }
}
