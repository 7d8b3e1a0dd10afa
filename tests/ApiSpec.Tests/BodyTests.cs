using System.IO.Compression;
using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>How the body of a success is read: content types, charsets, compression, sizes, and violations of the reference.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/problem+json")]
    [InlineData("text/json")]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=us-ascii")]
    [InlineData(null)]
    public async Task JSON_is_read_with_any_usual_content_type_or_none(string? contentType)
    {
        await using var server = await WebServer.StartAsync(200, contentType, Bodies.ActionNamed("名前"));
        using var client = new SampleClient(server.Address);
        Assert.Equal("名前", (await client.GetAsync()).Name);
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><title>Log in</title>", "the content type is 'text/html', not JSON")]
    [InlineData("text/html", Bodies.Action, "the content type is 'text/html', not JSON")]
    [InlineData("application/octet-stream", Bodies.Action, "'application/octet-stream'")]
    [InlineData("text/plain", "OK", "the content type is 'text/plain', not JSON")]
    [InlineData("application/json", "", "the body is empty")]
    [InlineData("application/json; charset=x-klingon", Bodies.Action, "the charset 'x-klingon', which is not known here")]
    [InlineData("application/json", "<html>", "the JSON is malformed or too deep at line 1, byte 1")]
    [InlineData("application/json", Bodies.Action + " {}", "$: there is more after the value")]
    [InlineData("application/json", "{\"name\":\"n\",\"href\":\"", "the JSON is malformed")]
    [InlineData("application/json", "[]", "$: an object (ActionObject) was expected, an array was found")]
    [InlineData("application/json", "null", "$: an object (ActionObject) was expected, null was found")]
    [InlineData("application/json", "{\"name\":null}", "$.name: a string was expected, null was found")]
    [InlineData("application/json", "{\"name\":\"n\",\"href\":\"h\",\"parameters\":[]}", "$.method: the member is missing")]
    public async Task A_success_that_contradicts_the_reference_throws_with_the_contradiction(string contentType, string body, string problem)
    {
        await using var server = await WebServer.StartAsync(200, contentType, body);
        using var client = new SampleClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiContractException>(() => client.GetWithResponseAsync());

        Assert.StartsWith(
            "Tasks.GetRerunStart (section 9.6.8) answered 200 with a body that contradicts the reference: ",
            exception.Message,
            StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Equal(200, exception.StatusCode);
        Assert.Equal(body, exception.RawBody!.ToString());
    }

    [Fact]
    public async Task A_contradiction_names_the_place_but_never_the_text_of_strings()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", """{"name":"n","href":"h","method":{"token":"s3cret"},"parameters":[]}""");
        using var client = new SampleClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiContractException>(() => client.GetAsync());

        Assert.Equal("$.method", exception.Path);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_text_is_not_quoted_either()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", "true_s3cret");
        using var client = new SampleClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(() => client.GetAsync());
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Charsets => new()
    {
        { "utf-16", "名前" },
        { "utf-16BE", "名前" },
        { "iso-8859-1", "Größe" },
        { "utf-32", "名前" },
    };

    [Theory]
    [MemberData(nameof(Charsets))]
    public async Task Other_charsets_are_read_when_the_process_knows_them(string charset, string name)
    {
        var encoding = Encoding.GetEncoding(charset);
        await using var server = await WebServer.StartAsync(200, "application/json; charset=" + charset, encoding.GetBytes(Bodies.ActionNamed(name)));
        using var client = new SampleClient(server.Address);
        Assert.Equal(name, (await client.GetAsync()).Name);
    }

    [Fact]
    public async Task Shift_JIS_is_read_once_the_process_has_registered_it()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding.GetEncoding("Shift_JIS").GetBytes(Bodies.ActionNamed("再実行"));
        await using var server = await WebServer.StartAsync(200, "application/json; charset=Shift_JIS", body);
        using var client = new SampleClient(server.Address);
        Assert.Equal("再実行", (await client.GetAsync()).Name);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_byte_order_mark_is_skipped_and_decides_the_charset(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] body = [.. encoding.GetPreamble(), .. encoding.GetBytes(Bodies.ActionNamed("名前"))];
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var client = new SampleClient(server.Address);
        Assert.Equal("名前", (await client.GetAsync()).Name);
        Assert.Equal("名前", ActionObject.Json.Parse((await client.GetTextAsync())).Name);
    }

    [Fact]
    public async Task Text_is_decoded_and_may_be_empty()
    {
        await using (var server = await WebServer.StartAsync(200, "text/html; charset=iso-8859-1", Encoding.Latin1.GetBytes("<p>Größe</p>")))
        {
            using var client = new SampleClient(server.Address);
            Assert.Equal("<p>Größe</p>", await client.GetTextAsync());
        }

        await using (var server = await WebServer.StartAsync(200, null, ""))
        {
            using var client = new SampleClient(server.Address);
            Assert.Equal("", await client.GetTextAsync());
        }
    }

    [Fact]
    public async Task The_last_of_equal_members_counts_and_unknown_ones_are_kept()
    {
        await using var server = await WebServer.StartAsync(
            200,
            "application/json",
            """{"extra":{"a":[1,{"b":null}]},"method":"X","method":"POST","parameters":null,"href":"h","name":"n"}""");
        using var client = new SampleClient(server.Address);

        var action = await client.GetAsync();

        Assert.Equal("POST", action.Method);
        Assert.Null(action.Parameters);
        Assert.Equal("""{"name":"n","href":"h","method":"POST","parameters":null,"extra":{"a":[1,{"b":null}]}}""", ActionObject.Json.ToJson(action));
    }

    [Fact]
    public async Task Compressed_bodies_are_asked_for_and_read()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            Assert.Equal("gzip", context.Request.Headers.AcceptEncoding);
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var compressed = new GZipStream(context.Response.Body, CompressionMode.Compress, leaveOpen: true);
            await compressed.WriteAsync(Encoding.UTF8.GetBytes(Bodies.Action));
        });
        using var client = new SampleClient(server.Address);
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
    }

#if !RUNTIME_NETSTANDARD
    [Fact]
    public async Task Compressions_other_than_gzip_are_left_to_the_handler()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            Assert.Contains("br", context.Request.Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "br";
            await using var compressed = new BrotliStream(context.Response.Body, CompressionMode.Compress, leaveOpen: true);
            await compressed.WriteAsync(Encoding.UTF8.GetBytes(Bodies.Action));
        });
        using var client = new SampleClient(
            server.Address,
            new ApiClientOptions { ConfigureHandler = static handler => handler.AutomaticDecompression = System.Net.DecompressionMethods.All });
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_requests_no_compression_from_an_own_handler_but_reads_gzip(bool unpacks)
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            Assert.Equal(unpacks ? "gzip" : "", context.Request.Headers.AcceptEncoding.ToString());
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var compressed = new GZipStream(context.Response.Body, CompressionMode.Compress, leaveOpen: true);
            await compressed.WriteAsync(Encoding.UTF8.GetBytes(Bodies.Action));
        });
        using var handler = new SocketsHttpHandler();
        if (unpacks)
            handler.AutomaticDecompression = System.Net.DecompressionMethods.GZip;
        using var client = new SampleClient(server.Address, new ApiClientOptions { Handler = handler });
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
    }
#endif

    [Fact]
    public async Task An_encoding_that_the_transport_leaves_in_place_is_named()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "compress";
            await context.Response.Body.WriteAsync(new byte[] { 31, 157, 144 });
        });
        using var client = new SampleClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(() => client.GetAsync());
        Assert.Contains("'compress'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read_and_one_byte_more_is_refused()
    {
        var body = Bodies.Action;
        foreach (var announce in new[] { true, false })
        {
            await using var server = await WebServer.StartAsync(async context =>
            {
                context.Response.ContentType = "application/json";
                if (announce)
                    context.Response.ContentLength = body.Length;
                await context.Response.StartAsync();
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
            });
            using var enough = new SampleClient(server.Address, new ApiClientOptions { MaxResponseBytes = body.Length });
            Assert.Equal("rerunStart", (await enough.GetAsync()).Name);

            using var client = new SampleClient(server.Address, new ApiClientOptions { MaxResponseBytes = body.Length - 1 });
            var exception = await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => client.GetAsync());
            Assert.Equal(body.Length - 1, exception.Limit);
            Assert.Equal(200, exception.StatusCode);
        }
    }

    [Fact]
    public async Task A_small_body_that_unpacks_into_a_large_one_is_refused()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var compressed = new System.IO.Compression.GZipStream(
                context.Response.Body, System.IO.Compression.CompressionMode.Compress, leaveOpen: true);
            await compressed.WriteAsync(new byte[4_000_000]);
        });
        using var client = new SampleClient(server.Address, new ApiClientOptions { MaxResponseBytes = 1_000_000 });
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => client.GetAsync());
    }

    [Fact]
    public async Task A_large_body_in_many_pieces_is_read_whole()
    {
        var name = string.Concat(Enumerable.Range(0, 400_000).Select(i => (char)('a' + (i % 26))));
        var bytes = Encoding.UTF8.GetBytes(Bodies.ActionNamed(name));
        await using var server = await WebServer.StartAsync(async context =>
        {
            for (var i = 0; i < bytes.Length; i += 7_919)
                await context.Response.Body.WriteAsync(bytes.AsMemory(i, Math.Min(7_919, bytes.Length - i)));
        });
        using var client = new SampleClient(server.Address);
        Assert.Equal(name, (await client.GetAsync()).Name);
    }

    [Fact]
    public async Task Json_deeper_than_allowed_is_refused()
    {
        var body = Bodies.Action.Replace("[ ]", new string('[', 20) + new string(']', 20), StringComparison.Ordinal);
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var enough = new SampleClient(server.Address, new ApiClientOptions { MaxJsonDepth = 21 });
        Assert.Single((await enough.GetAsync()).Parameters!);
        using var client = new SampleClient(server.Address, new ApiClientOptions { MaxJsonDepth = 20 });
        await Assert.ThrowsAsync<ApiContractException>(() => client.GetAsync());
    }

    [Fact]
    public async Task Text_that_is_not_Unicode_contradicts_the_reference()
    {
        byte[] body = [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\",\"href\":\"\",\"method\":\"\",\"parameters\":[]}"u8];
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var client = new SampleClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(() => client.GetAsync());
        Assert.Equal("$.name", exception.Path);
    }

    [Theory]
    [InlineData("text/plain", "utf-8", new byte[] { 0x61, 0xC3, 0x28 })]
    [InlineData("text/plain; charset=UTF-8", "UTF-8", new byte[] { 0x61, 0xFF })]
    [InlineData("text/plain; charset=us-ascii", "us-ascii", new byte[] { 0x61, 0xFF })]
    [InlineData("text/plain; charset=utf-16", "utf-16", new byte[] { 0x00, 0xD8, 0x41, 0x00 })]
    [InlineData("text/plain; charset=Shift_JIS", "Shift_JIS", new byte[] { 0x61, 0x81, 0x20 })]
    public async Task Bytes_that_are_invalid_in_the_charset_contradict_the_reference(string type, string charset, byte[] body)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var server = await WebServer.StartAsync(200, type, body);
        using var client = new SampleClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(client.GetTextAsync);
        Assert.Contains("the body is no text in the charset '" + charset + "'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(body, exception.RawBody!.Bytes.ToArray());
    }

    [Theory]
    [InlineData("utf-8", new byte[] { 0xFF })]
    [InlineData("utf-16", new byte[] { 0x00, 0xD8 })]
    [InlineData("Shift_JIS", new byte[] { 0x81, 0x20 })]
    public async Task A_failure_with_bytes_that_are_invalid_in_its_charset_is_still_read(string charset, byte[] bad)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);
        byte[] body = [.. encoding.GetBytes("{\"message\":\"gone "), .. bad, .. encoding.GetBytes("\",\"messageID\":\"m\"}")];
        await using var server = await WebServer.StartAsync(404, "application/json; charset=" + charset, body);
        using var client = new SampleClient(server.Address);
        var response = await client.GetWithResponseAsync();
        Assert.StartsWith("gone \uFFFD", response.Error!.Message, StringComparison.Ordinal);
        Assert.StartsWith("gone \uFFFD", response.RawBody!.Read(ErrorInfo.Json).Message, StringComparison.Ordinal);
        Assert.Contains("gone \uFFFD", response.RawBody.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_body_decodes_itself()
    {
        await using var server = await WebServer.StartAsync(500, "text/plain; charset=iso-8859-1", Encoding.Latin1.GetBytes("Größe"));
        using var client = new SampleClient(server.Address);
        Assert.Equal("Größe", (await client.GetWithResponseAsync()).RawBody!.ToString());
        Assert.Equal("Größe", new ApiRawBody(Encoding.UTF8.GetBytes("Größe"), "text/plain; charset=x-klingon").ToString());
        Assert.Equal("Größe", new ApiRawBody([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Größe")], "text/plain; charset=utf-8").ToString());
    }
}
