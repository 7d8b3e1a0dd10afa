using System.Net.Http.Headers;
using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>One section whose request can be sent in several formats.</summary>
public sealed class RequestFormatTests
{
    private const string Section = """
        section: 4.2
        operation: Jobs.Stop
        request: PUT /jobs/{id}/stop
        path:
          id: int
        query:
          dry?: boolean
        headers:
          Content-Type?: enum application/json|application/xml|application/x-www-form-urlencoded
        body:
          reason: string ..5
          wait?: int
          kill?: boolean
        body xml:
          stop:
            "@wait?": int
            reason: string ..5
        body form:
          reason: string ..5
          wait?: int
        body multipart:
          log: bytes
        at-most-one: [wait, kill]
        status:
          200 OK: Stopped
          409 Conflict:
            description: Not running
            response:
              state: string
        response:
          stopped: boolean
          at?: date-time
        error:
          code: int
        examples:
          - request header: PUT /jobs/1/stop
            request body: |
              { "reason": "a" }
            response body: |
              { "stopped": true }
          - request header: PUT /jobs/2/stop
            request body: |
              <stop wait="5"><reason>b</reason></stop>
            response body: |
              { "stopped": false }
          - request header: |
              PUT /jobs/3/stop HTTP/1.1
              Content-Type: application/x-www-form-urlencoded
            request body: reason=c
        """;

