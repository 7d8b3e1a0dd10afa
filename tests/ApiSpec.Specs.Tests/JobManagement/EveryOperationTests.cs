using Hitachi.JP1.JobManagement;
using Xunit;

namespace ApiSpec.Specs.Tests.JobManagement;

/// <summary>All operations of the second reference, called with the generated client over a socket. Most of its pages are cut off.</summary>
public sealed class EveryOperationTests : IAsyncLifetime
{
    private const string Unit = "/jobgroupA/jobnetA";
    private const string Run = "@A101";
    private const string Manager = "ajs-manager";
    private const string Service = "AJSROOT1";

    private static readonly Dictionary<string, (string Target, Func<JobManagementClient, Task<ApiResponse>> CallAsync)> s_calls = new(StringComparer.Ordinal)
    {
        ["Definitions.InvokeRegisterFixedExec"] = (
            "/ajs/api/v1/objects/definitions/%2FjobgroupA%2FjobnetA/actions/registerFixedExec/invoke",
            static async client => await client.Definitions.InvokeRegisterFixedExecWithResponseAsync(Unit, new()
            {
                Parameters = new()
                {
                    Manager = Manager,
                    ServiceName = Service,
                    FixedScheduleFrom = new DateOnly(2026, 1, 31),
                    FixedScheduleTo = new DateOnly(2026, 2, 1),
                    StartTime = new DateTimeOffset(2026, 1, 31, 9, 0, 0, TimeSpan.FromHours(9)),
                    Holding = false,
                },
            })),
        ["Definitions.InvokeRegisterImmediateExec"] = (
            "/ajs/api/v1/objects/definitions/%2FjobgroupA%2FjobnetA/actions/registerImmediateExec/invoke",
            static async client => await client.Definitions.InvokeRegisterImmediateExecWithResponseAsync(Unit, new()
            {
                Parameters = new()
                {
                    Manager = Manager,
                    ServiceName = Service,
                    StartCondition = new() { Times = 3, PeriodType = StartConditionParameterPeriodType.Relative, Period = "00:30" },
                    Holding = true,
                },
            })),
        ["Definitions.InvokeRegisterPlannedExec"] = (
            "/ajs/api/v1/objects/definitions/%2FjobgroupA%2FjobnetA/actions/registerPlannedExec/invoke",
            static async client => await client.Definitions.InvokeRegisterPlannedExecWithResponseAsync(
                Unit, new() { Parameters = new() { Manager = Manager, ServiceName = Service, Macro = [new()] } })),
        ["ExecAgents.InvokeChangeStatus"] = (
            "/ajs/api/v1/objects/execAgents/actions/changeStatus/invoke",
            static async client => await client.ExecAgents.InvokeChangeStatusWithResponseAsync(
                new() { Parameters = new() { Manager = Manager, Status = "any", ExecAgents = ["agent1", "agent2"] } })),
        ["ProtocolVersion.Get"] = (
            "/ajs/api/v1/protocolVersion?manager=ajs-manager",
            static async client => await client.ProtocolVersion.GetWithResponseAsync(Manager)),
        ["Statuses.Get"] = (
            "/ajs/api/v1/objects/statuses/%2FjobgroupA%2FjobnetA:%40A101?manager=ajs-manager",
            static async client => await client.Statuses.GetWithResponseAsync(Unit, Run, Manager)),
        ["Statuses.InvokeChangeExecOrderMethod"] = (
            "/ajs/api/v1/objects/statuses/%2FjobgroupA%2FjobnetA:%40A101/actions/changeExecOrderMethod/invoke",
            static async client => await client.Statuses.InvokeChangeExecOrderMethodWithResponseAsync(
                Unit, Run, new() { Parameters = new() { Manager = Manager, ServiceName = Service, ExecOrderMethod = "any" } })),
        ["Statuses.InvokeChangeHold"] = (
            "/ajs/api/v1/objects/statuses/%2FjobgroupA%2FjobnetA:%40A101/actions/changeHold/invoke",
            static async client => await client.Statuses.InvokeChangeHoldWithResponseAsync(
                Unit, Run, new() { Parameters = new() { Manager = Manager, ServiceName = Service, HoldAttr = "any" } })),
        ["Statuses.InvokeChangeStatus"] = (
            "/ajs/api/v1/objects/statuses/%2FjobgroupA%2FjobnetA:%40A101/actions/changeStatus/invoke",
            static async client => await client.Statuses.InvokeChangeStatusWithResponseAsync(
                Unit, Run, new() { Parameters = new() { Manager = Manager, ServiceName = Service, NewStatus = "any", NewReturnCode = "0" } })),
        ["Statuses.InvokeInterrupt"] = (
            "/ajs/api/v1/objects/statuses/%2FjobgroupA%2FjobnetA:%40A101/actions/interrupt/invoke",
            static async client => await client.Statuses.InvokeInterruptWithResponseAsync(
                Unit, Run, new() { Parameters = new() { Manager = Manager, ServiceName = Service } })),
        ["Statuses.List"] = (
            "/ajs/api/v1/objects/statuses?mode=search&manager=ajs-manager&serviceName=AJSROOT1&location=%2FjobgroupA",
            static async client => await client.Statuses.ListWithResponseAsync(Manager, Service, "/jobgroupA")),
        ["Waiting.InvokeChangeWaiting"] = (
            "/ajs/api/v1/objects/waiting/%2FjobgroupA%2FjobnetA:%40A101/actions/changeWaiting/invoke",
            static async client => await client.Waiting.InvokeChangeWaitingWithResponseAsync(
                Unit, Run, new()
                {
                    Parameters = new() { Manager = Manager, ServiceName = Service, WaitingTargetUnitName = "/jobgroupA/jobnetB", WaitingStatusAction = "any" },
                })),
    };

    private JobManagementFake _fake = null!;
    private JobManagementClient _client = null!;

    public static TheoryData<string> Operations => [.. JobManagementApi.Operations.Select(static operation => operation.Id)];

    public async ValueTask InitializeAsync()
    {
        _fake = await JobManagementFake.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _client = _fake.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _fake.DisposeAsync();
    }

    [Fact]
    public void There_are_as_many_as_sections_were_transcribed()
    {
        Assert.Equal(12, s_calls.Count);
        Assert.Equal(
            JobManagementApi.Operations.Select(static operation => operation.Id).Order(StringComparer.Ordinal), s_calls.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_is_answered_over_a_socket(string operation)
    {
        var (target, callAsync) = s_calls[operation];

        var response = await callAsync(_client);

        Assert.True(response.IsSuccess, response.ToString());
        var request = Assert.Single(_fake.Requests);
        Assert.Equal((operation, target, null), (request.OperationId, request.Target, request.Violation));
    }

    [Fact]
    public async Task Printed_list_is_read()
    {
        var list = await _client.Statuses.ListAsync(Manager, Service, "/jobgroupA", cancellationToken: TestContext.Current.CancellationToken);

        var unit = Assert.Single(list.Statuses);
        Assert.True(list.All);
        Assert.Equal((Unit, "jobnetA", "test"), (unit.Definition.UnitName, unit.Definition.SimpleUnitName, unit.Definition.UnitComment));
        Assert.Equal((Run, "AJS_AUTO"), (unit.UnitStatus!.ExecID, unit.Release!.ReleaseID));
        Assert.Null(unit.Release.ReleaseTime);
    }
}
