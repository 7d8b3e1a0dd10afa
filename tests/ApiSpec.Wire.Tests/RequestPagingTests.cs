using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Lists whose pages are selected in the body, in a form, or by a header.</summary>
public sealed class RequestPagingTests
{
    private const string Total = "response:\n  items: Item[]\n  count: int\n";

    private static readonly string[] Specs =
    [
        "operation: Skipped.List\nrequest: POST /skipped\nbody:\n  text?: string\n  offset?: int\n  limit?: int\n"
        + "paging:\n  offset: offset\n  items: items\n  total: count\nstatus: [200]\n" + Total,
        "operation: Nested.List\nrequest: POST /nested\nbody:\n  text?: string\n  paging?:\n    deep?:\n      from?: long default 1\n    limit?: int\n"
        + "paging:\n  offset: paging.deep.from\n  items: items\n  total: count\nstatus: [200]\n" + Total,
        "operation: Numbered.List\nrequest: POST /numbered\nbody: Search\npaging:\n  page: page\n  items: items\nstatus: [200]\nresponse:\n  items: Item[]\n",
        "operation: Tokens.List\nrequest: POST /tokens\nbody:\n  token?: string or null\npaging:\n  cursor: token\n  next: token\n  items: items\n"
        + "status: [200]\nresponse:\n  items: Item[]\n  token?: string\n",
        "operation: Keys.List\nrequest: POST /keys\nbody:\n  after?: long\npaging:\n  cursor: after\n  next: id\nstatus: [200]\nresponse: Item[]\n",
        "operation: Fields.List\nrequest: POST /fields\nbody form:\n  text: string always x\n  start?: int default 0\npaging:\n  offset: start\n"
        + "  items: items\n  total: count\nstatus: [200]\n" + Total,
        "operation: Headed.List\nrequest: GET /headed\nheaders:\n  X-Token?: string\npaging:\n  cursor: X-Token\n  next: x-next\nstatus:\n  200 OK:\n"
        + "    description: x\n    headers:\n      X-Next: string\nresponse: Item[]\n",
        "operation: Counted.List\nrequest: GET /counted\nquery:\n  page?: int\npaging:\n  cursor: page\n  next: X-Next\nstatus:\n  200 OK:\n"
        + "    description: x\n    headers:\n      X-Next: int\nresponse: Item[]\n",
        "operation: Zero.List\nrequest: GET /zero\nheaders:\n  X-Page?: int default 0\npaging:\n  page: X-Page\nstatus: [200]\nresponse: Item[]\n",
        Ranged("Ranges", "ranges"),
        Ranged("Unknown", "unknown"),
        Ranged("Open", "open"),
        Ranged("Hostile", "hostile"),
        "schemas:\n  Item:\n    id: long\n  Search:\n    text?: string\n    page: int\n",
    ];

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: PagesClient\n"),
        .. Specs.Select(static (text, i) => new SpecDocument($"s{i}.apispec.yaml", text)),
    ]).Load());

    [Theory]
    [InlineData("Skipped", """{"text":"t"}""", """{"text":"t"}|{"text":"t","offset":2}""", "1 2 3")]
    [InlineData("Skipped", """{"offset":1}""", """{"offset":1}""", "2 3")]
    [InlineData("Nested", """{"text":"t"}""", """{"text":"t"}|{"text":"t","paging":{"deep":{"from":3}}}""", "1 2 3")]
    [InlineData("Nested", """{"paging":{"limit":7}}""", """{"paging":{"limit":7}}|{"paging":{"deep":{"from":3},"limit":7}}""", "1 2 3")]
    [InlineData("Numbered", """{"page":1}""", """{"page":1}|{"page":2}|{"page":3}""", "1 2 3")]
    [InlineData("Tokens", "{}", """{}|{"token":"t2"}""", "1 2 3")]
    [InlineData("Keys", "{}", """{}|{"after":2}|{"after":3}""", "1 2 3")]
    [InlineData("Fields", "", "text=x|text=x&start=2", "1 2 3")]
    [InlineData("Headed", "", "|X-Token=t2", "1 2 3")]
    [InlineData("Counted", "", "|?page=2", "1 2 3")]
    [InlineData("Zero", "", "|X-Page=1|X-Page=2", "1 2 3")]
    [InlineData("Ranges", "", "|Range=items=2-3", "1 2 3")]
    [InlineData("Unknown", "", "|Range=items=2-3|Range=items=4-5", "1 2 3 4")]
    [InlineData("Open", "", "|Range=2-3|Range=3-4", "1 2 3")]
    public async Task Items_of_all_pages_are_returned_once(string group, string body, string requests, string ids)
    {
        await using var server = await Server.StartAsync(group);

        var items = await ReadAsync(server.Address, group, body);

        Assert.Equal((requests, ids), (string.Join('|', server.Requests), string.Join(' ', items)));
    }

    [Theory]
    [InlineData("Skipped", """{"text":"t"}""")]
    [InlineData("Nested", "{}")]
    [InlineData("Numbered", """{"page":1}""")]
    [InlineData("Tokens", "{}")]
    [InlineData("Keys", "{}")]
    [InlineData("Fields", "")]
    [InlineData("Headed", "")]
    [InlineData("Counted", "")]
    [InlineData("Zero", "")]
    [InlineData("Ranges", "")]
    public async Task Fake_has_a_list_that_ends(string group, string body)
    {
        await using var server = await Client.Value.StartServerAsync(static options => options.Seed = 3);

        Assert.NotEmpty(await ReadAsync(server.BaseAddress, group, body));
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
    }

    [Fact]
    public async Task Server_that_leads_back_to_a_body_is_found_out()
    {
        await using var server = await Server.StartAsync("Circle");

        var exception = await Assert.ThrowsAsync<ApiContractException>(() => ReadAsync(server.Address, "Tokens", "{}"));

        Assert.Contains("leads to a page that the server has sent before", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("items 0-1/2", null)]
    [InlineData("items 0-1/3", "items=2-3")]
    [InlineData("items=0-1/3", "items=2-3")]
    [InlineData("items */0", null)]
    [InlineData(" ", null)]
    [InlineData("items 9223372036854775800-9223372036854775806/*", "items=9223372036854775807-9223372036854775807")]
    public async Task Range_of_a_response_is_read_by_its_grammar(string header, string? next)
    {
        await using var server = await Server.StartAsync("Hostile", header);

        await ReadAsync(server.Address, "Hostile", "");

        Assert.Equal(next is null ? [""] : ["", "Range=" + next], server.Requests);
    }

    // The list must not look complete.
    [Theory]
    [InlineData("Hostile", "bytes\t0-1")]
    [InlineData("Hostile", "items 5-4/9")]
    [InlineData("Hostile", "items 0-1")]
    [InlineData("Hostile", "items 0-9223372036854775807/*")]
    [InlineData("Hostile", "i(t)ems 0-1/3")]
    [InlineData("Hostile", "items -1-1/3")]
    [InlineData("Hostile", "items 0-1/-3")]
    [InlineData("Hostile", "items 0-1/99999999999999999999")]
    [InlineData("Counted", "next")]
    [InlineData("Counted", "99999999999")]
    public async Task Header_that_cannot_be_read_contradicts_the_contract(string group, string header)
    {
        await using var server = await Server.StartAsync(group, header);

        var exception = await Assert.ThrowsAsync<ApiContractException>(() => ReadAsync(server.Address, group, ""));

        Assert.Contains(group == "Hostile" ? "Content-Range" : "X-Next", exception.Message, StringComparison.Ordinal);
    }

    private static string Ranged(string group, string path)
        => "operation: " + group + ".List\nrequest: GET /" + path + "\nheaders:\n  Range?: string\npaging:\n  cursor: Range\n  next: Content-Range\n"
            + "status:\n  206 Partial Content:\n    description: x\n    headers:\n      Content-Range: string\n  416: No such range\nresponse: Item[]\n";

    private static async Task<List<long>> ReadAsync(Uri server, string group, string body)
    {
        var items = Client.Value.Invoke(
            server, group, "ListItemsAsync", (name, type) => name == "body" ? SampleArgument.Parse(type, body) : null, new ApiClientOptions());
        var ids = new List<long>();
        await foreach (var item in (IAsyncEnumerable<object>)items)
            ids.Add((long)item.GetType().GetProperty("Id")!.GetValue(item)!);
        return ids;
    }

    /// <summary>A server that notes what selects a page in each request, and responds with pages of two items.</summary>
    private sealed class Server(WebApplication application) : IAsyncDisposable
    {
        public List<string> Requests { get; } = [];

        public Uri Address => new(application.Urls.First());

        public static async Task<Server> StartAsync(string kind, string? text = null)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            var server = new Server(application);
            application.Run(context => server.RespondAsync(context, kind, text));
            await application.StartAsync(TestContext.Current.CancellationToken);
            return server;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();

        private static string Items(int first, int last)
            => string.Join(',', Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(static id => $$"""{"id":{{id}}}"""));

        private async Task RespondAsync(HttpContext context, string kind, string? text)
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var headers = context.Request.Headers;
            Requests.Add(body.Length > 0 ? body
                : headers["X-Token"].Count > 0 ? "X-Token=" + headers["X-Token"]
                : headers["X-Page"].Count > 0 ? "X-Page=" + headers["X-Page"]
                : headers.Range.Count > 0 ? "Range=" + headers.Range
                : context.Request.QueryString.Value!);
            var page = Requests.Count;
            var json = body.StartsWith('{') ? JsonNode.Parse(body)! : new JsonObject();
            context.Response.ContentType = "application/json";
            var response = kind switch
            {
                "Skipped" => Page(((int?)json["offset"] ?? 0) + 1),
                "Nested" => Page((int?)json["paging"]?["deep"]?["from"] ?? 1),
                "Numbered" => (int)json["page"]! switch { 1 => Listed(1, 2), 2 => Listed(3, 3), _ => Listed(1, 0) },
                "Tokens" => json["token"] is null ? """{"items":[{"id":1},{"id":2}],"token":"t2"}""" : """{"items":[{"id":3}],"token":""}""",
                "Circle" => page == 1 ? """{"items":[{"id":1}],"token":"t2"}""" : """{"items":[{"id":3}],"token":"t2"}""",
                "Keys" => "[" + ((long?)json["after"] switch { null => Items(1, 2), 2 => Items(3, 3), _ => "" }) + "]",
                "Fields" => Page(int.Parse(QueryHelpers.ParseQuery(body).TryGetValue("start", out var start) ? start! : "0", CultureInfo.InvariantCulture) + 1),
                _ => Headed(context, kind, page, text),
            };
            await context.Response.WriteAsync(response, context.RequestAborted);
        }

        private static string Headed(HttpContext context, string kind, int page, string? text)
        {
            var headers = context.Response.Headers;
            if (kind is "Headed" or "Counted")
            {
                if (page == 1)
                    headers["X-Next"] = text ?? (kind == "Headed" ? "t2" : "2");
                return "[" + (page == 1 ? Items(1, 2) : Items(3, 3)) + "]";
            }

            if (kind == "Zero")
                return "[" + (page == 1 ? Items(1, 2) : page == 2 ? Items(3, 3) : "") + "]";
            context.Response.StatusCode = kind is "Unknown" or "Open" && page == 3 ? 416 : 206;
            headers.ContentRange = (kind, page) switch
            {
                ("Hostile", 1) => text!,
                ("Hostile", _) => "items 2-2/3",
                ("Ranges", 1) => "items 0-1/3",
                ("Ranges", _) => "items 2-2/3",
                ("Unknown", 1) => "items 0-1/*",
                ("Unknown", 2) => "items 2-3/*",
                ("Unknown", _) => "items */4",
                (_, 1) => "0-1/*",
                (_, 2) => "2-2/*",
                _ => "*/3",
            };
            return page == 1 ? "[" + Items(1, 2) + "]" : page == 2 ? "[" + Items(3, kind == "Unknown" ? 4 : 3) + "]" : "";
        }

        private static string Page(int first) => $$"""{"items":[{{Items(first, Math.Min(first + 1, 3))}}],"count":3}""";

        private static string Listed(int first, int last) => $$"""{"items":[{{Items(first, last)}}]}""";
    }
}
