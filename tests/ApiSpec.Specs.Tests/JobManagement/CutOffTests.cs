using System.Text.Json;
using ApiSpec.Tests.Servers;
using Hitachi.JP1.JobManagement;
using Xunit;

namespace ApiSpec.Specs.Tests.JobManagement;

/// <summary>Values that cut-off pages leave open are neither rejected nor reported, and printed facts are checked.</summary>
public sealed class CutOffTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_after_the_end_of_a_printed_table_are_sent_and_accepted()
    {
        await using var fake = await JobManagementFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();
        var parameters = new StatusesInvokeInterruptBodyParameters
        {
            Manager = "host",
            ServiceName = "AJSROOT1",
            AdditionalMembers = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["reason"] = JsonSerializer.SerializeToElement("test") },
        };

        await client.Statuses.InvokeInterruptAsync("/net", "@A101", new() { Parameters = parameters }, Token);

        var request = Assert.Single(fake.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("""{"parameters":{"manager":"host","serviceName":"AJSROOT1","reason":"test"}}""", request.BodyText);
    }

    [Fact]
    public async Task Date_and_time_is_written_as_the_reference_prints_it()
    {
        await using var fake = await JobManagementFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();

        await client.Definitions.InvokeRegisterFixedExecAsync(
            "/net", new()
            {
                Parameters = new() { Manager = "host", ServiceName = "AJSROOT1", StartTime = new DateTimeOffset(2026, 1, 31, 9, 0, 0, TimeSpan.FromHours(9)) },
            }, Token);

        Assert.Contains("\"startTime\":\"2026-01-31T09:00:00+09:00\"", Assert.Single(fake.Requests).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Printed_lengths_and_counts_are_checked_before_anything_is_sent()
    {
        using var client = new JobManagementClient(new Uri("http://localhost:1"));

        var location = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => client.Statuses.ListAsync("host", "AJSROOT1", new string('a', 931), cancellationToken: Token));
        var agents = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.ExecAgents.InvokeChangeStatusAsync(
            new() { Parameters = new() { Manager = "host", Status = "any", ExecAgents = [.. Enumerable.Repeat("agent", 101)] } }, Token));

        Assert.Contains("location", location.Message, StringComparison.Ordinal);
        Assert.Contains("execAgents", agents.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ABSOLUTE", null, false)]
    [InlineData("RELATIVE", null, false)]
    [InlineData("RELATIVE", "00:30", true)]
    [InlineData("NO", null, true)]
    [InlineData(null, null, true)]
    public async Task Period_must_be_given_where_its_type_needs_one(string? type, string? period, bool isSent)
    {
        await using var fake = await JobManagementFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();
        var condition = new StartConditionParameter { PeriodType = type is null ? null : new StartConditionParameterPeriodType(type), Period = period };

        var call = () => client.Definitions.InvokeRegisterImmediateExecAsync(
            "/net", new() { Parameters = new() { Manager = "host", ServiceName = "AJSROOT1", StartCondition = condition } }, Token);

        if (isSent)
            await call();
        else
            Assert.Contains("period", (await Assert.ThrowsAnyAsync<ArgumentException>(call)).Message, StringComparison.Ordinal);
        Assert.Equal(isSent ? 1 : 0, fake.Requests.Count);
    }

    [Fact]
    public async Task Error_body_has_its_message_and_its_id()
    {
        await using var server = await WebServer.StartAsync(
            404,
            "application/json",
            """{"errorSource":"/ajs/api/v1/protocolVersion","message":"No such manager","messageID":"KAVS0000-E","application":"ajs","extensions":["""
            + """{"key":"manager","value":["host"]}]}""");
        using var client = new JobManagementClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<JobManagementError>>(() => client.ProtocolVersion.GetAsync("host", Token));

        Assert.Equal((404, "KAVS0000-E", "No such manager"), (exception.StatusCode, exception.ErrorCode, exception.ErrorMessage));
        Assert.Equal("manager", Assert.Single(exception.Error!.Extensions).Key);
        Assert.Equal(
            JobManagementRoles.JP1JPQAdmin | JobManagementRoles.JP1JPQOperator,
            JobManagementApi.ExecAgents.InvokeChangeStatus.Roles);
    }
}
