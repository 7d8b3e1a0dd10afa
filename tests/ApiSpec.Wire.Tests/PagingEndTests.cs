using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Web;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using CsCheck;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Lists of any length, with pages of any size, from any start: every item is returned once, and no page is requested without need.</summary>
public sealed class PagingEndTests
{
    private const long Iterations = 300;

    private static readonly Gen<(int Total, int Size, int Start)> Lists = Gen.Select(Gen.Int[0, 30], Gen.Int[1, 7], Gen.Int[0, 6]);

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: PagesClient\n"),
        Section("Pages", "  page?: int default 1\n  size?: int\n", "  page: page\n  size: size\n  total: total\n"),
        Section("Defaults", "  page?: int default 0\n  size?: int default 3\n", "  page: page\n  size: size\n  total: total\n"),
        Section("Unsized", "  page?: int default 1\n", "  page: page\n  total: total\n"),
        Section("Numbers", "  page: int\n  size: int\n", "  page: page\n  size: size\n  total: total\n"),
        Section("More", "  page?: int default 1\n  size?: int\n", "  page: page\n  more: more\n"),
        Section("Either", "  start?: int default 0\n  page?: int default 1\n  size?: int\n", "  offset: start\n  page: page\n  size: size\n  total: total\n"),
        Section("Offsets", "  start?: int\n  size?: int\n", "  offset: start\n  size: size\n  total: total\n"),
        Section("Tokens", "  token?: string\n  size?: int\n", "  cursor: token\n  next: next\n  more: more\n  total: total\n"),
        Section("Links", "  start?: int\n  size?: int\n", "  next: next\n  more: more\n"),
        Section("Headers", "  start?: int\n  size?: int\n", "  next: Link\n  more: more\n", "    headers:\n      Link?: string\n"),
        Section("LastTotal", "  after?: long\n  size?: int\n", "  cursor: after\n  next: items.id\n  total: total\n"),
        Section("LastMore", "  after?: long\n  size?: int\n", "  cursor: after\n  next: items.id\n  more: more\n"),
        new SpecDocument("schemas.apispec.yaml", "schemas:\n  Item:\n    id: long\n"),
    ]).Load());

    /// <summary>The lists whose last page can be known from any start, and the first number of their pages.</summary>
    public static TheoryData<string, int> Known { get; } = new()
    {
        { "Pages", 1 }, { "Defaults", 0 }, { "Numbers", 1 }, { "More", 1 }, { "Either", 1 }, { "Offsets", 0 }, { "Tokens", 0 }, { "Links", 0 },
        { "Headers", 0 }, { "LastMore", 0 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task A_list_needs_exactly_the_requests_for_its_pages(string group, int first)
        => await Lists.SampleAsync(
            async list =>
            {
                var size = group == "Defaults" && list.Total % 2 == 0 ? 3 : list.Size;
                var server = new Server(list.Total, size, first, _ => false);
                var skipped = server.SkippedBy(group, list.Start);

                var items = await ReadAsync(server, group, list.Start + first, group == "Defaults" && list.Total % 2 == 0 ? null : size);

                var rest = Math.Max(list.Total - skipped, 0);
                // If a call starts at a short last page, the number of items before it is unknown.
                var isShort = rest > 0 && rest < size && list.Start > 0 && group is "Pages" or "Defaults" or "Numbers" or "Either";
                Assert.Equal(Enumerable.Range(skipped + 1, rest).Select(static id => (long)id), items);
                Assert.Equal(Math.Max((rest + size - 1) / size, 1) + (isShort ? 1 : 0), server.Requests);
            },
            iter: Iterations);

    [Theory]
    [InlineData("Pages", 1)]
    [InlineData("Defaults", 0)]
    [InlineData("Unsized", 1)]
    [InlineData("Numbers", 1)]
    [InlineData("Either", 1)]
    [InlineData("LastTotal", 0)]
    public async Task With_a_page_size_that_the_client_cannot_know_no_item_is_lost_and_one_request_more_is_enough(string group, int first)
        => await Gen.Select(Lists, Gen.Int[1, 7]).SampleAsync(
            async (list, requested) =>
            {
                var server = new Server(list.Total, list.Size, first, _ => false);
                var skipped = server.SkippedBy(group, list.Start);
                var rest = Math.Max(list.Total - skipped, 0);

                var items = await ReadAsync(server, group, list.Start + first, requested);

                Assert.Equal(Enumerable.Range(skipped + 1, rest).Select(static id => (long)id), items);
                Assert.InRange(server.Requests, Math.Max((rest + list.Size - 1) / list.Size, 1), ((rest + list.Size - 1) / list.Size) + 1);
            },
            iter: Iterations);

    [Theory]
    [InlineData("LastTotal")]
    [InlineData("LastMore")]
    [InlineData("Tokens")]
    public async Task A_list_from_its_start_needs_exactly_the_requests_for_its_pages(string group)
        => await Lists.SampleAsync(
            async list =>
            {
                var server = new Server(list.Total, list.Size, 0, _ => false);

                var items = await ReadAsync(server, group, null, list.Size);

                Assert.Equal(Enumerable.Range(1, list.Total).Select(static id => (long)id), items);
                Assert.Equal(Math.Max((list.Total + list.Size - 1) / list.Size, 1), server.Requests);
            },
            iter: Iterations);

    [Fact]
    public async Task A_server_with_smaller_pages_than_requested_returns_all_items()
    {
        var server = new Server(total: 15, size: 5, first: 1, static _ => false);

        var items = await ReadAsync(server, "Pages", start: 2, size: 10);

        Assert.Equal([6, 7, 8, 9, 10, 11, 12, 13, 14, 15], items);
    }

    [Fact]
    public async Task Empty_pages_do_not_end_a_list_that_has_more()
        => await Gen.Select(Lists, Gen.Bool.Array[40]).SampleAsync(
            async (list, hidden) =>
            {
                var server = new Server(list.Total, list.Size, 1, id => hidden[id]);

                var items = await ReadAsync(server, "More", null, list.Size);

                Assert.Equal(Enumerable.Range(1, list.Total).Where(id => !hidden[id]).Select(static id => (long)id), items);
            },
            iter: Iterations);

    private static SpecDocument Section(string group, string query, string paging, string headers = "")
        => new(
            group + ".apispec.yaml",
            $"operation: {group}.List\nrequest: GET /{group}\nquery:\n{query}paging:\n  items: items\n{paging}status:\n  200 OK:\n    description: x\n{headers}"
                + "response:\n  items: Item[]\n  total?: int\n  more?: boolean\n  next?: string\n");

    private static async Task<List<long>> ReadAsync(Server server, string group, int? start, int? size)
    {
        var items = Client.Value.Invoke(
            new Uri("http://pages.example"),
            group,
            "ListItemsAsync",
            (name, type) => name.ToUpperInvariant() switch
            {
                "PAGE" => start,
                "START" => group == "Either" ? null : start,
                "AFTER" => start is { } after ? (object)(long)after : null,
                "TOKEN" => start?.ToString(CultureInfo.InvariantCulture),
                _ => size,
            },
            new ApiClientOptions { Handler = server });
        var ids = new List<long>();
        await foreach (var item in (IAsyncEnumerable<object>)items)
            ids.Add((long)item.GetType().GetProperty("Id")!.GetValue(item)!);
        return ids;
    }

    /// <summary>A list of the numbers from 1 to a total, in pages. It can hide items, which leaves gaps in its pages.</summary>
    private sealed class Server(int total, int size, int first, Func<int, bool> isHidden) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        /// <summary>Returns the number of items before the start of a list.</summary>
        public int SkippedBy(string group, int start)
            => group is "Offsets" or "Tokens" or "Links" or "Headers" or "LastMore" or "LastTotal" ? start : start * size;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            var group = request.RequestUri!.AbsolutePath.Trim('/');
            var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
            var skipped = query["page"] is { } page ? (int.Parse(page, CultureInfo.InvariantCulture) - first) * size
                : int.Parse(query["start"] ?? query["token"] ?? query["after"] ?? "0", CultureInfo.InvariantCulture);
            var ids = Enumerable.Range(skipped + 1, Math.Clamp(total - skipped, 0, size)).Where(id => !isHidden(id));
            var hasMore = skipped + size < total;
            // Some servers always send a token or a link, also on the last page.
            var next = (group is "Tokens" or "Links" or "Headers") && (hasMore || total % 2 == 0) ? skipped + size : (int?)null;
            var link = $"?start={next}&size={size}";
            var response = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $$"""
                    {"items":[{{string.Join(',', ids.Select(static id => $$"""{"id":{{id}}}"""))}}],"total":{{total}},"more":{{(hasMore ? "true" : "false")}}
                    """
                    + (next is null || group == "Headers" ? "}" : $$""","next":"{{(group == "Links" ? link : next)}}"}""")),
            };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (next is not null && group == "Headers")
                response.Headers.TryAddWithoutValidation("Link", $"<{link}>; rel=next");
            return Task.FromResult(response);
        }
    }
}
