using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>JSON in a query parameter, a header or a form field: <c>filters={"name":["a"]}</c>.</summary>
public sealed class JsonParameterTests(JsonParameterFixture fixture) : IClassFixture<JsonParameterFixture>
{
    [Theory]
    [InlineData("Filters", """{"label":["a b","c"]}""")]
    [InlineData("Ids", "[1,2]")]
    [InlineData("Ids", "[]")]
    [InlineData("Where", """{"name":"Ä","limit":5}""")]
    [InlineData("Raw", """{"x":[1,null]}""")]
    [InlineData("Either", """{"path":"/a"}""")]
    [InlineData("Either", "7")]
    public async Task Query_parameter_is_the_json_of_the_value(string name, string json)
    {
        await using var server = await fixture.Client.StartServerAsync();

        await SendAsync(server, name, json);

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal(json, Assert.Single(request.Query.GetValues(char.ToLowerInvariant(name[0]) + name[1..])));
    }

    [Fact]
    public async Task Header_has_escapes_for_characters_that_it_cannot_contain()
    {
        await using var server = await fixture.Client.StartServerAsync();

        await SendAsync(server, "xArg", "{\"path\":\"/\u00e9\u007f\ud83d\ude00/a\\\"b\"}");

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("{\"path\":\"/\\u00E9\\u007F\\uD83D\\uDE00/a\\\"b\"}", Assert.Single(request.Headers.GetValues("X-Arg")));
    }

    [Fact]
    public async Task Form_field_is_the_json_of_a_list_of_single_values()
    {
        await using var server = await fixture.Client.StartServerAsync();

        await fixture.Client.CallAsync(server.BaseAddress, "Files.Tag", static (name, _) => name switch { "tags" => new[] { "a,b", "c" }, _ => null });

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("""["a,b","c"]""", Assert.Single(request.Parts).Text);
    }

    [Theory]
    [InlineData("Where", """{"name":"x","limit":50}""", "where.limit")]
    [InlineData("Where", """{"name":"abcdefghij"}""", "where.name")]
    [InlineData("xArg", """{"path":""}""", "X-Arg.path")]
    public async Task Client_names_the_member_that_breaks_a_rule(string name, string json, string member)
    {
        await using var server = await fixture.Client.StartServerAsync();

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => SendAsync(server, name, json));

        Assert.Equal(member, exception.ParamName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Required_header_is_refused_if_it_is_null()
    {
        await using var server = await fixture.Client.StartServerAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => fixture.Client.CallAsync(server.BaseAddress, "Files.Get", static (_, _) => null));

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("where={\"name\":\"x\",\"limit\":50}", "the query parameter 'where' has the value '{\"name\":\"x\",\"limit\":50}': "
        + "$.limit has the value '50': it is outside the range ..9")]
    [InlineData("where={}", "the query parameter 'where' has the value '{}': $.name is missing")]
    [InlineData("where=name", "the query parameter 'where' has the value 'name': it is not JSON")]
    [InlineData("where=[]", "the query parameter 'where' has the value '[]': the value is not an object, but a list")]
    [InlineData("ids=[1,\"x\"]", "the query parameter 'ids' has the value '[1,\"x\"]': $[1] is not a number, but a string")]
    [InlineData("where={\"name\":\"x\",\"order\":\"up\"}", "the query parameter 'where' has the value '{\"name\":\"x\",\"order\":\"up\"}': "
        + "$.order only applies if limit is given")]
    [InlineData("ids=[1,2]", null)]
    public async Task Server_of_the_specs_checks_the_json(string query, string? violation)
    {
        await using var server = await fixture.Client.StartServerAsync();
        using var http = new HttpClient { DefaultRequestHeaders = { { "X-Arg", "{\"path\":\"/a\"}" } } };

        await http.GetAsync(new Uri(server.BaseAddress, "/files?" + query), TestContext.Current.CancellationToken);

        Assert.Equal(violation is null ? null : "Files.Get: " + violation + ".", Assert.Single(server.Requests).Violation);
    }

    [Fact]
    public async Task Response_header_is_read_as_its_type()
    {
        await using var server = await fixture.Client.StartServerAsync();

        var response = await SendAsync(server, "Ids", "[]");

        var value = Read(response, "GetXResult");
        Assert.Equal("""{"path":"path"}""", SampleArgument.Write(value!));
        Assert.Equal(response.Headers["X-Result"], SampleArgument.Write(value!));
    }

    [Fact]
    public void Example_is_compared_with_the_types()
    {
        var project = GeneratedProject.OfSection(
            "operation: Files.Get\nrequest: GET /files\nquery:\n  where?:\n    type: object as json\n    members:\n      limit: int ..9\n"
            + "  ids?: int[] as json\nstatus: [200]\nexamples:\n"
            + "  - request header: |\n      GET /files?ids=[1,2]&where={\"limit\":\"x\"} HTTP/1.1\n"
            + "  - request header: |\n      GET /files?ids=1,2&where={...} HTTP/1.1\n");

        Assert.Equal(
            [
                "'{\"limit\":\"x\"}' cannot be the value of 'where': $.limit is not a number, but a string",
                "'1,2' cannot be the value of 'ids': it is not JSON",
            ],
            project.Messages.Select(static message => message[(message.IndexOf(") ", StringComparison.Ordinal) + 2)..]));
    }

    private static object? Read(ApiResponse response, string method)
        => response.GetType().GetGenericArguments()[^1].Assembly.GetTypes().SelectMany(static type => type.GetMethods())
            .Single(found => found.IsStatic && found.Name == method).Invoke(null, [response]);

    private Task<ApiResponse> SendAsync(StubServer server, string name, string json)
        => fixture.Client.CallAsync(server.BaseAddress, "Files.Get", (parameter, type) => parameter == name ? SampleArgument.OfJson(type, json)
            : parameter == "xArg" ? SampleArgument.OfJson(type, """{"path":"/a"}""") : null);
}

/// <summary>A client with JSON in parameters, generated and compiled once.</summary>
public sealed class JsonParameterFixture
{
    private const string Get = """
        operation: Files.Get
        request: GET /files
        query:
          filters?: map<string[]> as json
          ids?: int[] as json
          raw?: any as json
          either?: (Target | int) as json
          where?:
            type: object as json
            members:
              name: string 1..8
              limit?: int ..9
              order?: string only when limit is given
        headers:
          X-Arg: Target as json
        status:
          200 OK:
            description: Done.
            headers:
              X-Result: Target as json
        """;

    private const string Tag = """
        operation: Files.Tag
        request: POST /files/tags
        body form:
          tags: string[] as json
        status: [200]
        """;

    public JsonParameterFixture() => Client = GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: FilesClient\nschemas:\n  Target:\n    path: string 1..\n"),
        new SpecDocument("get.apispec.yaml", Get), new SpecDocument("tag.apispec.yaml", Tag)).Load();

    internal GeneratedClient Client { get; }
}
