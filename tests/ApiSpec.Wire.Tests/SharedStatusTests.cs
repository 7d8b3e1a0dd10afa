using System.Globalization;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Headers of a status row in the API file are headers of the sections with that status, for the client and for the fake.</summary>
public sealed class SharedStatusTests
{
    private const string Row = "status:\n  200 OK: Done.\n  429 Too Many Requests:\n    description: Slow down.\n    headers:\n      Retry-After: int\n";

    [Theory]
    [InlineData(Row + "always: [429]\n", "status: [200]\n")]
    [InlineData(Row, "status: [200, 429]\n")]
    [InlineData(Row + "always: [429]\n", "status: [200, 429]\n")]
    [InlineData(Row + "always: [429]\n", "status:\n  200 OK: Done.\n  429: Wait.\n")]
    public async Task Client_reads_the_header_that_the_fake_sends(string api, string section)
    {
        var client = Project(api, section).Load();
        await using var server = await client.StartServerAsync();
        var busy = new ApiCallOptions { Headers = new Dictionary<string, string> { ["Prefer"] = "code=429" } };

        var response = await client.CallAsync(server.BaseAddress, "Things.Get", static (_, _) => null, callOptions: busy);

        Assert.Equal(429, (int)response.StatusCode);
        Assert.Equal(int.Parse(response.Headers["Retry-After"]!, CultureInfo.InvariantCulture), Read(client, response, "GetRetryAfter"));
    }

    [Fact]
    public async Task Row_of_the_section_with_its_own_headers_replaces_that_of_the_API_file()
    {
        var client = Project(Row + "always: [429]\n", "status:\n  200 OK: Done.\n  429:\n    headers:\n      X-Wait: int\n").Load();
        await using var server = await StaticServer.StartAsync("{}", 429, ("X-Wait", "7"), ("Retry-After", "8"));

        var response = await client.CallAsync(server.Address, "Things.Get", static (_, _) => null);

        Assert.Equal(7, Read(client, response, "GetXWait"));
        Assert.Null(client.Type("ThingsGetHeaders").GetMethod("GetRetryAfter"));
    }

    private static object? Read(GeneratedClient client, ApiResponse response, string method)
        => client.Type("ThingsGetHeaders").GetMethod(method)!.Invoke(null, [response]);

    private static GeneratedProject Project(string api, string section)
        => GeneratedProject.OfSection("operation: Things.Get\nrequest: GET /things\n" + section, "client: ThingsClient\n" + api);
}
