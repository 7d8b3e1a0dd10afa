using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Text that a server writes before the JSON of its responses.</summary>
public sealed class JsonPrefixTests
{
    private const string Prefix = ")]}'";
    private const string Section = "operation: A.Get\nrequest: GET /a\nstatus: [200]\n";

    private const string Api = "client: ReviewsClient\njson prefix: \")]}'\"\nsuccess when: error is missing\nerror code in: error.code\nerror:\n  error?:\n"
        + "    code: int\nschemas:\n  Change:\n    id: long\n    subject: string\n";

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", Api),
        new SpecDocument(
            "get.apispec.yaml",
            "operation: Changes.Get\nrequest: GET /change\nstatus: [200, 404]\nresponse: Change\nexamples:\n  - response body: |\n"
                + "      )]}'\n      { \"id\": 7, \"subject\": \"printed\" }\n"),
        new SpecDocument(
            "list.apispec.yaml",
            "operation: Changes.List\nrequest: GET /changes\nstatus: [200]\nresponse: Change[]\nexamples:\n  - response header: |\n"
                + "      HTTP/1.1 200 OK\n      Content-Type: application/json; charset=UTF-8\n\n      )]}'\n      [{ \"id\": 8, \"subject\": \"head\" }]\n"),
        new SpecDocument(
            "other.apispec.yaml", "operation: Others.Get\nrequest: GET /other\njson prefix: while(1);\nstatus: [200]\nresponse: Change\n"),
        new SpecDocument("set.apispec.yaml", "operation: Changes.Set\nrequest: POST /change\nstatus: [200]\nbody: Change\n"),
        new SpecDocument("file.apispec.yaml", "operation: Files.Get\nrequest: GET /file\nstatus: [200]\nresponse: application/json\n"),
        new SpecDocument("text.apispec.yaml", "operation: Texts.Get\nrequest: GET /text\nstatus: [200]\nresponse: text/plain\n")).Load());

    // With 'success when', a whole body has to be read first.
    private static readonly Lazy<GeneratedClient> Streams = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: StreamsClient\njson prefix: \")]}'\"\nschemas:\n  Change:\n    id: long\n"),
        new SpecDocument("list.apispec.yaml", "operation: Changes.List\nrequest: GET /changes\nstatus: [200]\npaging:\n  items: data\n"
                + "response:\n  data: Change[]\n"),
        new SpecDocument("walk.apispec.yaml", "operation: Changes.Walk\nrequest: GET /walk\njson prefix: while(1);\nstatus: [200]\npaging:\n  items: data\n"
                + "response:\n  data: Change[]\n")).Load());

    [Theory]
    [InlineData(Prefix + "\n")]
    [InlineData(Prefix + "\r\n\r\n")]
    [InlineData(Prefix)]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task Client_reads_json_with_and_without_the_text(string before)
    {
        foreach (var charset in new[] { "utf-8", "utf-16", "utf-16BE", "windows-31j" })
        {
            foreach (var hasMark in new[] { false, true })
            {
                await using var server = await Server.StartAsync(before + "{\"id\":1,\"subject\":\"n\u00e9e\"}", "application/json", charset, hasMark);

                var response = await Client.Value.CallAsync(server.Address, "Changes.Get", static (_, _) => null);

                Assert.Equal(1L, ValueOf(response, "Id"));
                if (charset != "windows-31j")
                    Assert.Equal("n\u00e9e", ValueOf(response, "Subject"));
            }
        }
    }

    [Theory]
    [InlineData(")]}'\n{\"error\":{\"code\":5}}", "Changes.Get", "5")]
    [InlineData(")]}'\n{\"error\":{\"code\":5}}", "Changes.Set", "5")]
    [InlineData(")]}'\n{\"error\":{\"code\":5}}", "Files.Get", "5")]
    [InlineData("while(1);{\"error\":{\"code\":6}}", "Others.Get", "6")]
    [InlineData(")]}'\n{\"id\":1,\"subject\":\"x\"}", "Changes.Set", null)]
    public async Task Failure_in_a_body_is_found_after_the_text(string body, string operation, string? code)
    {
        foreach (var status in new[] { 200, 404 })
        {
            await using var server = await Server.StartAsync(body, "application/json", status: status);

            var response = await Client.Value.CallAsync(
                server.Address, operation, static (name, type) => name == "body" ? SampleArgument.ParseBody(type, """{"id":1,"subject":"x"}""") : null);

            Assert.Equal((code is null && status == 200, code), (response.IsSuccess, response.ErrorCode));
            if (!response.IsSuccess)
                Assert.StartsWith("{", Encoding.UTF8.GetString(response.RawBody!.Bytes.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Other_text_before_the_json_is_reported()
    {
        await using var server = await Server.StartAsync(")]}'\n{\"id\":1,\"subject\":\"x\"}", "application/json");

        await Assert.ThrowsAsync<ApiContractException>(() => Client.Value.CallAsync(server.Address, "Others.Get", static (_, _) => null));
    }

    [Fact]
    public async Task Plain_text_keeps_its_characters()
    {
        await using var server = await Server.StartAsync(")]}' is not JSON", "text/plain");

        var response = await Client.Value.CallAsync(server.Address, "Texts.Get", static (_, _) => null);

        Assert.Equal(")]}' is not JSON", response.GetType().GetProperty("Body")!.GetValue(response));
    }

    [Theory]
    [InlineData(Prefix + "\n")]
    [InlineData("")]
    public async Task Items_are_read_while_they_arrive(string before)
    {
        foreach (var charset in new[] { "utf-8", "utf-16" })
        {
            foreach (var piece in new[] { 1, 3, 1000 })
            {
                await using var server = await Server.StartAsync(
                    before + "{\"data\":[{\"id\":1},{\"id\":2}]}", "application/json", charset, hasMark: piece == 3, piece: piece);
                var ids = new List<long>();
                var items = Streams.Value.Invoke(server.Address, "Changes", "ListItemsAsync", static (_, _) => null, new ApiClientOptions());
                await foreach (var item in (IAsyncEnumerable<object>)items)
                    ids.Add((long)item.GetType().GetProperty("Id")!.GetValue(item)!);

                Assert.Equal([1, 2], ids);
            }
        }
    }

    [Fact]
    public async Task First_item_is_read_before_more_arrives()
    {
        const string Start = "while(1);{\"data\":[{\"id\":1},";
        var isRead = new TaskCompletionSource();
        await using var server = await Server.StartAsync(Start + "{\"id\":2}]}", "application/json", piece: Start.Length, rest: isRead.Task);
        var items = Streams.Value.Invoke(server.Address, "Changes", "WalkItemsAsync", static (_, _) => null, new ApiClientOptions());
        var ids = new List<long>();
        await foreach (var item in (IAsyncEnumerable<object>)items)
        {
            ids.Add((long)item.GetType().GetProperty("Id")!.GetValue(item)!);
            isRead.TrySetResult();
        }

        Assert.Equal([1, 2], ids);
    }

    [Fact]
    public async Task Fake_sends_a_file_without_the_text()
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(server.BaseAddress, "/file"), TestContext.Current.CancellationToken);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(Prefix, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Changes.Get", ")]}'\n{", "printed")]
    [InlineData("Changes.List", ")]}'\n[", "head")]
    [InlineData("Others.Get", "while(1);\n{", "subject")]
    public async Task Fake_sends_the_text_before_examples_and_samples(string operation, string start, string value)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();

        var response = await Client.Value.CallAsync(server.BaseAddress, operation, static (_, _) => null);
        var sent = await http.GetStringAsync(new Uri(server.BaseAddress, server.Requests[0].Target), TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccess);
        Assert.StartsWith(start, sent, StringComparison.Ordinal);
        Assert.Contains(value, sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json prefix: \")]}'\"\n", true)]
    [InlineData("", false)]
    public void Example_with_the_text_needs_the_key(string key, bool fits)
    {
        foreach (var body in new[] { "      )]}'\n      { \"id\": 1, \"subject\": 5 }\n", "      )]}' { \"id\": 1, \"subject\": 5 }\n" })
        {
            var project = GeneratedProject.OfSection(
                Section + key + "response:\n  id: long\n  subject: string\nexamples:\n  - response body: |\n" + body);

            var message = Assert.Single(project.Messages);
            Assert.Contains(fits ? "APISPEC0311" : "APISPEC0308", message, StringComparison.Ordinal);
            Assert.Contains(fits ? "'subject'" : "write 'json prefix: \")]}'\"' in the API file", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("throw \"x\";")]
    [InlineData("while(1);\\")]
    public void Key_that_a_message_proposes_is_valid(string prefix)
    {
        string Spec(string key) => Section + key + "response:\n  id: long\nexamples:\n  - response body: |\n      " + prefix + " { \"id\": 1 }\n";
        const string Start = "write '";

        var message = Assert.Single(GeneratedProject.OfSection(Spec("")).Messages);
        var start = message.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var key = message[start..message.IndexOf("' in the API file", StringComparison.Ordinal)];

        Assert.Empty(GeneratedProject.OfSection(Spec(key + "\n")).Messages);
    }

    [Theory]
    [InlineData("'{'")]
    [InlineData("'['")]
    [InlineData("'[['")]
    [InlineData("'{}'")]
    [InlineData("'{ \"a'")]
    [InlineData("'\"'")]
    [InlineData("12")]
    [InlineData("tr")]
    [InlineData("\"null;\"")]
    [InlineData("\"a\\nb\"")]
    [InlineData("\"\\u00e9\"")]
    [InlineData("\" \"")]
    public void Text_that_json_can_start_with_is_reported(string value)
        => Assert.Contains(
            "APISPEC0103 (2) 'json prefix' takes ",
            Assert.Single(GeneratedProject.OfSection(Section, "client: AClient\njson prefix: " + value + "\n").Messages),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(")]}'")]
    [InlineData("for (;;);")]
    [InlineData("while(1);")]
    [InlineData("'{}&&'")]
    [InlineData("'[]&'")]
    [InlineData("throw 1;")]
    public void Text_that_references_print_is_accepted(string value)
        => Assert.Empty(GeneratedProject.OfSection(Section, "client: AClient\njson prefix: " + value + "\n").Messages);

    private static object? ValueOf(ApiResponse response, string name)
    {
        var body = response.GetType().GetProperty("Body")!.GetValue(response)!;
        return body.GetType().GetProperty(name)!.GetValue(body);
    }

    /// <summary>A server that always sends the same text, in pieces.</summary>
    private sealed class Server(WebApplication application) : IAsyncDisposable
    {
        public Uri Address => new(application.Urls.First());

        public static async Task<Server> StartAsync(
            string body, string type, string charset = "utf-8", bool hasMark = false, int status = 200, int piece = 1000, Task? rest = null)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var encoding = charset == "windows-31j" ? Encoding.GetEncoding(932) : Encoding.GetEncoding(charset);
            byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(body)];
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            application.Run(async context =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = type + (charset == "utf-8" ? "" : "; charset=" + charset);
                for (var sent = 0; sent < bytes.Length; sent += piece)
                {
                    await context.Response.Body.WriteAsync(bytes.AsMemory(sent, Math.Min(piece, bytes.Length - sent)), context.RequestAborted);
                    if (piece < 1000)
                        await context.Response.Body.FlushAsync(context.RequestAborted);
                    if (rest is not null)
                        await rest.WaitAsync(context.RequestAborted);
                }
            });
            await application.StartAsync(TestContext.Current.CancellationToken);
            return new Server(application);
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();
    }
}
