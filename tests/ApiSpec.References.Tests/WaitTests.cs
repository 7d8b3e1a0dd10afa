using System.Net.Sockets;
using ApiSpec.References.Tests.Servers;
using ApiSpec.Tests.Servers;
using Example.Plant;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Waiting for what a spec calls done, through failures that pass.</summary>
public sealed class WaitTests
{
    private static readonly ApiPollingOptions s_fast = new() { Interval = TimeSpan.FromMilliseconds(1), MaxConsecutiveFailures = 3 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Action_is_followed_until_its_job_has_ended_through_a_503_and_a_dropped_connection()
    {
        var asked = 0;
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            if (context.Request.Path.Value!.Contains("actions", StringComparison.Ordinal))
            {
                var isRead = context.Request.Method == "GET";
                await context.Response.WriteAsync(isRead ? """{"name":"start","href":"/plant/machines/7/actions/start/invoke"}""" : Job("queued"));
                return;
            }

            asked++;
            if (asked == 2)
                context.Abort();
            else if (asked == 3)
                context.Response.StatusCode = 503;
            else
                await context.Response.WriteAsync(Job(asked < 5 ? "running" : "completed"));
        });
        using var client = new PlantClient(server.Address);
        var states = new Reports();

        var job = await client.Machines.StartAsync(7, Token);
        job = await client.Jobs.GetUntilDoneAsync(job.Id, s_fast, states, Token);

        Assert.Equal((JobState.Completed, 5), (job.State, asked));
        Assert.Equal(["running", "running", "completed"], states.Values);
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("failed")]
    public async Task Each_listed_value_ends_the_wait(string state)
    {
        await using var server = await RecordingServer.StartAsync(200, Job(state));
        using var client = new PlantClient(server.Address);

        var job = await client.Jobs.GetUntilDoneAsync(7, cancellationToken: Token);

        Assert.Equal((state, 1), (job.State.ToString(), server.Requests.Count));
    }

    [Theory]
    [InlineData("""{"jobs":[],"left":2}""", """{"jobs":[],"left":0}""")]
    [InlineData("""{"jobs":[]}""", """{"jobs":[],"left":0}""")]
    public async Task Member_that_is_missing_has_no_value_that_ends_the_wait(string first, string second)
    {
        var bodies = new Queue<string>([first, second]);
        await using var server = await RecordingServer.StartAsync(_ => new RecordedResponse(200, bodies.Dequeue()));
        using var client = new PlantClient(server.Address);

        var jobs = await client.Jobs.ListUntilDoneAsync(s_fast, cancellationToken: Token);

        Assert.Equal(0, jobs.Left);
    }

    [Fact]
    public async Task Failure_that_does_not_pass_ends_the_wait()
    {
        await using var server = await RecordingServer.StartAsync(404, """{"code":"E1","message":"none"}""");
        using var client = new PlantClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<PlantError>>(() => client.Jobs.GetUntilDoneAsync(7, s_fast, cancellationToken: Token));

        Assert.True(exception.Is(JobsGetStatus.NotFound));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    public async Task Wait_ends_when_too_many_calls_in_a_row_fail(int failures, int expected)
    {
        await using var server = await RecordingServer.StartAsync(503, "");
        using var client = new PlantClient(server.Address);
        var options = new ApiPollingOptions { Interval = TimeSpan.Zero, MaxConsecutiveFailures = failures };

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => client.Jobs.GetUntilDoneAsync(7, options, cancellationToken: Token));

        Assert.Equal((true, expected), (exception.Is(JobsGetStatus.ServiceUnavailable), server.Requests.Count));
    }

    [Fact]
    public async Task Success_in_between_starts_the_count_of_failures_again()
    {
        var asked = 0;
        await using var server = await RecordingServer.StartAsync(
            _ => ++asked % 3 != 0 ? new RecordedResponse(503, "") : new RecordedResponse(200, Job(asked < 9 ? "running" : "failed")));
        using var client = new PlantClient(server.Address);

        await client.Jobs.GetUntilDoneAsync(7, new ApiPollingOptions { Interval = TimeSpan.Zero, MaxConsecutiveFailures = 2 }, cancellationToken: Token);

        Assert.Equal(9, asked);
    }

    [Fact]
    public async Task Server_that_cannot_be_reached_ends_the_wait_after_the_tolerated_failures()
    {
        using var client = new PlantClient(new Uri("http://127.0.0.1:1"));

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Jobs.GetUntilDoneAsync(7, s_fast, cancellationToken: Token));

        Assert.IsType<SocketException>(exception.GetBaseException());
    }

    [Fact]
    public async Task Disposing_the_client_ends_the_wait()
    {
        var client = new PlantClient(new Uri("http://127.0.0.1:1"));
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Jobs.GetUntilDoneAsync(7, s_fast, cancellationToken: Token));
    }

    [Fact]
    public async Task Timeout_reports_the_last_body_and_the_failure_that_the_wait_met()
    {
        var asked = 0;
        await using var server = await RecordingServer.StartAsync(
            _ => ++asked == 1 ? new RecordedResponse(200, Job("running")) : new RecordedResponse(503, "", ("Retry-After", "3600")));
        using var client = new PlantClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiPollingTimeoutException>(() => client.Jobs.GetUntilDoneAsync(
            7, new ApiPollingOptions { Interval = TimeSpan.FromMilliseconds(1), Timeout = TimeSpan.FromSeconds(2) }, cancellationToken: Token));

        Assert.Equal((1, JobState.Running), (exception.ResponseCount, Assert.IsType<Job>(exception.LastResponse).State));
        Assert.Equal(503, Assert.IsAssignableFrom<ApiException>(exception.InnerException).StatusCode);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Success_can_ask_for_a_longer_wait()
    {
        var asked = 0;
        await using var server = await RecordingServer.StartAsync(
            _ => new RecordedResponse(200, Job(++asked == 1 ? "running" : "completed"), ("Retry-After", "3600")));
        using var client = new PlantClient(server.Address);
        var clock = new InstantClock();
        var options = new ApiPollingOptions { Interval = TimeSpan.FromMilliseconds(1), TimeProvider = clock };

        var job = await client.Jobs.GetUntilDoneAsync(7, options, cancellationToken: Token);

        Assert.Equal((JobState.Completed, 2), (job.State, asked));
        Assert.Equal([TimeSpan.FromHours(1)], clock.Waits);
    }

    [Fact]
    public async Task Optional_values_are_sent_with_every_call()
    {
        var asked = 0;
        await using var server = await RecordingServer.StartAsync(_ => new RecordedResponse(200, Job(++asked == 2 ? "failed" : "running")));
        using var client = new PlantClient(server.Address);

        await ((IJobsClient)client.Jobs).GetUntilDoneAsync(7, s_fast, query: new() { Detail = true }, cancellationToken: Token);

        Assert.Equal(["GET /plant/jobs/7?detail=true", "GET /plant/jobs/7?detail=true"], server.Lines);
    }

    [Fact]
    public void Job_has_no_method_for_items()
        => Assert.DoesNotContain(typeof(JobsClient).GetMethods(), static method => method.Name.Contains("Items", StringComparison.Ordinal));

    private static string Job(string state) => """{"id":3,"state":"STATE"}""".Replace("STATE", state, StringComparison.Ordinal);

    /// <summary>A clock whose timers end at once.</summary>
    private sealed class InstantClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    private sealed class Reports : IProgress<Job>
    {
        public List<string> Values { get; } = [];

        public void Report(Job value) => Values.Add(value.State.ToString());
    }
}
