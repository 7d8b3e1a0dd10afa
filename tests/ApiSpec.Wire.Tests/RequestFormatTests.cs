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
    [InlineData("A.Set", "application/json", """{"a":1}""")]
    [InlineData("A.SetCsv", "text/csv; header=present", "a;b")]
    [InlineData("A.SetText", "text/plain", "a b")]
    public async Task Format_without_a_table_is_sent_as_bytes(string operation, string mediaType, string sent)
    {
        var project = GeneratedProject.OfSection("""
            operation: A.Set
            request: PUT /a
            headers:
              Content-Type?: enum application/json|"text/csv; header=present"|text/plain
            body:
              a: int
            body text/csv:
            body text/plain:
            status: [200]
            response:
              done: boolean
            examples:
              - request header: |
                  PUT /a HTTP/1.1
                  Content-Type: text/csv; header=present
                request body: a;b
                response body: '{ "done": true }'
              - request body: a b
                response body: '{ "done": false }'
            """);
        Assert.Empty(project.Messages.Concat(project.Information));
        var client = project.Load();
        await using var server = await client.StartServerAsync();

        var response = await client.CallAsync(server.BaseAddress, operation, (_, type) => operation == "A.Set"
            ? SampleArgument.Parse(type, sent)
            : ApiFile.FromByteArray(Encoding.UTF8.GetBytes(sent)));

        var request = Assert.Single(server.Requests);
        Assert.Equal((operation, null, sent, mediaType), (request.OperationId, request.Violation, request.BodyText, request.Headers["Content-Type"]));
        Assert.Equal("ASetResponse", response.GetType().GetProperty("Body")!.GetValue(response)!.GetType().Name);
    }

    [Fact]
    public async Task Field_that_a_format_lacks_is_missing_in_the_conditions_of_its_parameters()
    {
        var project = GeneratedProject.OfSection("""
            operation: A.Set
            request: PUT /a
            query:
              why?: string required when mode = hard
              note?: string only when mode = hard
              day?: string required when mode is missing
              hour?: string required when mode is missing and day is given
            body:
              a: int
            body form:
              mode?: enum hard|soft
            status: [200]
            """);
        Assert.Empty(project.Messages.Concat(project.Information));
        var client = project.Load();
        await using var server = await client.StartServerAsync();
        Task SendAsync(string operation, string? mode, params string[] given) => client.CallAsync(server.BaseAddress, operation, (name, type) => name switch
        {
            "body" => SampleArgument.Parse(type, """{"a":1}"""),
            "mode" => mode is null ? null : SampleArgument.Of(type, mode),
            _ => given.Contains(name, StringComparer.OrdinalIgnoreCase) ? "x" : null,
        });

        await SendAsync("A.Set", null, "day", "hour");
        await SendAsync("A.SetForm", "hard", "why", "note");
        await SendAsync("A.SetForm", null, "day", "hour");
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("A.Set", null, "day"));
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("A.SetForm", "hard"));
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("A.SetForm", "soft", "note"));

        Assert.Equal(["A.Set", "A.SetForm", "A.SetForm"], server.Requests.Select(static request => request.OperationId));
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
        using var http = new HttpClient();
        using var content = new StringContent("""{"a":1}""", Encoding.UTF8, "application/json");
        using var refused = await http.PutAsync(new Uri(server.BaseAddress, "/a?hour=1"), content, TestContext.Current.CancellationToken);
        Assert.Contains("'day'", server.Requests[^1].Violation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "body:\n  a?: int required when mode = x\nbody form:\n  mode: string\n",
        "APISPEC0150 (4) No parameter or body member of this section is named 'mode'; 'body form:' has it, but each format only knows its own rows")]
    [InlineData(
        "body:\n  mode: string\nbody form:\n  a?: int required when mode = x\n",
        "APISPEC0150 (6) No parameter or body member of this section is named 'mode'; 'body:' has it, but each format only knows its own rows")]
    [InlineData(
        "body:\n  mode: string\nbody xml:\n  r:\n    a?: int required when mode = x\n",
        "APISPEC0150 (7) No parameter or body member of this section is named 'mode'; 'body:' has it, but each format only knows its own rows")]
    [InlineData(
        "query:\n  a?: int required when mdoe = x\nbody:\n  b: int\nbody form:\n  mode: string\n",
        "APISPEC0150 (4) No parameter or body member of this section is named 'mdoe'; did you mean 'mode'?")]
    [InlineData(
        "query:\n  a?: int required when mode is missing and day = x\nbody:\n  b: int\nbody form:\n  mode?: string\n",
        "APISPEC0150 (4) No parameter or body member of this section is named 'day'; write 'when' before words that are not a condition")]
    public void Condition_about_a_row_of_another_format_is_reported_once(string keys, string expected)
        => Assert.Equal([expected], MessagesOf(keys));

    [Fact]
    public void Facts_of_one_format_are_not_missing_in_the_others()
    {
        var project = GeneratedProject.OfSection("""
            operation: A.Set
            version: v1
            request: PUT /a
            errata:
              - printed: lenght
                here: length
              - printed: heigth
                here: height
              - omitted: width
            headers:
              Content-Type: enum application/vnd.a.v1+json|text/csv|application/xml
            body:
              length?: int
            body xml:
              r:
                height: int
                width: int
            body text/csv:
            status: [200]
            response:
              a?: int required when colour = red
            """ + "\nexamples:\n  - request body: <r><heigth>1</heigth></r>\n");

        Assert.StartsWith("APISPEC0150 (21)", string.Join('\n', project.Messages.Concat(project.Information)), StringComparison.Ordinal);
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
