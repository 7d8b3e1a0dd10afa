using System.Text.Json;
using ApiSpec.Testing.Tests.Support;
using Example.Open;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>A fact that a page does not show is not a violation: the fake accepts it, and responds with the facts that are shown.</summary>
public sealed class FakeOpenTableTests
{
    [Fact]
    public async Task Members_parameters_and_values_that_are_not_shown_are_accepted()
    {
        using var fake = new OpenFake();
        using var client = fake.CreateClient();
        var called = client.With(new ApiCallOptions
        {
            Query = [new("page", "2"), new("page", "3"), new("a b&c", "d=e")],
            Headers = new Dictionary<string, string> { ["X-Other"] = "1" },
        });

        var session = await called.Sessions.CreateAsync(
            "silver",
            new SessionsCreateBody
            {
                Mode = new SessionsCreateBodyMode("later"),
                Owner = JsonSerializer.Deserialize<JsonElement>("""{"id":7}"""),
                AdditionalMembers = new Dictionary<string, JsonElement> { ["priority"] = JsonSerializer.Deserialize<JsonElement>("3") },
            },
            new SessionsCreateQuery { Force = true, Depth = "all" });

        var request = Assert.Single(fake.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("/v1/objects/sessions/silver?force=true&depth=all&page=2&page=3&a%20b%26c=d%3De", request.Target);
        Assert.Equal("""{"mode":"later","owner":{"id":7},"priority":3}""", request.BodyText);
        Assert.Equal("token", session.Token);
        Assert.Empty(session.AdditionalMembers);
    }

    [Fact]
    public async Task Value_that_may_be_required_can_be_left_out()
    {
        using var fake = new OpenFake();
        using var client = fake.CreateClient();

        await client.Sessions.CreateAsync("silver", new SessionsCreateBody { Owner = JsonSerializer.Deserialize<JsonElement>("null") });

        Assert.Equal(("""{"owner":null}""", null), (Assert.Single(fake.Requests).BodyText, fake.Requests[0].Violation));
    }

    [Fact]
    public async Task Printed_rows_of_a_table_that_is_cut_off_are_still_checked()
    {
        using var fake = new OpenFake();
        using var http = new HttpClient(fake.CreateHandler());

        using var answer = await http.PostAsync(new Uri(fake.BaseAddress, "/v1/objects/sessions/silver?force=perhaps"), new StringContent("{}"));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("'force'", Assert.Single(fake.Requests).Violation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(206)]
    public async Task Any_success_of_a_status_table_that_is_cut_off_is_read(int code)
    {
        var drift = new List<ApiDrift>();
        using var fake = new OpenFake();
        using var client = fake.CreateClient(new ApiClientOptions { OnDrift = drift.Add });
        fake.Sessions.Create.RespondWith(FakeResponse.Text(code, """{"token":"t","mode":"never","since":{"year":2026}}""", "application/json"));

        var answer = await client.Sessions.CreateWithResponseAsync("silver", new SessionsCreateBody { Owner = JsonSerializer.Deserialize<JsonElement>("1") });

        Assert.Equal((true, false, "t", "never"), (answer.IsSuccess, answer.IsDocumented, answer.Body!.Token, answer.Body.Mode!.Value.Value));
        Assert.Equal(2026, answer.Body.AdditionalMembers["since"].GetProperty("year").GetInt32());
        Assert.Empty(drift);
        Assert.Equal("""{"token":"t","mode":"never","since":{"year":2026}}""", SessionsCreateResponse.Json.ToJson(answer.Body));
    }

    [Fact]
    public async Task Failure_that_is_not_shown_is_a_failure_and_no_drift()
    {
        var drift = new List<ApiDrift>();
        using var fake = new OpenFake();
        using var client = fake.CreateClient(new ApiClientOptions { OnDrift = drift.Add });
        fake.Sessions.Create.RespondWith(FakeResponse.Text(409, "taken", "text/plain"));

        var exception = await Assert.ThrowsAnyAsync<ApiException>(
            () => client.Sessions.CreateAsync("silver", new SessionsCreateBody { Owner = JsonSerializer.Deserialize<JsonElement>("1") }));

        Assert.Equal(409, exception.Response.StatusCode);
        Assert.Empty(drift);
    }

    [Fact]
    public async Task Section_without_a_request_line_has_types_that_other_sections_return()
    {
        using var fake = new OpenFake();
        using var client = fake.CreateClient();

        var session = await client.Sessions.FindAsync("t");

        Assert.Equal(new SessionsDescribeResponse { Token = "token", AliveTime = 1 }, session);
        Assert.DoesNotContain(typeof(SessionsClient).GetMethods(), static method => method.Name.StartsWith("Describe", StringComparison.Ordinal));
        Assert.Null(typeof(OpenFake).GetProperty("Sessions")!.PropertyType.GetProperty("Describe"));
    }

    [Fact]
    public async Task Parts_of_a_form_that_are_not_shown_are_sent()
    {
        using var fake = new OpenFake();
        using var client = fake.CreateClient();

        await client.Files.UploadAsync("plan", new Dictionary<string, string> { ["color"] = "gr\u00fcn", ["size"] = "" });
        await client.Sessions.LoginAsync("kim", new Dictionary<string, string> { ["domain"] = "a&b" });
        await client.Sessions.LoginAsync("kim");

        Assert.All(fake.Requests, static request => Assert.Null(request.Violation));
        Assert.Equal([("name", "plan"), ("color", "gr\u00fcn"), ("size", "")], fake.Requests[0].Parts.Select(static part => (part.Name, part.Text)));
        Assert.Equal(["user=kim&domain=a%26b", "user=kim"], fake.Requests.Skip(1).Select(static request => request.BodyText));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("")]
    [InlineData("a\nb")]
    public async Task Part_that_has_a_parameter_or_no_right_name_is_refused(string name)
    {
        using var fake = new OpenFake();
        using var client = fake.CreateClient();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Files.UploadAsync("plan", new Dictionary<string, string> { [name] = "x" }));

        Assert.Empty(fake.Requests);
    }

    [Fact]
    public void Page_shows_what_is_open_as_specs_write_it()
    {
        var operation = ExampleCatalog.Load(InventedSpecs.Own("open")).Operations.Single(static operation => operation.Id == "Sessions.Create");

        Assert.Equal(
            ["pool unknown", "force boolean", "depth unknown", "... unknown", "X-Trace unknown", "... unknown"],
            operation.Parameters.Select(static parameter => parameter.Name + " " + parameter.Type));
        Assert.Equal(
            ["aliveTime long 1..300", "mode enum sync|async|... required not stated", "owner unknown", "... unknown"],
            operation.RequestBody!.Members.Select(static member => member.Name + " " + member.Type));
        Assert.Equal("POST /v1/objects/sessions/pool", operation.SampleRequests[0].Method + " " + operation.SampleRequests[0].Target);
        Assert.Equal("""{"owner":"owner"}""", operation.SampleRequests[0].Body);
    }
}
