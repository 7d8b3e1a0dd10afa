using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A credential is sent where the API file says, and only with operations that need one.</summary>
public sealed class CredentialTests
{
    private const string Section = "api: rack\noperation: Racks.List\nrequest: GET /racks\n";

    [Theory]
    [InlineData("query key", "query:\n  key: string secret\n  size?: int\n")]
    [InlineData("query key", "query:\n  size?: int\n")]
    [InlineData("header X-Key, key", "headers:\n  Key: string\n")]
    [InlineData("[basic, query key]", "use: shared\n")]
    public async Task Row_that_the_credential_fills_is_not_a_parameter(string way, string rows)
    {
        var project = Project(way, Section + rows);
        var client = project.Load();
        var isQuery = way.Contains("query", StringComparison.Ordinal);
        await using var server = await client.StartServerAsync(options => Require(options, isQuery));

        var response = await client.CallAsync(
            server.BaseAddress, "Racks.List", static (name, _) => name == "Size" ? null : throw new InvalidOperationException(name + " is a parameter"),
            isQuery ? new QueryCredential("key", "s3 cr&t") : new HeaderCredential([new("X-Key", "k"), new("Key", "s3 cr&t")]));

        Assert.Equal((200, null), ((int)response.StatusCode, Assert.Single(server.Requests).Violation));
    }

    [Fact]
    public async Task Call_without_the_credential_is_refused()
    {
        var client = Project("query key", Section + "query:\n  key: string\n").Load();
        await using var server = await client.StartServerAsync(static options => Require(options, isQuery: true));

        Assert.Equal(401, (int)(await client.CallAsync(server.BaseAddress, "Racks.List", static (_, _) => null)).StatusCode);
        Assert.Equal(
            401, (int)(await client.CallAsync(server.BaseAddress, "Racks.List", static (_, _) => null, new QueryCredential("key", "other"))).StatusCode);
    }

    [Fact]
    public async Task Operation_without_authentication_gets_no_credential_and_keeps_its_rows()
    {
        var client = Project("query key", Section + "authentication: none\nquery:\n  key: string\n").Load();
        await using var server = await client.StartServerAsync(static options => Require(options, isQuery: true));

        var response = await client.CallAsync(server.BaseAddress, "Racks.List", static (_, _) => "mine", new QueryCredential("key", "s3cret"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("?key=mine", Assert.Single(server.Requests).Target["/racks".Length..]);
    }

    [Fact]
    public void Rows_that_the_credential_fills_are_listed_once_unless_most_sections_have_them()
    {
        var project = GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", "api: rack\nclient: RackClient\nauthentication: query usr, pwd\n"),
            new SpecDocument("a.apispec.yaml", "api: rack\noperation: A.Get\nrequest: GET /a\nstatus: [200]\nquery:\n  usr: string\n  pwd: string\n"),
            new SpecDocument("b.apispec.yaml", "api: rack\noperation: B.Get\nrequest: GET /b\nstatus: [200]\nquery:\n  usr: string\n"),
            new SpecDocument("c.apispec.yaml", "api: rack\noperation: C.Get\nrequest: GET /c\nstatus: [200]\nauthentication: none\nquery:\n  usr: string\n"));

        Assert.Empty(project.Messages);
        Assert.Equal(
            ["APISPEC0240 (3) The credential sets 'pwd' in 1 section; write 'authentication: none' if they mean something else"], project.Information);
    }

    [Theory]
    [InlineData("GET /racks HTTP/1.1")]
    [InlineData("GET /racks?key=abc HTTP/1.1")]
    public void Printed_request_is_right_with_and_without_the_credential(string line)
    {
        var rows = new[] { "", "query:\n  key: string\n" };
        foreach (var row in rows)
            Assert.Empty(Project("query key", Section + row + "examples:\n  - request header: " + line + "\n").Messages);
    }

    [Fact]
    public void Rule_over_a_row_that_the_credential_fills_is_reported()
        => Assert.Contains(
            "APISPEC0235 (7) 'key' comes from the credential, so the client does not check the rule; check which is right",
            Project("query key", Section + "query:\n  key?: string\n  user?: string\nexactly-one: [key, user]\n").Information);

    private static void Require(StubOptions options, bool isQuery)
    {
        if (isQuery)
            options.RequireQuery("key", "s3 cr&t");
        else
            options.RequireHeader("Key", "s3 cr&t").RequireHeader("X-Key", "k");
    }

    private static GeneratedProject Project(string way, string section) => GeneratedProject.Of(
        new SpecDocument("section.apispec.yaml", section + "status: [200]\n"),
        new SpecDocument("api.apispec.yaml", "api: rack\nclient: RackClient\nauthentication: " + way + "\nsets:\n  shared:\n    key: string\nalways: [401]\n"));
}
