using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>
/// An application that logs everything: every message of every category, including the factory and the resilience handler, and every activity and measurement
/// of the process. None of them contains a secret.
/// </summary>
public sealed class SecretTests
{
    private const string Secret = "hunter2";
    private const string Encoded = "c3lzdGVtOmh1bnRlcjI=";

    private readonly ConcurrentQueue<string> _written = new();
    private readonly ConcurrentQueue<string> _targets = new();

    [Theory]
    [InlineData("basic")]
    [InlineData("bearer")]
    [InlineData("header")]
    [InlineData("session")]
    [InlineData("option")]
    [InlineData("default header")]
    public async Task Nothing_that_an_application_writes_down_holds_a_secret(string kind)
    {
        using var logger = new EverythingLogger();
        using var activities = Activities();
        using var measurements = Measurements();
        await using var server = await DepotServer.StartAsync(context =>
        {
            _targets.Enqueue(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
            context.Response.Headers.WWWAuthenticate = "HSSO " + Secret;
            context.Response.Headers.SetCookie = "session=" + Secret;
            return DepotServer.RespondAsync(context, context.Request.Path.Value!.EndsWith('1') ? 200 : 412, """{"id":1,"message":"no"}""");
        });
        await using (var host = await StartAsync(kind, server.Address, logger))
        {
            var client = host.Get<DepotClient>();
            var query = new JobsGetQuery { Secret = Secret };
            await client.Jobs.GetAsync(1, query);
            await client.Jobs.GetAsync(1, query);
            Write(await Assert.ThrowsAsync<ApiException<DepotError>>(() => client.Jobs.GetAsync(2, query)));
            await client.Jobs.ListWithResponseAsync();
            await client.Tickets.GetWithResponseAsync(Secret);
            await client.Tickets.GetWithResponseAsync(Secret + "1", new TicketsGetQuery { Keys = ["a", Secret] });
            await client.Tickets.GetAtWithResponseAsync("/v1/tickets/" + Secret + "/state?keys=" + Secret);
            Assert.Contains("/v1/tickets/" + Secret + "1/state?keys=a," + Secret, _targets);
            Assert.Contains("/v1/tickets/" + Secret + "/state?keys=" + Secret, _targets);
            await server.DisposeAsync();
            Write(await Assert.ThrowsAnyAsync<Exception>(() => client.Jobs.GetAsync(3, query)));
            Write(await Assert.ThrowsAnyAsync<Exception>(() => client.Tickets.GetAsync(Secret)));
            Write(query);
            Write(host.Get<Microsoft.Extensions.Options.IOptions<ApiClientOptions<DepotClient>>>().Value.Credential);
        }

        var all = logger.Written.Concat(_written).ToList();
        Assert.Contains(all, static text => text.Contains("Start processing HTTP request GET", StringComparison.Ordinal));
        Assert.Contains(all, static text => text.Contains("Sending HTTP request GET", StringComparison.Ordinal));
        Assert.Contains(all, static text => text.Contains("Resilience event", StringComparison.Ordinal));
        Assert.Contains(all, static text => text.StartsWith("System.Net.Http", StringComparison.Ordinal));
        Assert.Contains(all, static text => text.StartsWith("apispec.client.operation.duration", StringComparison.Ordinal));
        Assert.Contains(all, static text => text.Contains("Sending HTTP request GET", StringComparison.Ordinal)
            && text.EndsWith("/v1/tickets/%7Bticket%7D/state", StringComparison.Ordinal));
        Assert.Contains(all, static text => text.StartsWith("System.Net.Http url.full=", StringComparison.Ordinal)
            && text.EndsWith("/v1/tickets/%7Bticket%7D/state", StringComparison.Ordinal));

        // Values that are not secret are shown unchanged.
        Assert.Contains(
            all, static text => text.StartsWith("System.Net.Http url.full=", StringComparison.Ordinal) && text.EndsWith("/v1/jobs", StringComparison.Ordinal));
        var leaks = all.Where(static text => text.Contains(Secret, StringComparison.Ordinal) || text.Contains(Encoded, StringComparison.Ordinal)).Distinct()
            .ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    private static Task<DepotHost> StartAsync(string kind, Uri address, EverythingLogger logger) => DepotHost.StartAsync(services =>
    {
        // The log of the factory is registered before the client.
        services.AddHttpClient("other");
        services.AddLogging(logging => logging.AddProvider(logger).SetMinimumLevel(LogLevel.Trace));

        // As in older versions of the factory, which did not mask headers, and as an application can still configure it.
        services.ConfigureHttpClientDefaults(static builder => builder.RedactLoggedHeaders(static _ => false));
        services.AddDepotClient(address, options =>
        {
            switch (kind)
            {
                case "basic":
                    options.Credential = new BasicCredential("system", Secret);
                    break;
                case "bearer":
                    options.Credential = new BearerCredential(Secret);
                    break;
                case "header":
                    options.Credential = new HeaderCredential("X-Api-Key", Secret);
                    break;
                case "session":
                    options.Credential = new SessionCredential(new BasicCredential("system", Secret), new ApiSessionScheme("HSSO", "WWW-Authenticate", null));
                    break;
                case "option":
                    options.Headers["X-Token"] = Secret;
                    break;
            }
        })
            .ConfigureHttpClient(client =>
            {
                if (kind == "default header")
                    client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + Secret);
            })
            .AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero);
    });

    private void Write(object text) => _written.Enqueue(text.ToString()!);

    private ActivityListener Activities()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                _written.Enqueue(activity.Source.Name + " " + activity.DisplayName + " " + activity.StatusDescription);
                foreach (var (name, value) in activity.TagObjects)
                    _written.Enqueue(activity.Source.Name + " " + name + "=" + value);
                foreach (var happened in activity.Events)
                    _written.Enqueue(activity.Source.Name + " " + happened.Name + string.Join(' ', happened.Tags));
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener Measurements()
    {
        var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Write(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Write(instrument, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Write(instrument, tags));
        listener.Start();
        return listener;

        void Write(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
            => _written.Enqueue(instrument.Name + " " + string.Join(' ', tags.ToArray()));
    }
}
