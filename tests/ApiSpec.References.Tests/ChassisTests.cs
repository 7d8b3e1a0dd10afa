using System.Text;
using System.Text.Json;
using ApiSpec.References.Tests.Servers;
using Example.Chassis;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>A reference in the style of Redfish: annotations in member names, changes by PATCH, jobs at the URL in Location, JSON in forms.</summary>
public sealed class ChassisTests
{
    private const string SystemJson = """{"@odata.id":"/redfish/v1/Systems/1","Name":"Web","AssetTag":null}""";
    private const string Running = """{"@odata.id":"/redfish/v1/Tasks/7","Id":"7","TaskState":"Running","PercentComplete":40}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_goes_with_every_request_and_ends_where_its_location_says()
    {
        await using var server = await RecordingServer.StartAsync(static request => request.Line.Split(' ')[0] switch
        {
            "POST" => new(
                201, """{"@odata.id":"/redfish/v1/SessionService/Sessions/9","Id":"9"}""", ("X-Auth-Token", "t9"),
                ("Location", "/redfish/v1/SessionService/Sessions/9")),
            "DELETE" => new(204, ""),
            _ => new(200, SystemJson),
        });
        using var client = new ChassisClient(server.Address);
        var session = await client.Sessions.CreateWithResponseAsync(new() { UserName = "ann", Password = "x" }, Token);
        Assert.Equal("t9", session.GetXAuthToken());
        var signedIn = client.With(new ApiCallOptions { Credential = new HeaderCredential("X-Auth-Token", session.GetXAuthToken()!) });
        await signedIn.Systems.GetAsync("1", cancellationToken: Token);
        await signedIn.Sessions.DeleteAtAsync(session.GetLocation()!, Token);

        Assert.Equal(["POST /redfish/v1/SessionService/Sessions", "GET /redfish/v1/Systems/1", "DELETE /redfish/v1/SessionService/Sessions/9"], server.Lines);
        Assert.Equal([null, "t9", "t9"], server.Requests.Select(static request => request.Header("X-Auth-Token")));
        Assert.Equal(["4.0", "4.0", "4.0"], server.Requests.Select(static request => request.Header("OData-Version")));
        Assert.Equal("""{"UserName":"ann","Password":"x"}""", server.Requests[0].Body);
    }

    [Fact]
    public async Task Annotations_nested_and_recursive_objects_are_typed()
    {
        await using var server = await RecordingServer.StartAsync(
            200,
            """
            {
              "@odata.id": "/redfish/v1/Systems/1", "@odata.etag": "W/\"12\"", "Id": "1", "Name": "Web", "AssetTag": null, "PowerState": "Hibernating",
              "MemorySummary": { "TotalSystemMemoryGiB": 96.5, "Status": { "State": "Enabled", "Conditions": [ { "MessageId": "M.1", "Message": "warm", "MessageArgs": [ "a" ] } ] } },
              "Links": { "Chassis": [ { "@odata.id": "/redfish/v1/Chassis/1" } ], "Chassis@odata.count": 1, "ContainedBy": null },
              "Subsystems": [ { "@odata.id": "/redfish/v1/Systems/1.1", "Name": "Blade", "Subsystems": [ { "@odata.id": "/redfish/v1/Systems/1.1.1", "Name": "Card" } ] } ],
              "Actions": { "#ComputerSystem.Reset": { "target": "/redfish/v1/Systems/1/Actions/ComputerSystem.Reset", "ResetType@Redfish.AllowableValues": [ "On", "ForceOff" ] } },
              "LastResetTime": "2026-01-31T10:00:00+09:00", "BootProgressTimeout": "PT5M", "Oem": { "Example": { "Slot": 3 } }
            }
            """,
            ("ETag", "\"12\""), ("Allow", "GET, PATCH"));
        using var client = new ChassisClient(server.Address);
        var response = await client.Systems.GetWithResponseAsync(
            "1", new() { Select = ["Name", "Links"], Expand = SystemsGetExpand.Dot, IfNoneMatch = "\"11\"" }, Token);
        var system = response.EnsureSuccess();

        Assert.Equal("GET /redfish/v1/Systems/1?$select=Name,Links&$expand=.", Assert.Single(server.Lines).Replace("%2C", ",", StringComparison.Ordinal));
        Assert.Equal("\"11\"", server.Requests[0].Header("If-None-Match"));
        Assert.Equal("\"12\"", response.GetETag());
        Assert.Equal([SystemsGetHeadersAllow.Get, SystemsGetHeadersAllow.Patch], response.GetAllow());
        Assert.Equal("W/\"12\"", system.OdataEtag);
        Assert.Equal("Hibernating", system.PowerState.ToString());
        Assert.Equal(96.5m, system.MemorySummary!.TotalSystemMemoryGiB);
        Assert.Equal("warm", system.MemorySummary.Status.Conditions![0].Text);
        Assert.Equal("/redfish/v1/Chassis/1", system.Links!.Chassis![0].OdataId);
        Assert.Equal(1, system.Links.ChassisOdataCount);
        Assert.Null(system.Links.ContainedBy);
        Assert.Equal("Card", system.Subsystems![0].Subsystems![0].Name);
        Assert.Equal(["On", "ForceOff"], system.Actions!.ComputerSystemReset!.ResetTypeRedfishAllowableValues!);
        Assert.Equal(TimeSpan.FromMinutes(5), system.BootProgressTimeout);
        Assert.Equal(3, system.Oem!["Example"].GetProperty("Slot").GetInt32());
    }

    [Fact]
    public async Task A_resource_that_was_not_modified_has_no_body()
    {
        await using var server = await RecordingServer.StartAsync(304, "", ("ETag", "\"12\""));
        using var client = new ChassisClient(server.Address);
        var response = await client.Systems.GetWithResponseAsync("1", new() { IfNoneMatch = "\"12\"" }, Token);
        Assert.Equal(SystemsGetStatus.NotModified, response.Status);
        Assert.Null(response.Body);
    }

    [Fact]
    public async Task A_change_holds_what_was_given_and_a_null_is_a_value()
    {
        await using var server = await RecordingServer.StartAsync(204, "");
        using var client = new ChassisClient(server.Address);
        await client.Systems.PatchAsync("a/b", new() { AssetTag = null, Boot = new() { BootOrder = ["Hdd", "Pxe"] } }, new() { IfMatch = "\"12\"" }, Token);
        await client.Systems.PatchAsync("1", new() { IndicatorLED = SystemsPatchBodyIndicatorLED.Lit }, cancellationToken: Token);

        Assert.Equal(
            [
                "PATCH /redfish/v1/Systems/a%2Fb {\"AssetTag\":null,\"Boot\":{\"BootOrder\":[\"Hdd\",\"Pxe\"]}}",
                "PATCH /redfish/v1/Systems/1 {\"IndicatorLED\":\"Lit\"}",
            ],
            server.Requests.Select(static request => request.ToString()));
        Assert.Equal(["\"12\"", null], server.Requests.Select(static request => request.Header("If-Match")));
    }

    [Fact]
    public async Task A_job_is_watched_where_its_location_says_until_it_has_ended()
    {
        var asked = 0;
        await using var server = await RecordingServer.StartAsync(request => request.Line.StartsWith("PATCH", StringComparison.Ordinal)
            ? new(202, Running, ("Location", "https://elsewhere.example/redfish/v1/TaskService/TaskMonitors/7?part=1"), ("Retry-After", "3"))
            : ++asked < 3 ? new(202, Running) : new(200, SystemJson));
        using var client = new ChassisClient(server.Address);
        var response = await client.Systems.PatchWithResponseAsync("1", new() { AssetTag = "A" }, cancellationToken: Token);
        Assert.Equal(ChassisTaskTaskState.Running, response.EnsureSuccess().Accepted!.TaskState);
        Assert.Equal(3, response.GetRetryAfter());
        var done = await ApiPolling.UntilAsync(
            token => client.Tasks.GetMonitorAtAsync(response.GetLocation()!, token),
            static job => job.Ok is not null,
            new ApiPollingOptions { Interval = TimeSpan.FromMilliseconds(1) },
            Token);

        Assert.Equal("Web", done.Ok!.Name);
        Assert.Equal(Enumerable.Repeat("GET /redfish/v1/TaskService/TaskMonitors/7?part=1", 3), server.Lines.Skip(1));
        Assert.Equal("4.0", server.Requests[^1].Header("OData-Version"));
    }

    [Theory]
    [InlineData("/redfish/v1/Systems/1")]
    [InlineData("/redfish/v1/TaskService/TaskMonitors/1/2")]
    [InlineData("/redfish/v1/TaskService/TaskMonitors/1%2F2")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_address_that_leads_elsewhere_is_not_followed(string? address)
    {
        await using var server = await RecordingServer.StartAsync(200, SystemJson);
        using var client = new ChassisClient(server.Address);
        await Assert.ThrowsAsync<ApiLinkException>(() => client.Tasks.GetMonitorAtAsync(address!, Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_action_is_called_where_the_resource_says()
    {
        await using var server = await RecordingServer.StartAsync(204, "");
        using var client = new ChassisClient(server.Address);
        var reset = new ComputerSystemActionsComputerSystemReset { Target = "/redfish/v1/Systems/1/Actions/ComputerSystem.Reset" };
        await client.Systems.ResetAtAsync(reset.Target, new() { ResetType = SystemsResetBodyResetType.ForceOff }, Token);
        Assert.Equal("POST /redfish/v1/Systems/1/Actions/ComputerSystem.Reset {\"ResetType\":\"ForceOff\"}", Assert.Single(server.Requests).ToString());
    }

    [Fact]
    public async Task A_table_in_a_form_is_sent_as_json_beside_the_file()
    {
        await using var server = await RecordingServer.StartAsync(202, Running, ("Location", "/redfish/v1/TaskService/TaskMonitors/7"));
        using var client = new ChassisClient(server.Address);
        var image = new ApiFile(new MemoryStream(Encoding.ASCII.GetBytes("IMAGE")), "bios.bin");
        await client.Firmware.PushAsync(
            new() { Targets = ["/redfish/v1/Systems/1"], RedfishOperationApplyTime = FirmwarePushUpdateParametersRedfishOperationApplyTime.OnReset }, image,
            cancellationToken: Token);

        var request = Assert.Single(server.Requests);
        var boundary = request.Header("Content-Type")!.Split("boundary=")[1].Trim('"');
        Assert.Equal(
            $$"""
            --{{boundary}}
            Content-Disposition: form-data; name="UpdateParameters"
            Content-Type: application/json

