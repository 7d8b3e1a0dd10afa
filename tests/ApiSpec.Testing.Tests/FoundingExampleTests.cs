using System.Text.Json;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The usage example of section 9.6.8, sent by the generated client and compared after parsing.</summary>
public sealed class FoundingExampleTests
{
    private static readonly ExampleCatalog Catalog = ExampleCatalog.Load(Repository.JP1Specs);

    private static DocumentedExample Example => Assert.Single(Catalog.Examples, static example => example.OperationId == "Tasks.GetRerunStart");

    [Fact]
    public void The_founding_example_is_read_whole()
    {
        Assert.Equal("9.6.8", Example.Section);
        Assert.Equal("The API acquires information necessary for retrying the task whose instanceID is 2026 from the failed step.", Example.Title);
        Assert.Equal("GET /Automation/v1/objects/Tasks/2026/actions/rerunStart", Example.Request!.ToString());
        Assert.Equal(
            [
                KeyValuePair.Create("Host", "10.196.184.238:22015"), KeyValuePair.Create("Accept", "application/json"),
                KeyValuePair.Create("Accept-Language", "ja"),
                KeyValuePair.Create("Authorization", "Basic c3lzdGVtOm1hbmFnZXI="), KeyValuePair.Create("User-Agent", "useragent1"),
            ],
            Example.Request.Headers);
        Assert.Equal("200 OK", Example.Response!.ToString());
        Assert.Equal(10, Example.Response.Headers.Count);
    }

    [Fact]
    public async Task The_founding_example_is_replayed_over_HTTP()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Catalog).RequireBasic("system", "manager"));
        using var client = new AutomaticOperationClient(server.BaseAddress, Options());

        AssertResponse(await client.Tasks.GetRerunStartWithResponseAsync(2026));
        AssertRequest(Assert.Single(server.Requests));
    }

    [Fact]
    public async Task The_founding_example_is_replayed_without_a_network()
    {
        using var handler = new StubMessageHandler(new StubOptions(Catalog).RequireBasic("system", "manager"));
        var options = Options();
        options.Handler = handler;
        using var client = new AutomaticOperationClient(new Uri("http://10.196.184.238:22015"), options);

        AssertResponse(await client.Tasks.GetRerunStartWithResponseAsync(2026));
        AssertRequest(Assert.Single(handler.Requests));
    }

    private static ApiClientOptions Options() => new() { Credential = new BasicCredential("system", "manager"), Language = "ja", UserAgent = "useragent1" };

    private static void AssertRequest(ReceivedRequest request)
    {
        var documented = Example.Request!;
        Assert.Equal((documented.Method, documented.Target), (request.Method, request.Target));
        Assert.True(request.Body.IsEmpty);

        // Host belongs to the server. The client sends every other header on the page.
        foreach (var (name, value) in documented.Headers.Where(static header => header.Key != "Host"))
            Assert.Equal((name, value), (name, request.Headers[name]));
        Assert.Equal(("Tasks.GetRerunStart", 200), (request.OperationId, request.StatusCode));
    }

    private static void AssertResponse(ApiResponse<ActionObject, ErrorInfo, TasksGetRerunStartStatus> reply)
    {
        var documented = Example.Response!;
        Assert.Equal((200, "OK", TasksGetRerunStartStatus.Ok), (reply.StatusCode, reply.ReasonPhrase, reply.Status));
        foreach (var (name, value) in documented.Headers.Where(static header => header.Key is not ("Date" or "Transfer-Encoding")))
            Assert.Equal((name, value), (name, reply.Headers[name]));

        using var body = JsonDocument.Parse(documented.Body!);
        using var written = JsonDocument.Parse(ActionObject.Json.ToJson(reply.Body!));
        Assert.True(JsonElement.DeepEquals(body.RootElement, written.RootElement), ActionObject.Json.ToJson(reply.Body!));
        Assert.Equal(("rerunStart", "POST", 0), (reply.Body!.Name, reply.Body.Method, reply.Body.Parameters!.Count));
        Assert.Equal("http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke", reply.Body.Href);
    }
}
