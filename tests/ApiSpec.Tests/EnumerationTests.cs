using System.Globalization;
using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Long lists, read element by element while they arrive.</summary>
public sealed class EnumerationTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    [Theory]
    [InlineData("""{"data":[{"name":"a"},{"name":"b"}]}""", "a b")]
    [InlineData("""{"name":"x","counts":{"data":1},"data":[{"name":"a"}],"count":1,"pagination":{"data":[{}]}}""", "a")]
    [InlineData("""{"list":[{"data":[1,2]},[[]],null,"data"],"data":[{"name":"a"}]}""", "a")]
    [InlineData("""{"data":[],"count":0}""", "")]
    [InlineData("""{"d\u0061ta":[{"name":"a","data":[{"name":"inner"}]}]}""", "a")]
    [InlineData("""{"data":[{"name":"a"}],"data":[{"name":"b"}]}""", "a")]
    [InlineData(" \r\n\t{ \"data\" : [ { \"name\" : \"a\" } , { \"name\" : \"b\" } ] } \r\n", "a b")]
    [InlineData("\uFEFF{\"data\":[{\"name\":\"a\"}]}", "a")]
    public async Task The_elements_of_the_array_are_given_in_order(string body, string expected)
    {
        await using var server = await WebServer.StartAsync(200, "application/json; charset=utf-8", body);
        using var client = new TransferClient(server.Address);
        Assert.Equal(expected, string.Join(' ', (await AllAsync(client)).Select(one => one.Name)));
    }

    [Fact]
    public async Task However_the_text_is_cut_into_pieces_the_elements_are_the_same()
    {
        var body = Encoding.UTF8.GetBytes("""{"b":[1,"\u00e9",{"x":[]}],"data":[{"name":"ä\"}]","order":1},{"name":"b","data":[{"name":"c"}]}],"e":-1.5e3}""");
        await Gen.Int[0, body.Length].Array[0, 12].SampleAsync(
            async cuts =>
            {
                using var server = new RawServer(async stream =>
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + "Transfer-Encoding: chunked\r\n\r\n"));
                    var start = 0;
                    foreach (var cut in cuts.Append(body.Length).Distinct().Order().Where(one => one > 0))
                    {
                        await stream.WriteAsync(Encoding.ASCII.GetBytes((cut - start).ToString("X", CultureInfo.InvariantCulture) + "\r\n"));
                        await stream.WriteAsync(body.AsMemory(start, cut - start));
                        await stream.WriteAsync("\r\n"u8.ToArray());
                        start = cut;
                    }

                    await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
                });
                using var client = new TransferClient(server.Address);
                var all = await AllAsync(client);
                Assert.Equal(["ä\"}]", "b"], all.Select(one => one.Name));
                Assert.Equal("c", all[1].Data[0].Name);
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public async Task A_list_far_beyond_the_limit_takes_the_memory_of_one_element()
    {
        const int Count = 20_000;
        var element = Encoding.UTF8.GetBytes("{\"name\":\"" + new string('x', 1000) + "\"}");
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"data\":[");
            for (var i = 0; i < Count; i++)
            {
                if (i > 0)
                    await context.Response.WriteAsync(",");
                await context.Response.Body.WriteAsync(element);
            }

            await context.Response.WriteAsync("]}");
        });
        using var client = new TransferClient(server.Address, new ApiClientOptions { MaxResponseBytes = 2000 });
        var count = 0;
        await foreach (var item in client.ListAsync())
        {
            Assert.Equal(1000, item.Name.Length);
            count++;
        }

        Assert.Equal(Count, count);
    }

    [Fact]
    public async Task One_large_element_is_read_whole_up_to_the_limit()
    {
        var body = "{\"data\":[{\"name\":\"" + new string('x', 3_000_000) + "\"},{\"name\":\"b\"}]}";
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var client = new TransferClient(server.Address, new ApiClientOptions { MaxResponseBytes = 4_000_000 });
        Assert.Equal([3_000_000, 1], (await AllAsync(client)).Select(one => one.Name.Length));

        using var strict = new TransferClient(server.Address, new ApiClientOptions { MaxResponseBytes = 1_000_000 });
        var exception = await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => AllAsync(strict));
        Assert.Equal(
            "Templates.List answered 200 with an element larger than 1000000 bytes.",
            exception.Message.Replace(" (section 9.6.8)", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Elements_are_returned_before_the_response_has_ended()
    {
        using var more = new SemaphoreSlim(0);
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"data\":[{\"name\":\"a\"}");
            await context.Response.Body.FlushAsync();
            await more.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync(",{\"name\":\"b\"}]}");
        });
        using var client = new TransferClient(server.Address);
        await using var items = client.ListAsync().GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("a", items.Current.Name);
        more.Release();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal("b", items.Current.Name);
        Assert.False(await items.MoveNextAsync());
    }

    [Theory]
    [InlineData("""{"data":[{"name":"a"},{"name":1}]}""", 1, "$.data[1].name")]
    [InlineData("""{"data":[{"name":"a"},{"order":1}]}""", 1, "$.data[1].name")]
    [InlineData("""{"data":[{"name":"a","data":[{"name":null}]}]}""", 0, "$.data[0].data[0].name")]
    [InlineData("""{"data":[{"name":"a"},3]}""", 1, "$.data[1]")]
    [InlineData("""{"data":[{"name":"a"},{"name":"b" x}]}""", 1, "$.data[1].name")]
    [InlineData("""{"data":[{"name":"a"} {"name":"b"}]}""", 1, "$.data")]
    [InlineData("""{"data":[{"name":"a"},""", 1, "$.data")]
    [InlineData("""{"data":[{"name":"a"},{"name":"b","order":[""", 1, "$.data[1].order")]
    [InlineData("""{"data":{"name":"a"}}""", 0, "$.data")]
    [InlineData("""{"data":null}""", 0, "$.data")]
    [InlineData("""{"count":0}""", 0, "$.data")]
    [InlineData("""[{"name":"a"}]""", 0, "$")]
    [InlineData("""{"data":[]} x""", 0, "$")]
    [InlineData("nonsense", 0, "$")]
    public async Task What_contradicts_the_reference_is_reported_with_its_place_after_the_elements_before_it(string body, int before, string path)
    {
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var client = new TransferClient(server.Address);
        var given = new List<TreeNode>();
        var exception = await Assert.ThrowsAsync<ApiContractException>(async () =>
        {
            await foreach (var item in client.ListAsync())
                given.Add(item);
        });
        Assert.Equal(before, given.Count);
        Assert.Equal(path, exception.Path);
        Assert.Equal(200, exception.StatusCode);
        Assert.Contains(path + ": ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wrong_element_is_kept_unchanged()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", """{"data":[{"name":"a"},{"name":1}]}""");
        using var client = new TransferClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(() => AllAsync(client));
        Assert.Equal("""{"name":1}""", exception.RawBody!.ToString());
        Assert.True(exception.RawBody.IsTruncated);
    }

    [Theory]
    [InlineData("Content-Type: text/html\r\n\r\n<html>", "the content type is 'text/html', not JSON")]
    [InlineData("Content-Type: application/json; charset=x-klingon\r\n\r\n{}", "the charset 'x-klingon', which is not known here")]
    [InlineData("Content-Encoding: unknown\r\n\r\n{}", "the body is encoded as 'unknown'")]
    [InlineData("Content-Length: 0\r\n\r\n", "the body is empty")]
    public async Task A_body_that_cannot_be_enumerated_is_reported(string reply, string problem)
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\n" + reply);
        using var client = new TransferClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(() => AllAsync(client));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_element_that_nests_too_deeply_is_refused()
    {
        var body = "{\"data\":[{\"name\":\"a\",\"data\":" + new string('[', 100) + new string(']', 100) + "}]}";
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var client = new TransferClient(server.Address);
        await Assert.ThrowsAsync<ApiContractException>(() => AllAsync(client));
    }

    [Fact]
    public async Task A_failure_is_thrown_when_the_enumeration_begins()
    {
        await using var server = await WebServer.StartAsync(404, "application/json", Bodies.Error);
        using var client = new TransferClient(server.Address);
        var items = client.ListAsync();
        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(async () => await items.GetAsyncEnumerator().MoveNextAsync());
        Assert.Equal("KNAE07001-E", exception.Error!.MessageID);
    }

    [Fact]
    public async Task A_success_without_a_body_is_reported()
    {
        await using var server = await WebServer.StartAsync(204, null, "");
        using var client = new TransferClient(server.Address);
        await Assert.ThrowsAsync<ApiContractException>(() => AllAsync(client));
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"data\":[{\"name\":\"a\"},{\"na")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n15\r\n{\"data\":[{\"name\":\"a\"}\r\n")]
    public async Task A_list_that_breaks_off_throws_a_connection_exception(string reply)
    {
        using var server = new RawServer(Head + reply);
        using var client = new TransferClient(server.Address);
        await Assert.ThrowsAsync<ApiConnectionException>(() => AllAsync(client));
    }

    [Fact]
    public async Task Every_read_has_the_full_timeout()
    {
        var clock = new FakeTimeProvider();
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"data\":[{\"name\":\"a\"},");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = new TransferClient(server.Address, new ApiClientOptions { TimeProvider = clock, Timeout = TimeSpan.FromSeconds(10) });
        await using var items = client.ListAsync().GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        clock.Advance(TimeSpan.FromHours(1));
        var next = items.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(next, Task.Delay(10));
        }

        await Assert.ThrowsAsync<ApiTimeoutException>(() => next);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancellation_by_the_caller_is_not_a_timeout(bool byEnumeration)
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"data\":[{\"name\":\"a\"},");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = new TransferClient(server.Address);
        using var cancellation = new CancellationTokenSource();
        var items = byEnumeration ? client.ListAsync().WithCancellation(cancellation.Token) : client.ListAsync("data", cancellation.Token).ConfigureAwait(true);
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in items)
                await cancellation.CancelAsync();
        });
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_enumeration_begins_and_it_can_begin_again()
    {
        using var server = new RawServer(Head + "\r\n{\"data\":[{\"name\":\"a\"}]}");
        using var client = new TransferClient(server.Address);
        var items = client.ListAsync();
        Assert.Empty(server.Requests);
        for (var i = 1; i <= 2; i++)
        {
            await foreach (var item in items)
                Assert.Equal("a", item.Name);
            Assert.Equal(i, server.Requests.Count);
        }

        Assert.Contains("Accept: application/json\r\n", server.Requests.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_response()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"data\":[{\"name\":\"a\"}");
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(",{\"name\":\"" + new string('x', 10_000) + "\"}");
        });
        using var client = new TransferClient(server.Address);
        await foreach (var item in client.ListAsync())
            break;
        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<List<TreeNode>> AllAsync(TransferClient client)
    {
        var all = new List<TreeNode>();
        await foreach (var item in client.ListAsync())
            all.Add(item);
        return all;
    }
}
