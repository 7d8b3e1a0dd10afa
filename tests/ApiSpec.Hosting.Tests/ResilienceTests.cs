using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>The standard resilience handler, and the retries of a client without a host: both follow the rule of the request.</summary>
public sealed class ResilienceTests
{
    private const string Job = """{"id":7}""";
    private const int BrokenConnection = 0;
    private const int Stalled = -1;

    /// <summary>The ways in which an application gets the handler.</summary>
    public enum Wiring
    {
        OnTheClient,
        ForAllClientsBefore,
        ForAllClientsAfter,
        WithAPredicate,
        WithoutAHost,
        OverAnHttpClient,
    }

    /// <summary>Every method with every failure, wired in every way, except for the slow failure.</summary>
    public static TheoryData<string, int, Wiring> Attempts { get; } =
    [
        .. from method in new[] { "GET", "PUT", "POST", "POST that is idempotent" }
           from failure in new[] { 412, 503, 404, BrokenConnection, Stalled }
           from wiring in Enum.GetValues<Wiring>()
           where failure != Stalled || wiring == Wiring.OnTheClient
           select (method, failure, wiring),
    ];

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task A_request_is_sent_again_when_operation_and_outcome_allow_it(string method, int failure, Wiring wiring)
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(async context =>
        {
            if (++requests == 3)
                await DepotServer.RespondAsync(context, method == "POST" ? 201 : 200, Job);
            else if (failure == BrokenConnection)
                context.Abort();
            else if (failure == Stalled)
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            else
                await DepotServer.RespondAsync(context, failure, """{"message":"no"}""");
        });
        await using var host = await DepotHost.StartAsync(services => AddResilient(services, server.Address, wiring, failure == Stalled));
        var client = host.Get<DepotClient>();

        var exception = await Record.ExceptionAsync(() => Call(client, method));

