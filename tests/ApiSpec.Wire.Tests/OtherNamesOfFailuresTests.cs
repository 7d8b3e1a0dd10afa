using System.Net;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Failures whose code and message have several names.</summary>
public sealed class OtherNamesOfFailuresTests
{
    private const string FailingApi = """
        client: DoorsClient
        success when: fault.code is missing
        error code in: fault.code
        error message in: fault.text
        error codes:
          E7: Other
        error:
          fault?:
            alias: [problem]
            members:
              code?: { type: string, alias: [errorCode, no] }
              text?: { type: string, alias: [msg] }

        """;

    private const string FailingSection =
        "operation: Doors.Get\nrequest: GET /doors\nstatus: [200, 400]\nresponse:\n  state?: { type: string, alias: [stage] }\n";

    private static readonly Lazy<GeneratedClient> Failing = new(static () => GeneratedProject.OfSection(FailingSection, FailingApi).Load());

    [Theory]
    [InlineData(200, """{"state":"on"}""", true, null, null)]
    [InlineData(200, """{"state":"on","fault":{"code":"E1","text":"why"}}""", false, "E1", "why")]
    [InlineData(200, """{"problem":{"errorCode":"E1","msg":"why"}}""", false, "E1", "why")]
    [InlineData(400, """{"fault":{"no":"E1","text":"why"}}""", false, "E1", "why")]
    [InlineData(400, """{"problem":{"code":"E0","no":"E1"}}""", false, "E1", null)]
    [InlineData(400, """{"problem":{"codeno":"E1"}}""", false, null, null)]
    public async Task Failed_body_is_read_under_any_name(int status, string body, bool isSuccess, string? code, string? text)
    {
        var drifts = new List<string>();
        using var handler = new CannedResponses(((HttpStatusCode)status, body));

        var response = await Failing.Value.CallAsync(
            new Uri("http://names.example"), "Doors.Get", static (_, _) => null,
            new ApiClientOptions { Handler = handler, OnDrift = drift => drifts.Add(drift.ToString()!) });

        Assert.Equal((isSuccess, code, text), (response.IsSuccess, response.ErrorCode, response.ErrorMessage));
        Assert.DoesNotContain(drifts, static drift => drift.Contains("no\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"state":"on"}""", false)]
    [InlineData("""{"stage":"on"}""", false)]
    [InlineData("""{"state":"on","problem":{"no":"E1"}}""", true)]
    public void Example_of_a_failed_body_is_read_under_any_name(string body, bool fails)
    {
        var messages = GeneratedProject.OfSection(
            FailingSection + "examples:\n  - response header: HTTP/1.1 200 OK\n    response body: '" + body + "'\n", FailingApi).Messages;

        Assert.Equal(fails, messages.Any(static message => message.Contains("E1", StringComparison.Ordinal)));
    }
}
