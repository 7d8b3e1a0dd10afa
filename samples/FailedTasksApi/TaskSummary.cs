using Hitachi.JP1.AutomaticOperation;

namespace FailedTasksApi;

/// <summary>The part of a task that this application shows.</summary>
/// <param name="Id">The instanceID of the task.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status, as the server names it.</param>
/// <param name="IsFinal">Whether the task has ended, so that its status does not change by itself.</param>
internal sealed record TaskSummary(long Id, string Name, string Status, bool IsFinal)
{
    /// <summary>The status of tasks that can be retried.</summary>
    public const string Failed = "failed";

    // The reference has no list of values, so the member is a string. Compare these with your server.
    private static readonly string[] s_final = ["completed", Failed, "canceled"];

    public static TaskSummary Of(AutomationTask task) => new(task.InstanceID, task.Name, task.Status, HasEnded(task));

    public static bool HasEnded(AutomationTask task) => s_final.Contains(task.Status, StringComparer.OrdinalIgnoreCase);
}
