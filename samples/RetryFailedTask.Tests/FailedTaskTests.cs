using ApiSpec;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace RetryFailedTask.Tests;

/// <summary>The sample's job, against a server that is generated from the same specs as its client.</summary>
public sealed class FailedTaskTests : IDisposable
{
    private static readonly SessionCredential Login = new(new BasicCredential("system", "manager"), AutomaticOperationApi.Hsso);
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Retries_the_documented_task_over_http()
    {
        await using var fake = await AutomaticOperationFake.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var client = fake.CreateClient();

        await RetryAsync(client, 2026);

        Assert.Equal(
            ["GET /Automation/v1/objects/Tasks/2026/actions/rerunStart -> 200", "POST /Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke -> 200"],
            fake.Requests.Select(static request => request.ToString()));
        Assert.Contains("instanceId        1\n", _output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_nothing_while_the_server_is_not_available()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(TasksGetRerunStartStatus.PreconditionFailed).Then(TasksGetRerunStartStatus.Ok);

        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => RetryAsync(client, 2026));

        Assert.True(exception.Is(TasksGetRerunStartStatus.PreconditionFailed));
        Assert.Empty(fake.Tasks.InvokeRerunStart.Requests);

        await RetryAsync(client, 2026);
        Assert.Single(fake.Tasks.InvokeRerunStart.Requests);
    }

    [Fact]
    public async Task Makes_a_failed_task_run_again()
    {
        var server = new TaskServer(failed: 2026);
        using var fake = server.Fake;
        using var client = fake.CreateClient(new ApiClientOptions { Credential = Login });
        Assert.Equal("failed", (await client.Tasks.GetAsync(2026, TestContext.Current.CancellationToken)).Status);

        await RetryAsync(client, 2026);

        Assert.Equal("running", (await client.Tasks.GetAsync(2026, TestContext.Current.CancellationToken)).Status);
        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => RetryAsync(client, 2026));
        Assert.True(exception.Is(TasksInvokeRerunStartStatus.NotFound));
        Assert.All(fake.Requests, static request => Assert.Null(request.Violation));
    }

    [Fact]
    public async Task Logs_in_again_when_its_session_ends_between_two_calls()
    {
        var server = new TaskServer(2026);
        using var fake = server.Fake;
        using var client = fake.CreateClient(
            new ApiClientOptions { Credential = new SessionCredential(new BasicCredential("system", "manager"), AutomaticOperationApi.Hsso) });
        await client.Tasks.GetAsync(2026, TestContext.Current.CancellationToken);
        fake.ExpireSessions();

        await RetryAsync(client, 2026);

        Assert.Equal([200, 401, 200, 200], fake.Requests.Select(static request => request.StatusCode));
    }

    [Fact]
    public async Task Says_that_the_connection_broke()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.Tasks.InvokeRerunStart.RespondWith(FakeResponse.ConnectionDropped);

        await Assert.ThrowsAsync<ApiConnectionException>(() => RetryAsync(client, 2026));
    }

    private Task RetryAsync(AutomaticOperationClient client, long task)
        => FailedTask.RetryAsync(client, task, new ConsoleReport(_output), TestContext.Current.CancellationToken);
}
