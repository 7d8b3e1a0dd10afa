using System.Globalization;
using System.Text.Json.Nodes;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Values with a written form: the form that a server reads and sends, and the value in the program.</summary>
public sealed class WrittenValueTests(WrittenValueFixture fixture) : IClassFixture<WrittenValueFixture>
{
    [Theory]
    [InlineData("at", "1769819400", "2026-01-31T00:30:00Z")]
    [InlineData("at", "1769819400.5", "2026-01-31T00:30:00.5Z")]
    [InlineData("at", "-1.5", "1969-12-31T23:59:58.5Z")]
    [InlineData("at", "\"1769819400\"", "2026-01-31T00:30:00Z")]
    [InlineData("at", "253402300799", "9999-12-31T23:59:59Z")]
    [InlineData("at", "253402300800", null)]
    [InlineData("at", "1e30", null)]
    [InlineData("at", "\"soon\"", null)]
    [InlineData("atMs", "1769819400250", "2026-01-31T00:30:00.25Z")]
    [InlineData("atText", "\"1769819400\"", "2026-01-31T00:30:00Z")]
    [InlineData("atText", "1769819400", "2026-01-31T00:30:00Z")]
    [InlineData("printed", "\"2026/01/31 00:30:00\"", "2026-01-31T00:30:00Z")]
    [InlineData("printed", "\"2026-01-31T00:30:00Z\"", "2026-01-31T00:30:00Z")]
    [InlineData("printed", "\"2026-01-31 00:30:00\"", "2026-01-31T00:30:00Z")]
    [InlineData("printed", "\"20260131T003000Z\"", "2026-01-31T00:30:00Z")]
    [InlineData("printed", "\"20260131T093000.5+0900\"", "2026-01-31T00:30:00.5Z")]
    [InlineData("printed", "\"Sat, 31 Jan 2026 00:30:00 GMT\"", "2026-01-31T00:30:00Z")]
    [InlineData("printed", "\"31.01.2026\"", null)]
    [InlineData("plain", "\"20260131T003000Z\"", "2026-01-31T00:30:00Z")]
    [InlineData("plain", "\"Sat, 31 Jan 2026 00:30:00 GMT\"", "2026-01-31T00:30:00Z")]
    [InlineData("plain", "\"2026-01-31 09:30:00+0900\"", "2026-01-31T00:30:00Z")]
    [InlineData("plain", "\"20261331T003000Z\"", null)]
    public async Task Point_in_time_is_read_in_the_form_of_the_page_and_in_those_that_servers_send(string member, string json, string? expected)
    {
        var value = await fixture.ReadAsync(member, json);
        Assert.Equal(expected, value is DateTimeOffset time ? time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("day", "\"31.01.2026\"", "2026-01-31")]
    [InlineData("day", "\"2026-01-31\"", "2026-01-31")]
    [InlineData("day", "\"01/31/2026\"", "unreadable")]
    [InlineData("clock", "\"093005\"", "09:30:05")]
    [InlineData("clock", "\"09:30:05\"", "09:30:05")]
    [InlineData("bit", "1", "true")]
    [InlineData("bit", "0", "false")]
    [InlineData("bit", "\"1\"", "true")]
    [InlineData("bit", "true", "true")]
    [InlineData("bit", "2", "unreadable")]
    [InlineData("word", "\"yes\"", "true")]
    [InlineData("word", "\"NO\"", "false")]
    [InlineData("word", "\"maybe\"", "unreadable")]
    [InlineData("big", "\"9007199254740993\"", "9007199254740993")]
    [InlineData("big", "9007199254740993", "9007199254740993")]
    [InlineData("small", "\"-7\"", "-7")]
    [InlineData("small", "\"3000000000\"", "unreadable")]
    [InlineData("taken", "\"2026:01:31\"", "2026-01-31")]
    [InlineData("gate", "\"23/59\"", "23:59:00")]
    [InlineData("load", "\"N/A\"", "null")]
    [InlineData("load", "null", "null")]
    [InlineData("load", "5", "5")]
    [InlineData("load", "\"n/a\"", "unreadable")]
    [InlineData("released", "\"\"", "null")]
    [InlineData("name", "\"\"", "null")]
    [InlineData("name", "\"-\"", "null")]
    [InlineData("name", "\"x\"", "x")]
    [InlineData("marks", "[1,\"\",2]", "1,null,2")]
    [InlineData("payload", "\"{\\\"id\\\":7,\\\"more\\\":1}\"", "7")]
    [InlineData("payload", "\"{\\\"id\\\":\\\"x\\\"}\"", "unreadable")]
    [InlineData("payload", "\"{\"", "unreadable")]
    [InlineData("payload", "{\"id\":7}", "unreadable")]
    public async Task Value_is_read_in_the_form_of_the_page(string member, string json, string expected)
    {
        var value = await fixture.ReadAsync(member, json);
        var shown = value switch
        {
            null => "null",
            string text => text,
            System.Collections.IEnumerable items
                => string.Join(",", items.Cast<object?>().Select(static item => item is null ? "null" : SampleArgument.TextOf(item))),
            _ when value.GetType().GetProperty("Id") is { } id => id.GetValue(value)!.ToString()!,
            _ => SampleArgument.TextOf(value),
        };
        Assert.Equal(expected, shown);
    }

    [Fact]
    public async Task Null_is_sent_as_the_text_in_place_of_a_value_in_every_place()
    {
        await using var server = await fixture.Client.StartServerAsync();

        await fixture.Client.CallAsync(
            server.BaseAddress, "Things.Send",
            (name, type) => name == "body"
                ? SampleArgument.Parse(type, """{"released":null,"name":null,"load":null,"marks":[null,3],"either":null,"later":null}""")
                : null);

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("""{"released":"","name":"","load":"N/A","marks":["",3],"either":"none","later":null}""", request.BodyText);
        Assert.Equal(("N/A", "-", null), (request.PathValues["load"], request.Headers["X-Since"], request.Query["count"]));
    }

    [Theory]
    [InlineData("""{"released":"","name":"a","load":9,"marks":[],"either":"none"}""", null)]
    [InlineData("""{"released":null,"name":"a","load":9,"marks":[],"either":5}""", "$.released is not a string, but null")]
    [InlineData("""{"released":"","name":null,"load":9,"marks":[],"either":5}""", null)]
    [InlineData("""{"released":"","name":"abcdefghi","load":9,"marks":[],"either":5}""", "$.name has the value 'abcdefghi': it is outside the range 1..8")]
    [InlineData("""{"released":"","name":"a","load":"n/a","marks":[],"either":5}""", "$.load is not a number, but a string")]
    [InlineData("""{"released":"","name":"a","load":101,"marks":[],"either":5}""", "$.load has the value '101': it is outside the range 0..100")]
    [InlineData("""{"released":"","name":"a","load":9,"marks":["x"],"either":5}""", "$.marks[0] is not a number, but a string")]
    public async Task Server_refuses_what_is_neither_a_value_nor_in_its_place(string body, string? violation)
    {
        await using var server = await fixture.Client.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        content.Headers.Add("X-Since", "-");
        using var response = await http.PostAsync(new Uri(server.BaseAddress, "/things/5"), content, TestContext.Current.CancellationToken);
        Assert.Equal(violation, server.Requests[0].Violation?.Split(": ", 2)[1].TrimEnd('.'));
    }

    [Theory]
    [InlineData("""{"sent":"1769819400"}""", null)]
    [InlineData("""{"sent":1769819400}""", "$.sent is not a string, but a number")]
    [InlineData("""{"stamp":"2026-01-31T00:30:00Z"}""", "$.stamp has the value '2026-01-31T00:30:00Z': a date-time looks like '2026/01/31 23:59:59' here")]
    [InlineData("""{"stamp":"2026/01/31 00:30:00"}""", null)]
    [InlineData("""{"id":"12"}""", "$.id has the value '12': it is outside the range 1..9")]
    [InlineData("""{"id":12}""", "$.id is not a string, but a number")]
    [InlineData("""{"bit":true}""", "$.bit is not the number 1 or 0, but a boolean")]
    [InlineData("""{"bit":2}""", "$.bit has the value '2': a boolean is '1' or '0' here")]
    [InlineData("""{"digit":1}""", "$.digit is not the string 1 or 0, but a number")]
    [InlineData("""{"digit":"1"}""", null)]
    [InlineData("""{"payload":"{\"id\":\"x\"}"}""", "$.payload.id is not a number, but a string")]
    [InlineData("""{"payload":"{\"id\":10}"}""", "$.payload.id has the value '10': it is outside the range 0..9")]
    [InlineData("""{"payload":"{}"}""", "$.payload.id is missing")]
    [InlineData("""{"payload":"{"}""", "$.payload has the value '{': it is not JSON")]
    [InlineData("""{"payload":"{\"id\":7}"}""", null)]
    public async Task Server_and_build_refuse_the_other_form(string body, string? violation)
    {
        await using var server = await fixture.Client.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(server.BaseAddress, "/forms"), content, TestContext.Current.CancellationToken);
        Assert.Equal(violation, server.Requests[0].Violation?.Split(": ", 2)[1].TrimEnd('.'));
        var forms = WrittenValueFixture.Forms + WrittenValueFixture.Payload + "examples:\n  - request body: |\n      ";
        var build = GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", WrittenValueFixture.Api), new SpecDocument("forms.apispec.yaml", forms + body + "\n"));
        var line = forms.Count(static c => c == '\n') + 1;
        Assert.Equal(violation is null ? 0 : 1, build.Messages.Count);
        Assert.All(build.Messages, message => Assert.Contains("(" + line + ")", message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"id":"12"}""", "id", "The reference allows 1 to 9.")]
    [InlineData("""{"payload":"{\"id\":10}"}""", "payload.id", "The reference allows 0 to 9.")]
    public async Task Client_refuses_values_outside_their_range_before_it_sends_them(string body, string name, string message)
    {
        await using var server = await fixture.Client.StartServerAsync();
        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => fixture.Client.CallAsync(server.BaseAddress, "Forms.Send", (_, type) => SampleArgument.Parse(type, body)));
        Assert.Equal(name, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("ids", "1;10", null, "ids")]
    [InlineData("Sizes", "9;0", null, "sizes")]
    [InlineData("XNames", "abc;abcd", null, "X-Names")]
    [InlineData("", "", """{"tags":"abc,abcd"}""", "tags")]
    [InlineData("", "", """{"tags":"a,b,c"}""", "tags")]
    [InlineData("", "", """{"codes":["abc","abcd"]}""", "codes[1]")]
    [InlineData("", "", """{"byName":{"a":9,"b":10}}""", "byName.b")]
    [InlineData("", "", """{"choice":"abcd"}""", "choice")]
    [InlineData("", "", """{"tags":"abc,ab","codes":["abc"],"byName":{"a":9},"choice":12345}""", null)]
    public async Task Range_inside_a_type_is_that_of_each_item_for_client_and_server(string parameter, string items, string? body, string? refused)
    {
        await using var server = await fixture.Client.StartServerAsync();
        object? ArgumentOf(string name, Type type) => name == "body" ? SampleArgument.Parse(type, body ?? "{}")
            : name == parameter ? SampleArgument.Of(type, items.Split(';'))
            : name == "ids" ? SampleArgument.Of(type, "1", "9") : null;

        if (refused is null)
        {
            await fixture.Client.CallAsync(server.BaseAddress, "Lists.Send", ArgumentOf);
            Assert.Null(Assert.Single(server.Requests).Violation);
            return;
        }

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => fixture.Client.CallAsync(server.BaseAddress, "Lists.Send", ArgumentOf));
        Assert.Equal(refused, exception.ParamName);
        Assert.Empty(server.Requests);

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(server.BaseAddress, "/lists/" + (parameter == "ids" ? "1,10" : "1") + (parameter == "Sizes" ? "?sizes=9&sizes=0" : "")));
        request.Content = new StringContent(body ?? "{}", System.Text.Encoding.UTF8, "application/json");
        if (parameter == "XNames")
            request.Headers.Add("X-Names", "abc,abcd");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("outside the range", server.Requests[0].Violation ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embedded_JSON_counts_towards_the_limits_of_the_response()
    {
        static string Nest(int levels) => levels == 0 ? "1" : "[" + Nest(levels - 1) + "]";
        static string Embed(string json) => JsonValue.Create("{\"id\":7,\"more\":" + json + "}")!.ToJsonString();

        Assert.NotEqual("unreadable", await fixture.ReadAsync("payload", Embed(Nest(60))));
        Assert.Equal("unreadable", await fixture.ReadAsync("payload", Embed(Nest(63))));
        var many = Embed("[" + string.Join(',', Enumerable.Repeat("{}", 2_000)) + "]");
        Assert.NotEqual("unreadable", await fixture.ReadAsync("payload", many));
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => fixture.ReadAsync("payload", many, new ApiClientOptions { MaxResponseValues = 1_000 }));
    }

    [Fact]
    public async Task Fake_answers_in_the_form_of_the_page()
    {
        await using var server = await fixture.Client.StartServerAsync();
        using var http = new HttpClient();
        var sent = JsonNode.Parse(await http.GetStringAsync(new Uri(server.BaseAddress, "/things"), TestContext.Current.CancellationToken))!;
        Assert.Equal(
            """{"at":1769860800,"atMs":1769860800000,"atText":"1769860800","printed":"2026/01/31 12:00:00","plain":"2026-01-31T12:00:"""
            + """00Z","day":"31.01.2026","taken":"2026:01:31","gate":"12/00","clock":"120000","bit":1,"word":"yes","big":"1","small":"1","load":1"""
            + ""","released":"2026-01-31T12:00:00Z","name":"name","marks":[],"payload":"{\u0022id\u0022:1}"}""",
            sent.ToJsonString());
    }
}

/// <summary>A client of all forms, generated and compiled once.</summary>
public sealed class WrittenValueFixture
{
    internal const string Api = "client: WrittenClient\n";

