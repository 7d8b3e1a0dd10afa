using System.Diagnostics;
using System.Globalization;
using System.Net;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>
/// The cost of a request grows with the request and with its section, but not with their product. The memory of a server is limited.
/// </summary>
public sealed class LargeRequestTests
{
    [Fact]
    public async Task Form_with_many_parts_takes_as_long_whatever_the_number_of_rows_is()
    {
        const int Parts = 60_000;
        var few = await MeasureFormAsync(rows: 10, Parts);
        var many = await MeasureFormAsync(rows: 4_000, Parts);
        Assert.True(many < 20 * few + TimeSpan.FromMilliseconds(500), $"{few} for few rows, {many} for many");
    }

    [Fact]
    public async Task Query_with_many_parameters_takes_time_in_proportion_to_them()
    {
        var few = await MeasureQueryAsync(300);
        var many = await MeasureQueryAsync(6_000);
        Assert.True(many < 80 * few + TimeSpan.FromMilliseconds(500), $"{few} for few parameters, {many} for many");
    }

    [Fact]
    public void Field_is_found_by_name_among_very_many()
    {
        var query = string.Join('&', Enumerable.Range(0, 5_000).Select(static i => Parameter(i) + "=" + i.ToString(CultureInfo.InvariantCulture)));
        using var handler = new StubMessageHandler(Catalog("query: {p0?: int}\n"));
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://example.test") };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/values?" + query + "&p1=again");
        using var response = client.Send(request, TestContext.Current.CancellationToken);

        var fields = Assert.Single(handler.Requests).Query;
        Assert.Equal((5_001, "4999", null), (fields.Count, fields["p4999"], fields["P4999"]));
        Assert.Equal(["1", "again"], fields.GetValues("p1"));
        Assert.Empty(fields.GetValues("none"));
    }

    [Fact]
    public async Task Oldest_of_very_many_tokens_is_forgotten()
    {
        var catalog = ExampleCatalog.Parse(
            new SpecDocument("api.apispec.yaml", "client: TokenClient\nauthentication:\n  - token: Sessions.Create\n    member: token\n    header: X-Token\n"),
            new SpecDocument("login.apispec.yaml", "operation: Sessions.Create\nrequest: POST /sessions\nstatus: [200]\nresponse: {token: string}\n"),
            new SpecDocument("get.apispec.yaml", "operation: Things.Get\nrequest: GET /things\nstatus: [200]\n"));
        using var handler = new StubMessageHandler(new StubOptions(catalog) { MaxRequests = 1 }.RequireToken());
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://example.test") };
        for (var i = 0; i < 10_001; i++)
            (await client.PostAsync(new Uri("/sessions", UriKind.Relative), null, TestContext.Current.CancellationToken)).Dispose();

        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(client, "token1"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(client, "token2"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(client, "token10001"));
    }

    private static async Task<HttpStatusCode> GetAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/things") { Headers = { { "X-Token", token } } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<TimeSpan> MeasureFormAsync(int rows, int parts)
    {
        var last = Parameter(rows - 1);
        using var handler = new StubMessageHandler(Catalog(
            "body form:\n" + string.Concat(Enumerable.Range(0, rows).Select(static i => "  " + Parameter(i) + "?: int[] as repeat\n"))));
        var body = string.Join('&', Enumerable.Repeat(last + "=1", parts));
        return await MeasureAsync(handler, "/values", () => new StringContent(body, null, "application/x-www-form-urlencoded"));
    }

    private static Task<TimeSpan> MeasureQueryAsync(int count)
    {
        var handler = new StubMessageHandler(
            Catalog("query:\n" + string.Concat(Enumerable.Range(0, count).Select(static i => "  " + Parameter(i) + "?: int\n"))));
        var query = string.Join('&', Enumerable.Range(0, count).Select(static i => Parameter(i) + "=1"));
        return MeasureAsync(handler, "/values?" + query, static () => null);
    }

    private static async Task<TimeSpan> MeasureAsync(StubMessageHandler handler, string target, Func<HttpContent?> content)
    {
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://example.test") };
        var best = TimeSpan.MaxValue;

        // The first iteration includes compilation by the runtime.
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await client.PostAsync(new Uri(target, UriKind.Relative), content(), TestContext.Current.CancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
            Assert.Null(handler.Requests[^1].Violation);
        }

        return best;
    }

    private static ExampleCatalog Catalog(string keys)
        => ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", "operation: Values.Post\nrequest: POST /values\nstatus: [200]\n" + keys));

    private static string Parameter(int number) => "p" + number.ToString(CultureInfo.InvariantCulture);
}