            {"Targets":["/redfish/v1/Systems/1"],"@Redfish.OperationApplyTime":"OnReset"}
            --{{boundary}}
            Content-Disposition: form-data; name="UpdateFile"; filename="bios.bin"
            Content-Type: application/octet-stream

            IMAGE
            --{{boundary}}--

            """.ReplaceLineEndings("\r\n"),
            request.Body);
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Firmware.PushAsync(null!, image, cancellationToken: Token));
    }

    [Fact]
    public async Task A_failure_has_its_nested_messages()
    {
        await using var server = await RecordingServer.StartAsync(
            412, """{"error":{"code":"Base.1","message":"changed","@Message.ExtendedInfo":[{"MessageId":"M.2","RelatedProperties":["#/Boot"]}]}}""");
        using var client = new ChassisClient(server.Address);
        var thrown = await Assert.ThrowsAsync<ApiException<ChassisError>>(() => client.Systems.PatchAsync("1", new(), cancellationToken: Token));
        Assert.True(thrown.Is(SystemsPatchStatus.PreconditionFailed));
        Assert.Equal(["#/Boot"], thrown.Error!.Error.MessageExtendedInfo![0].RelatedProperties!);
        Assert.NotEqual(JsonValueKind.Null, JsonDocument.Parse(ChassisError.Json.ToJson(thrown.Error)).RootElement.ValueKind);
    }
}
