using Hitachi.JP1.AutomaticOperation;

namespace ApiSpec.Specs.Tests.Support;

/// <summary>Calls every operation like user code: the typed method with typed arguments.</summary>
internal static class Calls
{
    public static IReadOnlyDictionary<string, Func<Call, Task<Reply>>> Of { get; } = new Dictionary<string, Func<Call, Task<Reply>>>(StringComparer.Ordinal)
    {
        ["FlowSteps.List"] = static call => Read(call.Client.FlowSteps.ListWithResponseAsync(512), PageOfAny.Json),
        ["PropertyDefinitions.Get"] = static call => Read(call.Client.PropertyDefinitions.GetWithResponseAsync(call.Id), PropertyDefinition.Json),
        ["PropertyDefinitions.List"] = static call => Read(
            call.Client.PropertyDefinitions.ListWithResponseAsync(new() { ServiceID = 2015 }), PageOfPropertyDefinition.Json),
        ["PropertyDefinitions.ListActions"] = static call => Read(
            call.Client.PropertyDefinitions.ListActionsWithResponseAsync(call.Id), PageOfActionObject.Json),
        ["PropertyGroups.List"] = static call => Read(call.Client.PropertyGroups.ListWithResponseAsync(new() { ServiceID = 2015 }), PageOfAny.Json),
        ["PropertyInformations.List"] = static call => Read(call.Client.PropertyInformations.ListWithResponseAsync(new() { ServiceID = 2015 }), PageOfAny.Json),
        ["PropertyValues.Get"] = static call => Read(call.Client.PropertyValues.GetWithResponseAsync(call.Id), PropertyValue.Json),
        ["PropertyValues.List"] = static call => Read(call.Client.PropertyValues.ListWithResponseAsync(new() { ServiceID = 2015 }), PageOfPropertyValue.Json),
        ["PropertyValues.ListActions"] = static call => Read(call.Client.PropertyValues.ListActionsWithResponseAsync(call.Id), PageOfActionObject.Json),
        ["PropertyValues.Update"] = static call => Read(
            call.Client.PropertyValues.UpdateWithResponseAsync(call.Id, new() { Value = "new" }), PropertyValue.Json),
        ["PropertyValues.UpdateMany"] = static call => Read(call.Client.PropertyValues.UpdateManyWithResponseAsync(
            new() { Data = [new() { InstanceID = 24, Value = "new", ReadOnly = false, Hidden = false }], Count = 1 })),
        ["Schedules.Get"] = static call => Read(call.Client.Schedules.GetWithResponseAsync(call.Id), Schedule.Json),
        ["Schedules.GetCancel"] = static call => Read(call.Client.Schedules.GetCancelWithResponseAsync(call.Id), ActionObject.Json),
        ["Schedules.GetResume"] = static call => Read(call.Client.Schedules.GetResumeWithResponseAsync(call.Id), ActionObject.Json),
        ["Schedules.GetSuspend"] = static call => Read(call.Client.Schedules.GetSuspendWithResponseAsync(call.Id), ActionObject.Json),
        ["Schedules.InvokeCancel"] = static call => Read(
            call.Client.Schedules.InvokeCancelWithResponseAsync(call.Id, call.Action("Schedules", "cancel")), OperationResult.Json),
        ["Schedules.InvokeResume"] = static call => Read(
            call.Client.Schedules.InvokeResumeWithResponseAsync(call.Id, call.Action("Schedules", "resume")), OperationResult.Json),
        ["Schedules.InvokeSuspend"] = static call => Read(
            call.Client.Schedules.InvokeSuspendWithResponseAsync(call.Id, call.Action("Schedules", "suspend")), OperationResult.Json),
        ["Schedules.List"] = static call => Read(call.Client.Schedules.ListWithResponseAsync(), PageOfSchedule.Json),
        ["Schedules.ListActions"] = static call => Read(call.Client.Schedules.ListActionsWithResponseAsync(call.Id), PageOfActionObject.Json),
        ["ServiceGroups.Get"] = static call => Read(call.Client.ServiceGroups.GetWithResponseAsync(call.Id), ServiceGroup.Json),
        ["ServiceGroups.List"] = static call => Read(call.Client.ServiceGroups.ListWithResponseAsync(), PageOfServiceGroup.Json),
        ["ServiceTemplates.Delete"] = static call => Read(call.Client.ServiceTemplates.DeleteWithResponseAsync(call.Id)),
        ["ServiceTemplates.Get"] = static call => Read(call.Client.ServiceTemplates.GetWithResponseAsync(call.Id), ServiceTemplate.Json),
        ["ServiceTemplates.GetBind"] = static call => Read(call.Client.ServiceTemplates.GetBindWithResponseAsync(call.Id), BindAction.Json),
        ["ServiceTemplates.GetDetailhelp"] = static call => Read(call.Client.ServiceTemplates.GetDetailhelpWithResponseAsync(call.Id), ActionObject.Json),
        ["ServiceTemplates.GetExport"] = static call => Read(call.Client.ServiceTemplates.GetExportWithResponseAsync(call.Id), ActionObject.Json),
        ["ServiceTemplates.GetImport"] = static call => Read(call.Client.ServiceTemplates.GetImportWithResponseAsync()),
        ["ServiceTemplates.InvokeBind"] = static call => Read(
            call.Client.ServiceTemplates.InvokeBindWithResponseAsync(
                call.Id,
                new()
                {
                    Name = "bind",
                    Href = call.Href("ServiceTemplates", "bind"),
                    Method = "POST",
                    Parameters =
                    [
                        new BindService
                        {
                            Name = "service",
                            Description = "",
                            Tags = [],
                            SupportedScheduleType = [ScheduleType.Immediate],
                            ServiceState = BindServiceServiceState.Debug,
                            ServiceGroupName = "DefaultServiceGroup",
                        },
                    ],
                }),
            BindAction.Json),
        ["ServiceTemplates.InvokeExport"] = static async call =>
        {
            await using var response = await call.Client.ServiceTemplates.InvokeExportWithResponseAsync(call.Id);
            using var content = new MemoryStream();
            if (response.Download is not null)
                await response.Download.CopyToAsync(content);
            return new Reply(response, response.Download is null ? null : content.ToArray(), null);
        },
        ["ServiceTemplates.InvokeImport"] = static async call =>
        {
            using var file = new ApiFile(new MemoryStream("a template"u8.ToArray()), "SP_GenericApplication_01.20.00.st");
            return await Read(call.Client.ServiceTemplates.InvokeImportWithResponseAsync(file), OperationResult.Json);
        },
        ["ServiceTemplates.List"] = static call => Read(call.Client.ServiceTemplates.ListWithResponseAsync(), PageOfServiceTemplate.Json),
        ["ServiceTemplates.ListActions"] = static call => Read(call.Client.ServiceTemplates.ListActionsWithResponseAsync(call.Id), PageOfActionObject.Json),
        ["Services.Delete"] = static call => Read(call.Client.Services.DeleteWithResponseAsync(call.Id)),
        ["Services.Get"] = static call => Read(call.Client.Services.GetWithResponseAsync(call.Id), Service.Json),
        ["Services.GetApplyTemplate"] = static call => Read(call.Client.Services.GetApplyTemplateWithResponseAsync(call.Id), ApplyTemplateAction.Json),
        ["Services.GetDetailhelp"] = static call => Read(call.Client.Services.GetDetailhelpWithResponseAsync(call.Id), ActionObject.Json),
        ["Services.GetDisable"] = static call => Read(call.Client.Services.GetDisableWithResponseAsync(call.Id), ActionObject.Json),
        ["Services.GetRelease"] = static call => Read(call.Client.Services.GetReleaseWithResponseAsync(call.Id), ActionObject.Json),
        ["Services.GetReset"] = static call => Read(call.Client.Services.GetResetWithResponseAsync(call.Id), ActionObject.Json),
        ["Services.GetSubmit"] = static call => Read(call.Client.Services.GetSubmitWithResponseAsync(call.Id), SubmitAction.Json),
        ["Services.InvokeApplyTemplate"] = static call => Read(
            call.Client.Services.InvokeApplyTemplateWithResponseAsync(
                call.Id, new()
                {
                    Name = "applyTemplate",
                    Href = call.Href("Services", "applyTemplate"),
                    Method = "POST",
                    Parameters = [new() { InstanceID = 1116 }],
                }),
            OperationResult.Json),
        ["Services.InvokeDisable"] = static call => Read(
            call.Client.Services.InvokeDisableWithResponseAsync(call.Id, call.Action("Services", "disable")), OperationResult.Json),
        ["Services.InvokeMaintenance"] = static call => Read(
            call.Client.Services.InvokeMaintenanceWithResponseAsync(call.Id, call.Action("Services", "maintenance")), OperationResult.Json),
        ["Services.InvokeRelease"] = static call => Read(
            call.Client.Services.InvokeReleaseWithResponseAsync(call.Id, call.Action("Services", "release")), OperationResult.Json),
        ["Services.InvokeReset"] = static call => Read(
            call.Client.Services.InvokeResetWithResponseAsync(call.Id, call.Action("Services", "reset")), ActionObject.Json),
        ["Services.InvokeSubmit"] = static call => Read(
            call.Client.Services.InvokeSubmitWithResponseAsync(
                call.Id,
                new()
                {
                    Name = "submit",
                    Href = call.Href("Services", "submit"),
                    Method = "POST",
                    Parameters = [
                        new Schedule { Name = "now", Description = "", ScheduleType = ScheduleType.Immediate },
                        new PropertyValue { KeyName = "key", Value = "value" },
                    ],
                }),
            OperationResult.Json),
        ["Services.List"] = static call => Read(call.Client.Services.ListWithResponseAsync(), PageOfService.Json),
        ["Services.ListActions"] = static call => Read(call.Client.Services.ListActionsWithResponseAsync(call.Id), PageOfActionObject.Json),
        ["Services.Update"] = static async call => await Read(
            call.Client.Services.UpdateWithResponseAsync(call.Id, await call.Client.Services.GetAsync(call.Id)), Service.Json),
        ["TagGroups.List"] = static call => Read(call.Client.TagGroups.ListWithResponseAsync(), PageOfTagGroup.Json),
        ["Tags.List"] = static call => Read(call.Client.Tags.ListWithResponseAsync(new() { Detail = true }), PageOfAny.Json),
        ["TaskHistories.Delete"] = static call => Read(call.Client.TaskHistories.DeleteWithResponseAsync(call.Id)),
        ["TaskHistories.DeleteMany"] = static call => Read(call.Client.TaskHistories.DeleteManyWithResponseAsync(new()
        {
            ServiceGroupID = 1451,
            Start = new DateTimeOffset(2015, 7, 31, 11, 30, 0, TimeSpan.FromHours(9)),
            End = new DateTimeOffset(2015, 8, 31, 11, 30, 0, TimeSpan.FromHours(9)),
        })),
        ["TaskHistories.Get"] = static call => Read(call.Client.TaskHistories.GetWithResponseAsync(call.Id), TaskHistory.Json),
        ["TaskHistories.List"] = static call => Read(call.Client.TaskHistories.ListWithResponseAsync(), PageOfTaskHistory.Json),
        ["TaskHistories.ListActions"] = static call => Read(call.Client.TaskHistories.ListActionsWithResponseAsync(call.Id), PageOfActionObject.Json),
        ["TaskLogs.List"] = static call => Read(
            call.Client.TaskLogs.ListWithResponseAsync(new() { TaskID = 512, Offset = 3000, ReadSize = 1000, Reverse = true })),
        ["Tasks.Delete"] = static call => Read(call.Client.Tasks.DeleteWithResponseAsync(call.Id)),
        ["Tasks.Get"] = static call => Read(call.Client.Tasks.GetWithResponseAsync(call.Id), AutomationTask.Json),
        ["Tasks.GetArchive"] = static call => Read(call.Client.Tasks.GetArchiveWithResponseAsync(call.Id), ActionObject.Json),
        ["Tasks.GetForceStop"] = static call => Read(call.Client.Tasks.GetForceStopWithResponseAsync(call.Id), ActionObject.Json),
        ["Tasks.GetRerunStart"] = static call => Read(call.Client.Tasks.GetRerunStartWithResponseAsync(call.Id), ActionObject.Json),
        ["Tasks.GetRerunStepStart"] = static call => Read(call.Client.Tasks.GetRerunStepStartWithResponseAsync(call.Id), ActionObject.Json),
        ["Tasks.GetResponse"] = static call => Read(call.Client.Tasks.GetResponseWithResponseAsync(call.Id), ResponseAction.Json),
        ["Tasks.GetResubmit"] = static call => Read(call.Client.Tasks.GetResubmitWithResponseAsync(call.Id), ResubmitAction.Json),
        ["Tasks.GetStop"] = static call => Read(call.Client.Tasks.GetStopWithResponseAsync(call.Id), ActionObject.Json),
        ["Tasks.InvokeArchive"] = static call => Read(
            call.Client.Tasks.InvokeArchiveWithResponseAsync(call.Id, call.Action("Tasks", "archive")), OperationResult.Json),
        ["Tasks.InvokeForceStop"] = static call => Read(
            call.Client.Tasks.InvokeForceStopWithResponseAsync(call.Id, call.Action("Tasks", "forceStop")), OperationResult.Json),
        ["Tasks.InvokeRerunStart"] = static call => Read(
            call.Client.Tasks.InvokeRerunStartWithResponseAsync(call.Id, call.Action("Tasks", "rerunStart")), OperationResult.Json),
        ["Tasks.InvokeRerunStepStart"] = static call => Read(
            call.Client.Tasks.InvokeRerunStepStartWithResponseAsync(call.Id, call.Action("Tasks", "rerunStepStart")), OperationResult.Json),
        ["Tasks.InvokeResponse"] = static call => Read(
            call.Client.Tasks.InvokeResponseWithResponseAsync(call.Id, new() { Name = "response", Href = call.Href("Tasks", "response"), Method = "POST" }),
            OperationResult.Json),
        ["Tasks.InvokeResubmit"] = static call => Read(
            call.Client.Tasks.InvokeResubmitWithResponseAsync(
                call.Id,
                new()
                {
                    Name = "resubmit",
                    Href = call.Href("Tasks", "resubmit"),
                    Method = "POST",
                    Parameters = [new Schedule { Name = "now", Description = "", ScheduleType = ScheduleType.Immediate }],
                }),
            OperationResult.Json),
        ["Tasks.InvokeStop"] = static call => Read(call.Client.Tasks.InvokeStopWithResponseAsync(call.Id, call.Action("Tasks", "stop")), OperationResult.Json),
        ["Tasks.List"] = static call => Read(call.Client.Tasks.ListWithResponseAsync(new() { ServiceID = 2015 }), PageOfAutomationTask.Json),
        ["Tasks.ListActions"] = static call => Read(call.Client.Tasks.ListActionsWithResponseAsync(call.Id), PageOfActionObject.Json),
        ["Tasks.Update"] = static call => Read(call.Client.Tasks.UpdateWithResponseAsync(call.Id, new() { Notes = "seen", ToDo = true }), AutomationTask.Json),
        ["Users.GetCurrent"] = static call => Read(call.Client.Users.GetCurrentWithResponseAsync(), UserInfo.Json),
        ["Versions.GetCurrent"] = static call => Read(call.Client.Versions.GetCurrentWithResponseAsync(), VersionInfo.Json),
    };

    private static async Task<Reply> Read<TBody, TStatus>(Task<ApiResponse<TBody, ErrorInfo, TStatus>> call, ApiJson<TBody>? json = null)
        where TBody : class
        where TStatus : struct, Enum
    {
        var response = await call;
        return new Reply(response, response.Body, response.Body is null ? null : json?.ToJson(response.Body));
    }

    private static async Task<Reply> Read<TStatus>(Task<ApiResponse<ErrorInfo, TStatus>> call)
        where TStatus : struct, Enum
        => new(await call, null, null);
}
