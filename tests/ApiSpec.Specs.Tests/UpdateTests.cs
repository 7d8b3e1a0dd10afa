using System.Text.Json.Nodes;
using ApiSpec.Specs.Tests.Support;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>Bodies that are a shared schema with required members, and lists that need a certain number of an alternative.</summary>
public sealed class UpdateTests
{
    private static readonly Uri s_origin = new("http://10.196.184.238:22015");

    private const string TaskJson = """
        {"instanceID":5,"name":"n","status":"s","submitter":"u","submitTime":"2014-12-09T18:50:30.500+09:00","modifyTime":"2014-12-09T18:50:30.500+09:00","serviceState":"release",
         "scheduleType":"immediate","description":"d","serviceName":"sn","tags":"","startTime":null,"serviceGroupName":"g","toDo":false,"notes":"","serviceTemplateID":1,"scheduleID":2,
         "serviceGroupID":3,"serviceID":4,"later":{"edition":[1]}}
        """;

    [Fact]
    public async Task The_members_that_must_be_given_are_enough()
    {
        var sent = await SendAsync(static client => client.Tasks.UpdateAsync(5, new() { Notes = "seen", ToDo = true }));
        Assert.Equal("""{"toDo":true,"notes":"seen"}""", sent);
    }

    [Fact]
    public async Task What_was_read_can_be_changed_and_sent_whole()
    {
        var task = AutomationTask.Json.Parse(TaskJson);
        var sent = await SendAsync(client => client.Tasks.UpdateAsync(5, task with { Notes = "seen" }));

        var expected = JsonNode.Parse(TaskJson)!;
        expected["notes"] = "seen";
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(sent)), sent);
    }

    [Fact]
    public async Task Members_that_were_never_set_are_not_copied()
    {
        Assert.Equal(
            """{"toDo":true,"notes":"seen"}""",
            await SendAsync(static client => client.Tasks.UpdateAsync(5, new AutomationTask { Notes = "seen", ToDo = true })));
        Assert.Equal(
            """{"instanceID":0,"toDo":false,"notes":"seen"}""",
            await SendAsync(static client => client.Tasks.UpdateAsync(5, new AutomationTask { InstanceID = 0, Notes = "seen", ToDo = false })));
        var thrown = await Assert.ThrowsAsync<ArgumentException>(
            () => SendAsync(static client => client.Tasks.UpdateAsync(5, new AutomationTask { Notes = "seen" })));
        Assert.Contains("'toDo' of TasksUpdateBody is required", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes", "'notes' of TasksUpdateBody is required")]
    [InlineData("toDo", "'toDo' of TasksUpdateBody is required")]
    public async Task A_member_that_is_missing_is_named_before_anything_is_sent(string missing, string message)
    {
        // The compiler demands both, so one is missing only in what a whole task is converted to.
        TasksUpdateBody body = missing == "notes" ? new AutomationTask { ToDo = true } : new AutomationTask { Notes = "" };
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(client => client.Tasks.UpdateAsync(5, body)));
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_shared_table_may_lack_must_be_there_all_the_same()
    {
        const string Read = """
            {"instanceID":5,"name":"n","description":"d","tags":"a,b","serviceTemplateName":"t","createTime":"2014-12-09T18:50:30.500+09:00","modifyTime":"2014-12-09T18:50:30.500+09:00",
             "serviceState":"debug","serviceGroupName":"g","supportedScheduleType":"immediate","lastFailedTime":null}
            """;
        var service = Service.Json.Parse(Read);
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(client => client.Services.UpdateAsync(5, service)));
        Assert.Contains("'favorite' of ServicesUpdateBody is required", thrown.Message, StringComparison.Ordinal);

        var sent = await SendAsync(client => client.Services.UpdateAsync(5, service with { Favorite = false }));
        var expected = JsonNode.Parse(Read)!;
        expected["favorite"] = false;
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(sent)), sent);
    }

    [Theory]
    [InlineData(0, "The list takes exactly 1 Schedule, and 0 were given. (Parameter 'parameters')")]
    [InlineData(1, null)]
    [InlineData(2, "The list takes exactly 1 Schedule, and 2 were given. (Parameter 'parameters')")]
    public async Task A_list_has_as_many_of_each_kind_as_the_reference_says(int schedules, string? refusal)
    {
        var schedule = new Schedule { Name = "n", Description = "d", ScheduleType = ScheduleType.Immediate };
        var body = new ResubmitAction
        {
            Name = "resubmit",
            Href = s_origin + "Automation/v1/objects/Tasks/5/actions/resubmit/invoke",
            Method = "POST",
            Parameters = [
                .. Enumerable.Repeat<ResubmitParameter>(schedule, schedules),
                new PropertyValue { KeyName = "a", Value = "1" },
                new PropertyValue { KeyName = "b", Value = "2" },
            ],
        };

        if (refusal is null)
            Assert.Contains("\"scheduleType\":\"immediate\"", await SendAsync(client => client.Tasks.InvokeResubmitAsync(body)), StringComparison.Ordinal);
        else
            Assert.Equal(refusal, (await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(client => client.Tasks.InvokeResubmitAsync(body)))).Message);
    }

    private static async Task<string> SendAsync(Func<AutomaticOperationClient, Task> call)
    {
        var sent = "";
        using var handler = new RespondingHandler((request, body) =>
        {
            sent = body;
            return RespondingHandler.Json("{}", System.Net.HttpStatusCode.Forbidden);
        });
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });
        try
        {
            await call(client);
        }
        catch (ApiException)
        {
            // Only the sent body is compared.
        }

        return sent;
    }
}
