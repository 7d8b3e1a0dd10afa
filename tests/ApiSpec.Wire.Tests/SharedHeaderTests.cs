using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A header row of a section replaces the row with that name in the API file, for the client and for the server that checks its requests.</summary>
public sealed class SharedHeaderTests
{
    private const string Pictures = "response: image/png\n";
    private const string Table = "response:\n  name: string\n";

    [Theory]
    [InlineData("X-Tenant: string", "X-Tenant: string", "night")]
    [InlineData("X-Tenant: string", "x-tenant: string always night", "night")]
    [InlineData("X-Tenant?: string", "x-tenant: string always night", "night")]
    [InlineData("X-Tenant: string always day", "X-TENANT: string always night", "night")]
    [InlineData("X-Tenant: string always day", "X-Tenant?: string", "night")]
    [InlineData("X-Tenant: int", "X-Tenant: string[] as comma", "night")]
    [InlineData("Accept: enum image/png|image/gif", "Accept: string always image/*", "image/*", Pictures)]
    [InlineData("Accept?: enum image/png|image/gif", "accept: enum image/tiff|image/bmp", "image/bmp", Pictures)]
    [InlineData("Accept: enum image/png|image/gif", "Accept: enum image/png|image/gif", "image/gif", Pictures)]
    [InlineData("Accept: string always application/vnd.x+json", "ACCEPT: string always application/vnd.y+json", "application/vnd.y+json", Table)]
    [InlineData("Accept: string always application/vnd.x+json", "Accept: string - As usual", "application/vnd.x+json", Table)]
    [InlineData("Content-Type: enum text/csv|text/plain", "Content-Type: string always text/plain; charset=us-ascii", "text/plain; charset=us-ascii")]
    [InlineData("Content-Type: enum text/csv|text/plain", "content-type: enum text/csv|text/html", "text/html")]
    [InlineData("Content-Type: enum text/csv|text/plain", "Content-Type: enum text/csv|text/plain", "text/csv")]
    public async Task Row_of_the_section_replaces_that_of_the_API_file(string shared, string own, string expected, string response = "")
    {
        var client = Project(shared, "headers:\n  " + own + "\nbody: text/plain\n" + response).Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(
            server.BaseAddress, "Things.Send", (name, type) => name == "body" ? ApiFile.FromByteArray([65]) : SampleArgument.Of(type, expected));

        var request = Assert.Single(server.Requests);
        Assert.Equal([expected], request.Headers.GetValues(own.Split('?', ':')[0]));
        Assert.Null(request.Violation);
    }

    [Theory]
    [InlineData("Content-Language: string always en")]
    [InlineData("Content-MD5: string")]
    public async Task Shared_header_of_a_body_is_left_out_of_requests_without_one(string shared)
    {
        var client = Project(shared, "").Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(server.BaseAddress, "Things.Send", static (_, _) => null);

        Assert.Null(Assert.Single(server.Requests).Violation);
    }

    [Theory]
    [InlineData("Content-Language: string", "APISPEC0290 (4) A header that describes the body")]
    [InlineData("Content-Type: string always application/json", "APISPEC0233 (4) The client sets 'Content-Type' itself")]
    public void Row_of_the_section_is_reported_though_the_API_file_has_the_same(string row, string expected)
        => Assert.StartsWith(expected, Assert.Single(Project(row, "headers:\n  " + row + "\n").Messages), StringComparison.Ordinal);

    private static GeneratedProject Project(string shared, string keys)
        => GeneratedProject.OfSection(
            "operation: Things.Send\nrequest: POST /things\n" + keys + "status: [200]\n", "client: ExampleApiClient\nheaders:\n  " + shared + "\n");
}
