using System.Globalization;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Headers of a status row in the API file are headers of the sections with that status, for the client and for the fake.</summary>
public sealed class SharedStatusTests
{
    private const string Row = "status:\n  200 OK: Done.\n  429 Too Many Requests:\n    description: Slow down.\n    headers:\n      Retry-After: int\n";

    private const string Every = "status:\n  2xx, 4xx, 5xx:\n    headers:\n      X-Request-Id?: string\n";

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

    [Theory]
    [InlineData("status: [200]\n", 200)]
    [InlineData("status: [200, 404]\n", 404)]
    [InlineData("status:\n  200 OK: Done.\n  404:\n    headers:\n      X-Wait: int\n", 404)]
    [InlineData("status:\n  200:\n    headers:\n      x-request-id: long\n", 200)]
    [InlineData("", 200)]
    public async Task Header_of_a_class_of_codes_comes_with_each_response_of_the_class(string section, int code)
    {
        var client = Project(Every, section).Load();
        await using var server = await client.StartServerAsync();
        var prefer = new ApiCallOptions { Headers = new Dictionary<string, string> { ["Prefer"] = "code=" + code } };

        var response = await client.CallAsync(
            server.BaseAddress, "Things.Get", static (_, _) => null, callOptions: code == 200 ? null : prefer);

        Assert.Equal(code, (int)response.StatusCode);
        Assert.Equal(
            response.Headers["X-Request-Id"], Convert.ToString(Read(client, response, "GetXRequestId"), CultureInfo.InvariantCulture));
        Assert.NotNull(response.Headers["X-Request-Id"]);
    }

    [Theory]
    [InlineData("status: [200, 303]\n", 303)]
    [InlineData("status: [200, 204]\n", 204)]
    [InlineData("status: [200]\n", 503)]
    public async Task Header_of_a_class_of_codes_does_not_change_whether_a_status_is_a_result(string section, int code)
    {
        var client = Project(Every.Replace("2xx, ", "2xx, 3xx, ", StringComparison.Ordinal), section).Load();
        await using var server = await StaticServer.StartAsync("", code, ("X-Request-Id", "7"));

        var response = await client.CallAsync(server.Address, "Things.Get", static (_, _) => null);

        Assert.Equal((code < 300, "7"), (response.IsSuccess, Read(client, response, "GetXRequestId")));
    }

    [Fact]
    public async Task Header_of_a_section_is_read_as_its_page_says_although_the_API_file_has_it_in_another_form()
    {
        const string Date = "Sat, 31 Jan 2026 23:59:59 GMT";
        var client = Project(
            Row + "always: [429]\n",
            "status:\n  200 OK: Done.\n  503 Service Unavailable:\n    description: Busy.\n    headers:\n      Retry-After: date-time\n").Load();
        await using var server = await StaticServer.StartAsync("{}", 503, ("Retry-After", Date));

        var response = await client.CallAsync(server.Address, "Things.Get", static (_, _) => null);

        Assert.Equal(DateTimeOffset.Parse(Date, CultureInfo.InvariantCulture), Read(client, response, "GetRetryAfter"));
    }

    private static object? Read(GeneratedClient client, ApiResponse response, string method)
        => client.Type("ThingsGetHeaders").GetMethod(method)!.Invoke(null, [response]);

    private static GeneratedProject Project(string api, string section)
        => GeneratedProject.OfSection("operation: Things.Get\nrequest: GET /things\n" + section, "client: ThingsClient\n" + api);
}
