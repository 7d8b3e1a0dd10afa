using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The printed example that a request gets by default.</summary>
public sealed class DefaultExampleTests
{
    private const string Ok = "response header: HTTP/1.1 200 OK\n    response body: '{\"a\":\"printed\"}'";
    private const string Down = "response header: HTTP/1.1 503 Service Unavailable\n    response body: '{\"a\":\"down\"}'";
    private const string Missing = "response header: HTTP/1.1 404 Not Found\n    response body: '{\"a\":\"missing\"}'";

    [Theory]
    // Only a failure, or a failure before or after a success, with and without its request.
    [InlineData("GET /d", "/d", "200 a", Down)]
    [InlineData("GET /d", "/d", "200 a", "request header: GET /d\n    " + Down)]
    [InlineData("GET /d", "/d", "200 printed", Ok, Down)]
    [InlineData("GET /d", "/d", "200 printed", Down, Ok)]
    [InlineData("GET /d", "/d", "200 printed", Ok, "request header: GET /d\n    " + Down)]
    [InlineData("GET /d", "/d", "200 printed", "request header: GET /d\n    " + Down, "request header: GET /d\n    " + Ok)]
    [InlineData("GET /d", "/d", "200 printed", "request header: GET /d\n    " + Ok, Down)]
    // One resource has a success and a failure, and another one only a failure.
    [InlineData("GET /d/{id}", "/d/1", "200 printed", "request header: GET /d/1\n    " + Down, "request header: GET /d/1\n    " + Ok)]
    [InlineData("GET /d/{id}", "/d/2", "404 missing", "request header: GET /d/1\n    " + Ok, "request header: GET /d/2\n    " + Missing)]
    [InlineData("GET /d/{id}", "/d/2", "200 a", "request header: GET /d/1\n    " + Missing)]
    [InlineData("GET /d/{id}", "/d/2", "200 printed", "request header: GET /d/1\n    " + Missing, Ok)]
    [InlineData("GET /d/{id}", "/d/3", "200 a", Down)]
    public async Task Success_is_answered_unless_the_request_is_the_one_that_fails(string request, string target, string expected, params string[] examples)
    {
        var path = request.Contains('{', StringComparison.Ordinal) ? "path:\n  id: int\n" : "";
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument(
            "a.apispec.yaml",
            $"operation: D.Get\nrequest: {request}\n{path}status: [200, 404, 503]\nresponse:\n  a: string\nexamples:\n"
            + $"{string.Concat(examples.Select(static example => "  - " + example + "\n"))}")));
        using var client = new HttpClient(stub);

        using var reply = await client.GetAsync(new Uri("http://x" + target), TestContext.Current.CancellationToken);

        var body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, $"{(int)reply.StatusCode} {System.Text.Json.Nodes.JsonNode.Parse(body)!["a"]}");
    }

    [Theory]
    [InlineData("status: [200, 404]", "/d?id=1&key=mine&signature=computed", "200 printed")]
    [InlineData("status: [200, 404]", "/d?id=1", "200 printed")]
    [InlineData("status: [200, 404]", "/d?id=2&key=printed&signature=printed", "404")]
    [InlineData("status:\n  200: Done.\n  4xx: Failed.", "/d?id=2", "200 a")]
    [InlineData("status:\n  200: Done.\n  400, 404: Failed.", "/d?id=2", "404")]
    public async Task Values_of_a_credential_do_not_distinguish_requests(string status, string target, string expected)
    {
        const string Api = "client: DClient\nauthentication:\n  - query key\n  - query signature computed\n";
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(
            new SpecDocument("api.apispec.yaml", Api),
            new SpecDocument(
                "a.apispec.yaml",
                $"operation: D.Get\nrequest: GET /d\nquery:\n  id: int\n{status}\nresponse:\n  a: string\nexamples:\n"
                + $"  - request header: GET /d?id=1&key=printed&signature=printed\n    {Ok}\n")));
        using var client = new HttpClient(stub);

        using var reply = await client.GetAsync(new Uri("http://x" + target), TestContext.Current.CancellationToken);

        var body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            expected, reply.IsSuccessStatusCode ? $"{(int)reply.StatusCode} {System.Text.Json.Nodes.JsonNode.Parse(body)!["a"]}" : $"{(int)reply.StatusCode}");
        Assert.Null(stub.Requests[^1].Violation);
    }

    [Theory]
    [InlineData("default 5", "", "/d?state=open&size=5", "/d?state=open", "200 printed")]
    [InlineData("default 5", "", "/d?state=open", "/d?state=open&size=5", "200 printed")]
    [InlineData("default 5", "", "/d?state=open&size=5", "/d?state=open&size=6", "404")]
    [InlineData("default 5", "", "/d?state=open&size=6", "/d?state=open", "404")]
    [InlineData("default 5", "", "/d?state=open&size=5", "/d?state=shut", "404")]
    [InlineData("", "", "/d?state=open&size=0", "/d?state=open", "404")]
    [InlineData("", "paging: { offset: size, items: a }\n", "/d?state=open&size=0", "/d?state=open", "200 printed")]
    [InlineData("", "paging: { page: size, items: a }\n", "/d?state=open&size=1", "/d?state=open", "200 printed")]
    [InlineData("", "paging: { offset: size, items: a }\n", "/d?state=open&size=10", "/d?state=open", "404")]
    public async Task A_parameter_with_its_default_is_the_same_request_as_one_without_it(
        string size, string paging, string printed, string target, string expected)
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument(
            "a.apispec.yaml",
            $"operation: D.List\nrequest: GET /d\nquery:\n  state: string\n  size?: int {size}\n{paging}status: [200, 404]\nresponse:\n  a: string[]\n"
            + $"examples:\n  - request header: GET {printed}\n    response body: '{{\"a\":[\"printed\"]}}'\n")));
        using var client = new HttpClient(stub);

        using var reply = await client.GetAsync(new Uri("http://x" + target), TestContext.Current.CancellationToken);

        var body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, reply.IsSuccessStatusCode ? $"200 {System.Text.Json.Nodes.JsonNode.Parse(body)!["a"]![0]}" : "404");
    }

    [Fact]
    public async Task An_example_with_the_very_values_precedes_one_without_the_default()
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", """
            operation: D.List
            request: GET /d
            query:
              size?: int default 5
            status: [200]
            response:
              a: string
            examples:
              - request header: GET /d
                response body: '{"a":"short"}'
              - request header: GET /d?size=5
                response body: '{"a":"whole"}'
            """)));
        using var client = new HttpClient(stub);

        Assert.Contains("whole", await client.GetStringAsync(new Uri("http://x/d?size=5"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("short", await client.GetStringAsync(new Uri("http://x/d"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"n":1}""", 200)]
    [InlineData("""{"n":2}""", 409)]
    [InlineData("""{"n":3}""", 200)]
    public async Task Failure_that_its_body_distinguishes_is_answered_to_that_body(string body, int expected)
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", """
            operation: D.Add
            request: POST /d
            body:
              n: int
            status: [200, 409]
            response:
              a: string
            examples:
              - request header: POST /d
                request body: '{"n":2}'
                response header: HTTP/1.1 409 Conflict
              - request header: POST /d
                request body: '{"n":1}'
                response body: '{"a":"b"}'
            """)));
        using var client = new HttpClient(stub);
        using var content = new StringContent(body);

        using var reply = await client.PostAsync(new Uri("http://x/d"), content, TestContext.Current.CancellationToken);

        Assert.Equal(expected, (int)reply.StatusCode);
    }

    [Fact]
    public async Task Omitted_member_is_sent_and_the_rest_of_the_body_stays()
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(
            new SpecDocument(
                "a.apispec.yaml",
                "operation: P.List\nrequest: GET /d\nstatus: [200]\nerrata:\n  - omitted: b\nresponse:\n  a: string\n  b: date-time\nexamples:\n"
                + "  - request header: GET /d\n    response body: '{ \"a\": \"x\", \"extra\": 1.50 }'\n"),
            new SpecDocument(
                "b.apispec.yaml",
                "operation: Q.List\nrequest: GET /e\nstatus: [200]\nerrata:\n  - omitted: b\nresponse:\n  a: string\n  b?: date-time\nexamples:\n"
                + "  - response body: '{ \"a\" :  \"x\" }'\n")));
        using var client = new HttpClient(stub);

        Assert.Equal(
            """{"a":"x","extra":1.50,"b":"2026-01-31T12:00:00Z"}""", await client.GetStringAsync(new Uri("http://x/d"), TestContext.Current.CancellationToken));
        Assert.Equal("""{ "a" :  "x" }""", await client.GetStringAsync(new Uri("http://x/e"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("200", "?state=failed", "a b", "example")]
    [InlineData("200", "?state=failed&size=2", "a b", "example")]
    [InlineData("200", "?size=2&page=1&state=failed", "a b", "example")]
    [InlineData("200", "?state=failed&page=2", "", "sample values")]
    [InlineData("200, 404", "?state=failed&page=2", "", "sample values")]
    [InlineData("200", "?state=done&size=5", "c", "example")]
    [InlineData("200", "?state=done&size=6", "", "sample values; the reference has an example for GET /jobs?state=failed and GET /jobs?state=done&size=5")]
    [InlineData("200", "", "", "sample values; the reference has an example for GET /jobs?state=failed and GET /jobs?state=done&size=5")]
    [InlineData("200, 404", "", null, "no example; the reference has an example for GET /jobs?state=failed and GET /jobs?state=done&size=5")]
    [InlineData("200", "?size=none", null,
        "refused request; Jobs.List: the query parameter 'size' has the value 'none': an int is a whole number of 32 bits")]
    public async Task Example_of_a_list_is_its_first_page_of_any_size(string status, string query, string? expected, string source)
    {
        var catalog = PagedJobs(status);
        await using var server = await StubServer.StartAsync(new StubOptions(catalog), TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var stub = new StubMessageHandler(catalog);
        using var inMemory = new HttpClient(stub);

        using var reply = await client.GetAsync(new Uri(server.BaseAddress, "/jobs" + query), TestContext.Current.CancellationToken);
        using var other = await inMemory.GetAsync(new Uri("http://x/jobs" + query), TestContext.Current.CancellationToken);

        var body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected is not null, reply.IsSuccessStatusCode);
        if (expected is not null)
            Assert.Equal(expected, string.Join(' ', System.Text.Json.Nodes.JsonNode.Parse(body)!["jobs"]!.AsArray().Select(static job => job!.ToString())));
        Assert.Equal(source, Assert.Single(reply.Headers.GetValues("ApiSpec-Response")));
        Assert.Equal(body, await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(source.StartsWith("refused", StringComparison.Ordinal), other.Headers.Contains("ApiSpec-Response"));
    }

    [Theory]
    [InlineData("""{"state":"failed"}""", "a b")]
    [InlineData("""{"state":"failed","offset":0}""", "a b")]
    [InlineData("""{"state":"failed","offset":2}""", "")]
    public async Task Example_of_a_list_is_not_a_later_page_that_the_body_selects(string body, string expected)
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument(
            "jobs.apispec.yaml",
            """
            operation: Jobs.Search
            request: POST /jobs
            body:
              state?: string
              offset?: int
            paging:
              offset: offset
              items: jobs
            status: [200]
            response:
              jobs: string[]
            examples:
              - request header: POST /jobs
                request body: '{"state":"failed"}'
                response body: '{"jobs":["a","b"]}'
            """)));
        using var client = new HttpClient(stub);
        using var content = new StringContent(body);

        using var reply = await client.PostAsync(new Uri("http://x/jobs"), content, TestContext.Current.CancellationToken);

        var text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(' ', System.Text.Json.Nodes.JsonNode.Parse(text)!["jobs"]!.AsArray().Select(static job => job!.ToString())));
    }

    [Fact]
    public async Task A_refused_request_says_nothing_about_the_first_page()
    {
        using var stub = new StubMessageHandler(PagedJobs("200"));
        using var client = new HttpClient(stub);

        using var refused = await client.GetAsync(new Uri("http://x/jobs?size=none&page=0"), TestContext.Current.CancellationToken);
        var body = await client.GetStringAsync(new Uri("http://x/jobs?state=failed&page=1"), TestContext.Current.CancellationToken);

        Assert.False(refused.IsSuccessStatusCode);
        Assert.Equal(2, System.Text.Json.Nodes.JsonNode.Parse(body)!["jobs"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("0: a b", "1:", "2:")]
    [InlineData("1: a b", "2:")]
    [InlineData("0: a b", "0: a b", "1:")]
    public async Task First_page_of_a_list_is_0_once_a_request_was_for_page_0(params string[] pages)
    {
        using var stub = new StubMessageHandler(PagedJobs("200"));
        using var client = new HttpClient(stub);

        foreach (var page in pages)
        {
            var uri = new Uri("http://x/jobs?state=failed&page=" + page[..1]);
            var body = await client.GetStringAsync(uri, TestContext.Current.CancellationToken);
            var jobs = System.Text.Json.Nodes.JsonNode.Parse(body)!["jobs"]!.AsArray().Select(static job => job!.ToString());
            Assert.Equal(page[2..].Trim(), string.Join(' ', jobs));
        }
    }

    [Theory]
    [InlineData(1, "GET /d/1")]
    [InlineData(2, "GET /d/1 and GET /d/2")]
    [InlineData(3, "GET /d/1, GET /d/2 and GET /d/3")]
    [InlineData(4, "GET /d/1, GET /d/2, GET /d/3 and 1 other request")]
    [InlineData(5, "GET /d/1, GET /d/2, GET /d/3 and 2 other requests")]
    public async Task Other_request_gets_the_requests_that_have_an_example(int count, string expected)
    {
        var examples = string.Concat(Enumerable.Range(1, count).Select(static i => FormattableString.Invariant($"  - request header: GET /d/{i}\n    {Ok}\n")));
        await using var server = await StubServer.StartAsync(
            new StubOptions(ExampleCatalog.Parse(new SpecDocument(
                "a.apispec.yaml",
                "operation: D.Get\nrequest: GET /d/{id}\npath:\n  id: int\nstatus: [200]\nresponse:\n  a: string\nexamples:\n" + examples))),
            TestContext.Current.CancellationToken);
        using var client = new HttpClient();

        using var reply = await client.GetAsync(new Uri(server.BaseAddress, "/d/99"), TestContext.Current.CancellationToken);

        Assert.Equal("sample values; the reference has an example for " + expected, Assert.Single(reply.Headers.GetValues("ApiSpec-Response")));
    }

    private static ExampleCatalog PagedJobs(string status)
        => ExampleCatalog.Parse(new SpecDocument(
            "jobs.apispec.yaml",
            $$"""
            operation: Jobs.List
            request: GET /jobs
            query:
              state?: string
              page?: int
              size?: int
            paging:
              page: page
              size: size
              items: jobs
              total: total
            status: [{{status}}]
            response:
              jobs: string[]
              total: int
            examples:
              - request header: GET /jobs?state=failed
                response body: '{"jobs":["a","b"],"total":2}'
              - request header: GET /jobs?state=done&size=5
                response body: '{"jobs":["c"],"total":1}'
            """));
}
