using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ApiSpec.Tests.Servers;
using Example.Nests;
using Xunit;

namespace ApiSpec.References.Tests.Hostile;

/// <summary>Small responses that would become large objects, and long responses that would take long to read.</summary>
public sealed class BoundedReadingTests
{
    // A record of 27 optional members; the same in a map; raw JSON; lists and maps with small values; unions.
    [Theory]
    [InlineData("{\"wide\":[", "{}", "]}")]
    [InlineData("{\"raws\":[", "1", "]}")]
    [InlineData("{\"raw\":[", "[]", "]}")]
    [InlineData("{\"any\":[", "[]", "]}")]
    [InlineData("{\"rule\":[", "\"\"", "]}")]
    [InlineData("{\"choice\":[", "[]", "]}")]
    [InlineData("{\"deep\":[", "[[0]]", "]}")]
    [InlineData("{\"table\":{", "\"#\":{}", "}}")]
    [InlineData("{\"map\":{", "\"#\":0", "}}")]
    public async Task What_is_built_from_a_response_is_bounded_whatever_its_bytes(string open, string item, string close)
    {
        var body = Repeat(open, item, close);
        await using var server = await ServeAsync(body);
        using var client = new NestsClient(server.Address, new ApiClientOptions { MaxResponseValues = 200_000 });
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => client.Policies.GetAsync(1, TestContext.Current.CancellationToken));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var exception = await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => client.Policies.GetAsync(1, TestContext.Current.CancellationToken));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(200, exception.StatusCode);
        Assert.Equal(200_000, exception.Limit);
        Assert.Equal("MaxResponseValues", exception.Option);
        Assert.EndsWith(
            " with a body of more than 200000 values; ApiClientOptions.MaxResponseValues sets the limit.", exception.Message, StringComparison.Ordinal);
        // This includes the buffers of the body, of its transport and of the server.
        Assert.True(allocated < 100_000_000, $"{allocated} bytes were allocated for {body.Length} characters.");
    }

    [Theory]
    [InlineData(",")]
    [InlineData("1,")]
    public async Task The_items_of_a_list_within_a_string_are_bounded_even_if_they_are_empty(string item)
    {
        var body = "{\"node\":\"" + string.Concat(Enumerable.Repeat(item, 4_000_000)) + "\"}";
        await using var server = await ServeAsync(body);
        using var client = new NestsClient(server.Address, new ApiClientOptions { MaxResponseValues = 200_000 });
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => client.Policies.GetAsync(1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_items_of_a_list_within_a_string_are_counted_once_where_it_is_an_alternative()
    {
        await using var server = await ServeAsync("{\"node\":\"" + string.Join(',', Enumerable.Range(1, 1000)) + "\"}");
        using var client = new NestsClient(server.Address, new ApiClientOptions { MaxResponseValues = 1500 });
        Assert.NotNull((await client.Policies.GetAsync(1, TestContext.Current.CancellationToken)).Node);
    }

    [Fact]
    public async Task The_default_reads_what_the_limit_of_bytes_allows_of_ordinary_responses()
    {
        var item = """{"m1":"a text of some length","m13":12345,"m17":"2026-01-31T10:00:00Z","m21":[1,2,3],"m24":true},""";
        var body = "{\"wide\":[" + string.Concat(Enumerable.Repeat(item, 50_000)).TrimEnd(',') + "]}";
        await using var server = await ServeAsync(body);
        using var client = new NestsClient(server.Address);
        Assert.Equal(50_000, (await client.Policies.GetAsync(1, TestContext.Current.CancellationToken)).Wide.Count);
    }

    [Fact]
    public async Task A_list_that_is_read_item_by_item_has_the_limit_for_each_item()
    {
        var item = "{\"name\":\"a\",\"wide\":[" + string.Join(',', Enumerable.Repeat("{}", 100)) + "]},";
        var body = "{\"data\":[" + string.Concat(Enumerable.Repeat(item, 1000)) + "{\"name\":\"b\",\"wide\":[" + string.Join(',', Enumerable.Repeat("{}", 1000))
            + "]}]}";
        await using var server = await ServeAsync(body);
        using var client = new NestsClient(server.Address, new ApiClientOptions { MaxResponseValues = 5000 });
        var count = 0;
        var exception = await Assert.ThrowsAsync<ApiResponseTooLargeException>(async () =>
        {
            await foreach (var entry in client.Entries.ListItemsAsync(TestContext.Current.CancellationToken))
                count++;
        });
        Assert.Equal(1000, count);
        Assert.Contains("with an element of more than 5000 values", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_keeps_its_status_and_its_bytes_when_its_body_has_too_many_values()
    {
        await using var server = await WebServer.StartAsync(
            404, "application/json", Repeat("{\"message\":\"gone\",\"details\":[", "1", "]}")[..50_000] + "1]}");
        using var client = new NestsClient(server.Address, new ApiClientOptions { MaxResponseValues = 100 });
        var response = await client.Policies.GetWithResponseAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(PoliciesGetStatus.NotFound, response.Status);
        Assert.Null(response.Error);
        Assert.Contains("MaxResponseValues", response.ErrorViolation, StringComparison.Ordinal);
        Assert.StartsWith("{\"message\":\"gone\"", response.RawBody!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"raws\":[", "1", "]}", 5_000_000)]
    [InlineData("{\"any\":[", "[]", "]}", 5_000_000)]
    [InlineData("{\"choice\":[", "\"2026-01-3\"", "]}", 2_000_000)]
    [InlineData("{\"wide\":[", "{}", "]}", 5_000_000)]
    public async Task The_timeout_ends_a_call_while_its_body_is_read(string open, string item, string close, int count)
    {
        var body = Repeat(open, item, close, count);
        await using var server = await ServeAsync(body);
        using var client = new NestsClient(
            server.Address, new ApiClientOptions { MaxResponseValues = int.MaxValue, TimeProvider = new Impatience(), Timeout = TimeSpan.FromSeconds(100) });
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Policies.GetAsync(1, TestContext.Current.CancellationToken));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"The call took {watch.Elapsed}.");
    }

    [Fact]
    public async Task The_token_of_the_caller_ends_a_call_while_its_body_is_read()
    {
        await using var server = await ServeAsync(Repeat("{\"wide\":[", "{}", "]}", 5_000_000));
        using var client = new NestsClient(server.Address, new ApiClientOptions { MaxResponseValues = int.MaxValue });
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Policies.GetAsync(1, cancellation.Token));
    }

    private static Task<WebServer> ServeAsync(string body)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(body));
        var bytes = packed.ToArray();
        return WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(bytes);
        });
    }

    private static string Repeat(string open, string item, string close, int count = 700_000)
    {
        var body = new StringBuilder(open);
        for (var i = 0; i < count; i++)
            body.Append(item.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append(',');
        return body.Append(item).Append(close).ToString();
    }

    /// <summary>A clock whose timer fires shortly after the start of a call, regardless of the timeout. The body has arrived by then and is being
    /// read.</summary>
    private sealed class Impatience : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.FromMilliseconds(400), period);
    }
}
