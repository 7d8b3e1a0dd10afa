using ApiSpec.References.Tests.Servers;
using Example.Insight;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>A reference in the style of performance monitors: a scheme before the token, repeated identifiers in the query, numbered pages.</summary>
public sealed class InsightTests
{
    private static readonly Guid s_first = Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    private static readonly Guid s_second = Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3302");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_counted_from_zero_and_every_identifier_is_sent_again()
    {
        await using var server = await RecordingServer.StartAsync(static request => request.Line.StartsWith("POST", StringComparison.Ordinal)
            ? new(200, """{"token":"abc","validity":1,"expiresAt":"later"}""")
            : new(200, Page(request.Line.Contains("page=1", StringComparison.Ordinal) ? s_second : s_first)));
        using var client = new InsightClient(server.Address);
        var signedIn = client.With(
            new ApiCallOptions { Credential = InsightApi.Auth.AcquireToken.Credential(client, new() { Username = "ann", Password = "x" }) });
        var values = new List<ResourcesListStatsResponseValues>();
        var query = new ResourcesListStatsQuery
        {
            StatKey = ["cpu|usage"],
            RollUpType = ResourcesListStatsRollUpType.Max,
            Begin = 1_700_000_000_000,
            Dt = false,
            PageSize = 1,
        };
        await foreach (var value in signedIn.Resources.ListStatsItemsAsync([s_first, s_second], query, Token))
            values.Add(value);

        Assert.Equal([s_first, s_second], values.Select(static value => value.ResourceId));
        Assert.Equal([0.5, 1e300], values[0].StatList.Stat[0].Data);
        Assert.Equal([1_700_000_000_000], values[0].StatList.Stat[0].Timestamps);
        Assert.Equal("POST /insight/api/tokens/acquire {\"username\":\"ann\",\"password\":\"x\"}", server.Requests[0].ToString());
        const string Rest = "&statKey=cpu%7Cusage&begin=1700000000000&rollUpType=MAX&dt=false";
        Assert.Equal(2, server.Requests.Count - 1);
        Assert.All(server.Requests.Skip(1), request =>
        {
            Assert.StartsWith($"GET /insight/api/resources/stats?resourceId={s_first}&resourceId={s_second}", request.Line, StringComparison.Ordinal);
            Assert.Contains(Rest, request.Line, StringComparison.Ordinal);
            Assert.EndsWith("&pageSize=1", request.Line, StringComparison.Ordinal);
            Assert.Equal("InsightToken abc", request.Header("Authorization"));
        });
        Assert.Contains("&page=1&", server.Requests[2].Line, StringComparison.Ordinal);
    }

    public static TheoryData<ResourcesListStatsQuery> Broken => new()
    {
        new ResourcesListStatsQuery { Begin = 1, LatestMaxSamples = 1 },
        new ResourcesListStatsQuery { End = 1, LatestMaxSamples = 1 },
        new ResourcesListStatsQuery { IntervalQuantifier = 2 },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task What_excludes_something_else_is_not_sent_beside_it(ResourcesListStatsQuery query)
    {
        await using var server = await RecordingServer.StartAsync(200, Page(s_first));
        using var client = new InsightClient(server.Address);
        await Assert.ThrowsAsync<ArgumentException>(() => client.Resources.ListStatsAsync([s_first], query, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Resources.ListStatsAsync([], cancellationToken: Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_call_is_named_in_its_body_and_its_values_are_texts_or_lists()
    {
        await using var server = await RecordingServer.StartAsync(200, """{"jsonrpc":"2.0","result":[{"hostid":"1","host":"web","status":"0"}],"id":4}""");
        using var client = new InsightClient(server.Address);
        var filter = new Dictionary<string, HostsGetBodyParamsFilter>(
            StringComparer.Ordinal) { ["host"] = "web", ["status"] = new((IReadOnlyList<string>)["0", "1"]) };
        var hosts = await client.Hosts.GetAsync(new() { Params = new() { Output = "extend", Filter = filter }, Id = 4 }, Token);

        Assert.Equal("web", hosts.Result![0].HostName);
        Assert.Equal(0, hosts.Result[0].Status);
        Assert.Null(hosts.Error);
        Assert.Equal(
            """POST /insight/rpc {"jsonrpc":"2.0","method":"host.get","params":{"output":"extend","filter":{"host":"web","status":["0","1"]}},"id":4}""",
            Assert.Single(server.Requests).ToString());
    }

    private static string Page(Guid resource)
        => $$"""
            {
              "pageInfo": { "totalCount": 2, "page": 0, "pageSize": 1 },
              "values": [ { "resourceId": "{{resource}}", "stat-list": { "stat": [ { "statKey": { "key": "cpu|usage" }, "timestamps": [ 1700000000000 ], "data": [ 0.5, 1e300 ] } ] } } ]
            }
            """;
}
