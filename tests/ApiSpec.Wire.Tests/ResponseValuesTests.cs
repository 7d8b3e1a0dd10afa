using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>The values that count towards <see cref="ApiClientOptions.MaxResponseValues"/> are the documented ones.</summary>
public sealed class ResponseValuesTests
{
    private const string Api = """
        client: ExampleApiClient
        schemas:
          Part: {one?: int, two?: int}
          Choice: Part | string | long
        """;

    [Theory]
    [InlineData("int[]", "[1,2,3]", 4 + 3)]
    [InlineData("int[]", "[]", 0)]
    [InlineData("map<int>", """{"a":1,"b":2}""", 4 + 2)]
    [InlineData("Part", """{"one":1}""", 1 + 2)]
    [InlineData("Part[]", """[{},{"one":1}]""", 4 + 2 + (2 * 3))]
    [InlineData("Choice[]", """["a","b"]""", 4 + 2 + (2 * 4))]
    [InlineData("Choice", """{"one":1}""", 4 + 3)]
    [InlineData("any[]", """[1,[2,3],{"a":{"b":4}}]""", 4 + 3 + 4 + (4 + 2) + (4 + 2))]
    [InlineData("any", """{"a":[1,2],"b":null}""", 4 + 4)]
    public async Task Limit_is_reached_after_as_many_values_as_documented(string type, string json, int count)
    {
        var client = GeneratedProject.OfSection(
            "operation: Things.Get\nrequest: GET /things\nstatus: [200]\nresponse: " + type + "\nexamples:\n  - response body: |\n      " + json + "\n", Api)
            .Load();
        await using var server = await client.StartServerAsync();
        Task<ApiResponse> CallAsync(int limit)
            => client.CallAsync(server.BaseAddress, "Things.Get", static (_, _) => null, new ApiClientOptions { MaxResponseValues = limit });

        Assert.True((await CallAsync(Math.Max(1, count))).IsSuccess);
        if (count > 1)
            await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => CallAsync(count - 1));
    }
}
