using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A client of a spec with open facts calls a server. Values that the page does not show are neither rejected nor reported.</summary>
public sealed class OpenFactsTests
{
    private const string Api = "client: ExampleApiClient\ntypes:\n  Vague: unknown\n";

    [Theory]
    [InlineData("GET /things/{id}", "path:\n  id: unknown\n", "/things/a%20b%2F1")]
    [InlineData("GET /things/{id}", "path: unknown\n", "/things/a%20b%2F1")]
    [InlineData("GET /things/{id}", "path:\n  ...: unknown\n", "/things/a%20b%2F1")]
    [InlineData("GET /things/{id}", "path:\n  id: Vague\n", "/things/a%20b%2F1")]
    [InlineData("GET /things", "query:\n  id: unknown\n", "/things?id=a%20b%2F1")]
    [InlineData("GET /things", "query:\n  id?: Vague\n", "/things?id=a%20b%2F1")]
    [InlineData("GET /things", "query:\n  id: unknown required not stated\n", "/things?id=a%20b%2F1")]
    [InlineData("GET /things", "query:\n  id?: Loose\n", "/things?id=a%20b%2F1")]
    [InlineData("GET /things", "query:\n  id: enum ...\n", "/things?id=a%20b%2F1")]
    [InlineData("GET /things", "query:\n  id: enum x|...\n", "/things?id=a%20b%2F1")]
    [InlineData("GET /things", "query:\n  id: unknown[] as repeat\n", "/things?id=a%20b%2F1")]
    [InlineData("GET /things", "query:\n  id: unknown[] as comma\n", "/things?id=a%20b%2F1")]
    public async Task Parameter_of_unknown_type_is_text(string request, string rows, string target)
    {
        var client = GeneratedProject.OfSection("operation: Things.Get\nrequest: " + request + "\n" + rows + "schemas:\n  Loose: unknown\n", Api).Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(server.BaseAddress, "Things.Get", static (_, type) => SampleArgument.Of(type, "a b/1"));

        Assert.Equal((target, null), (Assert.Single(server.Requests).Target, server.Requests[0].Violation));
    }

    [Theory]
    [InlineData("X-Mode: unknown")]
    [InlineData("X-Mode?: Vague")]
    [InlineData("X-Mode: unknown[] as comma")]
    [InlineData("X-Mode: string required not stated")]
    public async Task Header_of_unknown_type_is_text(string row)
    {
        var client = GeneratedProject.OfSection("operation: Things.Get\nrequest: GET /things\nheaders:\n  " + row + "\n", Api).Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(server.BaseAddress, "Things.Get", static (_, type) => SampleArgument.Of(type, "a1"));

        Assert.Equal(("a1", null), (Assert.Single(server.Requests).Headers["X-Mode"], server.Requests[0].Violation));
    }

    [Theory]
    [InlineData("body:\n  a: unknown\n", """{"a":{"b":[1]}}""")]
    [InlineData("body:\n  a: unknown\n", """{"a":null}""")]
    [InlineData("body:\n  a: unknown[]\n", """{"a":[1,"x"]}""")]
    [InlineData("body:\n  a: map<unknown>\n", """{"a":{"b":true}}""")]
    [InlineData("body:\n  a: Vague\n", """{"a":"x"}""")]
    [InlineData("body:\n  a: long | unknown\n", """{"a":"x"}""")]
    [InlineData("body:\n  a: enum x|...\n", """{"a":"y"}""")]
    [InlineData("body:\n  a: enum ...\n", """{"a":"y"}""")]
    [InlineData("body:\n  a: (enum x|...)[]\n", """{"a":["y","x"]}""")]
    [InlineData("body:\n  a: (enum x|...)[] as comma\n", """{"a":"y,x"}""")]
    [InlineData("body:\n  a: long required not stated\n", "{}")]
    [InlineData("body:\n  a: long required not stated\n", """{"a":3}""")]
    [InlineData("body:\n  a: long\n  ...: unknown\n", """{"a":3,"b":{"c":1}}""")]
    [InlineData("body:\n  a:\n    b: long\n    ...: unknown\n", """{"a":{"b":3,"c":null}}""")]
    [InlineData("body:\n  a: Page<unknown>\n", """{"a":{"data":[1],"more":2}}""")]
    [InlineData("body:\n  ...: unknown\n", """{"b":1}""")]
    [InlineData("body: Rest\nrequired: [x]\n", """{"x":1,"y":2}""")]
    public async Task Body_holds_what_the_page_does_not_show(string body, string json)
    {
        var client = GeneratedProject.OfSection(
            "operation: Things.Send\nrequest: POST /things\n" + body
                + "schemas:\n  Page<T>:\n    data: T[]\n    ...: unknown\n  Rest:\n    x?: long\n    ...: unknown\n", Api).Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(server.BaseAddress, "Things.Send", (_, type) => SampleArgument.Parse(type, json));

        Assert.Equal((json, null), (Assert.Single(server.Requests).BodyText, server.Requests[0].Violation));
    }