        var isRepeated = failure switch
        {
            412 => true, // the reference calls it transient: the server responds that the same call can succeed later
            404 => false, // documented, and final
            _ => method != "POST", // it is unknown whether the server did something
        };
        Assert.Equal((isRepeated ? 3 : 1, isRepeated ? null : Expected(failure)), (requests, exception?.GetType()));
    }

    [Fact]
    public async Task Retries_end_after_the_configured_number_of_attempts()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            requests++;
            return DepotServer.RespondAsync(context, 412, """{"message":"no"}""");
        });
        await using var host = await DepotHost.StartAsync(services => AddResilient(services, server.Address, Wiring.OnTheClient, false));

        var exception = await Assert.ThrowsAsync<ApiException<DepotError>>(() => host.Get<DepotClient>().Jobs.GetAsync(7));

        Assert.Equal(("no", 4), (exception.Error!.Message, requests));
    }

    [Fact]
    public async Task Requests_of_other_clients_are_not_affected()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context => DepotServer.RespondAsync(context, ++requests == 3 ? 200 : 503, Job));
        await using var host = await DepotHost.StartAsync(services =>
        {
            services.AddHttpClient("other").AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero);
            services.AddDepotClient(server.Address);
        });

        using var response = await host.Get<IHttpClientFactory>().CreateClient("other").PostAsync(server.Address, null);

        Assert.Equal((200, 3), ((int)response.StatusCode, requests));
    }

    [Fact]
    public async Task The_retry_rule_of_the_application_takes_precedence()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context => DepotServer.RespondAsync(context, ++requests == 2 ? 201 : 404, Job));
        await using var host = await DepotHost.StartAsync(services => services.AddDepotClient(server.Address).AddStandardResilienceHandler(static options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.ShouldHandle = static args => ValueTask.FromResult((int?)args.Outcome.Result?.StatusCode == 404);
        }));

        await Call(host.Get<DepotClient>(), "POST");

        Assert.Equal(2, requests);
    }

    [Theory]
    [InlineData(Wiring.OnTheClient, true, 3)]
    [InlineData(Wiring.OnTheClient, false, 1)]
    [InlineData(Wiring.WithoutAHost, true, 3)]
    [InlineData(Wiring.WithoutAHost, false, 1)]
    [InlineData(Wiring.OverAnHttpClient, true, 3)]
    public async Task A_file_is_sent_again_from_its_begin_and_not_at_all_when_it_cannot_be_read_twice(Wiring wiring, bool canSeek, int expected)
    {
        var received = new List<int>();
        await using var server = await DepotServer.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Add(body.ToArray().Count(static one => one == 0xFE));
            await DepotServer.RespondAsync(context, received.Count == 3 ? 200 : 503, """{"message":"no"}""");
        });
        await using var host = await DepotHost.StartAsync(services => AddResilient(services, server.Address, wiring, false));
        var bytes = new byte[100_000];
        Array.Fill(bytes, (byte)0xFE);
        using var content = new OneWayStream(bytes, canSeek);

        var exception = await Record.ExceptionAsync(() => host.Get<DepotClient>().Archives.StoreAsync(1, new ApiFile(content, "a.bin")));

        Assert.Equal(Enumerable.Repeat(bytes.Length, expected), received);
        Assert.Equal(canSeek ? null : typeof(ApiException<DepotError>), exception?.GetType());
    }

    [Fact]
    public async Task A_call_that_is_retried_is_one_activity()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context => DepotServer.RespondAsync(context, ++requests == 2 ? 200 : 412, Job));
        await using var host = await DepotHost.StartAsync(services => AddResilient(services, server.Address, Wiring.OnTheClient, false));
        using var recorder = new ActivityRecorder();

        await host.Get<DepotClient>().Jobs.GetAsync(7);

        Assert.Equal(2, requests);
        Assert.Equal(200, recorder.Single.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task What_a_strategy_refuses_comes_as_the_strategy_throws_it()
    {
        await using var server = await DepotServer.StartAsync(412, """{"message":"no"}""");
        await using var host = await DepotHost.StartAsync(services => services
            .AddDepotClient(server.Address)
            .AddResilienceHandler("closed", pipeline => pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                MinimumThroughput = 2,
                FailureRatio = 0.1,
                ShouldHandle = args => ValueTask.FromResult(
                    args.Context.GetRequestMessage() is ApiRequest request && args.Outcome.Result is { } result
                        && request.Operation.IsTransient((int)result.StatusCode)),
            })));
        var client = host.Get<DepotClient>();

        await client.Jobs.GetWithResponseAsync(7);
        await client.Jobs.GetWithResponseAsync(7);

        await Assert.ThrowsAsync<BrokenCircuitException>(() => client.Jobs.GetAsync(7));
    }

    [Fact]
    public void A_timeout_is_retried_only_if_the_operation_is_idempotent()
    {
        using var get = new ApiRequest(DepotApi.Jobs.Get.Operation, "/v1/jobs/7");
        using var start = new ApiRequest(DepotApi.Jobs.Start.Operation, "/v1/jobs");

        foreach (var timeout in new Exception[]
        {
            new TimeoutRejectedException(),
            new TimeoutException(),
            new TaskCanceledException(null, new TimeoutException()),
        })
        {
            Assert.True(get.ShouldRetry(null, timeout));
            Assert.False(start.ShouldRetry(null, timeout));
        }

        foreach (var lost in new Exception[]
        {
            new ApiTimeoutException(get.Operation, TimeSpan.FromSeconds(1)),
            new ApiConnectionException(get.Operation, "It broke."),
        })
            Assert.Equal((true, false), (get.ShouldRetry(null, lost), start.ShouldRetry(null, lost)));

        Assert.False(get.ShouldRetry(null, new BrokenCircuitException()));
        Assert.False(get.ShouldRetry(null, new OperationCanceledException()));
        Assert.False(get.ShouldRetry(null, null));
    }

    [Fact]
    public async Task A_call_is_not_repeated_after_its_client_was_disposed()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await DepotServer.StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });
        var client = new DepotClient(server.Address);
        var call = client.Jobs.GetAsync(7);
        await arrived.Task;
        client.Dispose();

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => call);

        using var request = new ApiRequest(DepotApi.Jobs.Get.Operation, "/v1/jobs/7");
        Assert.False(request.ShouldRetry(null, exception));
    }

    private static Task Call(DepotClient client, string method) => method switch
    {
        "GET" => client.Jobs.GetAsync(7),
        "PUT" => client.Archives.StoreAsync(1, new ApiFile(new MemoryStream([1, 2, 3]), "a.bin")),
        "POST" => client.Jobs.StartAsync(new JobsStartBody { Name = "x" }),
        _ => client.Jobs.CheckAsync(),
    };

    private static Type Expected(int failure) => failure switch
    {
        BrokenConnection => typeof(ApiConnectionException),
        Stalled => typeof(TimeoutRejectedException),
        _ => typeof(ApiException<DepotError>),
    };

    private static void AddResilient(IServiceCollection services, Uri address, Wiring wiring, bool isImpatient)
    {
        if (wiring is Wiring.WithoutAHost or Wiring.OverAnHttpClient)
        {
            var retrying = new ApiClientOptions { Retry = new ApiRetryOptions { Delay = TimeSpan.Zero } };
            services.AddSingleton(_ => wiring == Wiring.WithoutAHost
                ? new DepotClient(address, retrying)
                : new DepotClient(new HttpClient { BaseAddress = address }, retrying));
            return;
        }

        if (wiring == Wiring.ForAllClientsBefore)
            services.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler(Configure));
        var client = services.AddDepotClient(address);
        if (wiring == Wiring.ForAllClientsAfter)
            services.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler(Configure));
        if (wiring == Wiring.OnTheClient)
            client.AddStandardResilienceHandler(Configure);
        if (wiring == Wiring.WithAPredicate)
        {
            client.AddStandardResilienceHandler(options =>
            {
                Configure(options);
                options.Retry.ShouldHandle = static args => ValueTask.FromResult(
                    args.Context.GetRequestMessage() is ApiRequest request && request.ShouldRetry(args.Outcome.Result, args.Outcome.Exception));
            });
        }

        void Configure(HttpStandardResilienceOptions options)
        {
            options.Retry.Delay = TimeSpan.Zero;
            if (isImpatient)
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(1);
        }
    }

    private sealed class OneWayStream(byte[] bytes, bool canSeek) : MemoryStream(bytes)
    {
        public override bool CanSeek => canSeek;
    }
}
