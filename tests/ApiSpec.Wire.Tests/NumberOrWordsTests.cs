using System.Globalization;
using System.Text.Json;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Values that are a number or one of a few words: <c>int | enum max|all</c>.</summary>
public sealed class NumberOrWordsTests
{
    private static readonly GeneratedProject Project = GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: LogClient\n"),
        new SpecDocument(
            "list.apispec.yaml",
            """
            operation: Entries.List
            request: GET /entries/{page}
            path:
              page: int | enum last
            query:
              limit?: (int 1..100) | enum max|all - How many
              size?: (decimal 0.5..2) | enum auto
              ids?: (long | enum none)[] as comma
            headers:
              X-Depth?: int | enum infinity
            status: [200]
            response:
              limit: (int 1..100) | enum max|all
              wait?: double | enum never|...
              number: Limit
            schemas:
              Limit: int | enum number|value
            """),
        new SpecDocument(
            "set.apispec.yaml",
            """
            operation: Entries.Set
            request: PUT /entries
            body:
              limit: (int 1..100) | enum max|all
              wait?: double | enum never
            status: [200]
            """),
        new SpecDocument(
            "keep.apispec.yaml",
            """
            operation: Entries.Keep
            request: POST /keep
            body form:
              days: (int 1..9) | enum forever
            status: [200]
            """));

    private static readonly Lazy<GeneratedClient> Lists = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: LampClient\n"),
        new SpecDocument(
            "set.apispec.yaml",
            """
            operation: Lamps.Set
            request: POST /lamps
            query:
              ids?: ((int 1..9) | enum none)[] as comma
              "lamp{x}?": (int 1..9) | enum all
            body:
              levels?: ((int 1..9) | enum all)[] as comma
            status: [200]
            """),
        new SpecDocument(
            "send.apispec.yaml",
            """
            operation: Lamps.Send
            request: POST /tags
            body form:
              "tag{x}": (int 1..9) | enum all
            status: [200]
            """)).Load());

    private static readonly Lazy<byte[]> Image = new(static () => Project.Emit());

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Load());

    [Theory]
    [InlineData("5", "all", "1.5", "infinity")]
    [InlineData("last", "100", "auto", "2")]
    public async Task Parameter_is_a_number_or_a_word(string page, string limit, string size, string depth)
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Entries.List", (name, type) => name switch
        {
            "page" => Value(type, page),
            "Limit" => Value(type, limit),
            "Size" => Value(type, size),
            "XDepth" => Value(type, depth),
            "Ids" => SampleArgument.Of(type, "4", "none"),
            _ => null,
        });

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal(
            ("/entries/" + page, limit, size, depth), (request.Path, request.Query["limit"], request.Query["size"], request.Headers["X-Depth"]));
    }

    [Theory]
    [InlineData("limit=1&ids=4,none", null)]
    [InlineData("limit=most", "the query parameter 'limit' has the value 'most': an int is a whole number of 32 bits")]
    [InlineData("limit=101", "the query parameter 'limit' has the value '101': it is outside the range 1..100")]
    [InlineData("ids=4,some", "the query parameter 'ids' has the value '4,some': a long is a whole number of 64 bits")]
    public async Task Server_of_the_specs_accepts_both_and_nothing_else(string query, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();

        await http.GetAsync(new Uri(server.BaseAddress, "/entries/last?" + query), TestContext.Current.CancellationToken);

        Assert.Equal(violation is null ? null : "Entries.List: " + violation + ".", Assert.Single(server.Requests).Violation);
    }

    [Theory]
    [InlineData("Entries.List", "Limit", "101")]
    [InlineData("Entries.List", "Size", "0.1")]
    [InlineData("Entries.Keep", "days", "10")]
    public async Task Number_outside_its_range_is_not_sent(string operation, string parameter, string number)
    {
        await using var server = await Client.Value.StartServerAsync();

        var exception = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.Value.CallAsync(
            server.BaseAddress, operation, (name, type) => name == parameter ? Value(type, number) : name == "page" ? Value(type, "1") : null));

        Assert.Equal(parameter.ToLowerInvariant(), exception.ParamName);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Lamps.Set", "Ids", "10", false)]
    [InlineData("Lamps.Set", "Ids", "9", true)]
    [InlineData("Lamps.Set", "Ids", "none", true)]
    [InlineData("Lamps.Set", "LampX", "10", false)]
    [InlineData("Lamps.Set", "LampX", "all", true)]
    [InlineData("Lamps.Set", "body", """{"levels":"2,10"}""", false)]
    [InlineData("Lamps.Set", "body", """{"levels":"2,all"}""", true)]
    [InlineData("Lamps.Send", "tagX", "10", false)]
    [InlineData("Lamps.Send", "tagX", "9", true)]
    public async Task Numbers_in_lists_and_maps_have_the_range(string operation, string parameter, string text, bool isSent)
    {
        await using var server = await Lists.Value.StartServerAsync();

        var exception = await Record.ExceptionAsync(() => Lists.Value.CallAsync(server.BaseAddress, operation, (name, type) => (name, name == parameter) switch
        {
            ("body", var isGiven) => SampleArgument.ParseBody(type, isGiven ? text : "{}"),
            ("tagX", _) or ("LampX", true) => Map(type, text),
            (_, true) => SampleArgument.Of(type, text),
            _ => null,
        }));

        Assert.Equal(isSent ? null : typeof(ArgumentOutOfRangeException), exception?.GetType());
        Assert.Equal(isSent ? 1 : 0, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
    }

    [Theory]
    [InlineData("""{"level":"0"}""")]
    [InlineData("""{"level":"max"}""")]
    [InlineData("""{"level":5}""")]
    public async Task Word_that_is_a_number_stays_a_string(string json)
    {
        var client = GeneratedProject.OfSection(
            "operation: Lamps.Set\nrequest: PUT /lamps\nbody:\n  level: (int 1..9) | enum 0|max\nstatus: [200]\n").Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(server.BaseAddress, "Lamps.Set", (_, type) => SampleArgument.Parse(type, json));

        Assert.Equal((null, json), (Assert.Single(server.Requests).Violation, server.Requests[0].BodyText));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("forever")]
    public async Task Field_of_a_form_is_text(string days)
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Entries.Keep", (_, type) => Value(type, days));

        var request = Assert.Single(server.Requests);
        Assert.Equal((null, "days=" + days), (request.Violation, request.BodyText));
    }

    [Theory]
    [InlineData("""{"limit":7,"wait":1.5}""", null)]
    [InlineData("""{"limit":"all","wait":"never"}""", null)]
    [InlineData("""{"limit":101}""", "limit")]
    public async Task Body_has_numbers_as_numbers_and_words_as_strings(string json, string? refused)
    {
        await using var server = await Client.Value.StartServerAsync();

        var exception = await Record.ExceptionAsync(() => Client.Value.CallAsync(
            server.BaseAddress, "Entries.Set", (_, type) => SampleArgument.Parse(type, json)));

        Assert.Equal(refused, (exception as ArgumentException)?.ParamName);
        if (refused is null)
            Assert.Equal((null, json), (Assert.Single(server.Requests).Violation, server.Requests[0].BodyText));
    }

    [Theory]
    [InlineData("""{"limit":200.0,"number":5}""", "200", null)]
    [InlineData("""{"limit":"max","number":"number"}""", null, "Max")]
    [InlineData("""{"limit":"some","wait":"later","number":1}""", null, "Unlisted")]
    [InlineData("""{"limit":4294967296,"wait":1e3,"number":1}""", null, "Unlisted")]
    public void Value_of_a_response_is_kept_as_it_is(string json, string? number, string? known)
    {
        var type = Client.Value.Type("EntriesListResponse");
        var body = SampleArgument.Parse(type, json)!;
        var limit = body.GetType().GetProperty("Limit")!.GetValue(body)!;

        Assert.Equal(number, (limit.GetType().GetProperty("Number")!.GetValue(limit) as int?)?.ToString(CultureInfo.InvariantCulture));
        if (known is not null)
            Assert.Equal(known, limit.GetType().GetMethod("ToKnown")!.Invoke(limit, null)!.ToString());
        Assert.Equal(json, JsonSerializer.Serialize(body, type));
    }

    [Theory]
    [InlineData("5", "limit = 5")]
    [InlineData("max", "limit = 'max'")]
    public void Filter_has_numbers_without_quotation_marks(string text, string expected)
    {
        var client = GeneratedProject.OfSection(
            "operation: Entries.List\nrequest: GET /entries\nquery:\n  HQL::filter?: hql-filter\nstatus: [200]\nresponse: Entry[]\n"
                + "schemas:\n  Entry:\n    limit: ((int 1..500) | enum max|all) or null filter\n").Load();
        var member = client.Type("EntryFilter").GetProperty("Limit")!.GetValue(null)!;

        var filter = member.GetType().GetMethod("op_Equality")!.Invoke(null, [member, Value(client.Type("EntryLimit"), text)]);

        Assert.Equal(expected, filter!.ToString());
    }

    [Fact]
    public void Caller_writes_a_number_or_a_word()
    {
        var (image, errors) = GeneratedProject.CompileCallers(Image.Value, [("Caller.cs", """
            public static class Caller
            {
                public static EntriesListQuery Few() => new EntriesListQuery { Limit = 5, Size = 1.5m };
                public static EntriesListQuery All() => new EntriesListQuery { Limit = EntriesListLimit.All, Size = EntriesListSize.Auto };
                public static int? Number(EntriesListResponse response) => response.Limit.Number;
                public static Limit Word() => Limit.NumberValue;
            }
            """)]);

        Assert.Empty(errors.Select(static error => error.ToString()));
        Assert.NotNull(image);
    }

    [Theory]
    [InlineData("query:\n  a?: int | max | all\n", "; write 'int | (enum max|all)'")]
    [InlineData("query:\n  a?: (int 1..9) | enum 0|max\n", "'0' is a number; write it in the range of the numbers, as in '(int 0..9) | enum all'")]
    [InlineData("response:\n  a: int | max | all\n", "(4) Unknown type 'max'; write 'int | (enum max|all)'")]
    [InlineData("response:\n  a: int | enum all 1..9\n", "in parentheses, as in '(int 1..9) | enum all'")]
    [InlineData(
        "response:\n  a: int 1..9 | enum all\n",
        "(4) '| enum all' has no meaning here; put the type and its range in parentheses, as in '(int 1..9) | enum all'")]
    public void Words_without_their_keyword_are_explained(string keys, string expected)
        => Assert.Contains(
            expected, Assert.Single(GeneratedProject.OfSection("operation: A.Get\nrequest: GET /a\n" + keys + "status: [200]\n").Messages),
            StringComparison.Ordinal);

    [Fact]
    public void Documentation_has_the_range()
        => Assert.Contains(Project.Sources, static text => text.Contains("Value: 1 to 100.", StringComparison.Ordinal));

    [Fact]
    public void Documentation_of_a_value_that_can_be_null_has_the_range()
    {
        var project = GeneratedProject.OfSection(
            "operation: Entries.Get\nrequest: GET /entries\nstatus: [200]\nresponse:\n  limit: ((int 1..77) | enum max) or null\n");

        Assert.Empty(project.Messages);
        Assert.Contains(project.Sources, static text => text.Contains("Value: 1 to 77.", StringComparison.Ordinal));
    }

    private static object Map(Type type, string text)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        map.Add("a", Value(type.GetGenericArguments()[1], text));
        return map;
    }

    private static object? Value(Type type, string text)
        => Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type, text);
}