    [Theory]
    [InlineData("  ...: unknown\n", null)]
    [InlineData("  other?: string\n", "the query parameter 'page' is not documented")]
    public async Task Query_parameter_that_the_page_does_not_show_is_given_with_the_options_of_a_call(string row, string? mistake)
    {
        var client = GeneratedProject.OfSection("operation: Things.Get\nrequest: GET /things\nquery:\n  size: int\n" + row).Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(
            server.BaseAddress, "Things.Get", static (_, type) => type == typeof(int) ? 5 : null,
            callOptions: new ApiCallOptions { Query = new Dictionary<string, string> { ["page"] = "a&b", ["size"] = "7" } });

        var request = Assert.Single(server.Requests);
        Assert.Equal("/things?size=5&page=a%26b", request.Target);
        if (mistake is null)
            Assert.Null(request.Violation);
        else
            Assert.Contains(mistake, request.Violation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "v")]
    [InlineData("n", null)]
    [InlineData("%", "v")]
    [InlineData("n", "%")]
    public void Query_parameter_that_cannot_be_sent_is_refused_with_the_options(string name, string? value)
    {
        // Half of a surrogate pair is lost in the data of a test, so a placeholder replaces it.
        (name, value) = (name.Replace('%', '\uD800'), value?.Replace('%', '\uDC00'));
        using var client = new HttpClient { BaseAddress = new Uri("http://localhost") };
        using var connection = Generated.ApiConnection.Create(new ApiDescription("x"), client, null);

        Assert.ThrowsAny<ArgumentException>(() => connection.With(new ApiCallOptions { Query = [new(name, value!)] }));
    }

    [Fact]
    public async Task Later_query_parameter_takes_the_place_of_an_earlier_one_of_its_name()
    {
        await using var server = await Server.StartAsync(200, "", null);
        var operation = new ApiOperation("T.Get", new ApiDescription("x"), HttpMethod.Get, "/t", statuses: [new ApiStatus(200)]);
        using var first = Generated.ApiConnection.Create(operation.Api, server.Address, null);
        using var second = first.With(new ApiCallOptions { Query = [new("a", "1"), new("b", "1"), new("b", "2")] });
        using var third = second.With(new ApiCallOptions { Query = [new("b", "3")] });

        foreach (var target in new[] { "/t", "/t?", "/t?x=1", "/t?%61=0&x" })
            await third.SendAsync(
                new Generated.ApiCall<ApiRawBody, DayOfWeek>(operation, null), new ApiRequest(operation, target), TestContext.Current.CancellationToken);

        Assert.Equal(["/t?a=1&b=3", "/t?a=1&b=3", "/t?x=1&a=1&b=3", "/t?a=0&x&b=3"], server.Targets);
    }

