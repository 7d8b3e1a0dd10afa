using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Rules over several values of requests whose path and query are those of a printed example.</summary>
public sealed class PrintedRequestTests
{
    private const string Section = """
        operation: Checks.Submit
        request: POST /checks
        query:
          host?: string
        at-least-one: [filter, host]
        body:
          filter?: string
          filterVars?: string only when filter is given
          status: int
        status: [200]
        examples:
          - request header: |
              POST /checks
            request body: |
              { "status" : 2 }
        """;

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: ChecksClient\n"), new SpecDocument("submit.apispec.yaml", Section)).Load(expected: "APISPEC0304"));

    [Theory]
    [InlineData("""{"status":2}""", null)]
    [InlineData("""{"status":3}""", "one of 'filter', 'host' is missing")]
    [InlineData("""{"status":3,"filter":"x"}""", null)]
    public async Task Rule_is_checked_unless_the_body_is_printed_as_well(string body, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        await http.PostAsync(new Uri(server.BaseAddress, "/checks"), content, TestContext.Current.CancellationToken);

        Assert.Equal(violation is null ? null : "Checks.Submit: " + violation + ".", Assert.Single(server.Requests).Violation);
    }
}
