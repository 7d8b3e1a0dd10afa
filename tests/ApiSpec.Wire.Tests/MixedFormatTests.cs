using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A section whose statuses have bodies in different formats: the client, the stub server and the examples treat each row as it says.</summary>
public sealed class MixedFormatTests
{
    private const string Keys = """
        operation: Tables.Get
        request: GET /tables
        headers:
          Accept: string always text/csv
        status:
          200 OK:
            response: text/csv
          202 Accepted:
            response:
              job: int
          409 Conflict: Busy
        error:
          code: int
        success when: code is missing
        examples:
          - response header: |
              HTTP/1.1 200 OK
              Content-Type: text/csv
            response body: |
              id,name
              1,a
          - response header: HTTP/1.1 202 Accepted
            response body: |
              { "job": 7 }
          - response header: HTTP/1.1 409 Conflict
            response body: |
              { "code": 3 }
        """;

    private static readonly Lazy<GeneratedProject> Project = new(static () => GeneratedProject.OfSection(Keys));

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Value.Load());

    [Fact]
    public void Section_builds_without_a_message() => Assert.Empty(Project.Value.Messages.Concat(Project.Value.Information));

    [Theory]
    [InlineData(200, "Ok", "id,name\n1,a\n")]
    [InlineData(202, "Accepted", "7")]
    [InlineData(409, null, null)]
    public async Task Server_sends_each_status_as_printed_and_the_client_reads_it(int status, string? property, string? expected)
    {
        await using var server = await Client.Value.StartServerAsync();
        var prefer = new ApiCallOptions { Headers = new Dictionary<string, string> { ["Prefer"] = "code=" + status } };

        var response = await Client.Value.CallAsync(server.BaseAddress, "Tables.Get", static (_, _) => null, callOptions: prefer);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/csv", Assert.Single(server.Requests).Headers["Accept"]);
        var body = response.GetType().GetProperty("Body")!.GetValue(response);
        Assert.Equal(property is null, body is null);
        var value = property is null ? null : body!.GetType().GetProperty(property)!.GetValue(body);
        Assert.Equal(expected, (value?.GetType().GetProperty("Job")?.GetValue(value) ?? value)?.ToString());
    }

    // A table of a device can start with a brace. Only the JSON of a row with a table has to say whether the call succeeded.
    [Theory]
    [InlineData(200, "{ this is no JSON", "{ this is no JSON")]
    [InlineData(200, """{"a":1}""", """{"a":1}""")]
    [InlineData(202, "{ this is no JSON", null)]
    public async Task Text_of_a_status_can_be_anything(int status, string sent, string? expected)
    {
        await using var server = await StaticServer.StartAsync(sent, status, ("Content-Type", "text/csv"));

        var call = Client.Value.CallAsync(server.Address, "Tables.Get", static (_, _) => null);

        if (expected is null)
        {
            await Assert.ThrowsAsync<ApiContractException>(() => call);
            return;
        }

        var body = (await call).GetType().GetProperty("Body")!.GetValue(await call)!;
        Assert.Equal(expected, body.GetType().GetProperty("Ok")!.GetValue(body));
    }

    [Theory]
    [InlineData("response: {id: int}", "response: text/plain", "GetResult")]
    [InlineData("response: application/zip", "response: {id: int}", "GetResult")]
    [InlineData("response: unknown", "response: {id: int}", "GetResult")]
    [InlineData("response: text/plain", "response: text/csv", "GetResult")]
    [InlineData("response: text/plain", "response: same as Other.Get", "GetResult")]
    [InlineData("response: text/plain", "response: text/plain", null)]
    [InlineData("response: unknown", "response: unknown", null)]
    [InlineData("response: application/zip", "response: application/zip", null)]
    public void Formats_can_be_combined(string response, string own, string? record)
    {
        var project = GeneratedProject.Of(
            new("a.apispec.yaml", "operation: A.Get\nrequest: GET /a\nstatus:\n  200 OK: Done\n  201 Created:\n    " + own + "\n" + response + "\n"),
            new("other.apispec.yaml", "operation: Other.Get\nrequest: GET /b\nstatus: [200]\nresponse: text/tab-separated-values\n"));

        Assert.Empty(project.Messages);
        Assert.Equal(record is not null, project.Load().HasType("A" + (record ?? "GetResult")));
    }

    [Fact]
    public void Example_of_a_table_is_compared_next_to_text()
    {
        var messages = GeneratedProject.OfSection(Keys.Replace("\"job\": 7", "\"jbo\": 7", StringComparison.Ordinal)).Messages;

        Assert.Contains(messages, static message => message.Contains("'jbo'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Csv_method_of_a_section_with_two_formats_reads_the_job_of_a_202()
    {
        var client = GeneratedProject.OfSection(
            """
            operation: Tables.Get
            request: GET /tables
            status:
              200 OK: The table
              202 Accepted:
                response: {job: int}
            response: {rows: "string[]"}
            response text/csv:
            """).Load();
        await using var server = await StaticServer.StartAsync("""{"job":7}""", 202);

        var response = await client.CallAsync(server.Address, "Tables.GetCsv", static (_, _) => null);

        var body = response.GetType().GetProperty("Body")!.GetValue(response)!;
        var job = body.GetType().GetProperty("Accepted")!.GetValue(body)!;
        Assert.Equal(7, job.GetType().GetProperty("Job")!.GetValue(job));
    }
}