    [Theory]
    [InlineData("status:\n  503: Busy\n  ...: unknown\n", 201, true, 0)]
    [InlineData("status:\n  200: Done\n  ...: unknown\n", 299, true, 0)]
    [InlineData("status: [200, ...]\n", 404, false, 0)]
    [InlineData("status: unknown\n", 200, true, 0)]
    [InlineData("status: unknown\n", 500, false, 0)]
    [InlineData("", 200, true, 0)]
    [InlineData("", 302, false, 0)]
    [InlineData("status:\n  503: Busy\n", 200, true, 0)]
    [InlineData("status: [200]\n", 201, true, 1)]
    [InlineData("status: [200]\n", 404, false, 1)]
    public async Task Code_that_the_page_does_not_show_is_no_drift(string status, int code, bool succeeds, int drift)
    {
        var found = new List<ApiDrift>();
        var client = GeneratedProject.OfSection("operation: Things.Get\nrequest: GET /things\n" + status + "response:\n  id: long\n").Load("APISPEC0143");
        await using var server = await Server.StartAsync(code, """{"id":7}""", "application/json");

        var answer = await client.CallAsync(server.Address, "Things.Get", static (_, _) => null, options: new ApiClientOptions { OnDrift = found.Add });

        Assert.Equal((code, succeeds), (answer.StatusCode, answer.IsSuccess));
        Assert.Equal(drift, found.Count);
        if (succeeds)
            Assert.Equal("""{"id":7}""", SampleArgument.Write(answer.GetType().GetProperty("Body")!.GetValue(answer)!));
    }

    [Theory]
    [InlineData("  id: long\n  ...: unknown\n", """{"id":7,"more":{"x":1}}""", 0, true)]
    [InlineData("  id: long\n", """{"id":7,"more":{"x":1}}""", 1, false)]
    [InlineData("  mode: enum a|...\n", """{"mode":"b"}""", 0, true)]
    [InlineData("  mode: enum ...\n", """{"mode":"b"}""", 0, true)]
    [InlineData("  mode: enum a\n", """{"mode":"b"}""", 1, true)]
    [InlineData("  levels: (int | enum all)[] as comma\n", """{"levels":"5,all"}""", 0, true)]
    [InlineData("  levels: (int | enum all)[] as comma\n", """{"levels":"5,some"}""", 1, true)]
    [InlineData("  in:\n    id: long\n    ...: unknown\n", """{"in":{"id":7,"more":1}}""", 0, true)]
    [InlineData("  list[]:\n    id: long\n    ...: unknown\n", """{"list":[{"id":7,"more":1}]}""", 0, true)]
    [InlineData("  choice: A | B\n", """{"choice":{"b":1,"more":1}}""", 0, true)]
    [InlineData("  choice: (enum a|...) | long\n", """{"choice":"b"}""", 0, true)]
    [InlineData("  id: long required not stated\n", "{}", 0, true)]
    public async Task Member_and_value_that_the_page_does_not_show_are_kept_and_no_drift(string rows, string json, int drift, bool isKept)
    {
        var found = new List<ApiDrift>();
        var client = GeneratedProject.OfSection(
            "operation: Things.Get\nrequest: GET /things\nstatus: [200]\nresponse:\n" + rows
                + "schemas:\n  A:\n    a: long\n    ...: unknown\n  B:\n    b: long\n    ...: unknown\n").Load();
        await using var server = await Server.StartAsync(200, json, "application/json");

        var answer = await client.CallAsync(server.Address, "Things.Get", static (_, _) => null, options: new ApiClientOptions { OnDrift = found.Add });

        Assert.Equal(drift, found.Count);
        Assert.Equal(isKept ? json : """{"id":7}""", SampleArgument.Write(answer.GetType().GetProperty("Body")!.GetValue(answer)!));
    }

