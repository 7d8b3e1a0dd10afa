using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Stub servers that respond as a file says, over HTTP.</summary>
public sealed class ResponseFileTests : IDisposable
{
    private const string Spec = """
        api: factory
        operation: Jobs.Get
        request: GET /jobs/{id}
        path:
          id: long
        query:
          view?: string
        status:
          200 OK: The job.
          404 Not found: There is no such job.
          503 Unavailable: The server is starting.
        response: Job
        schemas:
          Job:
            id: long
            state: enum queued|running|done
            percent?: int 0..100
            owner: { name: string, mail: string }
            steps: Step[]
          Step:
            number: int
            name:
              type: string
              alias: [title]
        """;

    private const string Start = """
        api: factory
        operation: Jobs.Start
        request: POST /jobs/{id}/start
        path:
          id: long
        status:
          202 Accepted: The job is started.
          409 Conflict: The job is running.
        response: none
        """;

    private const string Log = """
        api: factory
        operation: Jobs.GetLog
        request: GET /jobs/{id}/log
        path:
          id: long
        status:
          200 OK: The log.
        response: text/plain
        """;

    private const string Api = """
        api: factory
        client: FactoryClient
        error: { code: string, message: string, help?: string }
        error code in: code
        error message in: message
        """;

    private static readonly ExampleCatalog s_catalog = ExampleCatalog.Parse(
        new SpecDocument("get.apispec.yaml", Spec), new SpecDocument("start.apispec.yaml", Start),
        new SpecDocument("log.apispec.yaml", Log), new SpecDocument("api.apispec.yaml", Api));

    private readonly string _file = Path.GetTempFileName();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_state_leads_from_one_response_to_the_next()
    {
        var options = Options("""
            state: { job: queued }
            responses:
              - operation: Jobs.Start
                when: { job: queued }
                then: { job: running }
              - operation: Jobs.Start
                status: 409
              - operation: Jobs.Get
                when: { job: running }
                times: 2
                body: { state: running }
                then: { job: queued }
              - operation: Jobs.Get
                body: { state: done }
            """);
        await using var server = await StubServer.StartAsync(options, Cancellation);
        await using var other = await StubServer.StartAsync(options, Cancellation);
        var seen = new List<string>();
        // Twice: what is counted starts again when the state changes.
        for (var i = 0; i < 2; i++)
            seen.AddRange([await StateAsync(server), await StartAsync(server), await StartAsync(server), await StateAsync(server), await StateAsync(server)]);

        string[] round = ["done", "202", "409", "running", "running"];
        Assert.Equal([.. round, .. round], seen);
        // Each server has a state of its own.
        Assert.Equal(["202", "409"], [await StartAsync(other), await StartAsync(other)]);
    }

