using System.Text.Json;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A name under <c>types:</c> can name any type: a built-in one, another such name, or a schema.</summary>
public sealed class AliasTests
{
    private const string Api = """
        client: AliasClient
        types:
          Number: Whole
          Whole: integer
          integer: int
          Count: Size
          Power: Switch
          Thing: Part
          Parts: Thing[]
          Page: Envelope<Thing>
          Any: Either
          Names: Label[] as comma
          Label: string
          Stamp: Moment
          Moment: date-time
        schemas:
          Size: long
          Switch: enum on|off
          Part: {name: string, amount?: Number 1..5}
          Envelope<T>: {items: "T[]", next?: T}
          Either: Part | string
        """;

    [Theory]
    [InlineData("Number", "7", "7")]
    [InlineData("Count", "8", "8")]
    [InlineData("Power", "on", "on")]
    [InlineData("Names", "b", "b")]
    public async Task Parameter_has_the_type_that_its_alias_leads_to(string type, string text, string expected)
    {
        var request = await SendAsync($"query:\n  value: {type}\n", text);
        Assert.Equal((expected, null), (request.Query["value"], request.Violation));
    }

    [Fact]
    public async Task Header_of_HTTP_is_a_date_however_often_its_type_is_renamed()
    {
        var request = await SendAsync("headers:\n  If-Modified-Since: Stamp\n", "2026-03-01T08:05:07+09:00");
        Assert.Equal(("Sat, 28 Feb 2026 23:05:07 GMT", null), (request.Headers["If-Modified-Since"], request.Violation));
    }

    [Theory]
    [InlineData("2026-03-01T08:05:07+09:00")]
    [InlineData("Sat, 28 Feb 2026 23:05:07 GMT")]
    public async Task Constant_in_a_form_of_HTTP_may_have_a_type_with_a_name(string constant)
    {
        var request = await SendAsync($"headers:\n  If-Modified-Since: Stamp always {constant}\n", "");
        Assert.Equal(("Sat, 28 Feb 2026 23:05:07 GMT", null), (request.Headers["If-Modified-Since"], request.Violation));
    }

    [Theory]
    [InlineData("Thing", """{"name":"a","amount":2}""")]
    [InlineData("Parts", """[{"name":"a"}]""")]
    [InlineData("Page", """{"items":[{"name":"a"}],"next":{"name":"b"}}""")]
    [InlineData("Any", """{"name":"a"}""")]
    public async Task Body_has_the_type_that_its_alias_leads_to(string type, string json)
    {
        var request = await SendAsync($"body: {type}\n", json);
        Assert.Null(request.Violation);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(request.BodyText)), request.BodyText);
    }

    [Fact]
    public void Range_applies_to_the_type_that_an_alias_leads_to()
        => Assert.StartsWith(
            "APISPEC0126 (4) '9' is not valid: it is outside the range 1..5",
            Assert.Single(Project("query:\n  value: Number 1..5 always 9\n").Messages),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Unknown: Strange", "APISPEC0200 (3) Unknown type 'Strange'")]
    [InlineData("Unknown: Strange[]", "APISPEC0200 (3) Unknown type 'Strange'")]
    [InlineData("Unknown: Strange[] as comma", "APISPEC0200 (3) Unknown type 'Strange'")]
    [InlineData("Unknown: any[] as comma", "APISPEC0290 (3) A list 'as comma' whose items are not single values")]
    public void Wrong_type_is_reported_once_and_at_the_alias_that_names_it(string alias, string expected)
        => Assert.StartsWith(
            expected,
            Assert.Single(GeneratedProject.Of(
                new SpecDocument("api.apispec.yaml", "client: AliasClient\ntypes:\n  " + alias + "\n"),
                new SpecDocument("a.apispec.yaml", "request: GET /a\nstatus: [200]\nresponse: {one: Unknown, two?: Unknown}\n"),
                new SpecDocument("b.apispec.yaml", "request: GET /b\nstatus: [200]\nresponse: {one: Unknown}\n")).Messages),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("A: A")]
    [InlineData("A: B\n  B: A")]
    [InlineData("A: B\n  B: C[]\n  C: A")]
    public void Alias_that_leads_back_to_itself_is_refused(string aliases)
        => Assert.All(
            GeneratedProject.OfSection(
                "operation: Things.Get\nrequest: GET /things\nstatus: [200]\nresponse: {a: A}\n", "client: AliasClient\ntypes:\n  " + aliases + "\n").Messages,
            static message => Assert.Contains("under 'types:' it contains itself", message, StringComparison.Ordinal));

    private static async Task<ReceivedRequest> SendAsync(string keys, string value)
    {
        var client = Project(keys).Load();
        await using var server = await client.StartServerAsync();
        await client.CallAsync(server.BaseAddress, "Things.Send", (name, type) => name != "body" ? SampleArgument.Of(type, value)
            : type.IsGenericType ? SampleArgument.Items(type, value)
            : SampleArgument.Parse(type, value));
        return Assert.Single(server.Requests);
    }

    private static GeneratedProject Project(string keys)
        => GeneratedProject.OfSection("operation: Things.Send\nrequest: POST /things\n" + keys + "status: [200]\n", Api);
}
