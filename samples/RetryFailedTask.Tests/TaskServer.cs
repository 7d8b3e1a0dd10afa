using System.Collections.Concurrent;
using System.Globalization;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;

namespace RetryFailedTask.Tests;

/// <summary>A small JP1/AO in memory: tasks that fail, and that run again when they are retried.</summary>
internal sealed class TaskServer
{
    private readonly ConcurrentDictionary<long, string> _statusByTask = new();

    public AutomaticOperationFake Fake { get; } = new(new FakeOptions().RequireSession("system", "manager"));

    /// <summary>Sets up the fake with these tasks. Everything else behaves as the reference documents it.</summary>
    public TaskServer(params long[] failed)
    {
        foreach (var task in failed)
            _statusByTask[task] = "failed";
        Fake.Tasks.Get.RespondWith(request => _statusByTask.TryGetValue(IdOf(request), out var status)
            ? Fake.Tasks.Get.Body(Task(IdOf(request), status))
            : Fake.Tasks.Get.Status(TasksGetStatus.NotFound));
        Fake.Tasks.GetRerunStart.RespondWith(request => _statusByTask.ContainsKey(IdOf(request))
            ? FakeResponse.Status((int)TasksGetRerunStartStatus.Ok)
            : Fake.Tasks.GetRerunStart.Status(TasksGetRerunStartStatus.NotFound));
        Fake.Tasks.InvokeRerunStart.RespondWith(request => _statusByTask.TryUpdate(IdOf(request), "running", "failed")
            ? Fake.Tasks.InvokeRerunStart.Body(new OperationResult { InstanceId = "1", State = OperationResultState.Running })
            : Fake.Tasks.InvokeRerunStart.Status(TasksInvokeRerunStartStatus.NotFound));
    }

    private static long IdOf(ReceivedRequest request) => long.Parse(request.PathValues["id"], CultureInfo.InvariantCulture);

    private static AutomationTask Task(long id, string status) => new()
    {
        InstanceID = id, Name = "Restart the shop", Status = status, Submitter = "system", SubmitTime = DateTimeOffset.UnixEpoch,
        ModifyTime = DateTimeOffset.UnixEpoch,
        ServiceState = "release", ScheduleType = ScheduleType.Immediate, Description = "", ServiceName = "Restart", Tags = "",
        ServiceGroupName = "DefaultServiceGroup",
        ToDo = false, Notes = "", ServiceTemplateID = 1, ScheduleID = 1, ServiceGroupID = 1, ServiceID = 1,
    };
}
