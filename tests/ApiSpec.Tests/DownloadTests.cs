using System.Net;
using System.Security.Cryptography;
using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Files that a server returns.</summary>
public sealed class DownloadTests
{
    [Fact]
    public async Task A_download_is_not_limited_by_the_limit_on_responses()
    {
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/zip";
            context.Response.ContentLength = bytes.Length;
            context.Response.Headers.ContentDisposition = "attachment; filename=\"template.st\"";
            await context.Response.Body.WriteAsync(bytes);
        });
        using var client = new TransferClient(server.Address, new ApiClientOptions { MaxResponseBytes = 1000 });

        await using var download = await client.ExportAsync();

        Assert.Equal("template.st", download.FileName);
        Assert.Equal("application/zip", download.ContentType);
        Assert.Equal(bytes.Length, download.Length);
        Assert.False(download.Content.CanSeek);
        var progress = new Reports();
        using var copy = new MemoryStream();
        await download.CopyToAsync(copy, progress);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(bytes.Length, progress.Values[^1]);
        Assert.Equal(progress.Values.Order(), progress.Values);
    }

    [Fact]
    public async Task The_content_can_be_read_by_every_method_of_a_stream()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef");
        using var client = new TransferClient(server.Address);
        using var download = await client.ExportAsync();
        var buffer = new byte[2];
        Assert.Equal(2, download.Content.Read(buffer, 0, 2));
        Assert.Equal("ab"u8.ToArray(), buffer);
        Assert.Equal((byte)'c', download.Content.ReadByte());
        await download.Content.ReadExactlyAsync(buffer, 0, 2);
        Assert.Equal("de"u8.ToArray(), buffer);
        using var rest = new MemoryStream();
        await download.Content.CopyToAsync(rest);
        Assert.Equal("f"u8.ToArray(), rest.ToArray());
        Assert.Null(download.FileName);
        Assert.Null(download.ContentType);
    }

    [Fact]
    public async Task A_failed_download_has_its_error_and_no_file()
    {
        await using var server = await WebServer.StartAsync(404, "application/json", Bodies.Error);
        using var client = new TransferClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.ExportAsync());
        Assert.Equal("KNAE07001-E", exception.Error!.MessageID);

        await using var response = await client.ExportWithResponseAsync();
        Assert.Equal(TaskStatusCode.NotFound, response.Status);
        Assert.Null(response.Download);
        Assert.Throws<ApiException<ErrorInfo>>(() => response.EnsureSuccess());
    }

    [Fact]
    public async Task A_success_without_a_body_has_no_file()
    {
        await using var server = await WebServer.StartAsync(204, null, "");
        using var client = new TransferClient(server.Address);
        await using var response = await client.ExportWithResponseAsync();
        Assert.Null(response.Download);
        await Assert.ThrowsAsync<ApiContractException>(() => client.ExportAsync());
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = new TransferClient(server.Address);
        await using var response = await client.ExportWithResponseAsync();
        Assert.Equal(0, response.EnsureSuccess().Length);
        Assert.Equal(-1, response.Download!.Content.ReadByte());
    }

    [Theory]
    [InlineData("Content-Length: 10\r\n\r\nabc")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")]
    public async Task A_download_that_breaks_off_throws_while_it_is_read(string reply)
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\n" + reply);
        using var client = new TransferClient(server.Address);
        await using var download = await client.ExportAsync();

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => download.CopyToAsync(Stream.Null));
        Assert.Equal("Templates.Export", exception.Operation.Id);
        Assert.Throws<ApiConnectionException>(() => download.Content.ReadByte());
    }

    [Fact]
    public async Task A_handler_that_loses_the_end_of_a_download_is_detected_while_reading()
    {
        using var handler = new ShorteningHandler();
        using var client = new TransferClient(new Uri("http://host/"), new ApiClientOptions { Handler = handler });
        await using var download = await client.ExportAsync();
        await Assert.ThrowsAsync<ApiConnectionException>(() => download.CopyToAsync(Stream.Null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_read_has_the_full_timeout(bool isBlocking)
    {
        var clock = new FakeTimeProvider();
        using var more = new SemaphoreSlim(0);
        await using var server = await WebServer.StartAsync(async context =>
        {
            for (var i = 0; i < 3; i++)
            {
                await context.Response.WriteAsync("x");
                await context.Response.Body.FlushAsync();
                await more.WaitAsync(context.RequestAborted);
            }
        });
        using var client = new TransferClient(server.Address, new ApiClientOptions { TimeProvider = clock, Timeout = TimeSpan.FromSeconds(60) });
        await using var download = await client.ExportAsync();
        var buffer = new byte[10];
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(1, await download.Content.ReadAsync(buffer));
            clock.Advance(TimeSpan.FromSeconds(59));
            if (i < 2)
                more.Release();
        }

        var read = isBlocking
            ? Task.Factory.StartNew(() => download.Content.Read(buffer, 0, 10), default, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            : download.Content.ReadAsync(buffer).AsTask();
        while (!read.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(61));
            await Task.WhenAny(read, Task.Delay(10));
        }

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => read);
        Assert.Equal("Templates.Export sent nothing more of its body within 60 s (Timeout).", exception.Message);
    }

    [Fact]
    public async Task The_headers_have_the_timeout_of_the_call()
    {
        var clock = new FakeTimeProvider();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await WebServer.StartAsync(context =>
        {
            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = new TransferClient(server.Address, new ApiClientOptions { TimeProvider = clock });
        var call = client.ExportAsync();
        await reached.Task;
        clock.Advance(TimeSpan.FromSeconds(100));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
    }

    [Fact]
    public async Task A_read_can_be_cancelled()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = new TransferClient(server.Address);
        await using var download = await client.ExportAsync();
        using var cancellation = new CancellationTokenSource();
        var copy = download.CopyToAsync(Stream.Null, null, cancellation.Token);
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copy);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task The_token_of_a_call_does_not_cancel_reads_after_the_headers()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\n\r\nabc");
        using var client = new TransferClient(server.Address);
        using var cancellation = new CancellationTokenSource();
        await using var download = await client.ExportAsync(cancellation.Token);
        await cancellation.CancelAsync();
        using var copy = new MemoryStream();
        await download.CopyToAsync(copy);
        Assert.Equal(3, copy.Length);
    }

    [Fact]
    public async Task Disposing_a_download_ends_the_response()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            var piece = new byte[65536];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(piece);
        });
        using var client = new TransferClient(server.Address);
        var response = await client.ExportWithResponseAsync();
        Assert.Equal(65536, await response.Download!.Content.ReadAtLeastAsync(new byte[65536], 65536));
        await response.DisposeAsync();

        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(response.Download.Content.CanRead);
        Assert.Throws<ObjectDisposedException>(() => response.Download.Content.ReadByte());
    }

    [Theory]
    [InlineData(false, "*/*")]
    [InlineData(true, "application/octet-stream")]
    public async Task A_download_sends_its_media_type_in_Accept(bool isTyped, string accept)
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\n\r\nabc");
        using var client = new TransferClient(server.Address);
        using var download = isTyped ? await client.ExportTypedAsync() : await client.ExportAsync();
        Assert.Contains("Accept: " + accept + "\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attachment", null)]
    [InlineData("attachment; filename=\"\"", null)]
    [InlineData("attachment; filename=plain.zip", "plain.zip")]
    [InlineData("attachment;FileName = \"a b;c.zip\" ; size=3", "a b;c.zip")]
    [InlineData("attachment; filename=\"fallback.zip\"; filename*=UTF-8''%e2%82%ac%20rates.zip", "€ rates.zip")]
    [InlineData("attachment; filename*=utf-8'en'x.zip; filename=fallback.zip", "x.zip")]
    [InlineData("attachment; filename*=iso-8859-1''%A3.zip", "£.zip")]
    [InlineData("attachment; filename*=UTF-8''%ff.zip; filename=fallback.zip", "fallback.zip")]
    [InlineData("attachment; filename*=UTF-8''%2.zip; filename=fallback.zip", "fallback.zip")]
    [InlineData("attachment; filename*=nonsense; filename=fallback.zip", "fallback.zip")]
    [InlineData("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd")]
    [InlineData("attachment; filename=\"../../evil.sh\"", "evil.sh")]
    [InlineData("attachment; filename=\"C:\\temp\\a.txt\"", "a.txt")]
    [InlineData("attachment; filename=\"C:\\\\temp\\\\a.txt\"", "a.txt")]
    [InlineData("attachment; filename=\"say \\\"hi\\\".txt\"", "say _hi_.txt")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"dir/\"", null)]
    [InlineData("attachment; filename*=UTF-8''a%0D%0Ab%00%E2%80%AEtxt.exe", "abtxt.exe")]
    [InlineData("attachment; filename=\"a.txt:stream\"", "a.txt_stream")]
    [InlineData("attachment; filename=\"nul.txt\"", "_nul.txt")]
    [InlineData("attachment; filename=\"com\u00b9.txt\"", "_com\u00b9.txt")]
    [InlineData("attachment; filename=\"LPT\u00b3\"", "_LPT\u00b3")]
    [InlineData("attachment; filename=\"CONIN$\"", "_CONIN$")]
    [InlineData("attachment; filename=\"conout$.log\"", "_conout$.log")]
    [InlineData("attachment; filename=\"console.log\"", "console.log")]
    [InlineData("attachment; filename=\"a.txt. . \"", "a.txt")]
    [InlineData("attachment; filename=\"unclosed", "unclosed")]
    [InlineData("filename=a.txt", null)]
    [InlineData("; filename=a.txt", "a.txt")]
    [InlineData("attachment; filename=", null)]
    [InlineData("attachment; =; ;; filename=a.txt", "a.txt")]
    public async Task The_file_name_of_a_download_is_safe_to_create(string disposition, string? expected)
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Disposition: " + disposition + "\r\nContent-Length: 0\r\n\r\n");
        using var client = new TransferClient(server.Address);
        using var download = await client.ExportAsync();
        Assert.Equal(expected, download.FileName);
    }

    [Fact]
    public async Task A_file_name_in_bare_UTF8_is_read_as_that_and_a_long_one_is_cut()
    {
        var name = "テンプレート.st";
        using var server = new RawServer(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\nContent-Length: 0\r\n\r\n")).AsTask());
        using var client = new TransferClient(server.Address);
        using (var download = await client.ExportAsync())
            Assert.Equal(name, download.FileName);

        using var longServer = new RawServer("HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=" + new string('x', 5000) + ".zip\r\n\r\n");
        using var longClient = new TransferClient(longServer.Address);
        using (var download = await longClient.ExportAsync())
            Assert.Equal(new string('x', 251) + ".zip", download.FileName);
    }

    [Theory]
    [InlineData("\u30c6", 200, ".st", 84)]
    [InlineData("\U0001f600", 100, ".zip", 62)]
    [InlineData("\u00e9", 200, "", 127)]
    public async Task A_long_file_name_is_cut_to_the_octets_that_file_systems_take(string letter, int count, string extension, int kept)
    {
        var name = string.Concat(Enumerable.Repeat(letter, count)) + extension;
        using var server = new RawServer(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\nContent-Length: 0\r\n\r\n")).AsTask());
        using var client = new TransferClient(server.Address);
        using var download = await client.ExportAsync();
        Assert.Equal(string.Concat(Enumerable.Repeat(letter, kept)) + extension, download.FileName);
    }

    [Fact]
    public async Task A_long_name_of_a_device_is_no_longer_than_others()
    {
        using var server = new RawServer(
            "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=con." + new string('x', 300) + "\r\nContent-Length: 0\r\n\r\n");
        using var client = new TransferClient(server.Address);
        using var download = await client.ExportAsync();
        Assert.StartsWith("_con.x", download.FileName, StringComparison.Ordinal);
        Assert.Equal(255, download.FileName!.Length);
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }

    private sealed class ShorteningHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new MemoryStream(new byte[10]));
            content.Headers.ContentLength = 11;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }
}