    [Theory]
    [InlineData("query:\n  a?: int\n  ...: unknown\nresponse:\n  id: long\n  mode: enum a|...\n  ...: unknown\nstatus:\n  503: Busy\n  ...: unknown\n", "")]
    [InlineData("query: unknown\nresponse: unknown\n", "")]
    [InlineData("query:\n  a?: int\nresponse:\n  id: long\n  mode: enum a\nstatus: [200]\n", "APISPEC0303 APISPEC0306 APISPEC0310 APISPEC0312")]
    public void Example_that_shows_more_than_its_table_does_is_not_reported(string keys, string ids)
    {
        var project = GeneratedProject.OfSection(
            "operation: Things.Get\nrequest: GET /things\n" + keys
                + "examples:\n  - request header: |\n      GET /things?b=1 HTTP/1.1\n    response header: |\n      HTTP/1.1 203 Other\n    response body: |\n"
                + "      { \"id\" : 1, \"mode\" : \"b\", \"more\" : [ ] }\n");
        Assert.Equal(ids, string.Join(" ", project.Messages.Select(static message => message.Split(' ')[0])));
    }

    [Fact]
    public async Task Section_without_a_request_line_has_types_and_no_call()
    {
        var client = GeneratedProject.Of(
            new("described.apispec.yaml", "operation: Things.Describe\nrequest: unknown\nbody:\n  name: string\nresponse:\n  id: long\n  state: enum a|b\n"
                + "status:\n  200: Done\n  409:\n    response:\n      why: string\n"
                + "examples:\n  - request header: |\n      PUT /whatever HTTP/1.1\n    request body: |\n      { \"name\" : \"x\" }\n"),
            new("described-too.apispec.yaml", "operation: Things.DescribeAgain\nrequest: unknown\nresponse:\n  other: long\n"),
            new("get.apispec.yaml", "operation: Things.Get\nrequest: GET /things\nresponse: same as Things.Describe\n"),
            new(
                "send.apispec.yaml",
                "operation: Things.Send\nrequest: POST /things\nbody: same as Things.Describe\nresponse:\n  href: url - link Things.Describe\n"),
            new("api.apispec.yaml", "client: ExampleApiClient\n")).Load();
        await using var server = await client.StartServerAsync();

        var answer = await client.CallAsync(server.BaseAddress, "Things.Get", static (_, _) => null);

        Assert.Equal("ThingsDescribeResponse", answer.GetType().GetProperty("Body")!.PropertyType.Name);
        Assert.True(client.HasType("ThingsDescribeBody") && client.HasType("ThingsDescribeResponseState") && client.HasType("ThingsDescribeAgainResponse"));
        Assert.DoesNotContain(client.Type("ThingsClient").GetMethods(), static method => method.Name.StartsWith("Describe", StringComparison.Ordinal));
        Assert.False(client.HasType("ThingsDescribeStatus"));
    }

    [Fact]
    public void Token_of_an_operation_whose_request_line_is_not_shown_leaves_the_client_as_it_is()
    {
        var client = GeneratedProject.Of(
            new("login.apispec.yaml", "operation: Login.Start\nrequest: unknown\nresponse:\n  token: string\n"),
            new("get.apispec.yaml", "operation: Things.Get\nrequest: GET /things\n"),
            new("api.apispec.yaml", "client: ExampleApiClient\nauthentication:\n  - token: Login.Start\n    member: token\n    header: Authorization\n"))
            .Load();
        Assert.True(client.HasType("LoginStartResponse"));
        Assert.Null(client.Type("ExampleApiClient").GetProperty("Login"));
    }

    /// <summary>A server that sends the same response to every request.</summary>
    private sealed class Server(WebApplication application) : IAsyncDisposable
    {
        public List<string> Targets { get; } = [];

        public Uri Address => new(application.Urls.First());

        public static async Task<Server> StartAsync(int code, string body, string? contentType)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            var server = new Server(application);
            application.Run(async context =>
            {
                server.Targets.Add(context.Request.Path + context.Request.QueryString);
                context.Response.StatusCode = code;
                context.Response.ContentType = contentType;
                await context.Response.WriteAsync(body);
            });
            await application.StartAsync(TestContext.Current.CancellationToken);
            return server;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();
    }
}