    internal const string Forms = """
        operation: Forms.Send
        request: POST /forms
        status: [200]
        body:
          sent?: epoch as string
          stamp?: date-time as "YYYY/MM/DD hh:mm:ss"
          id?: long as string 1..9
          bit?: boolean as 0|1
          digit?: boolean as "0"|"1"
          payload?: Payload as json
          taken?: date as "YYYY:MM:DD"
          gate?: time as "hh/mm"

        """;

    internal const string Payload = "schemas:\n  Payload:\n    id: int 0..9\n";

    private const string Get = """
        operation: Things.Get
        request: GET /things
        status: [200]
        response:
          at: epoch
          atMs: epoch-ms
          atText: epoch as string
          printed: date-time as "YYYY/MM/DD hh:mm:ss"
          plain: date-time
          day: date as "DD.MM.YYYY"
          taken: date as "YYYY:MM:DD"
          gate: time as "hh/mm"
          clock: time as "hhmmss"
          bit: boolean as 1|0
          word: boolean as no|yes
          big: long as string
          small: int as string
          load: int or "N/A"
          released: date-time or ""
          name: string 1..8 or null or "" or "-"
          marks: (int or "")[]
          payload: Payload as json
        """;

    private const string Send = """
        operation: Things.Send
        request: POST /things/{load}
        status: [200]
        path:
          load: int or "N/A"
        query:
          count?: int or "all"
        headers:
          X-Since: epoch or "-"
        body:
          released: date-time or ""
          name: string 1..8 or null or "" or "-"
          load: int 0..100 or "N/A"
          marks: (int or "")[]
          either: (int or "none") | string[]
          later?: string or null
        """;

