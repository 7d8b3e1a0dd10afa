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

    [Theory]
    [InlineData("30", null, 30)]
    [InlineData("2", null, 5)]
    [InlineData("soon", null, 5)]
    [InlineData("Sun, 06 Nov 1994 08:50:17 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 40)]
    [InlineData("Sun, 06 Nov 1994 08:40:17 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 5)]
    [InlineData("Sat, 01 Jan 2000 00:00:50 GMT", null, 50)]
    public async Task The_server_can_ask_for_a_longer_wait(string retryAfter, string? date, int seconds)
    {
        var headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter };
        if (date is not null)
            headers["Date"] = date;
        foreach (var fails in new[] { false, true })
        {
            var clock = new FakeTimeProvider(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
            var asked = 0;
            var waiting = ApiPolling.UntilAsync(
                _ =>
                {
                    asked++;
                    return fails && asked == 1
                        ? throw ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Failure(
                            SampleApi.GetRerunStart, TaskStatusCode.PreconditionFailed, null, headers).CreateException()
                        : Task.FromResult(ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Success(
                            SampleApi.GetRerunStart, TaskStatusCode.Ok, new ActionObject(), headers));
                },
                _ => asked == 2,
                new ApiPollingOptions { TimeProvider = clock });
            clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
            Assert.Equal(1, asked);
            clock.Advance(TimeSpan.FromSeconds(0.1));
            await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.Equal(2, asked);
        }
    }

    [Theory]
    [InlineData("2000000", null, 3600)]
    [InlineData("99999999999999999999999", null, 3600)]
    [InlineData("Wed, 26 Jan 2000 00:00:00 GMT", null, 3600)]
    [InlineData("2000000", 60, 60)]
    [InlineData("60", 60, 60)]
    [InlineData("2000000", 0, 5)]
    public async Task Server_cannot_ask_for_a_longer_wait_than_the_maximum(string retryAfter, int? maximum, int seconds)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var options = new ApiPollingOptions { TimeProvider = clock };
        if (maximum is { } limit)
            options.MaxRetryAfter = TimeSpan.FromSeconds(limit);
        var headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter };
        var asked = 0;

        var waiting = ApiPolling.UntilAsync(
            _ =>
            {
                asked++;
                return Task.FromResult(ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Success(
                    SampleApi.GetRerunStart, TaskStatusCode.Ok, new ActionObject(), headers));
            },
            _ => asked == 2,
            options);

        clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.Equal(1, asked);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Timeout_ends_the_wait_that_the_server_asks_for()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var waiting = ApiPolling.UntilAsync(
            static _ => Task.FromResult(ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Success(
                SampleApi.GetRerunStart, TaskStatusCode.Ok, new ActionObject(), new Dictionary<string, string> { ["Retry-After"] = "1000" })),
            static _ => false,
            new ApiPollingOptions { TimeProvider = clock, Timeout = TimeSpan.FromSeconds(60) });

        clock.Advance(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<ApiPollingTimeoutException>(() => waiting);
    }

    [Fact]
    public async Task An_operation_that_is_not_idempotent_is_only_repeated_after_a_documented_transient_status()
    {
        var asked = 0;
        await ApiPolling.UntilAsync(
            _ => ++asked == 1
                ? throw ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Failure(SampleApi.InvokeRerunStart, TaskStatusCode.PreconditionFailed, null)
                    .CreateException()
                : Task.FromResult(1),
            _ => true,
            new ApiPollingOptions { Interval = TimeSpan.Zero });
        Assert.Equal(2, asked);

        foreach (var lost in new Exception[]
        {
            new ApiConnectionException(SampleApi.InvokeRerunStart, "It broke."),
            new ApiTimeoutException(SampleApi.InvokeRerunStart, TimeSpan.FromSeconds(1)),
            new HttpRequestException(),
        })
            Assert.Same(lost, await Record.ExceptionAsync(() => ApiPolling.UntilAsync<int>(_ => throw lost, _ => true)));
    }

    [Fact]
    public async Task A_lost_response_of_an_idempotent_operation_is_asked_for_again()
    {
        var asked = 0;
        await ApiPolling.UntilAsync(
            _ => ++asked switch
            {
                1 => throw new ApiConnectionException(SampleApi.GetRerunStart, "It broke."),
                2 => throw new ApiTimeoutException(SampleApi.GetRerunStart, TimeSpan.FromSeconds(1)),
                _ => Task.FromResult(1),
            },
            _ => true,
            new ApiPollingOptions { Interval = TimeSpan.Zero });
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_response_lost_when_the_timeout_ends_is_the_reason_of_the_timeout()
    {
        var clock = new FakeTimeProvider();
        var lost = new ApiConnectionException(SampleApi.GetRerunStart, "It broke.");
        var thrown = await Assert.ThrowsAsync<ApiPollingTimeoutException>(() => ApiPolling.UntilAsync<int>(
            _ =>
            {
                clock.Advance(TimeSpan.FromSeconds(10));
                throw lost;
            },
            _ => true,
            new ApiPollingOptions { Timeout = TimeSpan.FromSeconds(10), TimeProvider = clock }));
        Assert.Same(lost, thrown.InnerException);
    }

    [Fact]
    public async Task What_the_condition_or_the_report_throws_ends_the_waiting()
    {
        var thrown = new ApiConnectionException(SampleApi.GetRerunStart, "It broke.");
        Assert.Same(thrown, await Record.ExceptionAsync(() => ApiPolling.UntilAsync(static _ => Task.FromResult(1), _ => throw thrown)));
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_ends_the_waiting()
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
            new() { MaxConsecutiveFailures = -1 },
            new() { MaxRetryAfter = TimeSpan.FromTicks(-1) },
            new() { MaxRetryAfter = TimeSpan.MaxValue },
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
