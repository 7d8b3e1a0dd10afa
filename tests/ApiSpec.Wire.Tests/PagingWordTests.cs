using System.Net;
using System.Text;
using ApiSpec.Generated;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Lists whose page, offset or size is a number or a word: <c>page?: int | enum last</c>.</summary>
public sealed class PagingWordTests
{
    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: WordsClient\n"),
        Section("Pages", "  start?: (int 1..9) | enum first|last default 1\n  size?: (int 1..500) | enum max|all\n", "  page: start\n  size: size\n"),
        Section("Needed", "  start: int | enum last\n", "  page: start\n"),
        Section("Offsets", "  start?: long | enum end\n", "  offset: start\n  total: total\n"),
        Section("Whole", "  start?: long | enum all\n", "  offset: start\n  total: total\n"),
        Section("More", "  start?: int | enum end\n", "  offset: start\n  more: more\n"),
        Section("Cursors", "  start?: int | enum newest\n", "  cursor: start\n  next: next\n"),
        new SpecDocument(
            "members.apispec.yaml",
            "operation: Members.List\nrequest: POST /Members\nbody:\n  at?:\n    start?: (int 1..9) | enum last default 1\npaging:\n  items: items\n"
                + "  page: at.start\nstatus: [200]\nresponse:\n  items: long[]\n"),
        new SpecDocument(
            "fields.apispec.yaml",
            "operation: Fields.List\nrequest: POST /Fields\nbody form:\n  start?: int | enum last default 1\npaging:\n  items: items\n  page: start\n"
                + "status: [200]\nresponse:\n  items: long[]\n"),
    ]).Load());

    [Theory]
    [InlineData("Pages", null, "|?start=2|?start=3|?start=4", "1 2 3")]
    [InlineData("Pages", "2", "?start=2|?start=3|?start=4", "2 3")]
    [InlineData("Needed", "1", "?start=1|?start=2|?start=3|?start=4", "1 2 3")]
    [InlineData("Offsets", null, "|?start=1|?start=2", "1 2 3")]
    [InlineData("Offsets", "2", "?start=2", "3")]
    [InlineData("Whole", "all", "?start=all", "1 2 3")]
    [InlineData("More", null, "|?start=1|?start=2", "1 2 3")]
    [InlineData("More", "end", "?start=end", "3")]
    [InlineData("Cursors", null, "|?start=2|?start=3", "1 2 3")]
    [InlineData("Cursors", "newest", "?start=newest", "3")]
    [InlineData("Members", """{}""", """{}|{"at":{"start":2}}|{"at":{"start":3}}|{"at":{"start":4}}""", "1 2 3")]
    [InlineData("Members", """{"at":{"start":2}}""", """{"at":{"start":2}}|{"at":{"start":3}}|{"at":{"start":4}}""", "2 3")]
    [InlineData("Fields", null, "|start=2|start=3|start=4", "1 2 3")]
    public async Task Following_pages_are_requested_by_numbers(string group, string? start, string requests, string items)
    {
        using var server = new Server();

        Assert.Equal(items, string.Join(' ', await ReadAsync(group, start, server)));
        Assert.Equal(requests, string.Join('|', server.Requests));
    }

    // The list must not look complete.
    [Theory]
    [InlineData("Pages", "first", "start=first")]
    [InlineData("Offsets", "end", "start=end")]
    [InlineData("Members", """{"at":{"start":"last"}}""", "at.start=last")]
    public async Task Word_whose_next_page_is_unknown_is_an_error_after_its_page(string group, string start, string expected)
    {
        using var server = new Server();

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(group, start, server));

        Assert.Contains("after " + expected + " is unknown", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("2.5")]
    [InlineData("99999999999999999999")]
    public void Start_that_no_number_follows_is_refused_with_the_advice_to_set_one(string start)
    {
        var exception = Assert.Throws<ArgumentException>(() => ApiPagePosition.Start(new Number(start), 1, "start"));

        Assert.Equal(
            "The page after start=" + start + " is unknown, because only a whole number of 64 bits says which page follows. "
                + "Set start to such a number, or read one page.",
            exception.Message);
    }

    [Theory]
    [InlineData("Pages", null)]
    [InlineData("Members", "{}")]
    [InlineData("Fields", null)]
    public async Task Fake_has_a_list_that_ends(string group, string? start)
    {
        await using var server = await Client.Value.StartServerAsync(static options => options.Seed = 3);
        using var handler = new SocketsHttpHandler();

        Assert.NotEmpty(await ReadAsync(group, start, handler, server.BaseAddress));
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
    }

    private static SpecDocument Section(string group, string query, string paging)
        => new(
            group + ".apispec.yaml",
            $"operation: {group}.List\nrequest: GET /{group}\nquery:\n{query}paging:\n  items: items\n{paging}status: [200]\n"
                + "response:\n  items: long[]\n  total?: long\n  more?: boolean\n  next?: int\n");

    private static async Task<List<long>> ReadAsync(string group, string? start, HttpMessageHandler server, Uri? address = null)
    {
        var all = Client.Value.Invoke(
            address ?? new Uri("http://words.example"), group, "ListItemsAsync",
            (name, type) => name.ToUpperInvariant() switch
            {
                "START" when start is not null => Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type, start),
                "BODY" => SampleArgument.Parse(type, start!),
                _ => null,
            },
            new ApiClientOptions { Handler = server });
        var items = new List<long>();
        await foreach (var item in (IAsyncEnumerable<long>)all)
            items.Add(item);
        return items;
    }

    private sealed record Number(string Text) : INumberValue;

    /// <summary>Notes what selects a page, and responds with pages of one item of three. Every word stands for the last page.</summary>
    private sealed class Server : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = request.Content is null ? request.RequestUri!.Query : await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Add(text);
            var isOffset = request.RequestUri!.AbsolutePath is "/Offsets" or "/More";
            var digits = text.FirstOrDefault(char.IsAsciiDigit);
            var isWord = text.Any(char.IsAsciiLetter) && digits == 0 && text.Length > 2;
            var item = isWord ? 3 : digits == 0 ? 1 : digits - '0' + (isOffset ? 1 : 0);
            var isWhole = request.RequestUri.AbsolutePath == "/Whole";
            var items = isWhole ? "1,2,3" : item > 3 ? "" : item.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var next = item < 3 ? $",\"next\":{item + 1}" : "";
            var total = isWord && !isWhole ? 9 : 3;
            var json = $$"""{"items":[{{items}}],"total":{{total}},"more":{{(item < 3 ? "true" : "false")}}{{next}}}""";
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    request.RequestUri.AbsolutePath is "/Pages" or "/Needed" or "/Members" or "/Fields" ? $$"""{"items":[{{items}}]}""" : json,
                    Encoding.UTF8, "application/json"),
                RequestMessage = request,
            };
        }
    }
}
