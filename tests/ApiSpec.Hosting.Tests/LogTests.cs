using System.Globalization;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>The log of a client names operations, statuses and their meaning, in a host and without one.</summary>
public sealed class LogTests
{
    private const string Category = "ApiSpec.Hosting.Tests.Depot.DepotClient";

    [Fact]
    public async Task Each_call_is_one_entry_with_its_operation_status_meaning_error_code_attempt_and_duration()
    {
        var clock = new FakeTimeProvider();
        using var log = new LogRecorder();
        await using var server = await DepotServer.StartAsync(context =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(12.5));
            return context.Request.Path.Value switch
            {
                "/v1/jobs/7" => DepotServer.RespondAsync(context, 200, """{"id":7}"""),
                "/v1/errors" => DepotServer.RespondAsync(context, 503, """{"code":"KNAE08-17","text":"The disk is full."}"""),
                _ => DepotServer.RespondAsync(context, 404, """{"message":"no"}"""),
            };
        });
        using var client = new DepotClient(server.Address, new ApiClientOptions { TimeProvider = clock, Log = new DepotClientLog(log.Factory) });

        await client.Jobs.GetAsync(7, new JobsGetQuery { Secret = "hunter2" });
        await client.Jobs.GetWithResponseAsync(8);
        await Assert.ThrowsAnyAsync<ApiException>(() => client.Jobs.GetAsync(8));
        await client.Errors.ListWithResponseAsync();

        const string Failed = "Jobs.Get (section 3.1) failed with 404 (There is no such job.) in 12.5 ms";
        Assert.Equal(
            [
                (LogLevel.Information, "1 CallSucceeded", "Jobs.Get (section 3.1) returned 200 (The job follows.) in 12.5 ms"),
                (LogLevel.Warning, "2 CallFailed", Failed),
                (LogLevel.Warning, "2 CallFailed", Failed),
                (LogLevel.Warning, "2 CallFailed",
                    "Errors.List (section 3.7) failed with 503 (The server has a problem.) in 12.5 ms; error code KNAE08-17; message The disk is full."),
            ],
            log.Entries.Select(static entry => (entry.Level, entry.Event, entry.Message)));
        Assert.All(log.Entries, static entry => Assert.Equal(Category, entry.Category));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["Operation"] = "Errors.List",
                ["Section"] = "3.7",
                ["StatusCode"] = 503,
                ["Meaning"] = "The server has a problem.",
                ["ElapsedMilliseconds"] = 12.5,
                ["Attempt"] = 1,
                ["ErrorCode"] = "KNAE08-17",
                ["ErrorMessage"] = "The disk is full.",
                ["Api"] = "depot",
                ["Method"] = "GET",
                ["PathTemplate"] = "/v1/errors",
                ["{OriginalFormat}"] = "{Operation} (section {Section}) failed with {StatusCode} ({Meaning}) in {ElapsedMilliseconds} ms; error code "
                    + "{ErrorCode}; message {ErrorMessage}",
            },
            log.Entries[3].Values);
    }

    [Fact]
    public async Task A_call_without_a_response_is_a_warning_with_its_reason_and_one_that_its_caller_cancels_is_not()
    {
        using var log = new LogRecorder();
        await using var server = await DepotServer.StartAsync(200, """{"id":"hunter2"}""");
        var own = new ApiClientOptions { Log = new DepotClientLog(log.Factory), Handler = new BrokenHandler() };
        using var broken = new DepotClient(server.Address, own);
        using var client = new DepotClient(server.Address, new ApiClientOptions { Log = new DepotClientLog(log.Factory) });
        using var unreachable = new DepotClient(new Uri("http://127.0.0.1:1"), new ApiClientOptions { Log = new DepotClientLog(log.Factory) });
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAsync<ApiContractException>(() => client.Jobs.GetAsync(7));
        await Assert.ThrowsAsync<ApiConnectionException>(() => unreachable.Jobs.GetAsync(7));
        await Assert.ThrowsAsync<InvalidOperationException>(() => broken.Jobs.GetAsync(7));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Jobs.GetAsync(7, cancellationToken: cancelled.Token));

        Assert.Equal(
            [
                (LogLevel.Warning, "3 CallHadNoResult", 200, "ApiSpec.ApiContractException"),
                (LogLevel.Warning, "3 CallHadNoResult", null, "ApiSpec.ApiConnectionException"),
                (LogLevel.Warning, "3 CallHadNoResult", null, "System.InvalidOperationException"),
                (LogLevel.Debug, "4 CallCanceled", null, null),
            ],
            log.Entries.Select(static entry => (entry.Level, entry.Event, (int?)entry.Value("StatusCode"), (string?)entry.Value("ErrorType"))));
        Assert.Contains("$.id", log.Entries[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Entries, static entry => entry.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_renewed_session_is_an_entry_and_no_further_attempt()
    {
        var issued = 0;
        using var log = new LogRecorder();
        await using var server = await DepotServer.StartAsync(context =>
        {
            if (context.Request.Headers.Authorization.ToString().StartsWith("Basic", StringComparison.Ordinal))
                context.Response.Headers.WWWAuthenticate = "HSSO token-" + (++issued).ToString(CultureInfo.InvariantCulture);
            return DepotServer.RespondAsync(context, context.Request.Headers.Authorization == "HSSO token-1" ? 401 : 200, """{"id":7}""");
        });
        using var client = new DepotClient(server.Address, new ApiClientOptions
        {
            Credential = new SessionCredential(new BasicCredential("system", "hunter2"), new ApiSessionScheme("HSSO", "WWW-Authenticate", null)),
            Log = new DepotClientLog(log.Factory),
        });

        await client.Jobs.GetAsync(7);
        await client.Jobs.GetAsync(7);

        Assert.Equal(["1 CallSucceeded", "5 SessionRenewed", "1 CallSucceeded"], log.Entries.Select(static entry => entry.Event));
        Assert.Equal([1, 1], log.Entries.Where(static entry => entry.Event == "1 CallSucceeded").Select(static entry => entry.Value("Attempt")));
    }

    [Fact]
    public async Task Each_place_of_drift_is_one_entry_of_a_client()
    {
        using var log = new LogRecorder();
        await using var server = await DepotServer.StartAsync(context => DepotServer.RespondAsync(
            context, context.Request.Path == "/v1/jobs/9" ? 418 : 200,
            context.Request.Path == "/v1/jobs/9" ? """{"message":"no"}""" : """{"id":7,"owner":"x","state":"paused"}"""));
        using var client = new DepotClient(server.Address, new ApiClientOptions { Log = new DepotClientLog(log.Factory) });

        await client.Jobs.GetAsync(7);
        await client.Jobs.GetAsync(7);
        await client.Jobs.GetWithResponseAsync(9);

        const string Found = "Jobs.Get (section 3.1) returned ";
        Assert.Equal(
            [
                Found + "200 with the member $.owner, which the reference does not describe",
                Found + "200 with the value 'paused' at $.state, which the reference does not list",
                Found + "418, which the reference does not list",
            ],
            log.Entries.Where(static entry => entry.Event == "7 Drift").Select(static entry => entry.Message));
    }

    [Fact]
    public async Task A_client_of_a_host_writes_to_the_log_of_the_host_and_counts_the_attempts_of_its_handlers()
    {
        var requests = 0;
        using var log = new LogRecorder();
        using var own = new LogRecorder();
        await using var server = await DepotServer.StartAsync(context => DepotServer.RespondAsync(context, ++requests % 3 == 0 ? 200 : 412, """{"id":7}"""));
        await using var host = await DepotHost.StartAsync(services =>
        {
            services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
            services.AddDepotClient(server.Address).AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero);
            services.AddKeyedDepotClient("tokyo", server.Address).AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero);
            services.AddKeyedDepotClient("osaka", server.Address, options => options.Log = new DepotClientLog(own.Factory));
        });

        await host.Get<DepotClient>().Jobs.GetAsync(7);
        await host.Get<DepotClient>("tokyo").Jobs.GetAsync(7);
        await host.Get<DepotClient>("osaka").Jobs.GetWithResponseAsync(7);

        Assert.Equal(
            [(Category, 3), (Category + ":tokyo", 3)],
            log.Entries.Where(static entry => entry.Event == "1 CallSucceeded").Select(static entry => (entry.Category, (int)entry.Value("Attempt")!)));
        Assert.All(
            log.Entries.Where(static entry => entry.Event == "1 CallSucceeded"),
            static entry => Assert.EndsWith(" ms, attempt 3", entry.Message, StringComparison.Ordinal));
        Assert.Equal(Category, own.Entries.Single(static entry => entry.Event == "2 CallFailed").Category);
    }

    private sealed class BrokenHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => throw new InvalidOperationException("The password is hunter2.");
    }
}
