using System.Reflection;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Lists that are paged by a header, by the query alone, or by the value of the last item.</summary>
public sealed class PagingTests
{
    private static readonly string[] Specs =
    [
        "operation: Linked.List\nrequest: GET /linked\nquery:\n  page?: int\npaging:\n  next: link\nstatus:\n  200 OK:\n    description: x\n    headers:\n"
        + "      Link?: string\nresponse: Item[]\n",
        "operation: Queries.List\nrequest: GET /queries/{id}\npath:\n  id: string\npaging:\n  items: items\n  next: next\nresponse:\n  items: Item[]\n"
        + "  next?: string or null\n",
        "operation: From.List\nrequest: GET /from\nquery:\n  start?: string\n  count?: int\npaging:\n  items: data.items\n  cursor: start\n"
        + "  next: data.items.name\nresponse:\n  data:\n    items: Item[]\n",
        "operation: After.List\nrequest: GET /after\nquery:\n  after?: long\npaging:\n  cursor: after\n  next: id\nresponse: Item[]\n",
        "operation: Required.List\nrequest: GET /required\nquery:\n  after: long\npaging:\n  cursor: after\n  next: id\nresponse: Item[]\n",
        "schemas:\n  Item:\n    id: long\n    name: string\n",
    ];

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: PagesClient\n"),
        .. Specs.Select(static (text, index) => new SpecDocument(
            $"s{index}.apispec.yaml",
            text + (text.Contains("status:", StringComparison.Ordinal) || !text.StartsWith("operation", StringComparison.Ordinal) ? "" : "status: [200]\n"))),
    ]).Load());

    [Theory]
    [InlineData("Linked", "/linked|/linked?page=2|/linked?page=3&x=%2C", "1 2 3")]
    [InlineData("Queries", "/queries/a%2Fb|/queries/a%2Fb?p=2|/queries/a%2Fb?p=3", "1 2 3")]
    [InlineData("From", "/from|/from?start=n2|/from?start=n3", "1 2 3")]
    [InlineData("After", "/after|/after?after=2|/after?after=3", "1 2 3")]
    [InlineData("Required", "/required?after=0|/required?after=2|/required?after=3", "1 2 3")]
    public async Task Items_of_all_pages_are_returned_once(string group, string targets, string ids)
    {
        await using var server = await Server.StartAsync(group);

        var items = await ReadAsync(server.Address, group);

        Assert.Equal((targets, ids), (string.Join('|', server.Targets), string.Join(' ', items)));
    }

    [Theory]
    [InlineData("Linked")]
    [InlineData("Queries")]
    [InlineData("From")]
    [InlineData("After")]
    [InlineData("Required")]
    public async Task Fake_has_a_list_that_ends(string group)
    {
        await using var server = await Client.Value.StartServerAsync(static options => options.Seed = 3);

        Assert.NotEmpty(await ReadAsync(server.BaseAddress, group));
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
    }

    [Theory]
    [InlineData("?p=\u0007")]
    [InlineData("?p=\\")]
    [InlineData("?p=%zz")]
    public async Task Query_that_no_request_can_have_is_refused(string next)
    {
        await using var server = await Server.StartAsync("Hostile", next);

        await Assert.ThrowsAsync<ApiLinkException>(() => ReadAsync(server.Address, "Queries"));
        Assert.Single(server.Targets);
    }

    [Theory]
    [InlineData("<?page=2>; rel=\"prev next\"; title=\"a, <b>; rel=x\"", 2)]
    [InlineData("</linked?page=9>; rel=prev, <?page=2>;rel=next", 2)]
    [InlineData("<?page=9>; title=\"; rel=next\"; rel=last, <?page=2>; REL=NEXT; rel=prev", 2)]
    [InlineData("<?page=2>; rel=nexter", 1)]
    [InlineData("<?page=2; rel=next", 1)]
    [InlineData("<?page=2>; rel=\"next\\", 1)]
    [InlineData("rel=next", 1)]
    public async Task Header_is_read_by_its_grammar(string header, int pages)
    {
        await using var server = await Server.StartAsync("Header", header);

        await ReadAsync(server.Address, "Linked");

        Assert.Equal(pages, server.Targets.Count);
    }

    private static async Task<List<long>> ReadAsync(Uri server, string group)
    {
        var client = Activator.CreateInstance(Client.Value.Type("PagesClient"), server, new ApiClientOptions())!;
        var target = client.GetType().GetProperty(group)!.GetValue(client)!;
        var method = GeneratedClient.MethodOf(target.GetType(), "ListItemsAsync");
        var arguments = method.GetParameters().Select(static parameter => parameter.Name switch { "id"
            => "a/b", "after" => 0L, "cancellationToken" => TestContext.Current.CancellationToken, _ => (object?)null }).ToArray();
        var items = method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        var ids = new List<long>();
        await foreach (var item in (IAsyncEnumerable<object>)items)
            ids.Add((long)item.GetType().GetProperty("Id")!.GetValue(item)!);
        return ids;
    }

    /// <summary>Three items on pages of two or one, as the group of the operation has them.</summary>
    private sealed class Server(WebApplication application) : IAsyncDisposable
    {
        public List<string> Targets { get; } = [];

        public Uri Address => new(application.Urls.First());

        public static async Task<Server> StartAsync(string kind, string text = "")
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            var server = new Server(application);
            application.Run(context =>
            {
                server.Targets.Add(context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget);
                return server.RespondAsync(context, kind, text);
            });
            await application.StartAsync(TestContext.Current.CancellationToken);
            return server;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();

        private static string Item(int id) => $$"""{"id":{{id}},"name":"n{{id}}"}""";

        private Task RespondAsync(HttpContext context, string kind, string text)
        {
            var page = Targets.Count;
            context.Response.ContentType = "application/json";
            switch (kind)
            {
                case "Linked" when page < 3:
                    context.Response.Headers.Append("Link", "<http://elsewhere/linked?page=9>; rel=\"last\"");
                    context.Response.Headers.Append("Link", page == 1 ? "</linked?page=2>; rel=next" : "<?page=3&x=%2C>; rel=\"next\"");
                    break;
                case "Header" when page == 1:
                    context.Response.Headers.Append("Link", text);
                    break;
            }

            var items = kind switch
            {
                "From" => page switch { 1 => Item(1) + "," + Item(2), 2 => Item(2) + "," + Item(3), _ => Item(3) },
                "After" or "Required" => page switch { 1 => Item(1) + "," + Item(2), 2 => Item(3), _ => "" },
                _ => Item(page),
            };
            return context.Response.WriteAsync(kind switch
            {
                "Queries" => $$"""{"items":[{{items}}],"next":{{(page < 3 ? "\"?p=" + (page + 1) + "#top\"" : "null")}}}""",
                "Hostile" => $$"""{"items":[{{items}}],"next":{{System.Text.Json.JsonSerializer.Serialize(text)}}}""",
                "From" => "{\"data\":{\"items\":[" + items + "]}}",
                _ => "[" + items + "]",
            });
        }
    }
}