    private static readonly Lazy<GeneratedProject> Project = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "api: jobs\nclient: JobsClient\n"),
        new SpecDocument("stop.apispec.yaml", "api: jobs\n" + Section)));

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Value.Load());

    [Fact]
    public void Section_builds_without_a_message() => Assert.Empty(Project.Value.Messages.Concat(Project.Value.Information));

    [Theory]
    [InlineData("Jobs.Stop", "application/json", """{"reason":"a"}""", true)]
    [InlineData("Jobs.StopXml", "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><stop><reason>b</reason></stop>", false)]
    [InlineData("Jobs.StopForm", "application/x-www-form-urlencoded", "reason=c", true)]
    public async Task Each_format_has_a_method_and_returns_the_same_type(string operation, string mediaType, string body, bool stopped)
    {
        await using var server = await Client.Value.StartServerAsync();

        var response = await Client.Value.CallAsync(server.BaseAddress, operation, (name, type) => name switch
        {
            "id" => operation switch { "Jobs.Stop" => 1, "Jobs.StopXml" => 2, _ => 3 },
            "reason" => "c",
            "body" when operation == "Jobs.Stop" => SampleArgument.Parse(type, """{"reason":"a"}"""),
            "body" => SampleArgument.Parse(type, """{"stop":{"reason":"b"}}"""),
            _ => null,
        });

        var request = Assert.Single(server.Requests);
        Assert.Equal((200, operation, null, body), ((int)response.StatusCode, request.OperationId, request.Violation, request.BodyText));
        Assert.StartsWith(mediaType, request.Headers["Content-Type"], StringComparison.Ordinal);
        var value = response.GetType().GetProperty("Body")!.GetValue(response)!;
        Assert.Equal("JobsStopResponse", value.GetType().Name);
        if (operation != "Jobs.StopForm")
            Assert.Equal(stopped, value.GetType().GetProperty("Stopped")!.GetValue(value));
    }

    [Fact]
    public async Task Files_are_sent_in_the_same_request()
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Jobs.StopMultipart", static (name, type) => name switch
        {
            "id" => 4,
            "log" => SampleArgument.Of(type, "AQID"),
            _ => null,
        });

        var request = Assert.Single(server.Requests);
        Assert.Equal(("Jobs.StopMultipart", null), (request.OperationId, request.Violation));
        Assert.Equal("log", Assert.Single(request.Parts).Name);
    }

    [Theory]
    [InlineData("application/json", """{"reason":"too long"}""", "Jobs.Stop", "$.reason has the value 'too long'")]
    [InlineData("application/json", """{"reason":"a","wait":1,"kill":true}""", "Jobs.Stop", "'wait', 'kill'")]
    [InlineData("application/xml", "<stop><reason>too long</reason></stop>", "Jobs.StopXml", "$.stop.reason has the value 'too long'")]
    [InlineData("application/xml", "<reason>a</reason>", "Jobs.StopXml", "$.stop is missing")]
    [InlineData("application/x-www-form-urlencoded", "wait=x&reason=a", "Jobs.StopForm", "'wait'")]
    public async Task Server_checks_a_request_in_its_format(string mediaType, string body, string operation, string violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);

        using var response = await http.PutAsync(new Uri(server.BaseAddress, "/jobs/9/stop"), content, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal((400, operation), ((int)response.StatusCode, request.OperationId));
        Assert.Contains(violation, request.Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_refuses_a_value_in_each_format_and_a_rule_about_members_only_in_its_own()
    {
        await using var server = await Client.Value.StartServerAsync();
        Task SendAsync(string operation, string json) => Client.Value.CallAsync(
            server.BaseAddress, operation, (name, type) => name switch { "id" => 9, "body" => SampleArgument.Parse(type, json), _ => null });

        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("Jobs.Stop", """{"reason":"too long"}"""));
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("Jobs.StopXml", """{"stop":{"reason":"too long"}}"""));
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("Jobs.Stop", """{"reason":"a","wait":1,"kill":true}"""));
        await SendAsync("Jobs.StopXml", """{"stop":{"@wait":1,"reason":"a"}}""");

        Assert.Equal("Jobs.StopXml", Assert.Single(server.Requests).OperationId);
    }

    [Theory]
    [InlineData("body:\n  a: Missing\nbody xml:\n  r:\n    b: int\n", "APISPEC0200 (4)")]
    [InlineData("body:\n  a: int\nbody xml:\n  r:\n    b: Missing\n", "APISPEC0200 (7)")]
    [InlineData("query:\n  q: Missing\nbody:\n  a: int\nbody xml:\n  r:\n    b: int\n", "APISPEC0200 (4)")]
    [InlineData("body:\n  a: int\nbody xml:\n  r:\n    b: int\n  s: int\n", "APISPEC0290 (8)")]
    public void Each_mistake_is_reported_once_at_its_line(string keys, string expected)
        => Assert.StartsWith(expected, Assert.Single(MessagesOf(keys)), StringComparison.Ordinal);

    [Fact]
    public async Task A_rule_applies_to_the_names_that_a_format_has()
    {
        var client = GeneratedProject.OfSection("""
            operation: A.Set
            request: PUT /a
            query:
              now?: boolean
              day?: string
            headers:
              Content-Type?: enum application/json|application/xml default application/json
            body:
              later?: boolean
            body xml:
              r:
                b?: int
            at-least-one: [later, now]
            at-most-one: [later, day]
            status: [200]
            """).Load();
        await using var server = await client.StartServerAsync();
        Task SendAsync(string operation, string json, bool? now) => client.CallAsync(server.BaseAddress, operation, (name, type) => name switch
        {
            "body" => SampleArgument.Parse(type, json),
            "Now" => now,
            _ => null,
        });

        await SendAsync("A.Set", """{"later":true}""", null);
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("A.SetXml", """{"r":{"b":1}}""", null));
        await SendAsync("A.SetXml", """{"r":{"b":1}}""", true);

        Assert.Equal(["A.Set", "A.SetXml"], server.Requests.Select(static request => request.OperationId));
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
    }

    [Fact]
    public void Another_file_can_refer_to_one_format()
    {
        var project = GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", "client: AClient\n"),
            new SpecDocument("a.apispec.yaml", "operation: A.Set\nrequest: PUT /a\nbody:\n  a: int\nbody xml:\n  r:\n    b: int\nstatus: [200]\n"),
            new SpecDocument("b.apispec.yaml", "operation: B.Set\nrequest: PUT /b\nbody: same as A.Set\nstatus: [200]\nresponse:\n  a: url - link A.SetXml\n"),
            new SpecDocument("c.apispec.yaml", "operation: C.Set\nrequest: PUT /c\nbody xml: same as A.SetXml\nstatus: [200]\n"));

        Assert.Empty(project.Messages);
        var client = project.Load();
        Assert.Equal(("ASetBody", "ASetXmlBody"), (client.BodyOf("B.Set").Name, client.BodyOf("C.Set").Name));
    }

    [Fact]
    public void First_format_in_the_file_has_the_name_of_the_section()
    {
        const string Json = "body:\n  a: int\n";
        const string Xml = "body xml:\n  r:\n    b: int\n";
        var client = GeneratedProject.Of(
            new SpecDocument("a.apispec.yaml", "operation: A.Set\nrequest: PUT /a\n" + Xml + Json + "status: [200]\n"),
            new SpecDocument("b.apispec.yaml", "operation: A.Add\nrequest: POST /a\ncsharp: Insert\n" + Json + Xml + "status: [200]\n")).Load();

        Assert.Equal(
            ("ASetBody", "ASetJsonBody", "AInsertBody", "AInsertXmlBody"),
            (client.BodyOf("A.Set").Name, client.BodyOf("A.SetJson").Name, client.BodyOf("A.Insert").Name, client.BodyOf("A.InsertXml").Name));
    }

    [Fact]
    public void Names_of_two_operations_are_compared()
        => Assert.Equal(
            ["APISPEC0203", "APISPEC0203"],
            GeneratedProject.Of(
                new SpecDocument("api.apispec.yaml", "client: AClient\n"),
                new SpecDocument("a.apispec.yaml", "operation: A.Set\nrequest: PUT /a\nbody:\n  a: int\nbody xml:\n  r:\n    b: int\nstatus: [200]\n"),
                new SpecDocument("b.apispec.yaml", "operation: A.SetXml\nrequest: PUT /b\nstatus: [200]\n")).Messages.Select(static message => message[..11]));

    private static IReadOnlyList<string> MessagesOf(string keys)
        => GeneratedProject.Of(new SpecDocument("a.apispec.yaml", "operation: A.Set\nrequest: PUT /a\n" + keys + "status: [200]\n")).Messages;
}
