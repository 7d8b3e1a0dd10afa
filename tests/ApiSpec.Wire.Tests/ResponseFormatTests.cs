using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>One section whose response has several formats, of which the caller asks for one.</summary>
public sealed class ResponseFormatTests
{
    private const string Section = """
        section: 4.3
        operation: Jobs.List
        request: GET /jobs
        query:
          offset?: int
        headers:
          Accept?: enum application/json|text/xml|text/csv
        paging:
          offset: offset
          items: jobs
        status:
          200 OK: Done
          409 Conflict: Busy
        response:
          jobs[]:
            id: int
        response xml:
          list:
            job[]:
              "@id": int
        response text/csv:
        error:
          code: int
        error xml:
          fault:
            code: int
        success when: code is missing
        examples:
          - request header: |
              GET /jobs HTTP/1.1
              Accept: */*
            response body: |
              { "jobs": [ { "id": 1 } ] }
          - response header: |
              HTTP/1.1 200 OK
              Content-Type: text/xml
            response body: |
              <list><job id="2"/></list>
          - request header: |
              GET /jobs HTTP/1.1
              Accept: text/csv
            response header: |
              HTTP/1.1 200 OK
              Content-Type: text/csv
            response body: |
              id
              3
          - request header: |
              GET /jobs HTTP/1.1
              Accept: text/xml
            response header: |
              HTTP/1.1 409 Conflict
              Content-Type: text/xml
            response body: |
              <fault><code>7</code></fault>
        """;

