using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Stub servers that respond as a file says, over HTTP.</summary>
public sealed class ResponseFileTests : IDisposable
{
    private readonly TemporaryResponseFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_state_leads_from_one_response_to_the_next()
    {
        var options = _file.Options("""
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
            _file.Options("responses: [{ operation: Jobs.Get, body: { id: 7, owner: { name: Ann }, steps: [{ title: First }, { number: 2 }] } }]"),
            Cancellation);

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
            _file.Options("""
                responses:
                  - operation: Jobs.Get
                    path: { id: 7 }
                    query: { view: full }
                    status: 503
                    body: { code: E7 }
                  - operation: Jobs.Get
                    query: { tags: "1, 2" }
                    body: { state: done }
                  - operation: Jobs.GetLog
                    times: 1
                    body: |
                      first line
                      second line
                  - operation: Jobs.GetLog
                    times: 1
                    body: 42
                  - operation: Jobs.GetLog
                    body: true
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
        Assert.Equal("done", (string?)(await BodyAsync(server, "/jobs/7?tags=1&tags=2"))["state"]);
        foreach (var expected in new[] { "first line\nsecond line\n", "42", "true" })
        {
            using var log = await http.GetAsync(new Uri("/jobs/7/log", UriKind.Relative), Cancellation);
            Assert.Equal(("text/plain", expected), (log.Content.Headers.ContentType!.MediaType, await log.Content.ReadAsStringAsync(Cancellation)));
        }
    }

    [Fact]
    public async Task Other_members_and_the_media_type_are_those_of_the_example()
    {
        await using var server = await StubServer.StartAsync(
            _file.Options("""
                responses:
                  - operation: Reports.Get
                    body: { id: 8, machine: { name: Saw } }
                  - operation: Orders.Get
                    body: { order: { part: Axle } }
                """),
            Cancellation);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };

        using var report = await http.GetAsync(new Uri("/reports", UriKind.Relative), Cancellation);
        using var order = await http.GetAsync(new Uri("/orders", UriKind.Relative), Cancellation);
        using var asksForJson = new HttpRequestMessage(HttpMethod.Get, "/orders") { Headers = { { "Accept", "application/json" } } };
        using var orderInJson = await http.SendAsync(asksForJson, Cancellation);
        var xml = XElement.Parse(await order.Content.ReadAsStringAsync(Cancellation));
        var json = JsonNode.Parse(await orderInJson.Content.ReadAsStringAsync(Cancellation))!["order"]!;

        Assert.Equal("application/vnd.factory+json; charset=utf-8", report.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            """{"id":8,"machine":{"name":"Saw","hall":"North","line":3},"title":"Night shift","note":"Printed"}""",
            JsonNode.Parse(await report.Content.ReadAsStringAsync(Cancellation))!.ToJsonString());
        Assert.Equal("application/xml", order.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("7", "Axle", "Printed"), ((string?)xml.Attribute("id"), (string?)xml.Element("part"), (string?)xml.Element("note")));
        Assert.Equal((7L, "Axle", "Printed"), ((long)json["@id"]!, (string?)json["part"], (string?)json["note"]));
    }

    [Fact]
    public async Task A_name_that_several_APIs_have_needs_the_id_of_one()
    {
        const string Other = "api: plant\noperation: Jobs.Get\nrequest: GET /plant\nstatus: [200]\nresponse: text/plain\n";
        var catalog = ExampleCatalog.Parse(
            new SpecDocument("get.apispec.yaml", Factory.JobSpec), new SpecDocument("api.apispec.yaml", Factory.ApiFile),
            new SpecDocument("other.apispec.yaml", Other), new SpecDocument("plant.apispec.yaml", "api: plant\nclient: PlantClient\n"));
        await using var server = await StubServer.StartAsync(
            _file.Options("responses: [{ operation: plant/Jobs.Get, body: scripted }]", catalog), Cancellation);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };

