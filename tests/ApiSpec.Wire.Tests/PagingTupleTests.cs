using System.Globalization;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Lists whose pages are selected by a value at a position of an array.</summary>
public sealed class PagingTupleTests
{
    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: MarketClient\n"),
        new SpecDocument(
            "shared.apispec.yaml",
            "schemas:\n  Candle:\n    type: object as array\n    members:\n      openTime: long\n      close: decimal as string\n      isLast?: boolean\n"),
        new SpecDocument(
            "list.apispec.yaml",
            "operation: Candles.List\nrequest: GET /candles\nquery:\n  startTime?: long\npaging:\n  cursor: startTime\n  next: openTime\n"
                + "status: [200]\nresponse: Candle[]\n"),
        new SpecDocument(
            "page.apispec.yaml",
            "operation: Candles.Page\nrequest: GET /page\nquery:\n  startTime?: long\npaging:\n  items: result.rows\n  cursor: startTime\n"
                + "  next: result.rows.openTime\n  last: result.rows.isLast\nstatus: [200]\nresponse:\n  result:\n    rows: Candle[]\n"),
        new SpecDocument(
            "token.apispec.yaml",
            "operation: Candles.Token\nrequest: GET /token\nquery:\n  token?: string\npaging:\n  items: rows\n  cursor: token\n  next: state.next\n"
                + "status: [200]\nresponse:\n  rows: Candle[]\n  state: State\nschemas:\n  State:\n    type: object as array\n    members:\n"
                + "      count: int\n      next?: string\n")).Load());

    [Theory]
    [InlineData(
        "List", "/candles /candles?startTime=2 /candles?startTime=3 /candles?startTime=3", "[[1,\"1\"],[2,\"2\"]]", "[[2,\"2\"],[3,\"3\"]]", "[[3,\"3\"]]",
        "[]")]
    [InlineData(
        "Page", "/page /page?startTime=2", "{\"result\":{\"rows\":[[1,\"1\"],[2,\"2\",false]]}}", "{\"result\":{\"rows\":[[2,\"2\"],[3,\"3\",true]]}}")]
    [InlineData("Token", "/token /token?token=b", "{\"rows\":[[1,\"1\"],[2,\"2\"]],\"state\":[3,\"b\"]}", "{\"rows\":[[3,\"3\"]],\"state\":[3]}")]
    public async Task Next_page_starts_at_the_value_of_the_last_page(string method, string expected, params string[] pages)
    {
        using var handler = new CannedResponses(pages);
        var read = new List<string>();

        await foreach (var candle in (IAsyncEnumerable<object>)Client.Value.Invoke(
            new Uri("http://market.example"), "Candles", method + "ItemsAsync", static (_, _) => null, new ApiClientOptions { Handler = handler }))
            read.Add(((IFormattable)candle.GetType().GetProperty("OpenTime")!.GetValue(candle)!).ToString(null, CultureInfo.InvariantCulture));

        Assert.Equal(["1", "2", "3"], read);
        Assert.Equal(expected.Split(' ').Take(handler.Requests.Count), handler.Requests);
        Assert.InRange(handler.Requests.Count, 2, pages.Length);
    }

    [Theory]
    [InlineData("List")]
    [InlineData("Page")]
    [InlineData("Token")]
    public async Task Server_of_the_specs_has_one_page(string method)
    {
        var count = 0;
        for (var seed = 1; seed <= 5; seed++)
        {
            await using var server = await Client.Value.StartServerAsync(options => options.Seed = seed);

            await foreach (var _ in (IAsyncEnumerable<object>)Client.Value.Invoke(
                server.BaseAddress, "Candles", method + "ItemsAsync", static (_, _) => null, new ApiClientOptions()))
                count++;

            Assert.InRange(server.Requests.Count, 1, 2);
            Assert.All(server.Requests, static request => Assert.Null(request.Violation));
        }

        Assert.True(count > 0);
    }

    [Theory]
    [InlineData("next: openTme", "did you mean 'openTime'?")]
    [InlineData("next: close", "'close' ('next') has another type than 'startTime'")]
    public void Value_that_cannot_select_a_page_is_explained(string next, string expected)
        => Assert.Contains(
            expected,
            Assert.Single(GeneratedProject.OfSection(
                "operation: Candles.List\nrequest: GET /candles\nquery:\n  startTime?: long\npaging:\n  cursor: startTime\n  " + next
                    + "\nstatus: [200]\nresponse: Candle[]\nschemas:\n  Candle:\n    type: object as array\n    members:\n      openTime: long\n"
                    + "      close: string\n").Messages),
            StringComparison.Ordinal);
}
