using System.Reflection;
using ApiSpec.References.Tests.Servers;
using Example.Plant;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>An action in one call: the action object is read, changed if the program wants that, and sent to where its link points.</summary>
public sealed class ActionTests
{
    private const string Start = """{"name":"start","href":"http://elsewhere.invalid/plant/machines/7/actions/start/invoke","more":1}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Action_reads_the_action_object_and_sends_it_back_unchanged()
    {
        await using var server = await RecordingServer.StartAsync(static request => new RecordedResponse(
            200, request.Line.StartsWith("GET", StringComparison.Ordinal) ? Start : """{"id":3,"state":"queued"}"""));
        using var client = new PlantClient(server.Address);

        var job = await client.Machines.StartAsync(7, Token);

        Assert.Equal((3, JobState.Queued), (job.Id, job.State));
        Assert.Equal(["GET /plant/machines/7/actions/start", "POST /plant/machines/7/actions/start/invoke"], server.Lines);
        Assert.Equal(Start, server.Requests[1].Body);
    }

    [Fact]
    public async Task Program_can_change_the_action_object()
    {
        await using var server = await RecordingServer.StartAsync(
            static _ => new RecordedResponse(200, """{"name":"stop","href":"/plant/machines/7/actions/stop/invoke"}"""));
        using var client = new PlantClient(server.Address);

        await client.Machines.StopWithAsync(7, static command => command with { Settings = [new Setting { Name = "delay", Value = "5" }] }, Token);

        Assert.Equal("""{"name":"stop","href":"/plant/machines/7/actions/stop/invoke","settings":[{"name":"delay","value":"5"}]}""", server.Requests[1].Body);
        Assert.Throws<ArgumentNullException>("change", () => { _ = client.Machines.StopWithAsync(7, null!, Token); });
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Machines.StopWithAsync(7, static _ => null!, Token));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Second_call_is_not_made_if_the_first_fails()
    {
        await using var server = await RecordingServer.StartAsync(404, """{"code":"E1","message":"none"}""");
        using var client = new PlantClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<PlantError>>(() => client.Machines.StartAsync(7, Token));

        Assert.Equal(("Machines.GetStart", true), (exception.Operation.Id, exception.Is(MachinesGetStartStatus.NotFound)));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Failure_of_the_second_call_names_its_operation()
    {
        await using var server = await RecordingServer.StartAsync(static request => request.Line.StartsWith("GET", StringComparison.Ordinal)
            ? new RecordedResponse(200, Start) : new RecordedResponse(409, """{"code":"E2","message":"It runs."}"""));
        using var client = new PlantClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<PlantError>>(() => client.Machines.StartAsync(7, Token));

        Assert.True(exception.Is(MachinesInvokeStartStatus.Conflict));
    }

    [Theory]
    [InlineData("/plant/machines/7/actions/stop/invoke")]
    [InlineData("/plant/../admin")]
    [InlineData("")]
    public async Task Action_object_that_leads_elsewhere_is_not_sent(string href)
    {
        await using var server = await RecordingServer.StartAsync(200, """{"name":"start","href":"HREF"}""".Replace("HREF", href, StringComparison.Ordinal));
        using var client = new PlantClient(server.Address);

        await Assert.ThrowsAsync<ApiLinkException>(() => client.Machines.StartAsync(7, Token));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Values_of_both_calls_are_parameters_and_a_shared_value_is_given_once()
    {
        await using var server = await RecordingServer.StartAsync(static _ => new RecordedResponse(200, """{"href":"/plant/orders/12","parameters":[]}"""));
        using var client = new PlantClient(server.Address);

        var text = await client.Machines.FindOrderAndPlaceAsync(7, "audit", "me", new MachinesFindOrderQuery { Unit = "a b" }, Token);

        Assert.StartsWith("{", text, StringComparison.Ordinal);
        Assert.Equal(["GET /plant/machines/7/order?unit=a%20b", "POST /plant/orders/12"], server.Lines);
        Assert.Equal(
            ("audit", "audit", "me"), (server.Requests[0].Header("X-Reason"), server.Requests[1].Header("X-Reason"), server.Requests[1].Header("X-Action")));
    }

    [Fact]
    public void Action_object_has_no_method_for_items()
        => Assert.DoesNotContain(typeof(MachinesClient).GetMethods(), static method => method.Name.Contains("Items", StringComparison.Ordinal));

    [Theory]
    [InlineData("StartAsync", "Operator Engineer, Engineer Auditor")]
    [InlineData("StartWithAsync", "Operator Engineer, Engineer Auditor")]
    [InlineData("StopAsync", "Engineer")]
    [InlineData("FindOrderAndPlaceAsync", "")]
    public void Action_needs_the_roles_of_both_calls(string name, string roles)
    {
        foreach (var type in new[] { typeof(MachinesClient), typeof(IMachinesClient) })
        {
            var methods = type.GetMethods().Where(method => method.Name == name).ToList();
            Assert.NotEmpty(methods);
            foreach (var method in methods)
                Assert.Equal(
                    roles, string.Join(", ", method.GetCustomAttributes<ApiRolesAttribute>().Select(static attribute => string.Join(' ', attribute.Roles))));
        }
    }

    [Fact]
    public async Task Fake_plays_both_calls()
    {
        using var fake = new PlantFake();
        using var client = fake.CreateClient();
        fake.Machines.InvokeStart.RespondWith(new Job { Id = 9, State = JobState.Running });

        var job = await ((IPlantClient)client).Machines.StartAsync(7, Token);

        Assert.Equal(9, job.Id);
        Assert.Equal(
            ["GET /plant/machines/7/actions/start", "POST /plant/machines/7/actions/start/invoke"],
            fake.Requests.Select(static request => request.Method + " " + request.Target));
    }
}