        Assert.Equal("scripted", await http.GetStringAsync(new Uri("/plant", UriKind.Relative), Cancellation));
        Assert.Equal(
            _file.Path + "(1,26): error APISPEC0106: 'Jobs.Get' cannot be the name of an operation: several APIs have it; "
                + "write 'factory/Jobs.Get' or 'plant/Jobs.Get'",
            Assert.Single(Assert.Throws<InvalidSpecException>(() => _file.Options("responses: [{ operation: Jobs.Get }]", catalog)).Diagnostics));
        Assert.Contains(
            "'plant/Jobs.Gte' is not one of the operations of the specs; did you mean 'plant/Jobs.Get'?",
            Assert.Throws<InvalidSpecException>(() => _file.Options("responses: [{ operation: plant/Jobs.Gte }]", catalog)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_state_can_be_set_by_an_earlier_file()
    {
        const string Later = "state: { job: queued }\nresponses: [{ operation: Jobs.Get, when: { job: broken } }]";
        var options = _file.Options("state: { job: queued }\nresponses: [{ operation: Jobs.Start, then: { job: broken } }]");
        Assert.Throws<InvalidSpecException>(() => _file.Options(Later));

        Assert.Same(options, options.RespondFrom(_file.Path));
    }

    [Theory]
    [InlineData("/jobs/7", "1 queued")]
    [InlineData("/jobs/7?view=full", "2 queued")]
    [InlineData("/jobs/7?view=is%20missing", "3 queued")]
    [InlineData("/jobs/7?view=full&tags=1", "4 running")]
    [InlineData("/jobs/7?tags=1&tags=2", "5 running")]
    [InlineData("/jobs/7?order=up", "6 done")]
    public async Task Response_can_be_for_requests_with_or_without_a_query_parameter(string target, string expected)
    {
        await using var server = await StubServer.StartAsync(
            _file.Options("""
                responses:
                  - operation: Jobs.Get
                    query: { view: is missing, order: is missing, tags: is missing }
                    body: { id: 1 }
                  - operation: Jobs.Get
                    query: { view: "is missing" }
                    body: { id: 3 }
                  - operation: Jobs.Get
                    query: { view: is given, tags: is missing }
                    body: { id: 2 }
                  - operation: Jobs.Get
                    query: { tags: is given, view: full }
                    body: { id: 4, state: running }
                  - operation: Jobs.Get
                    query: { tags: is given }
                    body: { id: 5, state: running }
                  - operation: Jobs.Get
                    body: { id: 6, state: done }
                """),
            Cancellation);

        var body = await BodyAsync(server, target);

        Assert.Equal(expected, $"{body["id"]} {body["state"]}");
    }

    [Theory]
    [InlineData("/jobs", "all")]
    [InlineData("/jobs?ids[]=1", "first")]
    [InlineData("/jobs?ids%5B%5D=1&ids%5B%5D=2", "both")]
    [InlineData("/jobs?ids[]=3", "some")]
    [InlineData("/jobs?tag-red=on", "tagged")]
    [InlineData("/jobs?tag-red=off&tag-blue=on", "tagged")]
    [InlineData("/jobs?tag-red=off", "all")]
    public async Task Scripted_value_of_the_query_is_compared_under_the_names_that_clients_send(string target, string expected)
    {
        var catalog = ExampleCatalog.Parse(new SpecDocument(
            "a.apispec.yaml",
            "operation: Jobs.List\nrequest: GET /jobs\nquery:\n  ids?: int[] as brackets\n  tag-{name}?: string\nstatus: [200]\nresponse:\n  a: string\n"));
        await using var server = await StubServer.StartAsync(
            _file.Options("""
                responses:
                  - operation: Jobs.List
                    query: { ids: 1 }
                    body: { a: first }
                  - operation: Jobs.List
                    query: { ids: '1, 2' }
                    body: { a: both }
                  - operation: Jobs.List
                    query: { ids: is given }
                    body: { a: some }
                  - operation: Jobs.List
                    query: { 'tag-{name}': on }
                    body: { a: tagged }
                  - operation: Jobs.List
                    body: { a: all }
                """, catalog),
            Cancellation);

        Assert.Equal(expected, (string?)(await BodyAsync(server, target))["a"]);
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
