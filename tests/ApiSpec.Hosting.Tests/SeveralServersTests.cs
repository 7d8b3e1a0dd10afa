using System.Collections.Concurrent;
using System.Text;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>One application calls several servers. Each has a key, settings in a file, retries and a health check.</summary>
public sealed class SeveralServersTests
{
    private const string Job = """{"id":7}""";

    [Fact]
    public async Task Each_server_has_its_own_settings_retries_and_health_check()
    {
        await using var tokyo = await Site.StartAsync();
        await using var osaka = await Site.StartAsync();
        using var settings = new MemoryStream(Encoding.UTF8.GetBytes($$"""
            {
              "Sites": {
                "tokyo": { "BaseAddress": "{{tokyo.Address}}", "Language": "ja" },
                "osaka": { "BaseAddress": "{{osaka.Address}}", "Language": "en", "Headers": { "X-Site": "osaka" } }
              }
            }
            """));
        var configuration = new ConfigurationBuilder().AddJsonStream(settings).Build();
        await using var host = await DepotHost.StartAsync(services => AddSites(services, configuration.GetSection("Sites")));
        var reports = host.Get<HealthCheckService>();

        tokyo.Statuses.Enqueue(503);
        var atFirst = await reports.CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Healthy", "Healthy"), (atFirst.Entries["tokyo"].Status.ToString(), atFirst.Entries["osaka"].Status.ToString()));
        Assert.Equal(["ja of ", "ja of "], tokyo.Requests);
        Assert.Equal(["en of osaka"], osaka.Requests);

        osaka.Statuses.Enqueue(401);
        var later = await reports.CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Healthy", "Unhealthy"), (later.Entries["tokyo"].Status.ToString(), later.Entries["osaka"].Status.ToString()));
        Assert.Contains("The user is not known.", later.Entries["osaka"].Description, StringComparison.Ordinal);
        // The reference does not call this status transient, so the call is not repeated.
        Assert.Equal(2, osaka.Requests.Count);
    }

    private static void AddSites(IServiceCollection services, IConfigurationSection sites)
    {
        var checks = services.AddHealthChecks();
        foreach (var site in sites.GetChildren())
        {
            services.AddKeyedDepotClient(site.Key, site).AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero);
            checks.Add(new HealthCheckRegistration(
                site.Key, provider => new DepotHealthCheck(provider.GetRequiredKeyedService<IJobsClient>(site.Key)), failureStatus: null, tags: null));
        }
    }

    private sealed class DepotHealthCheck(IJobsClient jobs) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await jobs.GetAsync(7, cancellationToken: cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (ApiCallException exception)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, exception.Message);
            }
        }
    }

    /// <summary>A server that responds with the next of its statuses, and with 200 if there is none.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private DepotServer _server = null!;

        public Uri Address => _server.Address;

        public ConcurrentQueue<int> Statuses { get; } = new();

        /// <summary>The language and the site in the headers of each request.</summary>
        public ConcurrentQueue<string> Requests { get; } = new();

        public static async Task<Site> StartAsync()
        {
            var site = new Site();
            site._server = await DepotServer.StartAsync(context =>
            {
                site.Requests.Enqueue($"{context.Request.Headers.AcceptLanguage} of {context.Request.Headers["X-Site"]}");
                return site.Statuses.TryDequeue(out var status)
                    ? DepotServer.RespondAsync(context, status, """{"message":"no"}""")
                    : DepotServer.RespondAsync(context, 200, Job);
            });
            return site;
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