    private const string Lists = """
        operation: Lists.Send
        request: POST /lists/{ids}
        status: [200]
        path:
          ids: (int 1..9)[] as comma
        query:
          sizes?: (int 1..9)[] as repeat
        headers:
          X-Names?: (string ..3)[] as comma
        body:
          tags?: (string ..3)[..2] as comma
          codes?: (string ..3)[]
          byName?: map<int 1..9>
          choice?: (string ..3) | int
        """;

    public WrittenValueFixture() => Client = GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", Api), new SpecDocument("get.apispec.yaml", Get), new SpecDocument("send.apispec.yaml", Send),
        new SpecDocument("forms.apispec.yaml", Forms),
        new SpecDocument("lists.apispec.yaml", Lists), new SpecDocument("payload.apispec.yaml", Payload)).Load();

    internal GeneratedClient Client { get; }

    /// <summary>Returns the value in the program of one member that a server sends; the string <c>unreadable</c> if the client rejects the response.</summary>
    internal async Task<object?> ReadAsync(string member, string json, ApiClientOptions? options = null)
    {
        await using var stub = await Client.StartServerAsync();
        using var http = new HttpClient();
        var body = JsonNode.Parse(await http.GetStringAsync(new Uri(stub.BaseAddress, "/things"), TestContext.Current.CancellationToken))!;
        body[member] = JsonNode.Parse(json);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body.ToJsonString());
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        try
        {
            var response = await Client.CallAsync(new Uri(server.Urls.First()), "Things.Get", static (_, _) => null, options);
            var read = response.GetType().GetProperty("Body")!.GetValue(response)!;
            return read.GetType().GetProperty(char.ToUpperInvariant(member[0]) + member[1..])!.GetValue(read);
        }
        catch (ApiContractException)
        {
            return "unreadable";
        }
    }
}
