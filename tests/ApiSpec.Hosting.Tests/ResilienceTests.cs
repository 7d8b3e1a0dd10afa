using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>The standard resilience handler, told by the request what may be repeated.</summary>
public sealed class ResilienceTests
{
    private const string Job = """{"id":7}""";

    [Theory]
    [InlineData("GET", 412, 3)] // documented as transient
    [InlineData("GET", 503, 3)] // transient by itself
    [InlineData("GET", 404, 1)] // documented, and final
    [InlineData("GET", 0, 3)] // a connection that broke off
    [InlineData("POST", 412, 3)] // the reference says that the same call may succeed later
    [InlineData("POST", 503, 1)] // who knows what has happened
    [InlineData("POST", 0, 1)]
    public async Task A_request_is_sent_again_when_operation_and_outcome_allow_it(string method, int failure, int expected)
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            if (++requests == 3)
                return DepotServer.AnswerAsync(context, method == "GET" ? 200 : 201, Job);
            if (failure != 0)
                return DepotServer.AnswerAsync(context, failure, """{"message":"no"}""");
            context.Abort();
            return Task.CompletedTask;
        });
        await using var host = await DepotHost.StartAsync(services => AddResilient(services, server.Address));
        var client = host.Get<DepotClient>();

        Task call = method == "GET" ? client.Jobs.GetAsync(7) : client.Jobs.StartAsync(new JobsStartBody { Name = "x" });

        if (expected == 3)
            await call;
        else if (failure == 0)
            await Assert.ThrowsAsync<ApiConnectionException>(() => call);
        else
            Assert.Equal(failure, (await Assert.ThrowsAsync<ApiException<DepotError>>(() => call)).StatusCode);
        Assert.Equal(expected, requests);
    }

    [Fact]
    public async Task A_call_that_is_retried_is_one_activity()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context => DepotServer.AnswerAsync(context, ++requests == 2 ? 200 : 412, Job));
        await using var host = await DepotHost.StartAsync(services => AddResilient(services, server.Address));
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
                    args.Context.GetRequestMessage() is ApiRequest request && args.Outcome.Result is { } result && request.Operation.IsTransient((int)result.StatusCode)),
            })));
        var client = host.Get<DepotClient>();

        await client.Jobs.GetWithResponseAsync(7);
        await client.Jobs.GetWithResponseAsync(7);

        await Assert.ThrowsAsync<BrokenCircuitException>(() => client.Jobs.GetAsync(7));
    }

    [Fact]
    public void A_reply_that_a_timeout_strategy_gave_up_is_lost()
    {
        using var get = new ApiRequest(DepotApi.Jobs.Get.Operation, "/v1/jobs/7");
        using var start = new ApiRequest(DepotApi.Jobs.Start.Operation, "/v1/jobs");

        Assert.True(get.ShouldRetry(null, new TimeoutRejectedException()));
        Assert.False(start.ShouldRetry(null, new TimeoutRejectedException()));
        Assert.False(get.ShouldRetry(null, new BrokenCircuitException()));
        Assert.False(get.ShouldRetry(null, new OperationCanceledException()));
        Assert.False(get.ShouldRetry(null, null));
    }

    [Fact]
    public void A_file_that_cannot_be_read_twice_is_not_sent_again()
    {
        using var once = new OneWayStream();
        using var twice = new MemoryStream([1]);
        using var first = new ApiRequest(DepotApi.Jobs.Get.Operation, "/v1/jobs/7");
        using var second = new ApiRequest(DepotApi.Jobs.Get.Operation, "/v1/jobs/7");
        first.SetMultipart(new ApiSpec.Generated.ApiFormPart("file", new ApiFile(once, "a.bin")));
        second.SetMultipart(new ApiSpec.Generated.ApiFormPart("file", new ApiFile(twice, "a.bin")));

        Assert.False(first.ShouldRetry(null, new HttpRequestException()));
        Assert.True(second.ShouldRetry(null, new HttpRequestException()));
    }

    private static void AddResilient(IServiceCollection services, Uri address) => services
        .AddDepotClient(address)
        .AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.ShouldHandle = args => ValueTask.FromResult(
                args.Context.GetRequestMessage() is ApiRequest request && request.ShouldRetry(args.Outcome.Result, args.Outcome.Exception));
        });

    private sealed class OneWayStream : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