    private static readonly Lazy<GeneratedProject> Project = new(static () => GeneratedProject.OfSection(Section));

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Value.Load());

    [Fact]
    public void Section_builds_without_a_message() => Assert.Empty(Project.Value.Messages.Concat(Project.Value.Information));

    [Theory]
    [InlineData("Jobs.List", "application/json", "JobsListResponse")]
    [InlineData("Jobs.ListXml", "text/xml", "JobsListXmlResponse")]
    [InlineData("Jobs.ListCsv", "text/csv", "String")]
    public async Task Each_format_has_a_method_that_asks_for_it(string operation, string accept, string type)
    {
        await using var server = await Client.Value.StartServerAsync();

        var response = await Client.Value.CallAsync(server.BaseAddress, operation, static (_, _) => null);

        var request = Assert.Single(server.Requests);
        Assert.Equal((operation, null, accept), (request.OperationId, request.Violation, request.Headers["Accept"]));
        var body = response.GetType().GetProperty("Body")!.GetValue(response)!;
        Assert.Equal(type, body.GetType().Name);
        if (body is string text)
            Assert.Equal("id\n3\n", text);
    }

    [Fact]
    public void Only_the_format_that_has_its_members_is_paged()
        => Assert.Equal(
            ["Jobs.List"],
            new[] { "Jobs.List", "Jobs.ListXml", "Jobs.ListCsv" }.Where(
                static operation => Client.Value.Type("IJobsGroupClient").GetMethods().Any(method => method.Name == operation[5..] + "PagesAsync")));

    [Fact]
    public async Task Failures_have_the_format_of_the_response()
    {
        await using var server = await Client.Value.StartServerAsync();
        var busy = new ApiCallOptions { Headers = new Dictionary<string, string> { ["Prefer"] = "code=409" } };

        var response = await Client.Value.CallAsync(server.BaseAddress, "Jobs.ListXml", static (_, _) => null, callOptions: busy);

        var type = Client.Value.Type("JobsListXmlError");
        object?[] body = [null];
        Assert.Equal(409, (int)response.StatusCode);
        Assert.True((bool)typeof(ApiResponse).GetMethod("TryGetBody")!.MakeGenericMethod(type).Invoke(response, body)!);
        Assert.NotNull(type.GetProperty("Fault")!.GetValue(body[0]));
    }

    [Theory]
    [InlineData("*/*", "Jobs.List")]
    [InlineData("application/json", "Jobs.List")]
    [InlineData("text/xml", "Jobs.ListXml")]
    [InlineData("text/csv", "Jobs.ListCsv")]
    [InlineData(null, "Jobs.List")]
    public async Task Server_chooses_the_format_by_the_header(string? accept, string operation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(server.BaseAddress, "/jobs"));
        if (accept is not null)
            message.Headers.Add("Accept", accept);

        using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal((200, operation, null), ((int)response.StatusCode, request.OperationId, request.Violation));
    }

    [Fact]
    public async Task Request_gets_the_response_in_its_own_format()
    {
        const string Keys = """
            operation: A.Set
            request: PUT /a
            body xml:
              r:
                a: int
            body:
              a: int
            body form:
              a: int
            status:
              200 OK: Done
            response:
              b: int
            response text/csv:
            response xml:
              s:
                b: int
            """;
        var project = GeneratedProject.OfSection(Keys);
        Assert.Empty(project.Messages.Concat(project.Information));
        var client = project.Load();
        await using var server = await client.StartServerAsync();

        var accepted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in new[] { "A.Set", "A.SetJson", "A.SetForm", "A.SetCsv" })
        {
            await client.CallAsync(server.BaseAddress, operation, (_, type) => type.Name switch
            {
                "ASetBody" => SampleArgument.Parse(type, """{"r":{"a":1}}"""),
                "ASetJsonBody" => SampleArgument.Parse(type, """{"a":1}"""),
                _ => 1,
            });
            Assert.Equal((operation, null), (server.Requests[^1].OperationId, server.Requests[^1].Violation));
            accepted.Add(operation, server.Requests[^1].Headers["Accept"]!);
        }

        Assert.Equal("ASetBody", client.BodyOf("A.SetCsv").Name);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["A.Set"] = "application/xml", ["A.SetJson"] = "application/json", ["A.SetForm"] = "application/json", ["A.SetCsv"] = "text/csv",
            },
            accepted);
    }

    [Fact]
    public async Task Bodies_of_single_statuses_have_the_same_formats()
    {
        var project = GeneratedProject.OfSection("""
            operation: A.Get
            request: GET /a
            status:
              200 OK:
                response:
                  done: boolean
                response xml:
                  job:
                    done: boolean
              202 Accepted:
                response:
                  later: boolean
                response xml:
                  job:
                    later: boolean
            """);
        Assert.Empty(project.Messages.Concat(project.Information));
        var client = project.Load();
        await using var server = await client.StartServerAsync();

        var json = await client.CallAsync(server.BaseAddress, "A.Get", static (_, _) => null);
        var xml = await client.CallAsync(server.BaseAddress, "A.GetXml", static (_, _) => null);

        Assert.Equal(["application/json", "application/xml"], server.Requests.Select(static request => request.Headers["Accept"]));
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
        Assert.Equal(["application/json", "application/xml"], new[] { json, xml }.Select(static response => response.Headers["Content-Type"]));
    }

    [Theory]
    [InlineData("response:\n  a: Missing\nresponse xml:\n  r:\n    b: int\n", "APISPEC0200 (4)")]
    [InlineData("response:\n  a: int\nresponse xml:\n  r:\n    b: Missing\n", "APISPEC0200 (7)")]
    [InlineData("query:\n  q: Missing\nresponse:\n  a: int\nresponse text/csv:\n", "APISPEC0200 (4)")]
    [InlineData("headers:\n  Accept: enum application/json|text/html|text/csv\nresponse:\n  a: int\nresponse text/csv:\n", "APISPEC0233 (4)")]
    public void Each_mistake_is_reported_once_at_its_line(string keys, string expected)
        => Assert.StartsWith(
            expected, Assert.Single(GeneratedProject.OfSection("operation: A.Get\nrequest: GET /a\n" + keys + "status: [200]\n").Messages),
            StringComparison.Ordinal);
}
