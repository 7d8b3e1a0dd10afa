using System.Text.Json;
using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>Action objects: links that are followed and links that are refused, and parameters of several kinds.</summary>
public sealed class ActionTests
{
    private static readonly Uri s_origin = new("http://10.196.184.238:22015");

    private const string Parameters = """
        "method":"POST","parameters":[
          {"name":"later","description":"at night","scheduleType":"schedule","scheduledStartTime":"2014-12-09T18:50:30.500+09:00","queue":"unknown to the reference"},
          {"keyName":"common.hostname","value":"host1","instanceID":7,"type":"string"},
          {"labelbutton":["of a later edition"],"weight":1.50}
        ]}
        """;

    [Fact]
    public async Task A_documented_header_of_a_result_is_a_method_of_the_response()
    {
        const string There = "http://10.196.184.238:22015/Automation/v1/objects/Tasks/7/actions/archive";
        using var handler = new RespondingHandler(static (_, _) =>
        {
            var answer = new HttpResponseMessage(System.Net.HttpStatusCode.SeeOther);
            answer.Headers.Location = new Uri(There);
            return answer;
        });
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });

        var response = await client.Tasks.DeleteWithResponseAsync(7, TestContext.Current.CancellationToken);

        Assert.Equal((TasksDeleteStatus.SeeOther, There), (response.Status, response.GetLocation()));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("forceStop")]
    [InlineData("archive")]
    [InlineData("rerunStart")]
    [InlineData("rerunStepStart")]
    public async Task Link_of_an_action_leads_to_its_own_operation(string name)
    {
        using var handler = new StubMessageHandler(Reference.Catalog);
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });

        var result = await (name switch
        {
            "stop" => client.Tasks.InvokeStopAsync(await client.Tasks.GetStopAsync(Reference.IdOf("Tasks.GetStop"))),
            "forceStop" => client.Tasks.InvokeForceStopAsync(await client.Tasks.GetForceStopAsync(Reference.IdOf("Tasks.GetForceStop"))),
            "archive" => client.Tasks.InvokeArchiveAsync(await client.Tasks.GetArchiveAsync(Reference.IdOf("Tasks.GetArchive"))),
            "rerunStart" => client.Tasks.InvokeRerunStartAsync(await client.Tasks.GetRerunStartAsync(Reference.IdOf("Tasks.GetRerunStart"))),
            _ => client.Tasks.InvokeRerunStepStartAsync(await client.Tasks.GetRerunStepStartAsync(Reference.IdOf("Tasks.GetRerunStepStart"))),
        });

        Assert.Equal(OperationResultState.Queued, result.State);
        Assert.Equal(
            ["GET " + handler.Requests[0].Path, "POST " + handler.Requests[0].Path + "/invoke"],
            handler.Requests.Select(static request => request.Method + " " + request.Target));
        Assert.Equal(name, ActionObject.Json.Parse(handler.Requests[1].BodyText).Name);
    }

    [Fact]
    public async Task Action_of_another_operation_is_refused_before_anything_is_sent()
    {
        using var handler = new StubMessageHandler(Reference.Catalog);
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });
        var stop = await client.Tasks.GetStopAsync(2026);

        await Assert.ThrowsAsync<ApiLinkException>(() => client.Tasks.InvokeForceStopAsync(stop));
        await Assert.ThrowsAsync<ApiLinkException>(() => client.Schedules.InvokeCancelAsync(stop));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Action_goes_to_the_configured_server_whatever_its_link_says()
    {
        using var handler = new StubMessageHandler(Reference.Catalog);
        using var client = new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler });
        var stop = new ActionObject
        {
            Name = "stop",
            Href = "http://elsewhere.example/Automation/v1/objects/Tasks/7/actions/stop/invoke",
            Method = "POST",
            Parameters = [],
        };

        await client.Tasks.InvokeStopAsync(stop);

        var sent = Assert.Single(handler.Requests);
        Assert.Equal(("/Automation/v1/objects/Tasks/7/actions/stop/invoke", "10.196.184.238:22015"), (sent.Path, sent.Headers["Host"] ?? s_origin.Authority));
    }

    [Fact]
    public async Task Parameters_of_an_execution_come_back_as_they_were_read()
    {
        var printed = """{"name":"submit","href":"/Automation/v1/objects/Services/2015/actions/submit/invoke",""" + Parameters;
        var (client, sent) = Play(printed);
        using (client)
        {
            var action = await client.Services.GetSubmitAsync(2015);

            AssertParameters(action.Parameters!, static one => one.Schedule, static one => one.PropertyValue, static one => one.Other);
            await client.Services.InvokeSubmitAsync(action);
        }

        AssertSameJson(printed, sent[1]);
    }

    [Fact]
    public async Task Parameters_of_a_re_execution_come_back_as_they_were_read()
    {
        var printed = """{"name":"resubmit","href":"/Automation/v1/objects/Tasks/2026/actions/resubmit/invoke",""" + Parameters;
        var (client, sent) = Play(printed);
        using (client)
        {
            var action = await client.Tasks.GetResubmitAsync(2026);

            AssertParameters(action.Parameters!, static one => one.Schedule, static one => one.PropertyValue, static one => one.Other);
            await client.Tasks.InvokeResubmitAsync(action);
        }

        AssertSameJson(printed, sent[1]);
    }

    private static void AssertParameters<T>(
        IReadOnlyList<T> parameters, Func<T, Schedule?> schedule, Func<T, PropertyValue?> property, Func<T, JsonElement?> other)
    {
        Assert.Equal(3, parameters.Count);
        Assert.Equal(
            (ScheduleType.Schedule, new DateTimeOffset(2014, 12, 9, 18, 50, 30, 500, TimeSpan.FromHours(9))),
            (schedule(parameters[0])!.ScheduleType, schedule(parameters[0])!.ScheduledStartTime));
        Assert.Equal(("common.hostname", "host1", 7L), (property(parameters[1])!.KeyName, property(parameters[1])!.Value, property(parameters[1])!.InstanceID));
        Assert.Equal("of a later edition", other(parameters[2])!.Value.GetProperty("labelbutton")[0].GetString());
        Assert.Null(property(parameters[0]));
        Assert.Null(schedule(parameters[1]));
    }

    /// <summary>Starts a server that returns one action object, and records the bodies that it receives.</summary>
    private static (AutomaticOperationClient Client, List<string> Bodies) Play(string action)
    {
        var bodies = new List<string>();
        var handler = new RespondingHandler((request, body) =>
        {
            bodies.Add(body);
            return RespondingHandler.Json(request.Method == HttpMethod.Get ? action : """{"instanceId":"1","state":"queued"}""");
        });
        return (new AutomaticOperationClient(s_origin, new ApiClientOptions { Handler = handler }), bodies);
    }

    private static void AssertSameJson(string expected, string actual)
    {
        using var one = JsonDocument.Parse(expected);
        using var other = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement), actual);
    }
}
