using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace FailedTasksApi.Tests;

/// <summary>The application over HTTP. Its server is generated from the same specs as its client.</summary>
public sealed class TaskEndpointTests : IDisposable
{
    private readonly AutomaticOperationFake _fake = new(new FakeOptions().RequireSession("system", "manager"));
    private readonly Application _application;
    private readonly HttpClient _http;

    public TaskEndpointTests()
    {
        _application = new Application(_fake);
        _http = _application.CreateClient();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _application.Dispose();
        _fake.Dispose();
    }

    [Fact]
    public async Task Failed_tasks_are_listed()
    {
        var page = _fake.Tasks.List.Sample();
        _fake.Tasks.List.RespondWith(page with { Data = [TaskOf("failed") with { InstanceID = 2026, Name = "Restart the shop" }] });

        var tasks = await _http.GetFromJsonAsync<List<TaskSummary>>("/tasks", Cancellation);

        Assert.Equal([new TaskSummary(2026, "Restart the shop", "failed", IsFinal: true)], tasks);
        Assert.Equal("status = 'failed'", _fake.Tasks.List.SingleRequest().Query["HQL::filter"]);
    }

    [Theory]
    [InlineData("running", "status = 'running'")]
    [InlineData("x' or name = 'y", "status = 'x'' or name = ''y'")]
    public async Task The_status_is_a_value_of_the_filter(string status, string filter)
    {
        await _http.GetAsync($"/tasks?status={Uri.EscapeDataString(status)}", Cancellation);

        Assert.Equal(filter, _fake.Tasks.List.SingleRequest().Query["HQL::filter"]);
    }

    [Fact]
    public async Task A_retried_task_is_watched_until_it_has_ended()
    {
        _fake.Tasks.Get.RespondWith(TaskOf("running")).Then(TaskOf("running")).Then(TaskOf("completed"));

        using var retried = await _http.PostAsync("/tasks/2026/retry", null, Cancellation);
        var result = await _http.GetFromJsonAsync<TaskSummary>(retried.Headers.Location, Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, retried.StatusCode);
        Assert.Equal(("completed", true), (result!.Status, result.IsFinal));
        Assert.Equal(
            [
                "GET /Automation/v1/objects/Tasks/2026/actions/rerunStart -> 200",
                "POST /Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke -> 200",
                .. Enumerable.Repeat("GET /Automation/v1/objects/Tasks/2026 -> 200", 3),
            ],
            _fake.Requests.Select(static request => request.ToString()));
    }

    [Fact]
    public async Task Waiting_ends_with_the_last_status()
    {
        _fake.Tasks.Get.RespondWith(TaskOf("running"));
        using var application = new Application(_fake) { WaitingTimeout = TimeSpan.FromSeconds(2) };
        using var http = application.CreateClient();
        // The first call also compiles the application and logs in.
        await http.GetAsync("/tasks", Cancellation);

        using var response = await http.GetAsync("/tasks/2026/result", Cancellation);

        Assert.Equal((HttpStatusCode.Accepted, "/tasks/2026/result"), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.Equal("running", (await response.Content.ReadFromJsonAsync<TaskSummary>(Cancellation))!.Status);
    }

    [Fact]
    public async Task A_running_task_is_stopped()
    {
        using var response = await _http.PostAsync("/tasks/2026/stop", null, Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("/Automation/v1/objects/Tasks/2026/actions/stop/invoke", _fake.Tasks.InvokeStop.SingleRequest().Path);
    }

    [Theory]
    [InlineData(TasksInvokeRerunStartStatus.NotFound, HttpStatusCode.NotFound, "The user has no permission, or there is no such resource.")]
    [InlineData(TasksInvokeRerunStartStatus.Conflict, HttpStatusCode.Conflict, "The task is not in the Failed state.")]
    [InlineData(TasksInvokeRerunStartStatus.PreconditionFailed, HttpStatusCode.ServiceUnavailable, "The server is not running.")]
    [InlineData(TasksInvokeRerunStartStatus.BadRequest, HttpStatusCode.BadGateway, "An argument is not valid.")]
    public async Task A_problem_has_the_description_of_the_reference(TasksInvokeRerunStartStatus status, HttpStatusCode expected, string description)
    {
        _fake.Tasks.InvokeRerunStart.RespondWith(status);

        using var response = await _http.PostAsync("/tasks/2026/retry", null, Cancellation);
        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation);

        Assert.Equal((expected, description), (response.StatusCode, (string?)problem!["detail"]));
    }

    [Fact]
    public async Task A_lost_response_is_asked_for_again_but_a_task_is_not_retried_twice()
    {
        _fake.Tasks.GetRerunStart.RespondWith(FakeResponse.ConnectionDropped).Then(TasksGetRerunStartStatus.Ok);
        _fake.Tasks.InvokeRerunStart.RespondWith(FakeResponse.ConnectionDropped);

        using var response = await _http.PostAsync("/tasks/2026/retry", null, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(2, _fake.Tasks.GetRerunStart.Requests.Count);
        Assert.Single(_fake.Tasks.InvokeRerunStart.Requests);
    }

    [Fact]
    public async Task The_health_of_the_server_is_reported()
    {
        _fake.Versions.GetCurrent.RespondWith(FakeResponse.Documented).Then(VersionsGetCurrentStatus.PreconditionFailed);

        using var healthy = await _http.GetAsync("/health", Cancellation);
        using var unhealthy = await _http.GetAsync("/health", Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (healthy.StatusCode, unhealthy.StatusCode));
        Assert.Equal("automatic-operation: Healthy, JP1/Automatic Operation 11-00-00\n", await healthy.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("412", await unhealthy.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trace_of_a_request_has_its_calls()
    {
        await _http.GetAsync("/tasks/2026", Cancellation);
        // The server ends the activity of a request after the client has read the response.
        for (var i = 0; i < 100 && !_application.Traces.Any(static trace => trace.DisplayName == "GET /tasks/{id:long}"); i++)
            await Task.Delay(20, Cancellation);

        var request = Assert.Single(_application.Traces, static trace => trace.DisplayName == "GET /tasks/{id:long}");
        var call = Assert.Single(_application.Traces, static trace => trace.DisplayName == "GET /Automation/v1/objects/Tasks/{id}");
        Assert.Equal(request.TraceId, call.TraceId);
        Assert.Equal("Tasks.Get", call.GetTagItem("apispec.operation"));
    }

    [Fact]
    public async Task Without_settings_a_failed_task_of_the_embedded_server_is_retried()
    {
        await using var application = new WebApplicationFactory<Program>()
            .WithWebHostBuilder(static host => host.UseSetting("Waiting:Interval", "00:00:00"));
        using var http = application.CreateClient();

        var failed = Assert.Single((await http.GetFromJsonAsync<List<TaskSummary>>("/tasks", Cancellation))!);
        using var retried = await http.PostAsync($"/tasks/{failed.Id}/retry", null, Cancellation);
        var result = await http.GetFromJsonAsync<TaskSummary>(retried.Headers.Location, Cancellation);
        using var again = await http.PostAsync($"/tasks/{failed.Id}/retry", null, Cancellation);

        Assert.Equal(failed with { Status = "completed" }, result);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Empty((await http.GetFromJsonAsync<List<TaskSummary>>("/tasks", Cancellation))!);
    }

    private AutomationTask TaskOf(string status) => _fake.Tasks.Get.Sample() with { Status = status };
}
