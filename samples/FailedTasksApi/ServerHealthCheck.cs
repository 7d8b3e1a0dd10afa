using System.Net.Mime;
using ApiSpec;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Polly;

namespace FailedTasksApi;

/// <summary>Asks the server for its version, which needs a login and changes nothing.</summary>
internal sealed class ServerHealthCheck(IVersionsClient versions) : IHealthCheck
{
    /// <summary>Writes the description of each check, not only the status.</summary>
    public static HealthCheckOptions ResponseOptions { get; } = new()
    {
        ResponseWriter = static (context, report) =>
        {
            context.Response.ContentType = MediaTypeNames.Text.Plain;
            return context.Response.WriteAsync(string.Concat(report.Entries.Select(static entry
                => $"{entry.Key}: {entry.Value.Status}, {entry.Value.Description}\n")));
        },
    };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var version = await versions.GetCurrentAsync(cancellationToken);
            return HealthCheckResult.Healthy($"{version.ProductName} {version.ProductVersion}");
        }
        catch (Exception exception) when (exception is ApiCallException or ExecutionRejectedException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message);
        }
    }
}
