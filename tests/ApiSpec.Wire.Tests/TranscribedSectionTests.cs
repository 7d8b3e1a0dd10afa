using System.Net;
using System.Text.Json;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Forms of real references: numbers that JSON does not have, empty results, and examples of failures without a status.</summary>
public sealed class TranscribedSectionTests
{
    private const string Samples = "operation: Samples.Set\nrequest: PUT /samples\nbody: Sample\nstatus: [200]\nresponse: Sample\nschemas:\n  Sample:\n"
        + "    value: double as string\n    exact?: decimal as string\n";

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.OfSection(Samples).Load());

    [Theory]
    [InlineData("NaN", double.NaN, "NaN")]
    [InlineData("+Inf", double.PositiveInfinity, "Infinity")]
    [InlineData("-Inf", double.NegativeInfinity, "-Infinity")]
    [InlineData("Infinity", double.PositiveInfinity, "Infinity")]
    [InlineData("1.5", 1.5, "1.5")]
    public async Task Number_that_JSON_does_not_have_is_read_and_sent(string printed, double expected, string sent)
    {
        var json = "{\"value\":\"" + printed + "\"}";
        await using var server = await Client.Value.StartServerAsync();
        var value = SampleArgument.OfJson(Client.Value.Type("Sample"), json);

        await Client.Value.CallAsync(server.BaseAddress, "Samples.Set", (_, _) => value);

        Assert.Equal(expected, value.GetType().GetProperty("Value")!.GetValue(value));
        Assert.Equal("{\"value\":\"" + sent + "\"}", server.Requests[0].BodyText);
        Assert.Null(server.Requests[0].Violation);
        Assert.Empty(GeneratedProject.OfSection(Samples + "examples:\n  - request body: '" + json + "'\n").Messages);
    }

    [Fact]
    public void Decimal_has_no_such_number()
        => Assert.ThrowsAny<Exception>(() => SampleArgument.OfJson(Client.Value.Type("Sample"), "{\"value\":\"1\",\"exact\":\"NaN\"}"));

    [Theory]
    [InlineData("Key or null", "", true)]
    [InlineData("Key or null", "null", true)]
    [InlineData("Key", "", false)]
    public async Task Empty_body_is_null_if_the_response_can_be_null(string type, string body, bool isAllowed)
    {
        var client = GeneratedProject.OfSection(
            "operation: Keys.Watch\nrequest: GET /key\nstatus: [200]\nresponse: " + type + "\nschemas:\n  Key:\n    value: string\n").Load();
        using var handler = new CannedResponses(body);

        var call = client.CallAsync(
            new Uri("http://keys.example"), "Keys.Watch", static (_, _) => null, new ApiClientOptions { Handler = handler });

        if (isAllowed)
            Assert.Null((await call).GetType().GetProperty("Body")!.GetValue(await call));
        else
            await Assert.ThrowsAsync<ApiContractException>(() => call);
    }

    private const string Keys = """
        operation: Keys.Get
        request: GET /key
        status: [200, 400]
        response:
          action: string
          node:
            key: string
        examples:
          - request header: GET /key HTTP/1.1
            response body: |
              { "errorCode": 401, "message": "outdated" }

        """;

    private const string Api = "client: KeysClient\nerror:\n  errorCode: int\n  message: string\n  index?: int\n";

    [Fact]
    public async Task Failure_that_is_printed_without_its_status_is_an_example_of_a_failure()
    {
        var project = GeneratedProject.OfSection(Keys, Api);
        Assert.Empty(project.Messages);
        var client = project.Load();
        await using var server = await client.StartServerAsync();

        var response = await client.CallAsync(server.BaseAddress, "Keys.Get", static (_, _) => null);

        Assert.True(response.IsSuccess);
        var body = response.GetType().GetProperty("Body")!.GetValue(response)!;
        Assert.IsType<string>(body.GetType().GetProperty("Action")!.GetValue(body));
        Assert.DoesNotContain("outdated", JsonSerializer.Serialize(body, body.GetType()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_is_not_sent_as_a_success_that_the_status_table_does_not_list(bool isStated)
    {
        var section = Keys.Replace("status: [200, 400]\n", "", StringComparison.Ordinal)
            .Replace("- request header: GET /key HTTP/1.1\n    response", "- response", StringComparison.Ordinal);
        var project = !isStated ? GeneratedProject.OfSection(section, Api) : GeneratedProject.OfSection(
            section.Replace("response body:", "response header: HTTP/1.1 200 OK\n    response body:", StringComparison.Ordinal)
                .Replace("action: string", "ok: boolean\n  action: string", StringComparison.Ordinal)
                .Replace("{ \"errorCode\"", "{ \"ok\": false, \"errorCode\"", StringComparison.Ordinal),
            Api + "  ok: boolean\nsuccess when: ok = true\n");
        var client = project.Load("APISPEC0306");
        var responses = Path.GetTempFileName();
        await File.WriteAllTextAsync(responses, "responses: [{ operation: Keys.Get, status: 200 }]", TestContext.Current.CancellationToken);
        await using var server = await client.StartServerAsync(options => options.RespondFrom(responses));
        File.Delete(responses);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.BaseAddress, "/key"));

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"node\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "errorCode": "x", "message": "outdated" }""", "'errorCode'")]
    [InlineData("""{ "errorCode": 401, "mesage": "outdated" }""", "'action'")]
    [InlineData("""{ "errorCode": 401, "message": "outdated", "action": "get" }""", "'node'")]
    public void Failure_without_its_status_is_still_compared(string body, string expected)
        => Assert.Contains(expected, MessagesOf(Api, body), StringComparison.Ordinal);

    // A table of errors that allows any member does not say that this is an error.
    [Theory]
    [InlineData("message?: string", "{}", "'action'")]
    [InlineData("...: unknown", "{}", "'action'")]
    [InlineData("...: unknown", """{ "errorCode": 401 }""", "'errorCode'")]
    [InlineData("message?: string\n  ...: unknown", "{}", "'action'")]
    [InlineData("message?: string\n  ...: unknown", """{ "action": "get", "nod": { "key": "a" } }""", "'nod'")]
    [InlineData("message?: string\n  ...: unknown", """{ "acton": "get", "nod": { "key": "a" } }""", "'nod'")]
    [InlineData("message?: string\n  ...: unknown", """{ "message": "a", "action": "get", "nod": { "key": "a" } }""", "'nod'")]
    [InlineData("action?: string\n  ...: unknown", """{ "action": "get", "nod": { "key": "a" } }""", "'nod'")]
    [InlineData("code: int\n  ...: unknown", """{ "message": "a" }""", "'message'")]
    [InlineData("\"{member}\": any", """{ "action": "get", "nod": { "key": "a" } }""", "'nod'")]
    public void Success_with_a_misprint_is_not_taken_for_a_failure_of_any_members(string error, string body, string expected)
        => Assert.Contains(expected, MessagesOf("client: KeysClient\nerror:\n  " + error + "\n", body), StringComparison.Ordinal);

    [Theory]
    [InlineData("action: string\n  message?: string", """{ "action": "get" }""")]
    [InlineData("errorCode: int\n  ...: unknown", """{ "errorCode": 401 }""")]
    [InlineData("errorCode: int\n  ...: unknown", """{ "errorCode": 401, "trace": "a" }""")]
    [InlineData("message?: string\n  \"error_{n}\": string", """{ "message": "a", "error_1": "b" }""")]
    public void Failure_without_its_status_can_have_other_members_where_its_table_is_open(string error, string body)
        => Assert.Empty(MessagesOf("client: KeysClient\nerror:\n  " + error + "\n", body));

    private static string MessagesOf(string api, string body)
        => string.Join('\n', GeneratedProject.OfSection(
            Keys.Replace("""{ "errorCode": 401, "message": "outdated" }""", body, StringComparison.Ordinal), api).Messages);

    [Theory]
    [InlineData("header X-A, Content-MD5 computed", "write a row for 'Content-MD5' under 'headers:' instead, because it describes the message")]
    [InlineData("headr X-A", "write 'basic', 'bearer'")]
    public void Header_that_cannot_carry_a_credential_is_explained(string way, string expected)
        => Assert.Contains(
            expected,
            Assert.Single(GeneratedProject.OfSection(
                "operation: A.Get\nrequest: GET /a\nstatus: [200]\n", "client: AClient\nauthentication:\n  - " + way + "\n").Messages),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("request: POST <prefix>/items\npath:\n  prefix: string slashes\n", "write '{prefix}' there, with a '/' before it")]
    [InlineData("request: GET /a\nresponse:\n  self: url link A.Get\n", "write ' - link A.Get', at the start of the description")]
    [InlineData(
        "request: GET /a\nresponse: {t: int}\nexamples:\n  - response body: |\n      {\"t\":1}\n      {\"t\":2}\n",
        "several values follow each other; if the server sends them so, write a media type such as 'application/x-ndjson' as the body")]
    public void Usual_mistake_is_explained(string keys, string expected)
        => Assert.Contains(
            expected, string.Join('\n', GeneratedProject.OfSection("operation: A.Get\nstatus: [200]\n" + keys).Messages), StringComparison.Ordinal);

    [Theory]
    [InlineData("request: LIST /a/{p}\npath:\n  p: string slashes\n")]
    [InlineData("request: PURGE /a\n")]
    [InlineData("request: GET /a\nresponse: {a: int, b: int}\nexamples:\n  - response body: |\n      { \"a\": 1,\n        ...other members...,\n      }\n")]
    [InlineData("request: GET /a\nresponse: {a: 'int[]'}\nexamples:\n  - response body: |\n      { \"a\": [1, ...more items...] }\n")]
    public void Printed_form_is_read(string keys)
        => Assert.DoesNotContain(
            GeneratedProject.OfSection("operation: A.Get\nstatus: [200]\n" + keys).Messages,
            static message => !message.StartsWith("APISPEC0316", StringComparison.Ordinal));
}