    [Fact]
    public async Task A_body_needs_only_the_members_that_matter()
    {
        await using var server = await StubServer.StartAsync(
            Options("responses: [{ operation: Jobs.Get, body: { id: 7, owner: { name: Ann }, steps: [{ title: First }, { number: 2 }] } }]"), Cancellation);

        var body = await BodyAsync(server, "/jobs/7");

        Assert.Equal((7L, "Ann"), ((long)body["id"]!, (string?)body["owner"]!["name"]));
        Assert.NotNull(body["owner"]!["mail"]);
        Assert.Equal("queued", (string?)body["state"]);
        var steps = body["steps"]!.AsArray();
        Assert.Equal(["number", "title"], steps[0]!.AsObject().Select(static member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["name", "number"], steps[1]!.AsObject().Select(static member => member.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Requests_are_distinguished_by_path_and_query_and_others_are_answered_as_documented()
    {
        await using var server = await StubServer.StartAsync(
            Options("""
                responses:
                  - operation: Jobs.Get
                    path: { id: 7 }
                    query: { view: full }
                    status: 503
                    body: { code: E7 }
                  - operation: Jobs.GetLog
                    body: |
                      first line
                      second line
                """),
            Cancellation);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };

        using var fits = await http.GetAsync(new Uri("/jobs/7?view=full", UriKind.Relative), Cancellation);
        using var preferred = new HttpRequestMessage(HttpMethod.Get, "/jobs/7?view=full") { Headers = { { "Prefer", "code=404" } } };
        using var chosen = await http.SendAsync(preferred, Cancellation);
        using var wrong = await http.GetAsync(new Uri("/jobs/x", UriKind.Relative), Cancellation);
        var error = JsonNode.Parse(await fits.Content.ReadAsStringAsync(Cancellation))!;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, fits.StatusCode);
        Assert.Equal(("E7", "The server is starting."), ((string?)error["code"], (string?)error["message"]));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (chosen.StatusCode, wrong.StatusCode));
        Assert.Equal("queued", (string?)(await BodyAsync(server, "/jobs/7"))["state"]);
        Assert.Equal("queued", (string?)(await BodyAsync(server, "/jobs/8?view=full"))["state"]);
        Assert.Equal("first line\nsecond line", await http.GetStringAsync(new Uri("/jobs/7/log", UriKind.Relative), Cancellation));
    }

    [Theory]
    [InlineData("responses: [{ operation: Jobs.Gte }]",
        "(1,26): error APISPEC0105: 'Jobs.Gte' is not one of the operations of the specs; did you mean 'Jobs.Get'?")]
    [InlineData("responses: [{ status: 200 }]", "(1,15): error APISPEC0101: A response is missing 'operation'; write its name, such as 'Tasks.Get'")]
    [InlineData("response: []", "(1,1): error APISPEC0100: Unknown key 'response'; did you mean 'responses'?")]
    [InlineData("state: { a: b }", "(1,1): error APISPEC0101: A file of responses is missing 'responses'; write a list whose items start with '- operation:'")]
    [InlineData("responses: [{ operation: Jobs.Get, query: { veiw: a } }]",
        "(1,45): error APISPEC0105: 'veiw' is not one of the query parameters of Jobs.Get; did you mean 'view'?")]
    [InlineData("responses: [{ operation: Jobs.Get, path: { ids: 1 } }]",
        "(1,44): error APISPEC0105: 'ids' is not one of the placeholders of Jobs.Get; did you mean 'id'?")]
    [InlineData("state: { job: a }\nresponses: [{ operation: Jobs.Get, then: { jbo: b } }]",
        "(2,44): error APISPEC0105: 'jbo' is not one of the names under 'state'; did you mean 'job'?")]
    [InlineData("responses: [{ operation: Jobs.Get, when: running }]", "(1,36): error APISPEC0103: 'when' takes a mapping of names and values, not text")]
    [InlineData("responses: [{ operation: Jobs.Get, status: 99 }]", "(1,44): error APISPEC0105: '99' is not one of the numbers from 200 to 599")]
    [InlineData("responses: [{ operation: Jobs.Get, times: 0 }]", "(1,43): error APISPEC0105: '0' is not one of the numbers from 1 to 1000000")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { stete: done } }]",
        "(1,44): error APISPEC0105: 'stete' is not one of the members of Job; did you mean 'state'?")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { percent: 101 } }]", "(1,53): error APISPEC0305: '101' cannot be the value of 'percent': ")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { owner: { name: 7 } } }]",
        "(1,59): error APISPEC0305: '7' cannot be the value of 'name': it is not a string")]
    public void An_error_is_reported_at_its_line(string text, string expected)
        => Assert.StartsWith(_file + expected, Assert.Throws<InvalidSpecException>(() => Options(text)).Diagnostics[0], StringComparison.Ordinal);

    [Fact]
    public void A_file_that_does_not_exist_is_reported()
        => Assert.Throws<FileNotFoundException>(() => new StubOptions(s_catalog).RespondFrom(_file + ".none"));

    private StubOptions Options(string text)
    {
        File.WriteAllText(_file, text, Encoding.UTF8);
        return new StubOptions(s_catalog).RespondFrom(_file);
    }

    private static async Task<string> StateAsync(StubServer server) => (string)(await BodyAsync(server, "/jobs/7"))["state"]!;

    private static async Task<string> StartAsync(StubServer server)
    {
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        using var response = await http.PostAsync(new Uri("/jobs/7/start", UriKind.Relative), null, Cancellation);
        return ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<JsonNode> BodyAsync(StubServer server, string path)
    {
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        return JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation))!;
    }
}
