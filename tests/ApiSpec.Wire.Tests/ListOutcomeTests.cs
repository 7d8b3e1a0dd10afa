using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Servers that respond with a list, whose items say which parts of the request failed.</summary>
public sealed class ListOutcomeTests
{
    private const string Results = """
          Result:
            success?: any
            error?:
              type: int
              address: string
              description: string

        """;

    private const string Api = """
        client: BridgeClient
        error: Result[]
        success when: error is missing
        error code in: error.type
        error message in: error.description
        error codes:
          1: The user is not authorized
          7: { description: The value is not valid, transient: true }
        schemas:

        """ + Results;

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", Api),
        new SpecDocument("get.apispec.yaml", "operation: Lights.Get\nrequest: GET /lights/1\nstatus: [200]\nresponse:\n  name: string\n"),
        new SpecDocument("set.apispec.yaml", "operation: Lights.Set\nrequest: GET /lights/1/set\nstatus: [200, 400]\nresponse: Result[]\n"),
        new SpecDocument("start.apispec.yaml", "operation: Lights.Start\nrequest: POST /lights/1/start\nstatus: [200]\n"),
        new SpecDocument("picture.apispec.yaml", "operation: Pictures.Take\nrequest: GET /picture\nstatus: [200]\nresponse: image/jpeg\n"),
    ]).Load());

    private const string Success = """{"success":{"/lights/1/on":true}}""";
    private const string Unauthorized = """{"error":{"type":1,"address":"/","description":"unauthorized user"}}""";
    private const string Invalid = """{"error":{"type":7,"address":"/bri","description":"invalid value"}}""";

    [Theory]
    [InlineData("Lights.Set", "[" + Success + "]", null)]
    [InlineData("Lights.Set", "[" + Success + "," + Invalid + "," + Unauthorized + "]", "7")]
    [InlineData("Lights.Set", " [" + Unauthorized + "]", "1")]
    [InlineData("Lights.Set", "[]", null)]
    [InlineData("Lights.Get", """{"name":"Hall"}""", null)]
    [InlineData("Lights.Get", """{"name":"Hall","error":{"type":1}}""", null)]
    [InlineData("Lights.Get", "[" + Unauthorized + "]", "1")]
    [InlineData("Pictures.Take", "[" + Unauthorized + "]", "1")]
    [InlineData("Pictures.Take", "[1,2]", null)]
    public async Task Call_fails_if_an_item_of_the_list_failed(string operation, string body, string? code)
    {
        await using var server = await StaticServer.StartAsync(body);

        var response = await Client.Value.CallAsync(server.Address, operation, static (_, _) => null);

        Assert.Equal((code is null, code), (response.IsSuccess, response.ErrorCode));
        if (code is "7")
            Assert.Equal(("invalid value", "The value is not valid"), (response.ErrorMessage, response.Meaning?.Description));
    }

    [Theory]
    [InlineData("[" + Success)]
    [InlineData("[" + Success + ",")]
    [InlineData("[" + Success + "] [")]
    [InlineData("[")]
    [InlineData("\uFEFF[" + Success)]
    public async Task Broken_list_does_not_count_as_a_success_of_a_call_without_a_response_body(string body)
    {
        await using var server = await StaticServer.StartAsync(body);

        var exception = await Assert.ThrowsAsync<ApiContractException>(
            () => Client.Value.CallAsync(server.Address, "Lights.Start", static (_, _) => null));

        Assert.Contains("the body is not JSON, so it does not say whether the call succeeded", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", null)]
    [InlineData("[1]", null)]
    [InlineData("", null)]
    [InlineData("OK", null)]
    [InlineData("[" + Success + "]", null)]
    [InlineData("[" + Unauthorized, "1")]
    public async Task List_that_can_be_read_decides_about_a_call_without_a_response_body(string body, string? code)
    {
        await using var server = await StaticServer.StartAsync(body);

        var response = await Client.Value.CallAsync(server.Address, "Lights.Start", static (_, _) => null);

        Assert.Equal((code is null, code), (response.IsSuccess, response.ErrorCode));
    }

    [Fact]
    public async Task Status_that_is_a_failure_has_the_code_of_the_first_item()
    {
        await using var server = await StaticServer.StartAsync("[" + Invalid + "]", 400);

        var response = await Client.Value.CallAsync(server.Address, "Lights.Set", static (_, _) => null);

        Assert.Equal((false, "7"), (response.IsSuccess, response.ErrorCode));
    }

    [Theory]
    [InlineData("Lights.Set")]
    [InlineData("Lights.Get")]
    public async Task Server_of_the_specs_responds_with_a_success(string operation)
    {
        await using var server = await Client.Value.StartServerAsync();

        Assert.True((await Client.Value.CallAsync(server.BaseAddress, operation, static (_, _) => null)).IsSuccess);
    }

    [Fact]
    public void Example_of_a_failed_item_is_compared_with_the_error_codes()
    {
        var project = GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", Api),
            new SpecDocument(
                "set.apispec.yaml",
                "operation: Lights.Set\nrequest: GET /lights/1/set\nstatus: [200]\nresponse: Result[]\nexamples:\n  - response body: |\n      ["
                    + Success + ", " + Invalid + "]\n  - response body: |\n      [" + Invalid.Replace("7", "70", StringComparison.Ordinal) + "]\n"));

        Assert.Contains("'70'", Assert.Single(project.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_that_the_items_lack_is_reported()
    {
        var message = Assert.Single(GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", Api.Replace("error.type", "error.code", StringComparison.Ordinal)),
            new SpecDocument("get.apispec.yaml", "operation: Lights.Get\nrequest: GET /lights/1\nstatus: [200]\n")).Messages);
        Assert.Contains("'error.code'", message, StringComparison.Ordinal);
    }
}
