using System.Globalization;
using System.Web;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Lists whose pages state in a header, or in their last item, whether there are more.</summary>
public sealed class PagingFactTests
{
    private const string Page = "  page?: int default 1\n";

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: PagesClient\n"),
        Section("More", Page, "  page: page\n  more: x-has-more\n", "X-Has-More?: boolean"),
        Section("Words", Page, "  page: page\n  more: X-Has-More\n", "X-Has-More?: boolean as 1|0"),
        Section("Done", "  start?: int\n", "  offset: start\n  last: X-Page-Done\n", "X-Page-Done: boolean as 1|0"),
        Section("Total", "  page?: int default 1\n  size?: int default 2\n", "  page: page\n  size: size\n  total: X-Total\n", "X-Total: int"),
        Section("Next", Page, "  page: page\n  next: X-Next-Page\n", "X-Next-Page?: int"),
        Section("Offset", "  start?: int\n", "  offset: start\n  next: X-Next\n", "X-Next?: int"),
        Section("Url", Page, "  next: X-Next-Url\n", "X-Next-Url?: string"),
        Section("Typed", Page, "  page: page\n  next: X-Next-Url\n", "X-Next-Url?: url"),
        Section("Links", Page, "  page: page\n  next: X-Links\n", "X-Links?: string"),
        Section("Both", Page + "  start?: int\n", "  page: page\n  offset: start\n  next: X-Next-Url\n", "X-Next-Url?: string"),
        Section("Wide", "  page?: long default 1\n", "  items: content\n  page: page\n  next: next\n", "", "\n  content: Item[]\n  next?: int"),
        Section("IsLast", Page, "  page: page\n  last: _is_last\n", ""),
        Section("Flag", "  start?: int\n", "  offset: start\n  more: _more_items\n", ""),
        Section("Inner", "  start?: int\n", "  items: data.items\n  offset: start\n  more: data.items._more_items\n", "", "\n  data:\n    items: Item[]"),
        Section("Last", "  page?: int default 0\n", "  items: content\n  page: page\n  last: last\n", "", "\n  content: Item[]\n  last: boolean"),
        Section("After", "  after?: long\n", "  cursor: after\n  next: id\n  more: _more_items\n", ""),
        new SpecDocument("schemas.apispec.yaml", "schemas:\n  Item:\n    id: long\n    _more_items?: boolean\n    _is_last?: boolean\n"),
    ]).Load());

    public static TheoryData<string> Groups { get; } =
        new(["More", "Words", "Done", "Total", "Next", "Offset", "Url", "Typed", "Links", "Both", "Wide", "IsLast", "Flag", "Inner", "Last", "After"]);

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task List_ends_where_the_server_says_so(string group)
    {
        foreach (var total in new[] { 0, 1, 2, 3, 4, 5 })
        {
            await using var server = await Server.StartAsync(total, omits: false);

            Assert.Equal(Enumerable.Range(1, total).Select(static id => (long)id), await ReadAsync(server.Address, group));
            Assert.Equal(Math.Max(1, (total + 1) / 2), server.Requests);
        }
    }

    [Theory]
    [InlineData("More", 4)]
    [InlineData("Done", 4)]
    [InlineData("Total", 4)]
    [InlineData("Next", 1)]
    [InlineData("Offset", 1)]
    [InlineData("Url", 1)]
    [InlineData("Typed", 1)]
    [InlineData("Links", 1)]
    public async Task Missing_header_says_nothing_except_that_no_page_is_named(string group, int requests)
    {
        await using var server = await Server.StartAsync(5, omits: true);

        Assert.Equal(requests == 1 ? 2 : 5, (await ReadAsync(server.Address, group)).Count);
        Assert.Equal(requests, server.Requests);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Fake_has_a_list_that_ends(string group)
    {
        await using var server = await Client.Value.StartServerAsync(static options => options.Seed = 3);

        Assert.NotEmpty(await ReadAsync(server.BaseAddress, group));
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Header_with_another_value_does_not_end_the_list_silently()
    {
        await using var server = await StaticServer.StartAsync("""[{"id":1}]""", ("X-Has-More", "perhaps"));

        var exception = await Assert.ThrowsAsync<ApiContractException>(() => ReadAsync(server.Address, "Words"));

        Assert.Contains("the header 'X-Has-More', on which the next page depends, is not '1' or '0'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Example_without_its_request_is_the_first_page()
    {
        var client = GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", "client: PagesClient\n"),
            new SpecDocument(
                "list.apispec.yaml",
                "operation: Objects.List\nrequest: GET /objects\nquery:\n  marker?: string\npaging:\n  cursor: marker\n  next: name\nstatus: [200]\n"
                    + "response: Entry[]\nschemas:\n  Entry:\n    id: long\n    name: string\nexamples:\n  - response body: |\n"
                    + "      [{\"id\": 1, \"name\": \"goodbye\"}, {\"id\": 2, \"name\": \"helloworld\"}]\n"),
            new SpecDocument(
                "changes.apispec.yaml",
                "operation: Changes.List\nrequest: GET /changes\nquery:\n  S?: int\npaging:\n  offset: S\n  more: _more_changes\nstatus: [200]\n"
                    + "response: Change[]\nschemas:\n  Change:\n    id: long\n    _more_changes?: boolean\nexamples:\n  - response body: |\n"
                    + "      [{\"id\": 1}, {\"id\": 2, \"_more_changes\": true}]\n")).Load();
        await using var server = await client.StartServerAsync();

        Assert.Equal([1, 2], await ReadAsync(client, server.BaseAddress, "Objects"));
        Assert.Equal([1, 2], await ReadAsync(client, server.BaseAddress, "Changes"));
        Assert.Equal(["/objects", "/objects?marker=helloworld", "/changes", "/changes?S=2"], server.Requests.Select(static request => request.Target));
    }

    [Theory]
    [InlineData("  total: X-Total\n", "X-Total: string", "'X-Total' ('total') is not a whole number")]
    [InlineData("  more: X-More\n", "X-More: int", "'X-More' ('more') is not a boolean")]
    [InlineData("  more: id\n", "X-More: boolean", "'id' ('more') is not a boolean")]
    [InlineData("  more: X-Mor\n", "X-More: boolean", "'X-Mor'; did you mean 'X-More'?")]
    [InlineData("  last: _more_item\n", "X-More: boolean", "'_more_item'; did you mean '_more_items'?")]
    [InlineData("  more: X-More\n  last: X-More\n", "X-More: boolean", "'more' and 'last' state the same fact; keep one of them")]
    public void Fact_that_pages_cannot_state_is_reported(string paging, string header, string message)
    {
        var project = GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", "client: PagesClient\n"),
            Section("More", "  start?: int\n", "  offset: start\n" + paging, header),
            new SpecDocument("schemas.apispec.yaml", "schemas:\n  Item:\n    id: long\n    _more_items?: boolean\n"));

        Assert.Contains(message, Assert.Single(project.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "page?: int default 1\n  start?: int", "page: page\n  offset: start", "int",
        "'next' ('next') is a number; keep 'page' or 'offset', the one that receives it")]
    [InlineData("page?: int default 1", "page: page", "long", "'next' ('next') is a long, but 'page' is an int")]
    public void Number_of_the_next_page_has_one_parameter(string query, string roles, string type, string message)
    {
        var project = GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", "client: PagesClient\n"),
            Section("Next", $"  {query}\n", $"  {roles}\n  next: next\n  items: content\n", "", $"\n  next?: {type}\n  content: int[]"));

        Assert.Contains(message, Assert.Single(project.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Next", false)]
    [InlineData("Wide", false)]
    [InlineData("Url", true)]
    [InlineData("Typed", true)]
    public async Task Fake_accepts_other_parameters_only_in_urls_of_the_server(string group, bool isUrl)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();

        await http.GetAsync(new Uri(server.BaseAddress, "/" + group + "?pgae=2"), TestContext.Current.CancellationToken);

        Assert.Equal(isUrl ? null : group + ".List: the query parameter 'pgae' is not documented.", Assert.Single(server.Requests).Violation);
    }

    private static SpecDocument Section(string group, string query, string paging, string header, string response = " Item[]")
        => new(
            group + ".apispec.yaml",
            $"operation: {group}.List\nrequest: GET /{group}\nquery:\n{query}paging:\n{paging}status:\n  200 OK:\n    description: x\n"
                + (header.Length > 0 ? $"    headers:\n      {header}\n" : "") + $"response:{response}\n");

    private static Task<List<long>> ReadAsync(Uri server, string group) => ReadAsync(Client.Value, server, group);

    private static async Task<List<long>> ReadAsync(GeneratedClient client, Uri server, string group)
    {
        var ids = new List<long>();
        await foreach (var item in (IAsyncEnumerable<object>)client.Invoke(server, group, "ListItemsAsync", static (_, _) => null, new ApiClientOptions()))
            ids.Add((long)item.GetType().GetProperty("Id")!.GetValue(item)!);
        return ids;
    }

    /// <summary>A list of the numbers from 1 to a total, in pages of two.</summary>
    private sealed class Server(WebApplication application, int total, bool omits) : IAsyncDisposable
    {
        public int Requests { get; private set; }

        public Uri Address => new(application.Urls.First());

        public static async Task<Server> StartAsync(int total, bool omits)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            var server = new Server(application, total, omits);
            application.Run(server.RespondAsync);
            await application.StartAsync(TestContext.Current.CancellationToken);
            return server;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();

        private Task RespondAsync(HttpContext context)
        {
            Requests++;
            var group = context.Request.Path.Value!.Trim('/');
            var query = HttpUtility.ParseQueryString(context.Request.QueryString.Value ?? "");
            var first = group == "Last" ? 0 : 1;
            var skipped = query["page"] is { } page ? 2 * (Number(page) - first) : Number(query["start"] ?? query["after"] ?? "0");
            var hasMore = skipped + 2 < total;
            var next = query["page"] is null && group is "Offset" ? skipped + 2 : (skipped / 2) + 2;
            var headers = context.Response.Headers;
            if (!omits)
            {
                headers["X-Has-More"] = group == "Words" ? (hasMore ? "1" : "0") : hasMore ? "true" : "False";
                headers["X-Page-Done"] = hasMore ? "0" : "1";
                headers["X-Total"] = total.ToString(CultureInfo.InvariantCulture);
                // Some servers send the header without a value after the last page.
                headers["X-Next-Page"] = headers["X-Next"] = hasMore ? next.ToString(CultureInfo.InvariantCulture) : "";
                headers["X-Next-Url"] = hasMore ? $"/{group}?page={next}" : "";
                headers["X-Links"] = hasMore ? $"</{group}?page={next}>; rel=\"next\"" : "";
            }

            var ids = Enumerable.Range(skipped + 1, Math.Clamp(total - skipped, 0, 2)).ToList();
            var items = "[" + string.Join(',', ids.Select(id => 
                $"{{\"id\":{id}{(id != ids[^1] ? "" : hasMore ? ",\"_more_items\":true" : ",\"_is_last\":true")}}}")) + "]";
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(group switch
            {
                "Inner" => $"{{\"data\":{{\"items\":{items}}}}}",
                "Wide" => $"{{\"content\":{items}{(hasMore ? $",\"next\":{next}" : "")}}}",
                "Last" => $"{{\"content\":{items},\"last\":{(hasMore ? "false" : "true")}}}",
                _ => items,
            });
        }

        private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
