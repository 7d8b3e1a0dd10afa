using System.Text.Json;
using ApiSpec.Tests.Servers;
using Example.Board;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Lists that are read page by page.</summary>
public sealed class PagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_lead_from_page_to_page_and_never_to_another_server()
    {
        await using var server = await Server.StartAsync(static request => request switch
        {
            "/redfish/v1/Ports?$top=2" => Ports(["a", "b"], "https://elsewhere.example:1/redfish/v1/Ports?$skiptoken=x%2Fy&$top=2"),
            "/redfish/v1/Ports?$skiptoken=x%2Fy&$top=2" => Ports(["c"], "/redfish/v1/Ports?$skiptoken=z"),
            _ => Ports(["d"], null),
        });
        var ports = await ToListAsync(server.Client.Ports.ListItemsAsync(new() { Top = 2, XRegion = "north" }, Token));
        Assert.Equal(["a", "b", "c", "d"], ports.Select(static port => port.Name));
        Assert.Equal(["/redfish/v1/Ports?$top=2", "/redfish/v1/Ports?$skiptoken=x%2Fy&$top=2", "/redfish/v1/Ports?$skiptoken=z"], server.Requests);
        Assert.Equal(["north", "north", "north"], server.Regions);
    }

    [Fact]
    public async Task A_page_is_asked_for_when_it_is_needed_and_again_when_enumeration_begins_again()
    {
        await using var server = await Server.StartAsync(static request => Ports(["a"], request.Contains('?') ? null : "/redfish/v1/Ports?p=2"));
        var pages = server.Client.Ports.ListPagesAsync(cancellationToken: Token);
        Assert.Empty(server.Requests);
        await foreach (var page in pages)
        {
            Assert.Equal(7, page.MembersOdataCount);
            break;
        }

        Assert.Single(server.Requests);
        await foreach (var page in pages)
            break;
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_link_to_another_operation_is_refused()
    {
        await using var server = await Server.StartAsync(static _ => Ports(["a"], "/redfish/v1/Users?page=2"));
        var thrown = await Assert.ThrowsAsync<ApiLinkException>(() => ToListAsync(server.Client.Ports.ListItemsAsync(cancellationToken: Token)));
        Assert.Contains("@odata.nextLink", thrown.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Links_that_lead_in_a_circle_end_with_an_error()
    {
        await using var server = await Server.StartAsync(
            static request => request.EndsWith('2') ? Ports(["b"], "/redfish/v1/Ports") : Ports(["a"], "/redfish/v1/Ports?p=2"));
        await Assert.ThrowsAsync<ApiContractException>(() => ToListAsync(server.Client.Ports.ListItemsAsync(cancellationToken: Token)));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Tokens_go_where_the_reference_wants_them_beside_everything_else()
    {
        await using var server = await Server.StartAsync(static request => request switch
        {
            "/redfish/v1/Events/a%20b?kind=x" => """{"events":["1","2"],"page":{"nextToken":"t&1"}}""",
            "/redfish/v1/Events/a%20b?token=t%261&kind=x" => """{"page":{"nextToken":"t2"}}""",
            "/redfish/v1/Events/a%20b?token=t2&kind=x" => """{"events":["3"],"page":{"nextToken":null}}""",
            _ => """{"events":["wrong: """ + request + "\"]}",
        });
        Assert.Equal(["1", "2", "3"], await ToListAsync(server.Client.Events.ListItemsAsync("a b", new() { Kind = "x" }, Token)));
    }

    [Fact]
    public async Task Offsets_count_what_came_until_nothing_comes()
    {
        await using var server = await Server.StartAsync(static request => request switch
        {
            "/redfish/v1/LogLines?offset=5&limit=2" => """["a","b"]""",
            "/redfish/v1/LogLines?offset=7&limit=2" => """["c"]""",
            "/redfish/v1/LogLines?offset=8&limit=2" => "[]",
            _ => """["wrong"]""",
        });
        Assert.Equal(["a", "b", "c"], await ToListAsync(server.Client.LogLines.ListItemsAsync(5, new() { Limit = 2 }, Token)));
    }

    [Fact]
    public async Task A_server_that_gives_the_same_page_for_ever_is_reported()
    {
        await using var server = await Server.StartAsync(static _ => """["a","b"]""");
        var thrown = await Assert.ThrowsAsync<ApiContractException>(() => ToListAsync(server.Client.LogLines.ListItemsAsync(0, cancellationToken: Token)));
        Assert.Matches(@"page 2 \(GET http://\S+/redfish/v1/LogLines\?offset=2\) has the same items as the page before it\.$", thrown.Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(null, ""","total":3""", "", "?page=2")]
    [InlineData(2, "", "?page=2", "?page=3", "?page=4")]
    [InlineData(3, ""","hasMore":false""", "?page=3")]
    public async Task Page_numbers_go_on_from_the_first_until_the_page_says_that_it_is_the_last(int? first, string end, params string[] requests)
    {
        await using var server = await Server.StartAsync(request => request.EndsWith("page=4", StringComparison.Ordinal)
            ? """{"users":[]}"""
            : $$"""{"users":[{"name":"{{request.Length}}{{request[^1]}}"},{"name":"x"}]{{end}}}""");
        var users = await ToListAsync(server.Client.Users.ListItemsAsync(first is null ? null : new() { Page = first }, Token));
        Assert.Equal(requests.Select(static query => "/redfish/v1/Users" + query), server.Requests);
        Assert.Equal(users.Count, server.Requests.Count(static request => !request.EndsWith('4')) * 2);
    }

    [Fact]
    public async Task A_list_of_one_page_is_read_while_it_arrives()
    {
        await using var server = await Server.StartAsync(static _ => """{"count":2,"fans":[{"name":"a"},{"name":"b"}]}""");
        Assert.Equal(["a", "b"], (await ToListAsync(server.Client.Fans.ListItemsAsync(Token))).Select(static fan => fan.Name));
    }

    [Fact]
    public async Task Cancellation_ends_the_enumeration_between_pages()
    {
        await using var server = await Server.StartAsync(static request => Ports([request], "/redfish/v1/Ports?p=" + request.Length));
        using var cancelled = new CancellationTokenSource();
        await using var pages = server.Client.Ports.ListPagesAsync(cancellationToken: cancelled.Token).GetAsyncEnumerator(Token);
        Assert.True(await pages.MoveNextAsync());
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pages.MoveNextAsync());
        Assert.Single(server.Requests);
    }

    private static string Ports(string[] names, string? next)
    {
        var members = names.Select(static name => $$"""{"@odata.id":"/redfish/v1/Ports/1","Name":{{JsonSerializer.Serialize(name)}}}""");
        var link = next is null ? "" : ",\"@odata.nextLink\":" + JsonSerializer.Serialize(next);
        return $$"""{"Members":[{{string.Join(',', members)}}],"Members@odata.count":7{{link}}}""";
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    private sealed class Server : IAsyncDisposable
    {
        private readonly WebServer _server;

        private Server(WebServer server)
        {
            _server = server;
            Client = new BoardClient(server.Address);
        }

        public BoardClient Client { get; }

        public List<string> Requests { get; private init; } = [];

        public List<string> Regions { get; private init; } = [];

        public static async Task<Server> StartAsync(Func<string, string> answer)
        {
            List<string> requests = [], regions = [];
            var server = await WebServer.StartAsync(async context =>
            {
                var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Replace("%24", "$", StringComparison.Ordinal);
                requests.Add(target);
                regions.Add(context.Request.Headers["X-Region"].ToString());
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(answer(target), context.RequestAborted);
            });
            return new Server(server) { Requests = requests, Regions = regions };
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _server.DisposeAsync();
        }
    }
}
