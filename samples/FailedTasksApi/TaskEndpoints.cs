using ApiSpec;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FailedTasksApi;

/// <summary>The endpoints of this application. They return the results of the calls; <see cref="CallProblems"/> handles calls that fail.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this IEndpointRouteBuilder app)
    {
        var tasks = app.MapGroup("/tasks");
        tasks.MapGet("/", ListAsync);
        tasks.MapGet("/{id:long}", GetAsync);
        tasks.MapGet("/{id:long}/result", WaitAsync);
        tasks.MapPost("/{id:long}/retry", RetryAsync);
        tasks.MapPost("/{id:long}/stop", StopAsync);
    }

    /// <summary>Lists the tasks with a status. The caller chooses it, so it is a value of the filter and never part of its text.</summary>
    private static async Task<List<TaskSummary>> ListAsync(ITasksClient tasks, CancellationToken cancellationToken, string status = TaskSummary.Failed)
    {
        var query = new TasksListQuery { HQLFilter = HqlFilter<AutomationTask>.Where($"status = {status}") };
        var found = new List<TaskSummary>();
        await foreach (var task in tasks.ListItemsAsync(query, cancellationToken))
            found.Add(TaskSummary.Of(task));
        return found;
    }

    private static async Task<TaskSummary> GetAsync(long id, ITasksClient tasks, CancellationToken cancellationToken)
        => TaskSummary.Of(await tasks.GetAsync(id, cancellationToken));

    private static async Task<Accepted> RetryAsync(long id, ITasksClient tasks, CancellationToken cancellationToken)
    {
        await tasks.RerunStartAsync(id, cancellationToken);
        return TypedResults.Accepted(ResultOf(id));
    }

    private static async Task<Accepted> StopAsync(long id, ITasksClient tasks, CancellationToken cancellationToken)
    {
        await tasks.StopAsync(id, cancellationToken);
        return TypedResults.Accepted(ResultOf(id));
    }

    /// <summary>Waits until the task has ended. If that takes too long, the response is 202 and says where to ask again.</summary>
    private static async Task<Results<Ok<TaskSummary>, Accepted<TaskSummary>>> WaitAsync(
        long id, ITasksClient tasks, IOptions<ApiPollingOptions> waiting, CancellationToken cancellationToken)
    {
        try
        {
            var ended = await ApiPolling.UntilAsync(token => tasks.GetAsync(id, token), TaskSummary.HasEnded, waiting.Value, cancellationToken);
            return TypedResults.Ok(TaskSummary.Of(ended));
        }
        catch (ApiPollingTimeoutException exception) when (exception.LastResponse is AutomationTask last)
        {
            return TypedResults.Accepted(ResultOf(id), TaskSummary.Of(last));
        }
    }

    private static string ResultOf(long id) => $"/tasks/{id}/result";
}
