using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Traffic of a real server is recorded without its secrets, and a stub or a fake serves it again.</summary>
public sealed partial class RecordingTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private string Har => Path.Combine(_folder.Root, "evening.har");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recording_has_no_secret_wherever_the_server_repeats_it_and_everything_else()
    {
        await using var box = await Box.StartAsync();
        await RecordAsync(box);

        var text = await File.ReadAllTextAsync(Har, TestContext.Current.CancellationToken);
        var har = JsonNode.Parse(text)!["log"]!;
        var everything = string.Join('\n', Strings(har));
        Assert.All(Box.Secrets, secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
        Assert.All(Box.Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Equal("1.2", (string?)har["version"]);
        Assert.Equal(
            [
                "GET /proxy/v1/jobs/7?key=%3Csecret%3E 200",
                "POST /proxy/v1/jobs 201",
                "GET /proxy/v1/tickets/%3Csecret%3E?lang=ja 200",
                "GET /proxy/v1/jobs/404 404",
            ],
            har["entries"]!.AsArray().Select(static entry => (string?)entry!["request"]!["method"] + " "
                + new Uri((string)entry["request"]!["url"]!).PathAndQuery + " " + (int)entry["response"]!["status"]!));
        var first = har["entries"]![0]!;
        Assert.Equal(
            ["Accept: application/json", "Authorization: <secret>", "Cookie: <secret>", "X-Odd: <secret>"],
            first["request"]!["headers"]!.AsArray().Select(static header => header!["name"] + ": " + header["value"]).Order(StringComparer.Ordinal));
        Assert.Contains("X-Session: <secret>", first["response"]!["headers"]!.AsArray().Select(static header => header!["name"] + ": " + header["value"]));
        Assert.Equal(
            """{"id":7,"name":"nightly","pin":"<secret>","access":{"password":"<secret>"},"note":"by <secret> read"}""",
            (string)first["response"]!["content"]!["text"]!);
        Assert.Equal("""{"name":"nightly","password":"<secret>"}""", (string)har["entries"]![1]!["request"]!["postData"]!["text"]!);
    }

    [Fact]
    public async Task A_stub_responds_to_the_recorded_requests_with_the_recorded_responses_whatever_the_secrets_are()
    {
        await using (var box = await Box.StartAsync())
            await RecordAsync(box);
        await using var server = await StubServer.StartAsync(new StubOptions(Box.Catalog.WithRecordings(Har)));
        using var client = new HttpClient { BaseAddress = server.BaseAddress };

        var job = JsonNode.Parse(await client.GetStringAsync(new Uri("/v1/jobs/7?key=another", UriKind.Relative), TestContext.Current.CancellationToken))!;
        var ticket = await client.GetStringAsync(new Uri("/v1/tickets/another?lang=ja", UriKind.Relative), TestContext.Current.CancellationToken);
        using var content = new StringContent("""{"password":"another","name":"nightly"}""", Encoding.UTF8, "application/json");
        using var created = await client.PostAsync(new Uri("/v1/jobs", UriKind.Relative), content, TestContext.Current.CancellationToken);
        using var missing = await client.GetAsync(new Uri("/v1/jobs/404", UriKind.Relative), TestContext.Current.CancellationToken);

        // A number takes the place of the secret that was one.
        Assert.Equal(("nightly", System.Text.Json.JsonValueKind.Number), ((string?)job["name"], job["pin"]!.GetValueKind()));
        Assert.Equal("by <secret> read", (string?)job["note"]);
        Assert.Contains("\"valid\"", ticket, StringComparison.Ordinal);
        Assert.Contains("posted", await created.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NotFound), (created.StatusCode, missing.StatusCode));
    }

    [Fact]
    public async Task The_client_receives_what_it_would_receive_without_the_recorder_and_large_bodies_are_left_out()
    {
        await using var box = await Box.StartAsync();
        string recorded, plain, other;
        using (var client = Client(box))
        {
            recorded = await client.GetStringAsync(new Uri("v1/jobs/9", UriKind.Relative), TestContext.Current.CancellationToken);
            other = await client.GetStringAsync(new Uri("v1/other", UriKind.Relative), TestContext.Current.CancellationToken);
        }

        using (var client = new HttpClient { BaseAddress = new Uri(box.Urls.First() + "/proxy/") })
            plain = await client.GetStringAsync(new Uri("v1/jobs/9", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(plain, recorded);
        Assert.Contains(Box.Password, other, StringComparison.Ordinal);
        var entry = Assert.Single(JsonNode.Parse(await File.ReadAllTextAsync(Har, TestContext.Current.CancellationToken))!["log"]!["entries"]!.AsArray())!;
        Assert.Null(entry["response"]!["content"]!["text"]);
    }

    [Fact]
    public async Task The_file_is_complete_after_each_exchange_and_never_overwritten()
    {
        await using var box = await Box.StartAsync();
        using var client = Client(box);
        for (var i = 1; i <= 3; i++)
        {
            await client.GetStringAsync(new Uri("v1/jobs/7", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(i, Entries().Count);
        }

        Assert.Throws<IOException>(() => new RecordingHandler(Box.Catalog, Har));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"log":{}}""")]
    [InlineData("""{"log":{"entries":[{"request":{}}]}}""")]
    [InlineData("""{"log":{"entries":[7]}}""")]
    [InlineData(
        """
        {"log":{"entries":[
          {"request":{"method":"GET","url":"http://x/","headers":[]},"response":{"status":200,"headers":[],"content":{"text":"!","encoding":"base64"}}}]}}
        """)]
    public void A_file_that_is_no_archive_is_reported_with_its_name(string text)
    {
        File.WriteAllText(Har, text);

        Assert.Contains("evening.har", Assert.Throws<FormatException>(() => Box.Catalog.WithRecordings(Har)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_browser_records_beside_the_api_is_ignored()
    {
        File.WriteAllText(Har, "\uFEFF" + """
            {"log":{"entries":[
              {"request":{"method":"GET","url":"data:image/png;base64,AA","headers":[]},"response":{"status":200,"headers":[]}},
              {"request":{"method":"GET","url":"http://box/style.css","headers":[]},"response":{"status":200,"headers":[]}},
              {"request":{"method":"GET","url":"http://box/v1/jobs/1","headers":[]},"response":{"status":0,"headers":[]}},
              {"request":{"method":"GET","url":"http://box/v1/jobs/2","headers":[{"name":":path","value":"/"}]},
               "response":{"status":200,"statusText":"","headers":[{"name":"content-type","value":"application/json"}],
                           "content":{"text":"eyJpZCI6Mn0=","encoding":"base64"}}}
            ]}}
            """);

        var example = Assert.Single(Box.Catalog.WithRecordings(Har).Examples);
        Assert.Equal(("Jobs.Get", "/v1/jobs/2"), (example.OperationId, example.Request!.Target));
        Assert.Equal((200, """{"id":2}"""), (example.Response!.StatusCode, example.Response.Body));
    }

    [Fact]
    public async Task A_generated_client_gets_from_the_fake_what_it_got_from_the_server()
    {
        const string Action = """
            {"name":"rerunStart","href":"http://box/Automation/v1/objects/Tasks/4711/actions/rerunStart/invoke","method":"POST","parameters":[]}
            """;
        await using var box = await StartAsync(static context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.WWWAuthenticate = "HSSO " + Box.Token;
            return context.Response.WriteAsync(Action);
        });
        ActionObject real;
        using (var recorder = new RecordingHandler(ExampleCatalog.Load(Repository.JP1Specs), Har) { InnerHandler = new SocketsHttpHandler() })
        using (var client = new AutomaticOperationClient(new Uri(box.Urls.First()), new ApiClientOptions
        {
            Handler = recorder,
            Credential = new SessionCredential(new BasicCredential("system", Box.Password), AutomaticOperationApi.Hsso),
        }))
        {
            real = await client.Tasks.GetRerunStartAsync(4711, TestContext.Current.CancellationToken);
        }

        await using var fake = await AutomaticOperationFake.StartAsync(new FakeOptions().AddRecording(Har), TestContext.Current.CancellationToken);
        using var offline = fake.CreateClient();

        Assert.Equal(real, await offline.Tasks.GetRerunStartAsync(4711, TestContext.Current.CancellationToken));
        Assert.NotEqual(real, await offline.Tasks.GetRerunStartAsync(2026, TestContext.Current.CancellationToken));
        var text = await File.ReadAllTextAsync(Har, TestContext.Current.CancellationToken);
        Assert.All(Box.Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_receives_the_first_bytes_before_the_server_has_sent_the_last()
    {
        var isRead = new TaskCompletionSource();
        await using var server = await StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"id":7,"name":""");
            await context.Response.Body.FlushAsync();
            await isRead.Task;
            await context.Response.WriteAsync("\"nightly\",\"pin\":1}");
        });
        using var client = new HttpClient(new RecordingHandler(Box.Catalog, Har) { InnerHandler = new SocketsHttpHandler() });
        var url = new Uri(server.Urls.First() + "/v1/jobs/7");

        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var first = new byte[5];
        await stream.ReadExactlyAsync(first, TestContext.Current.CancellationToken);
        Assert.Equal("{\"id\"", Encoding.UTF8.GetString(first));
        Assert.Empty(Entries());
        isRead.SetResult();
        using var reader = new StreamReader(stream);
        await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("""{"id":7,"name":"nightly","pin":"<secret>"}""", (string?)Assert.Single(Entries())["response"]!["content"]!["text"]);
    }

    [Theory]
    [InlineData("stops reading")]
    [InlineData("cancels")]
    [InlineData("disposes of the recorder")]
    public async Task A_body_that_the_program_did_not_read_to_its_end_is_left_out(string how)
    {
        await using var server = await StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"id\":7,\"name\":\"" + new string('x', 100));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var client = new HttpClient(new RecordingHandler(Box.Catalog, Har) { InnerHandler = new SocketsHttpHandler() });
        var url = new Uri(server.Urls.First() + "/v1/jobs/7");
        var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await stream.ReadExactlyAsync(new byte[20], TestContext.Current.CancellationToken);

        if (how == "cancels")
        {
            using var impatience = new CancellationTokenSource(50);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.CopyToAsync(Stream.Null, impatience.Token));
        }

        if (how == "disposes of the recorder")
            client.Dispose();
        else
            response.Dispose();

        var content = Assert.Single(Entries())["response"]!["content"]!;
        Assert.Null(content["text"]);
        Assert.Equal("The program did not read the whole body", (string?)content["comment"]);
        response.Dispose();
        client.Dispose();
        Assert.Single(Entries());
    }

    [Fact]
    public async Task An_error_of_the_recorder_ends_the_recording_and_not_the_calls()
    {
        var server = new Inner();
        using var recorder = new RecordingHandler(Box.Catalog, Har) { InnerHandler = server };
        using var client = new HttpMessageInvoker(recorder);

        Assert.Equal("{}", await GetAsync(client));
        Assert.Null(recorder.Error);
        server.Content = static () => new WithoutLength();
        Assert.Equal("{}", await GetAsync(client));
        server.Content = Inner.Json;
        Assert.Equal("{}", await GetAsync(client));

        Assert.Equal("It has no length.", Assert.IsType<InvalidOperationException>(recorder.Error).Message);
        client.Dispose();
        Assert.Single(Entries());
        Assert.Contains("error of the recorder (InvalidOperationException)", Comment(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recorder_can_be_disposed_of_twice()
    {
        var server = new Inner();
        using (var recorder = new RecordingHandler(Box.Catalog, Har) { InnerHandler = server })
        using (var client = new HttpClient(recorder))
            await client.GetStringAsync(new Uri("http://box/v1/jobs/7"), TestContext.Current.CancellationToken);

        Assert.Equal(1, server.Disposals);
        Assert.Single(Entries());
    }

    [Fact]
    public async Task If_the_last_search_fails_no_exchange_stays_and_the_connection_is_closed()
    {
        // The name of a file beside it would be too long.
        var path = Path.Combine(_folder.Root, new string('x', 245) + ".har");
        var server = new Inner();
        var recorder = new RecordingHandler(Box.Catalog, path) { InnerHandler = server };
        using var client = new HttpClient(recorder);
        server.Content = static () => new StringContent("{\"name\":\"hunter22-pass\"}", Encoding.UTF8, "application/json");
        await client.GetStringAsync(new Uri("http://box/v1/jobs/7"), TestContext.Current.CancellationToken);
        await client.GetStringAsync(new Uri("http://box/v1/tickets/hunter22-pass"), TestContext.Current.CancellationToken);
        recorder.Dispose();

        Assert.IsType<IOException>(recorder.Error, exactMatch: false);
        Assert.Equal(1, server.Disposals);
        var log = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!["log"]!;
        Assert.Empty(log["entries"]!.AsArray());
        Assert.Contains("The recording is empty", (string?)log["comment"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_would_be_too_large_ends_the_recording_and_is_still_searched_for_later_secrets()
    {
        const int Most = 4000;
        var server = new Inner { Content = static () => new StringContent("{\"name\":\"hunter22-pass\"}", Encoding.UTF8, "application/json") };
        using (var client = new HttpClient(new RecordingHandler(Box.Catalog, Har) { InnerHandler = server, MaxFileBytes = Most }))
        {
            for (var i = 0; i < 10; i++)
                await client.GetStringAsync(new Uri("http://box/v1/jobs/7"), TestContext.Current.CancellationToken);
            await client.GetStringAsync(new Uri("http://box/v1/tickets/hunter22-pass"), TestContext.Current.CancellationToken);
        }

        Assert.InRange(Entries().Count, 1, 9);
        Assert.InRange(new FileInfo(Har).Length, 1, Most + 200);
        Assert.Contains("more than 4000 bytes", Comment(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", await File.ReadAllTextAsync(Har, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecordingHandler(Box.Catalog, Har + "2") { MaxFileBytes = long.MaxValue });
    }

    [Fact]
    public async Task Only_the_user_can_read_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such rights.");
            return;
        }

        const UnixFileMode OfUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var server = new Inner { Content = static () => new StringContent("{\"name\":\"hunter22-pass\"}", Encoding.UTF8, "application/json") };
        using (var client = new HttpClient(new RecordingHandler(Box.Catalog, Har) { InnerHandler = server }))
        {
            Assert.Equal(OfUser, File.GetUnixFileMode(Har));
            await client.GetStringAsync(new Uri("http://box/v1/jobs/7"), TestContext.Current.CancellationToken);
            await client.GetStringAsync(new Uri("http://box/v1/tickets/hunter22-pass"), TestContext.Current.CancellationToken);
        }

        Assert.Contains("<secret>", await File.ReadAllTextAsync(Har, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(OfUser, File.GetUnixFileMode(Har));
        Assert.Equal([Har], Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public async Task A_synchronous_call_is_recorded_as_well()
    {
        await using var box = await Box.StartAsync();
        using var client = Client(box);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("v1/jobs", UriKind.Relative))
        {
            Content = new StringContent("""{"name":"nightly","password":"another"}""", Encoding.UTF8, "application/json"),
        };

        using var response = client.Send(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var entry = Assert.Single(Entries());
        Assert.Equal("""{"name":"nightly","password":"<secret>"}""", (string?)entry["request"]!["postData"]!["text"]);
        Assert.Contains("by <secret> posted", (string?)entry["response"]!["content"]!["text"], StringComparison.Ordinal);
    }
}
