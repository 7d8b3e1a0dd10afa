using System.Globalization;
using System.Text.Json;
using ApiSpec.References.Tests.Servers;
using Example.Archive;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Reading page by page ends, and starts at the page of the call.</summary>
public sealed class PagingBoundTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":1,"extra":{"a":[1,{}]}}""")]
    [InlineData("""{"id":1,"detail":{"a":1}}""")]
    [InlineData("""{"id":1,"seal":"AQID"}""")]
    [InlineData("""{"id":1,"more":null,"choice":{"x":1}}""")]
    public async Task A_server_that_ignores_the_offset_is_noticed_whatever_the_items_hold(string item)
    {
        await using var server = await RecordingServer.StartAsync(200, """{"data":[""" + item + "," + item + "]}");
        using var client = new ArchiveClient(server.Address);
        var thrown = await Assert.ThrowsAsync<ApiContractException>(() => CountAsync(client.Entries.ListItemsAsync(cancellationToken: Token)));
        Assert.Contains(") has the same items as the page before it", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Message_about_a_repeated_page_shows_its_request_without_the_credential()
    {
        await using var server = await RecordingServer.StartAsync(200, """{"data":[{"id":1},{"id":2}]}""");
        using var client = new ArchiveClient(server.Address, new ApiClientOptions { Credential = new QueryCredential("key", "not-for-logs") });

        var thrown = await Assert.ThrowsAsync<ApiContractException>(() => CountAsync(client.Entries.ListItemsAsync(cancellationToken: Token)));

        Assert.Matches(@": page 2 \(GET http://\S+/archive/entries\?offset=2\) has the same items as the page before it\.$", thrown.Message);
        Assert.Contains("not-for-logs", server.Requests[1].Line, StringComparison.Ordinal);
        Assert.DoesNotContain("not-for-logs", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("""[{"a":"b"}]""")]
    public async Task Items_that_are_raw_JSON_themselves_are_compared_as_well(string items)
    {
        await using var server = await RecordingServer.StartAsync(200, """{"data":""" + items + "}");
        using var client = new ArchiveClient(server.Address);
        await Assert.ThrowsAsync<ApiContractException>(() => CountAsync(client.Values.ListItemsAsync(cancellationToken: Token)));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_server_that_begins_again_after_its_last_page_is_noticed(int pages)
    {
        var asked = 0;
        await using var server = await RecordingServer.StartAsync(_ =>
        {
            var page = asked++ % pages;
            return new RecordedResponse(200, string.Create(CultureInfo.InvariantCulture, $$"""{"data":[{"id":{{page}}},{"id":{{page + 100}}}]}"""));
        });
        using var client = new ArchiveClient(server.Address);
        var thrown = await Assert.ThrowsAsync<ApiContractException>(() => CountAsync(client.Entries.ListItemsAsync(new() { Page = 1 }, Token)));
        Assert.Contains(") has the same items as page 1", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(pages + 1, server.Requests.Count);
    }

    [Theory]
    [InlineData("\"data\":[],")]
    [InlineData("")]
    public async Task Empty_pages_without_end_end_with_an_error(string data)
    {
        var page = 0;
        await using var server = await RecordingServer.StartAsync(_ => new RecordedResponse(200, "{" + data + "\"next\":\"" + ++page + "\"}"));
        using var client = new ArchiveClient(server.Address);
        var thrown = await Assert.ThrowsAsync<ApiContractException>(() => CountAsync(client.Pulses.ListItemsAsync(cancellationToken: Token)));
        Assert.Contains("is the last of 1000 pages in a row that had no items", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(1000, server.Requests.Count);
    }

    [Fact]
    public async Task Some_empty_pages_between_others_are_no_error()
    {
        var page = 0;
        await using var server = await RecordingServer.StartAsync(_ => new RecordedResponse(200, ++page switch
        {
            40 => """{"data":[1],"next":"40"}""",
            80 => """{"data":[2]}""",
            _ => "{\"data\":[],\"next\":\"" + page.ToString(CultureInfo.InvariantCulture) + "\"}",
        }));
        using var client = new ArchiveClient(server.Address);
        Assert.Equal(2, await CountAsync(client.Pulses.ListItemsAsync(cancellationToken: Token)));
    }

    [Fact]
    public async Task A_call_that_begins_with_a_page_goes_on_with_the_next()
    {
        await using var server = await RecordingServer.StartAsync(PageOf);
        using var client = new ArchiveClient(server.Address);
        await CountAsync(client.Values.ListItemsAsync(new() { Page = 1, PageSize = 10 }, Token));
        await CountAsync(client.Values.ListItemsAsync(new() { Offset = 4, Count = 2 }, Token));
        await CountAsync(client.Values.ListItemsAsync(cancellationToken: Token));
        await CountAsync(client.Entries.ListItemsAsync(new() { Page = 2, Limit = 10 }, Token));
        await CountAsync(client.Entries.ListItemsAsync(new() { Offset = 4 }, Token));
        Assert.Equal(
            [
                "?page=1&pageSize=10", "?page=2&pageSize=10", "?page=3&pageSize=10",
                "?$offset=4&$count=2", "?$offset=6&$count=2", "?$offset=8&$count=2",
                "", "?page=2", "?page=3",
                "?page=2&limit=10", "?page=3&limit=10", "?page=4&limit=10",
                "?offset=4", "?offset=6", "?offset=8",
            ],
            server.Lines.Select(static line => line.Contains('?') ? line[line.IndexOf('?')..].Replace("%24", "$", StringComparison.Ordinal) : ""));
    }

    [Fact]
    public async Task A_token_takes_the_place_of_a_page_number()
    {
        await using var server = await RecordingServer.StartAsync(static request => new RecordedResponse(
            200, request.Line.Contains("token", StringComparison.Ordinal) ? """{"data":[2]}""" : """{"data":[1],"next":"t"}"""));
        using var client = new ArchiveClient(server.Address);
        await CountAsync(client.Pulses.ListItemsAsync(new() { PageNumber = 3 }, Token));
        Assert.Equal(["GET /archive/pulses?pageNumber=3", "GET /archive/pulses?token=t"], server.Lines);
    }

    // Two pages of two different items each, then an empty one, decided by the number of requests since the last empty page.
    private int _asked;

    private RecordedResponse PageOf(RecordedRequest request)
    {
        var number = ++_asked;
        var isEntry = request.Line.Contains("entries", StringComparison.Ordinal);
        string Item(int value) => isEntry ? $$"""{"id":{{value}}}""" : JsonSerializer.Serialize(value);
        return new RecordedResponse(200, number % 3 == 0 ? """{"data":[]}""" : """{"data":[""" + Item(number * 2) + "," + Item((number * 2) + 1) + "]}");
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        await foreach (var item in items)
            count++;
        return count;
    }
}
