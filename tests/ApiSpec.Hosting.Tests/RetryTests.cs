using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>
/// Retries of a client without a host: how often, after which delay, and with which traces and logs. <see cref="ResilienceTests"/> has the rule.
/// </summary>
public sealed class RetryTests
{
    private const string Job = """{"id":7}""";

    [Fact]
    public async Task Nothing_is_repeated_unless_the_options_ask_for_it_and_never_for_a_client_of_a_host()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            requests++;
            return DepotServer.RespondAsync(context, 503, "{}");
        });
        using var client = new DepotClient(server.Address);
        await using var host = await DepotHost.StartAsync(
            services => services.AddDepotClient(server.Address, static options => options.Retry = new ApiRetryOptions { Delay = TimeSpan.Zero }));

        await client.Jobs.GetWithResponseAsync(7);
        await host.Get<DepotClient>().Jobs.GetWithResponseAsync(7);

        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task Waits_grow_up_to_the_longest_and_end_after_the_last_retry()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            requests++;
            return DepotServer.RespondAsync(context, 503, "{}");
        });
        var clock = new HastyClock();
        using var client = Client(
            server.Address, clock, new ApiRetryOptions { MaxRetries = 4, Delay = TimeSpan.FromSeconds(2), MaxDelay = TimeSpan.FromSeconds(9) });

        var response = await client.Jobs.GetWithResponseAsync(7);

        Assert.Equal((503, 5), (response.StatusCode, requests));
        Assert.Equal(4, clock.Waits.Count);
        Assert.InRange(clock.Waits[0].TotalSeconds, 1.5, 2.5);
        Assert.InRange(clock.Waits[1].TotalSeconds, 3, 5);
        Assert.InRange(clock.Waits[2].TotalSeconds, 6, 9);
        Assert.Equal(9, clock.Waits[3].TotalSeconds);
    }

    [Theory]
    [InlineData("7", null, 7)]
    [InlineData("0", null, 0)]
    [InlineData("Sun, 29 Nov 2026 10:00:20 GMT", "Sun, 29 Nov 2026 10:00:08 GMT", 12)]
    [InlineData("31", null, null)]
    [InlineData("99999999999", null, null)]
    [InlineData("99999999999999999999999", null, null)]
    [InlineData("nonsense", null, 2)]
    public async Task Retry_After_decides_how_long_to_wait_and_one_that_is_too_long_ends_the_call_with_its_response(
        string retryAfter, string? date, int? expected)
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            if (date is not null)
                context.Response.Headers.Date = date;
            return DepotServer.RespondAsync(context, ++requests == 2 ? 200 : 503, Job);
        });
        var clock = new HastyClock();
        using var client = Client(server.Address, clock, new ApiRetryOptions());

        var response = await client.Jobs.GetWithResponseAsync(7);

        Assert.Equal(expected is null ? 503 : 200, response.StatusCode);
        Assert.Equal(expected is null or 0 ? 0 : 1, clock.Waits.Count);
        if (expected is > 0 and var seconds)
            Assert.InRange(clock.Waits[0].TotalSeconds, 0.75 * seconds, 1.25 * seconds);
    }

    [Fact]
    public async Task A_wait_that_the_timeout_would_cut_off_ends_the_call_with_its_response()
    {
        await using var server = await DepotServer.StartAsync(503, "{}");
        using var client = new DepotClient(server.Address, new ApiClientOptions
        {
            Timeout = TimeSpan.FromSeconds(20),
            Retry = new ApiRetryOptions { Delay = TimeSpan.FromSeconds(29) },
        });

        Assert.Equal(503, (await client.Jobs.GetWithResponseAsync(7)).StatusCode);
    }

    [Fact]
    public async Task Each_attempt_is_an_event_of_the_activity_and_an_entry_of_the_log()
    {
        var requests = 0;
        using var log = new LogRecorder();
        await using var server = await DepotServer.StartAsync(context =>
        {
            if (++requests != 2)
                return DepotServer.RespondAsync(context, requests == 1 ? 412 : 200, Job);
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = new DepotClient(server.Address, new ApiClientOptions
        {
            Retry = new ApiRetryOptions { Delay = TimeSpan.Zero },
            Log = new DepotClientLog(log.Factory),
        });
        using var recorder = new ActivityRecorder();

        await client.Jobs.GetAsync(7);

        Assert.Equal(2, recorder.Single.GetTagItem("http.request.resend_count"));
        Assert.Equal(
            [("apispec.attempt.failed", 1, "412", 0d), ("apispec.attempt.failed", 2, "System.Net.Http.HttpRequestException", 0d)],
            recorder.Single.Events.Select(static happened => (happened.Name, happened.Tags.ToDictionary()))
                .Select(static pair => (pair.Name, (int)pair.Item2["apispec.attempt"]!, (string)pair.Item2["error.type"]!,
                    (double)pair.Item2["apispec.retry.delay"]!)));
        Assert.Equal(
            [
                "Jobs.Get (section 3.1): attempt 1 failed with 412 (The server is not available.); the next follows in 0 ms",
                "Jobs.Get (section 3.1): attempt 2 failed with System.Net.Http.HttpRequestException; the next follows in 0 ms",
            ],
            log.Entries.Where(static entry => (entry.Event, entry.Level) == ("6 AttemptFailed", LogLevel.Information)).Select(static entry => entry.Message));
        Assert.Equal(3, log.Entries[^1].Value("Attempt"));
    }

    [Fact]
    public async Task A_renewed_session_is_not_a_retry_and_both_work_in_one_call()
    {
        var issued = 0;
        var seen = new List<string>();
        using var log = new LogRecorder();
        await using var server = await DepotServer.StartAsync(context =>
        {
            var authorization = context.Request.Headers.Authorization.ToString();
            if (authorization.StartsWith("Basic", StringComparison.Ordinal))
                context.Response.Headers.WWWAuthenticate = "HSSO token-" + ++issued;
            seen.Add(authorization.Split(' ')[0] + (authorization.StartsWith("HSSO", StringComparison.Ordinal) ? authorization[^1] : ""));
            return DepotServer.RespondAsync(context, seen.Count switch { 2 => 503, 3 => 401, 4 => 412, _ => 200 }, Job);
        });
        using var client = new DepotClient(server.Address, new ApiClientOptions
        {
            Credential = new SessionCredential(new BasicCredential("system", "hunter2"), new ApiSessionScheme("HSSO", "WWW-Authenticate", null)),
            Retry = new ApiRetryOptions { Delay = TimeSpan.Zero, MaxRetries = 1 },
            Log = new DepotClientLog(log.Factory),
        });

        await client.Jobs.GetAsync(7);
        await client.Jobs.GetAsync(7);

        Assert.Equal(["Basic", "HSSO1", "HSSO1", "Basic", "Basic"], seen);
        Assert.Equal(
            ["1 CallSucceeded", "6 AttemptFailed", "5 SessionRenewed", "6 AttemptFailed", "1 CallSucceeded"], log.Entries.Select(static entry => entry.Event));
        Assert.Equal(3, log.Entries[^1].Value("Attempt"));
    }

    [Theory]
    [InlineData(ApiCredentialPlace.Body, false, """{"password":"hunter2","name":"nightly"}""")]
    [InlineData(ApiCredentialPlace.Body, true, """{"password":"hunter2","name":"nightly"}""")]
    [InlineData(ApiCredentialPlace.Query, false, """?password=hunter2{"name":"nightly"}""")]
    [InlineData(ApiCredentialPlace.Query, true, """?password=hunter2{"name":"nightly"}""")]
    public async Task An_attempt_carries_everything_that_the_first_one_carried(ApiCredentialPlace place, bool overHttpClient, string expected)
    {
        var seen = new List<string>();
        await using var server = await DepotServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers.Where(static header => header.Key is not "traceparent")
                .OrderBy(static header => header.Key, StringComparer.Ordinal);
            seen.Add(context.Request.Method + context.Request.QueryString + await reader.ReadToEndAsync()
                + string.Join('|', headers.Select(static header => header.Key + ":" + header.Value)));
            await DepotServer.RespondAsync(context, seen.Count == 2 ? 201 : 412, Job);
        });
        var options = new ApiClientOptions
        {
            Credential = new FieldCredential(place, "password", "hunter2"),
            Headers = { ["X-Odd"] = "a;b, c=\"d" },
            Language = "ja",
            Retry = new ApiRetryOptions { Delay = TimeSpan.Zero },
        };
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Default", "1");
        using var client = overHttpClient ? new DepotClient(http, options) : new DepotClient(server.Address, options);

        await client.Jobs.StartAsync(new JobsStartBody { Name = "nightly" });

        Assert.Equal(2, seen.Count);
        Assert.Equal(seen[0], seen[1]);
        Assert.Contains(expected, seen[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_disposed_while_it_waits_sends_nothing_more()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            requests++;
            return DepotServer.RespondAsync(context, 503, "{}");
        });
        var client = new DepotClient(server.Address, new ApiClientOptions { Retry = new ApiRetryOptions { Delay = TimeSpan.FromSeconds(20) } });
        var call = client.Jobs.GetAsync(7);
        while (Volatile.Read(ref requests) == 0)
            await Task.Delay(10);
        await Task.Delay(100);

        client.Dispose();

        await Assert.ThrowsAsync<ApiConnectionException>(() => call);
        Assert.Equal(1, requests);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused_by_name()
    {
        Refuses("Retry.MaxRetries", new ApiRetryOptions { MaxRetries = 0 });
        Refuses("Retry.MaxRetries", new ApiRetryOptions { MaxRetries = 101 });
        Refuses("Retry.Delay", new ApiRetryOptions { Delay = TimeSpan.FromSeconds(-1) });
        Refuses("Retry.Delay", new ApiRetryOptions { Delay = TimeSpan.FromMinutes(1) });
        Refuses("Retry.MaxDelay", new ApiRetryOptions { MaxDelay = TimeSpan.FromDays(25) });

        static void Refuses(string option, ApiRetryOptions retry)
        {
            var exception = Assert.Throws<ArgumentException>(() => new DepotClient(new Uri("http://depot.example"), new ApiClientOptions { Retry = retry }));
            Assert.Contains(option, exception.Message, StringComparison.Ordinal);
        }
    }

    private static DepotClient Client(Uri address, TimeProvider clock, ApiRetryOptions retry)
        => new(address, new ApiClientOptions { TimeProvider = clock, Retry = retry, Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>A clock that does not wait, but records how long it should have waited.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (Waits)
                Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
