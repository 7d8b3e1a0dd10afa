using System.Security.Cryptography;
using System.Text;
using ApiSpec.Generated;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Files and bytes that are sent to a server.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task A_server_reads_back_what_was_uploaded()
    {
        var bytes = RandomNumberGenerator.GetBytes(500_000);
        IFormCollection? form = null;
        byte[]? received = null;
        long? length = null;
        await using var server = await WebServer.StartAsync(async context =>
        {
            length = context.Request.ContentLength;
            form = await context.Request.ReadFormAsync();
            using var copy = new MemoryStream();
            await form.Files[0].CopyToAsync(copy);
            received = copy.ToArray();
        });
        using var client = new TransferClient(server.Address);
        using var stream = new MemoryStream(bytes);
        stream.Position = 10;
        var progress = new Reports();

        await client.ImportAsync(new ApiFile(stream, "テスト 1.st", "application/zip") { Progress = progress }, "grüße");

        Assert.Equal(bytes[10..], received);
        Assert.Equal("file", form!.Files[0].Name);
        Assert.Equal("テスト 1.st", form.Files[0].FileName);
        Assert.Equal("application/zip", form.Files[0].ContentType);
        Assert.Equal("grüße", form["comment"].ToString());
        Assert.NotNull(length);
        Assert.Equal(bytes.Length - 10, progress.Values[^1]);
        Assert.True(progress.Values.Count > 1);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task The_form_is_written_as_browsers_write_it()
    {
        var body = "";
        var type = "";
        await using var server = await WebServer.StartAsync(async context =>
        {
            type = context.Request.ContentType!;
            using var reader = new StreamReader(context.Request.Body);
            body = await reader.ReadToEndAsync();
        });
        using var client = new TransferClient(server.Address);
        using var stream = new MemoryStream("content"u8.ToArray());

        await client.ImportAsync(new ApiFile(stream, "a\"b\\c.st"), "text");

        var boundary = type["multipart/form-data; boundary=".Length..].Trim('"');
        Assert.Equal(
            "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b\\c.st\"\r\nContent-Type: application/octet-stream\r\n\r\ncontent\r\n"
            + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\ntext\r\n--" + boundary + "--\r\n",
            body);
    }

    [Fact]
    public async Task Parts_without_a_value_are_left_out()
    {
        var fields = -1;
        var files = -1;
        await using var server = await WebServer.StartAsync(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            fields = form.Count;
            files = form.Files.Count;
        });
        using var client = new TransferClient(server.Address);
        await client.ImportAsync(null, "c");
        Assert.Equal((1, 0), (fields, files));
        await client.ImportAsync(null);
        Assert.Equal((0, 0), (fields, files));
    }

    [Fact]
    public async Task A_stream_that_does_not_seek_is_sent_in_pieces()
    {
        long? length = 1;
        var received = "";
        await using var server = await WebServer.StartAsync(async context =>
        {
            length = context.Request.ContentLength;
            var form = await context.Request.ReadFormAsync();
            using var reader = new StreamReader(form.Files[0].OpenReadStream());
            received = await reader.ReadToEndAsync();
        });
        using var client = new TransferClient(server.Address);
        using var stream = new ForwardStream("forward only"u8.ToArray());
        await client.ImportAsync(new ApiFile(stream, "a.st"));
        Assert.Null(length);
        Assert.Equal("forward only", received);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_is_sent_again_only_if_its_file_can_be(bool canSeek)
    {
        var received = new List<string>();
        await using var server = await WebServer.StartAsync(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            using var reader = new StreamReader(form.Files[0].OpenReadStream());
            received.Add(await reader.ReadToEndAsync());
            context.Response.StatusCode = received.Count == 1 ? 401 : 200;
        });
        using var client = new TransferClient(server.Address, new ApiClientOptions { Credential = new InsistentCredential() });
        using Stream stream = canSeek ? new MemoryStream("content"u8.ToArray()) : new ForwardStream("content"u8.ToArray());
        var progress = new Reports();
        var call = client.ImportAsync(new ApiFile(stream, "a.st") { Progress = progress });

        if (canSeek)
        {
            await call;
            Assert.Equal(["content", "content"], received);
            Assert.Equal([7L, 7L], progress.Values);
        }
        else
        {
            var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => call);
            Assert.Equal(401, exception.StatusCode);
            Assert.Equal(["content"], received);
        }
    }

    [Fact]
    public async Task A_file_of_the_disk_is_sent_under_its_own_name()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".st");
        await File.WriteAllTextAsync(path, "from disk");
        try
        {
            var name = "";
            await using var server = await WebServer.StartAsync(async context => name = (await context.Request.ReadFormAsync()).Files[0].FileName);
            using var client = new TransferClient(server.Address);
            ApiFile opened;
            using (var file = ApiFile.Open(path, "text/plain"))
            {
                opened = file;
                await client.ImportAsync(file);
            }

            Assert.Equal(Path.GetFileName(path), name);
            Assert.False(opened.Content.CanRead);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.ThrowsAny<IOException>(() => ApiFile.Open(path));
    }

    [Fact]
    public void The_stream_of_a_file_is_not_disposed()
    {
        using var stream = new MemoryStream();
        new ApiFile(stream, "a").Dispose();
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void What_could_break_a_form_is_refused()
    {
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentException>(() => new ApiFile(stream, "a\r\nb"));
        Assert.Throws<ArgumentException>(() => new ApiFile(stream, ""));
        Assert.Throws<ArgumentException>(() => new ApiFile(stream, "a" + '\uD800'));
        Assert.Throws<ArgumentException>(() => new ApiFile(stream, "a", "text/plain\r\nX: y"));
        Assert.Throws<ArgumentException>(() => new ApiFile(stream, "a", "nonsense"));
        Assert.Throws<ArgumentException>(() => new ApiFormPart("a\nb", "text"));
        Assert.Throws<ArgumentException>(() => new ApiFormPart("", "text"));
        stream.Dispose();
        Assert.Throws<ArgumentException>(() => new ApiFile(stream, "a"));
    }

    [Fact]
    public async Task Bytes_are_sent_as_they_are_with_their_type()
    {
        byte[]? received = null;
        var type = "";
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            received = copy.ToArray();
            type = context.Request.ContentType;
        });
        using var client = new TransferClient(server.Address);

        await client.ImportWholeAsync((ReadOnlyMemory<byte>)new byte[] { 1, 2, 3, 4 }.AsMemory(1, 2), "application/octet-stream");
        Assert.Equal([2, 3], received!);
        Assert.Equal("application/octet-stream", type);

        await client.ImportWholeAsync(Encoding.UTF8.GetBytes("text"), "text/plain; charset=utf-8");
        Assert.Equal("text/plain; charset=utf-8", type);
        await Assert.ThrowsAsync<ArgumentException>(() => client.ImportWholeAsync(new byte[1], "no type"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_can_be_the_whole_body(bool canSeek)
    {
        byte[]? received = null;
        (string?, long?) headers = default;
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            received = copy.ToArray();
            headers = (context.Request.ContentType, context.Request.ContentLength);
        });
        using var client = new TransferClient(server.Address);
        var bytes = RandomNumberGenerator.GetBytes(500_000);
        using Stream stream = canSeek ? new MemoryStream(bytes) : new ForwardStream(bytes);
        if (canSeek)
            stream.Position = 10;
        var progress = new Reports();

        // The type of the reference has priority over that of the file.
        await client.ImportWholeAsync(new ApiFile(stream, "a.st", "text/plain") { Progress = progress }, "application/x-backup;version=2");

        var expected = canSeek ? bytes[10..] : bytes;
        Assert.Equal(expected, received);
        Assert.Equal(("application/x-backup;version=2", canSeek ? expected.Length : null), headers);
        Assert.Equal(expected.Length, progress.Values[^1]);
        Assert.True(progress.Values.Count > 1);
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_whole_body_is_sent_again_only_if_its_file_can_be(bool canSeek)
    {
        var received = new List<string>();
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            received.Add(await reader.ReadToEndAsync());
            context.Response.StatusCode = received.Count == 1 ? 401 : 200;
        });
        using var client = new TransferClient(server.Address, new ApiClientOptions { Credential = new InsistentCredential() });
        using Stream stream = canSeek ? new MemoryStream("content"u8.ToArray()) : new ForwardStream("content"u8.ToArray());
        var call = client.ImportWholeAsync(new ApiFile(stream, "a.st"), "application/zip");

        if (canSeek)
            await call;
        else
            Assert.Equal(401, (await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => call)).StatusCode);
        Assert.Equal(canSeek ? ["content", "content"] : ["content"], received);
    }

    [Fact]
    public async Task Bytes_are_a_file()
    {
        ApiFile file = (ReadOnlyMemory<byte>)new byte[] { 1, 2, 3 }.AsMemory(1);
        Assert.Equal(("file", null, 2L), (file.FileName, file.ContentType, file.Content.Length));
        Assert.Equal(2, file.Content.ReadByte());
        file.Dispose();
        Assert.True(file.Content.CanRead);
        Assert.Throws<ArgumentNullException>(() => (ApiFile)(byte[])null!);

        var received = "";
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var reader = new StreamReader((await context.Request.ReadFormAsync()).Files[0].OpenReadStream());
            received = await reader.ReadToEndAsync();
        });
        using var client = new TransferClient(server.Address);
        await client.ImportAsync("in a form"u8.ToArray());
        Assert.Equal("in a form", received);
        await Assert.ThrowsAsync<ArgumentNullException>("body", () => client.ImportWholeAsync(null!, "application/zip"));
    }

    [Fact]
    public async Task Bytes_can_be_sent_by_several_requests_at_the_same_time()
    {
        var received = new System.Collections.Concurrent.ConcurrentBag<byte[]>();
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var copy = new MemoryStream();
            await (await context.Request.ReadFormAsync()).Files[0].CopyToAsync(copy);
            received.Add(copy.ToArray());
        });
        using var client = new TransferClient(server.Address);
        var bytes = RandomNumberGenerator.GetBytes(1_000_000);
        ApiFile file = bytes;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.ImportAsync(file)));

        Assert.Equal(8, received.Count);
        Assert.All(received, each => Assert.Equal(bytes, each));
    }

    [Fact]
    public async Task An_upload_can_be_cancelled()
    {
        using var server = new RawServer(stream => Task.Delay(Timeout.Infinite, CancellationToken.None));
        using var client = new TransferClient(server.Address);
        using var cancellation = new CancellationTokenSource();
        using var stream = new MemoryStream(new byte[50_000_000]);
        var call = client.ImportAsync(new ApiFile(stream, "a") { Progress = new Trigger(cancellation) }, null, cancellation.Token);
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }

    private sealed class Trigger(CancellationTokenSource cancellation) : IProgress<long>
    {
        public void Report(long value) => cancellation.Cancel();
    }

    private sealed class InsistentCredential : ApiCredential
    {
        protected override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken) => default;

        protected override ValueTask<bool> OnResponseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
            => new((int)response.StatusCode == 401);
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }
    }
}
