using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>
/// Specs and requests with very many possible readings: the time to check a request, or to create a sample, only grows with their length.
/// </summary>
public sealed class ExpensiveSpecTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private const string Head = "operation: Values.Post\nrequest: POST /values\nstatus: {200 OK: Done.}\n";

    private const string Tables = "body: A | B | C\nschemas:\n"
        + "  A: {v: A | B | C, w?: int}\n  B: {v: A | B | C, w?: string}\n  C: {v: A | B | C, w?: boolean}\n";

    private const string Rule = "body: {rule: Rule}\nschemas:\n  Rule: string | Rule[] | long[]\n";

    private const string Value = "body: {rule: Value}\nschemas:\n  Value: string | map<Value> | map<long>\n";

    private const string Generic = "body: {rule: N<int>}\nschemas:\n  N<T>: string | N<T[]>[] | N<map<T>>[]\n";

    public static TheoryData<string, string, bool> Bodies => new()
    {
        { Tables, Nest("{\"v\":", 40, "1", "}"), false },
        { Tables, Nest("{\"v\":", 60, "{}", "}"), false },
        { Rule, "{\"rule\":" + Nest("[", 60, "", "]") + "}", true },
        { Rule, "{\"rule\":" + Nest("[", 60, "true", "]") + "}", false },
        { Rule, "{\"rule\":" + Nest("[1,", 1, "2", "]") + "}", true },
        { Value, "{\"rule\":" + Nest("{\"a\":", 60, "{}", "}") + "}", true },
        { Value, "{\"rule\":" + Nest("{\"a\":", 60, "true", "}") + "}", false },
        { "body: A\nschemas:\n  A: A | B\n  B: B | A\n", "{}", true },
        { "body: {a: A0}\nschemas:\n" + Chain(500) + "  A500: int\n", "{\"a\":1}", true },
        { "body: {a: A0}\nschemas:\n" + Chain(500) + "  A500: int\n", "{\"a\":\"x\"}", false },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_request_is_checked_however_many_ways_there_are_to_read_it(string spec, string body, bool fits)
        => Assert.Equal(fits ? HttpStatusCode.OK : HttpStatusCode.BadRequest, (await PostAsync(Head + spec, body)).Status);

    [Fact]
    public async Task A_schema_that_grows_its_own_argument_ends_the_check()
    {
        var (status, _) = await PostAsync(Head + Generic, "{\"rule\":" + Nest("[", 60, "true", "]") + "}");

        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, status.ToString());
    }

    [Fact]
    public async Task A_large_body_is_checked_whole()
    {
        var items = string.Join(',', Enumerable.Repeat("{\"v\":[1,2,3]}", 20_000));

        var spec = Head + "body: Item[]\nschemas:\n  Item: {v: 'int[] | string[]'}\n";
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(spec, "[" + items + "]")).Status);
        var (status, text) = await PostAsync(spec, "[" + items + ",{}]");

        Assert.Equal((HttpStatusCode.BadRequest, true), (status, text.Contains("$[20000].v is missing", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"rule":"\ud800"}""")]
    [InlineData("""{"\ud800":"x"}""")]
    public async Task Half_a_surrogate_pair_is_refused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Head + Rule, body)).Status);

    [Theory]
    [InlineData("x", 32, 3)]
    [InlineData("x?", 32, 3)]
    [InlineData("x", 12, 60)]
    [InlineData("x?", 12, 60)]
    public async Task A_sample_of_tables_that_name_each_other_again_and_again_is_bounded(string member, int tables, int times)
    {
        var schemas = string.Concat(
            Enumerable.Range(0, tables).Select(i => $"  T{i}:\n" + string.Concat(Enumerable.Range(0, times).Select(j => Row(member, i, j, tables)))));
        var text = await GetAsync(
            "operation: Values.Get\nrequest: GET /values\nstatus: {200 OK: Done.}\nresponse: T0\nschemas:\n" + schemas + $"  T{tables}: {{id: int}}\n");

        Assert.InRange(text.Length, 2, 4_000_000);
        Assert.NotNull(JsonNode.Parse(text, documentOptions: new() { MaxDepth = 200 }));
    }

    [Fact]
    public async Task A_sample_of_tables_that_all_name_each_other_is_bounded()
    {
        var schemas = string.Concat(Enumerable.Range(0, 15)
            .Select(static i => $"  T{i}:\n    id: int\n" + string.Concat(Enumerable.Range(0, 15).Select(static j => $"    t{j}?: T{j}\n"))));
        var text = await GetAsync("operation: Values.Get\nrequest: GET /values\nstatus: {200 OK: Done.}\nresponse: T0\nschemas:\n" + schemas);

        Assert.InRange(text.Length, 2, 4_000_000);
        Assert.Equal(1, JsonNode.Parse(text)!["id"]!.GetValue<int>());
    }

    [Fact]
    public void The_description_of_an_operation_is_bounded()
    {
        var schemas = string.Concat(
            Enumerable.Range(0, 12).Select(static i => $"  T{i}:\n" + string.Concat(Enumerable.Range(0, 40).Select(j => $"    t{j}: T{i + 1}\n"))));
        var catalog = ExampleCatalog.Parse(new SpecDocument(
            "a.apispec.yaml",
            "operation: Values.Get\nrequest: GET /values\nstatus: {200 OK: Done.}\nresponse: T0\nschemas:\n" + schemas + "  T12: {id: int}\n"));

        Assert.InRange(Assert.Single(catalog.Operations).ResponseBody!.Members.Count, 40, 10_000);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(200)]
    public async Task A_request_is_checked_through_chains_of_same_as(int length)
    {
        var documents = Enumerable.Range(
            0,
            length).Select(static i => new SpecDocument(
                $"s{i}.apispec.yaml", $"operation: Chain.S{i}\nrequest: POST /chain/{i}\nstatus: [200]\nbody: same as Chain.S{i + 1}\n"))
            .Append(new SpecDocument("last.apispec.yaml", $"operation: Chain.S{length}\nrequest: POST /chain/{length}\nstatus: [200]\nbody: {{a: int}}\n"));
        using var handler = new StubMessageHandler(ExampleCatalog.Parse(documents));
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://chain.example") };
        using var content = new StringContent("""{"a":"x"}""", Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(new Uri("/chain/0", UriKind.Relative), content);

        Assert.Equal("Chain.S0: $.a is not a number, but a string.", Assert.Single(handler.Requests).Violation);
    }

    private static string Row(string member, int table, int number, int tables)
    {
        var optional = member.EndsWith('?') ? "?" : "";
        return string.Create(CultureInfo.InvariantCulture, $"    {member.TrimEnd('?')}{number}{optional}: T{Math.Min(table + 1, tables)}\n");
    }

    private static string Chain(int length)
        => string.Concat(Enumerable.Range(0, length).Select(static i => string.Create(CultureInfo.InvariantCulture, $"  A{i}: A{i + 1}\n")));

    private static string Nest(string open, int depth, string inner, string close)
        => string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(string spec, string body)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", spec))));
        using var client = new HttpClient { BaseAddress = server.BaseAddress, Timeout = Limit };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/values", UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> GetAsync(string spec)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", spec))));
        using var client = new HttpClient { BaseAddress = server.BaseAddress, Timeout = Limit };
        return await client.GetStringAsync(new Uri("/values", UriKind.Relative));
    }
}
