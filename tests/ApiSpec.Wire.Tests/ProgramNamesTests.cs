using System.Text.Json.Nodes;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Members and query parameters with a name that the program completes. They are maps, keyed by the text that replaces the braces.</summary>
public sealed class ProgramNamesTests(ProgramNamesFixture fixture) : IClassFixture<ProgramNamesFixture>
{
    [Fact]
    public async Task Query_parameter_is_sent_for_each_entry_and_its_name_is_escaped()
    {
        await using var server = await fixture.Client.StartServerAsync();
        await fixture.Client.CallAsync(server.BaseAddress, "Items.Update", static (name, _) => name switch
        {
            "SetFieldField" => new Dictionary<string, string> { ["na me&"] = "x=1", ["size"] = "" },
            "SizeSMax" => new Dictionary<string, int> { ["a"] = 5 },
            "Parameter" => new Dictionary<string, bool> { ["verbose"] = true, ["quiet"] = false },
            "Limit" => 7,
            _ => null,
        });

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("/items?set_field.na%20me%26=x%3D1&set_field.size=&size%5Ba%5D.max=5&verbose&limit=7", request.Target);
    }

    [Theory]
    [InlineData("SetFieldField", "", "cannot be empty")]
    [InlineData("SizeSMax", "a", "The reference allows 1 to 9.")]
    [InlineData("Parameter", "half", "surrogate")]
    public async Task Entry_that_cannot_be_sent_is_refused(string property, string key, string message)
    {
        await using var server = await fixture.Client.StartServerAsync();
        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => fixture.Client.CallAsync(server.BaseAddress, "Items.Update",
            (name, _) => name != property ? null : property switch
        {
            "SizeSMax" => new Dictionary<string, int> { [key] = 10 },
            // Half of a surrogate pair is lost in the arguments of a test.
            "Parameter" => new Dictionary<string, bool> { ["\ud800"] = true },
            _ => new Dictionary<string, string> { [key] = "x" },
        }));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("?set_field.a=1&limit=2", null)]
    [InlineData("?verbose", null)]
    [InlineData("?size[x].max=3", null)]
    [InlineData("?size[x].max=10", "the query parameter 'size[x].max' has the value '10': it is outside the range 1..9")]
    [InlineData("?size[].max=1", "the query parameter 'size[].max' has the value '1': a flag has no value")]
    public async Task Server_checks_the_values_of_such_parameters(string query, string? violation)
    {
        await using var server = await fixture.Client.StartServerAsync();
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(server.BaseAddress, "/items" + query), TestContext.Current.CancellationToken);
        Assert.Equal(violation, server.Requests[0].Violation?.Split(": ", 2)[1].TrimEnd('.'));
    }

    [Fact]
    public async Task Members_are_a_map_by_what_is_in_place_of_the_braces()
    {
        await using var server = await fixture.Client.StartServerAsync();
        const string Body = """{"id":1,"labelbutton1":"a","labelbuttonTwo":"b","x-1-max":{"n":5}}""";
        var type = fixture.Client.BodyOf("Items.Create");
        var read = SampleArgument.Parse(type, Body);

        var labels = (IReadOnlyDictionary<string, string>)type.GetProperty("LabelbuttonX")!.GetValue(read)!;
        Assert.Equal(["1", "Two"], labels.Keys.Order(StringComparer.Ordinal));
        await fixture.Client.CallAsync(server.BaseAddress, "Items.Create", (_, _) => read);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Body), JsonNode.Parse(server.Requests[0].BodyText)), server.Requests[0].BodyText);
        Assert.Null(server.Requests[0].Violation);
    }

    [Theory]
    [InlineData("""{"id":1,"labelbutton1":"abcd"}""", "labelbutton1")]
    [InlineData("""{"id":1,"x-1-max":{"n":50}}""", "x-1-max.n")]
    public async Task Client_names_the_member_that_breaks_a_rule(string body, string name)
    {
        await using var server = await fixture.Client.StartServerAsync();
        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => fixture.Client.CallAsync(server.BaseAddress, "Items.Create", (_, type) => SampleArgument.Parse(type, body)));
        Assert.Equal(name, exception.ParamName);
    }

    [Fact]
    public void Example_may_have_any_such_name_and_is_checked_for_its_value()
    {
        var project = GeneratedProject.OfSection(
            "operation: Items.Update\nrequest: GET /items\nquery:\n  size{S}?: int 1..9\nresponse:\n  b{X}: int\nstatus: [200]\nexamples:\n"
                + "  - request header: |\n      GET /items?size7=3&size8=30&siz=1 HTTP/1.1\n    response body: |\n"
                + "      { \"b1\" : 1, \"b2\" : \"x\", \"c\" : 1 }\n");
        Assert.Equal("APISPEC0303 APISPEC0305 APISPEC0310 APISPEC0311", string.Join(" ", project.Messages.Select(static message => message.Split(' ')[0])));
    }
}

/// <summary>A client with names that the program completes, generated and compiled once.</summary>
public sealed class ProgramNamesFixture
{
    public ProgramNamesFixture() => Client = GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: NamesClient\n"),
        new SpecDocument(
            "get.apispec.yaml",
            "operation: Items.Update\nrequest: GET /items\nstatus: [200]\nquery:\n  set_field.{field}?: string\n  \"size[{s}].max?\": int 1..9\n"
            + "  \"{parameter}?\": flag\n  limit?: int\n"),
        new SpecDocument(
            "post.apispec.yaml",
            "operation: Items.Create\nrequest: POST /items\nstatus: [200]\nbody:\n  id: int\n  labelbutton{X}: string ..3\n  x-{n}-max:\n    n: int 1..9\n"))
        .Load();

    internal GeneratedClient Client { get; }
}
