using ApiSpec;
using Hitachi.JP1.AutomaticOperation;

namespace RetryFailedTask;

/// <summary>The work of the sample, separate from its command line.</summary>
internal static class FailedTask
{
    /// <summary>Gets the information for a retry, and sends it to the operation that the <c>href</c> of the response points to.</summary>
    public static async Task RetryAsync(AutomaticOperationClient client, long task, ConsoleReport report, CancellationToken cancellationToken)
    {
        report.Step($"Ask how to retry task {task}", AutomaticOperationApi.Tasks.GetRerunStart.Operation);
        report.Roles(AutomaticOperationApi.Tasks.GetRerunStart.Roles);
        var response = await client.Tasks.GetRerunStartWithResponseAsync(task, cancellationToken);
        var action = response.EnsureSuccess();
        report.Status(response);
        report.Action(action);

        report.Step("Retry it from the step that failed", AutomaticOperationApi.Tasks.InvokeRerunStart.Operation);
        report.Roles(AutomaticOperationApi.Tasks.InvokeRerunStart.Roles);
        report.Result(await client.Tasks.InvokeRerunStartAsync(action, cancellationToken));
    }

    /// <summary>Causes a documented failure: an exception with the status and the error body of the reference.</summary>
    public static async Task AskForMissingTaskAsync(AutomaticOperationClient client, ConsoleReport report, CancellationToken cancellationToken)
    {
        const long Missing = 555;
        report.Step($"Ask how to retry task {Missing}, which does not exist", AutomaticOperationApi.Tasks.GetRerunStart.Operation);
        try
        {
            report.Action(await client.Tasks.GetRerunStartAsync(Missing, cancellationToken));
            report.Note("This server has such a task. It was not retried.");
        }
        catch (ApiException<ErrorInfo> e) when (e.Is(TasksGetRerunStartStatus.NotFound))
        {
            report.Error(e);
        }
    }
}
