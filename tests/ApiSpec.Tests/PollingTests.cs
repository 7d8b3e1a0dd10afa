using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Waiting by repeating a call.</summary>
public sealed class PollingTests
{
    [Fact]
    public async Task The_answer_that_is_waited_for_ends_the_waiting()
    {
        var asked = 0;
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Bodies.ActionNamed(++asked < 3 ? "running" : "done"));
        });
        using var client = new SampleClient(server.Address);
        var reports = new Reports<ActionObject>();

        var answer = await ApiPolling.UntilAsync(
            token => client.GetAsync(1, token),
            action => action.Name == "done",
            new ApiPollingOptions { Interval = TimeSpan.FromMilliseconds(1) },
            reports);

        Assert.Equal("done", answer.Name);
        Assert.Equal(["running", "running", "done"], reports.Values.Select(one => one.Name));
    }

    [Fact]
    public async Task The_first_question_is_asked_at_once_and_the_next_after_the_interval()
    {
        var clock = new FakeTimeProvider();
        var asked = 0;
        var waiting = ApiPolling.UntilAsync(_ => Task.FromResult(++asked), count => count == 3, new ApiPollingOptions { TimeProvider = clock });
        Assert.Equal(1, asked);
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(1, asked);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await Eventually(() => asked == 2);
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(waiting, Task.Delay(10));
        }

        Assert.Equal(3, await waiting);
    }

    [Fact]
    public async Task A_timeout_says_how_far_it_came()
    {
        var clock = new FakeTimeProvider();
        var options = new ApiPollingOptions { TimeProvider = clock, Timeout = TimeSpan.FromSeconds(7) };
        var waiting = ApiPolling.UntilAsync(_ => Task.FromResult("running"), _ => false, options);
        clock.Advance(TimeSpan.FromSeconds(6));
        clock.Advance(TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<ApiPollingTimeoutException>(() => waiting);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.Timeout);
        Assert.InRange(exception.ResponseCount, 1, 2);
        Assert.Equal("running", exception.LastResponse);
        Assert.IsAssignableFrom<TimeoutException>(exception);
    }

    [Fact]
    public async Task A_timeout_also_ends_a_question_that_is_under_way()
    {
        var clock = new FakeTimeProvider();
        var options = new ApiPollingOptions { TimeProvider = clock, Timeout = TimeSpan.FromSeconds(7) };
        var waiting = ApiPolling.UntilAsync(
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return 1;
            },
            _ => true,
            options);
        clock.Advance(TimeSpan.FromSeconds(7));
        var exception = await Assert.ThrowsAsync<ApiPollingTimeoutException>(() => waiting);
        Assert.Equal(0, exception.ResponseCount);
        Assert.Null(exception.LastResponse);
    }

    [Fact]
    public async Task A_call_that_returns_no_task_is_an_exception_that_says_so()
        => Assert.Equal(
            "The call to repeat returned null instead of a task.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => ApiPolling.UntilAsync<int>(_ => null!, _ => true))).Message);

    [Fact]
    public async Task Cancellation_stays_the_callers()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = ApiPolling.UntilAsync(_ => Task.FromResult(1), _ => false, null, cancellation.Token);
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancellation.Token, exception.CancellationToken);

        var asked = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ApiPolling.UntilAsync(_ => Task.FromResult(asked = true), _ => true, null, cancellation.Token));
        Assert.False(asked);
    }

    [Fact]
    public async Task A_failure_ends_the_waiting()
    {
        await using var server = await WebServer.StartAsync(404, "application/json", Bodies.Error);
        using var client = new SampleClient(server.Address);
        await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => ApiPolling.UntilAsync(token => client.GetAsync(1, token), _ => true));
    }

    [Fact]
    public async Task Options_that_make_no_sense_are_refused()
    {
        foreach (var options in new ApiPollingOptions[]
        {
            new() { Interval = TimeSpan.FromSeconds(-1) },
            new() { Interval = TimeSpan.MaxValue },
            new() { Timeout = TimeSpan.Zero },
            new() { TimeProvider = null! },
        })
            await Assert.ThrowsAsync<ArgumentException>(() => ApiPolling.UntilAsync(_ => Task.FromResult(1), _ => true, options));
    }

    private static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 1000 && !condition(); i++)
            await Task.Delay(10);
        Assert.True(condition());
    }

    private sealed class Reports<T> : IProgress<T>
    {
        public List<T> Values { get; } = [];

        public void Report(T value) => Values.Add(value);
    }
}
