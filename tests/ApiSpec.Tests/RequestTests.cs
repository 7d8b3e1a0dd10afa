using System.Net;
using ApiSpec.Generated;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>The requests that are sent, and the options that are rejected before anything is sent.</summary>
public sealed class RequestTests
{
    private const string Empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private const string Text = "HTTP/1.1 200 OK\r\n\r\ntext";

    [Theory]
    [InlineData("", "DELETE /Automation/v1/objects/Tasks/5 HTTP/1.1")]
    [InlineData("prefix", "DELETE /prefix/Automation/v1/objects/Tasks/5 HTTP/1.1")]
    [InlineData("prefix/", "DELETE /prefix/Automation/v1/objects/Tasks/5 HTTP/1.1")]
    [InlineData("a%20b/c/", "DELETE /a%20b/c/Automation/v1/objects/Tasks/5 HTTP/1.1")]
    public async Task The_path_of_the_base_address_is_kept(string prefix, string line)
    {
        using var server = new RawServer(Empty);
        using var client = new SampleClient(new Uri(server.Address, prefix));
        await client.DeleteAsync(5);
        Assert.StartsWith(line + "\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_zone_of_a_link_local_address_is_kept()
    {
        using var handler = new FixedHandler();
        using var client = new SampleClient(new Uri("http://[fe80::1%2]:22015/ao/"), new ApiClientOptions { Handler = handler });
        await client.DeleteAsync(5);
        Assert.Equal("fe80::1%2", handler.LastUri!.DnsSafeHost);
        Assert.Equal(22015, handler.LastUri.Port);
        Assert.Equal("/ao/Automation/v1/objects/Tasks/5", handler.LastUri.PathAndQuery);
    }

    [Theory]
    [InlineData("ftp://host/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user@host/")]
    [InlineData("http://user:secret@host/")]
    [InlineData("http://host/?a=b")]
    [InlineData("http://host/#top")]
    public void A_base_address_that_cannot_be_one_is_refused(string address)
    {
        var exception = Assert.Throws<ArgumentException>(() => new SampleClient(new Uri(address)));
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = null };
        if (address.StartsWith("http", StringComparison.Ordinal))
            http.BaseAddress = new Uri(address);
        Assert.Throws<ArgumentException>(() => new SampleClient(http));
    }

    [Fact]
    public void A_relative_base_address_is_refused()
        => Assert.Throws<ArgumentException>(() => new SampleClient(new Uri("/relative", UriKind.Relative)));

    [Fact]
    public async Task Values_are_escaped_on_the_wire()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\n\r\n" + Bodies.Action);
        using var client = new SampleClient(server.Address);
        await client.FindAsync("a/b?c#d%2e e../é😀", "name[like]'x' & y=1+2");
        Assert.StartsWith(
            "GET /Automation/v1/objects/Tasks/a%2Fb%3Fc%23d%252e%20e..%2F%C3%A9%F0%9F%98%80?HQL%3A%3Afilter=name%5Blike%5D%27x%27%20%26%20y%3D1%2B2 HTTP/"
            + "1.1\r\n",
            Assert.Single(server.Requests),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defaults_are_sent()
    {
        using var server = new RawServer(Text);
        using var client = new SampleClient(server.Address);
        await client.DeleteAsync();
        await client.GetTextAsync();
        var requests = server.Requests.ToArray();
        Assert.Contains("\r\nAccept: application/json\r\n", requests[0], StringComparison.Ordinal);
        Assert.Contains("\r\nAccept: text/html, text/plain, */*\r\n", requests[1], StringComparison.Ordinal);
        Assert.Matches("\r\nUser-Agent: ApiSpec/[0-9]+\\.[0-9]+\\.[0-9]+\r\n", requests[0]);
        Assert.DoesNotContain("Accept-Language", requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_replace_defaults_and_variants_replace_options()
    {
        using var server = new RawServer(Empty);
        var options = new ApiClientOptions
        {
            Language = "ja",
            UserAgent = "useragent1",
            Headers = { ["Accept"] = "application/vnd.x+json", ["X-One"] = "1", ["X-Two"] = "2" },
        };
        using var client = new SampleClient(server.Address, options);
        options.Language = "zh";
        options.Headers["X-One"] = "changed";
        await client.DeleteAsync();
        await client.With(new ApiCallOptions { Language = "en", Headers = new Dictionary<string, string> { ["x-one"] = "11", ["User-Agent"] = "u2" } })
            .DeleteAsync();

        var requests = server.Requests.ToArray();
        foreach (var line in new[] { "Accept-Language: ja", "User-Agent: useragent1", "Accept: application/vnd.x+json", "X-One: 1", "X-Two: 2" })
            Assert.Contains("\r\n" + line + "\r\n", requests[0], StringComparison.Ordinal);
        foreach (var line in new[] { "Accept-Language: en", "User-Agent: u2", "Accept: application/vnd.x+json", "X-One: 11", "X-Two: 2" })
            Assert.Contains("\r\n" + line + "\r\n", requests[1], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("useragent1", requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_of_the_operation_goes_before_those_of_the_options()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\n\r\n" + Bodies.Action);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Language = "ja" });
        await client.GetWithHeaderAsync("Accept-Language", "de");
        await client.GetWithHeaderAsync("X-Absent", null);
        var requests = server.Requests.ToArray();
        Assert.Contains("\r\nAccept-Language: de\r\n", requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("ja", requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("X-Absent", requests[1], StringComparison.Ordinal);
    }

    public static TheoryData<string, string> BadHeaders => new()
    {
        { "X-A", "a\r\nInjected: yes" },
        { "X-A", "a\nb" },
        { "X-A", "a\rb" },
        { "X-A", "a\0b" },
        { "X-A", "\u001b[31m" },
        { "X-A", "größe" },
        { "X-A", "\uD800" },
        { "X A", "v" },
        { "X-A:", "v" },
        { "", "v" },
        { "X\r\nY", "v" },
        { "Ünder", "v" },
        { "Content-Type", "text/plain" },
        { "Content-Length", "5" },
    };

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public async Task Headers_that_could_break_a_request_are_refused_early(string name, string value)
    {
        var address = new Uri("http://127.0.0.1:1/");
        Assert.Throws<ArgumentException>(() => new SampleClient(address, new ApiClientOptions { Headers = { [name] = value } }));
        using var client = new SampleClient(address);
        Assert.Throws<ArgumentException>(() => client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { [name] = value } }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetWithHeaderAsync(name, value));
    }

    public static TheoryData<ApiClientOptions> BadOptions => new()
    {
        new ApiClientOptions { Language = "ja\r\nX: y" },
        new ApiClientOptions { Language = " " },
        new ApiClientOptions { UserAgent = "a\0" },
        new ApiClientOptions { UserAgent = "" },
        new ApiClientOptions { Timeout = TimeSpan.Zero },
        new ApiClientOptions { Timeout = TimeSpan.FromSeconds(-1) },
        new ApiClientOptions { Timeout = TimeSpan.MaxValue },
        new ApiClientOptions { MaxResponseBytes = 0 },
        new ApiClientOptions { MaxErrorBodyBytes = -1 },
        new ApiClientOptions { MaxJsonDepth = 0 },
        new ApiClientOptions { MaxJsonDepth = 1001 },
        new ApiClientOptions { Credential = null! },
        new ApiClientOptions { TimeProvider = null! },
    };

    [Theory]
    [MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public void Options_that_cannot_work_are_refused(ApiClientOptions options)
        => Assert.Throws<ArgumentException>(() => new SampleClient(new Uri("http://127.0.0.1:1/"), options));

    [Fact]
    public async Task A_link_is_followed_to_the_configured_server_only()
    {
        string? body = null;
        string? path = null;
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            body = await reader.ReadToEndAsync();
            path = context.Request.Path;
            Assert.Equal("application/json", context.Request.ContentType);
            await context.Response.WriteAsync(Bodies.Action);
        });
        using var client = new SampleClient(server.Address);
        await client.InvokeAsync(new ActionObject { Name = "再実行", Href = Bodies.Href });
        Assert.Equal("/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke", path);
        Assert.Equal("{\"name\":\"再実行\",\"href\":\"" + Bodies.Href + "\",\"method\":\"POST\",\"parameters\":[]}", body);
    }

    [Fact]
    public async Task A_body_that_lacks_what_is_required_is_not_sent()
    {
        using var server = new RawServer(Empty);
        using var client = new SampleClient(server.Address);
        await Assert.ThrowsAsync<ArgumentException>(() => client.InvokeAsync(new ActionObject { Href = null! }));
        await Assert.ThrowsAsync<ApiLinkException>(() => client.InvokeAsync(new ActionObject { Href = "" }));
        var exception = Assert.Throws<ArgumentException>(() => ActionObject.Json.ToJson(new ActionObject { Href = null! }));
        Assert.Contains("'href' of ActionObject", exception.Message, StringComparison.Ordinal);
        using var request = new ApiRequest(SampleApi.InvokeRerunStart, "/x");
        Assert.Throws<ArgumentNullException>(() => request.SetJson(ActionObject.Json, null!));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_given_handler_is_used_and_not_disposed()
    {
        using var handler = new FixedHandler();
        var client = new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = handler });
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
        client.Dispose();
        Assert.False(handler.IsDisposed);
        Assert.Same(SampleApi.GetRerunStart, handler.LastOperation);
    }

    [Fact]
    public async Task A_given_HttpClient_is_used_as_it_is_and_not_disposed()
    {
        using var handler = new FixedHandler();
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri("http://host/prefix/") };
        http.DefaultRequestHeaders.Add("X-Default", "d");
        var client = new SampleClient(http);
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
        client.Dispose();
        Assert.False(handler.IsDisposed);
        Assert.Equal("d", handler.LastDefault);
        Assert.Equal("http://host/prefix/Automation/v1/objects/Tasks/1/actions/rerunStart", handler.LastAddress);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync());
        using var again = new SampleClient(http);
        Assert.Equal("rerunStart", (await again.GetAsync()).Name);
    }

    [Fact]
    public void A_handler_cannot_be_combined_with_another_handler_or_HttpClient()
    {
        using var handler = new FixedHandler();
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://host/") };
        Assert.Throws<ArgumentException>(() => new SampleClient(http, new ApiClientOptions { Handler = handler }));
#if !RUNTIME_NETSTANDARD
        Assert.Throws<ArgumentException>(() => new SampleClient(http, new ApiClientOptions { ConfigureHandler = _ => { } }));
        Assert.Throws<ArgumentException>(
            () => new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = handler, ConfigureHandler = _ => { } }));
#endif
    }

#if !RUNTIME_NETSTANDARD
    [Fact]
    public async Task The_clients_own_handler_can_be_configured()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        using var proxied = new SampleClient(
            new Uri("http://somewhere.invalid/"),
            new ApiClientOptions { ConfigureHandler = handler => handler.Proxy = new WebProxy(server.Address) });
        Assert.Equal("rerunStart", (await proxied.GetAsync()).Name);
    }
#endif

    [Fact]
    public async Task Many_calls_at_once_do_not_mix()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            var id = context.Request.Path.Value!.Split('/')[5];
            await Task.Yield();
            context.Response.StatusCode = int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) % 5 == 0 ? 404 : 200;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                context.Response.StatusCode == 404
                    ? "{\"message\":\"" + id + "\",\"messageID\":\"m\"}"
                    : Bodies.ActionNamed(id + new string('x', int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) * 37)));
        });
        using var client = new SampleClient(server.Address);

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (id, token) =>
        {
            var response = await client.GetWithResponseAsync(id, token);
            if (id % 5 == 0)
                Assert.Equal(TextValue.ToText(id), response.Error!.Message);
            else
                Assert.Equal(id + new string('x', id * 37), response.Body!.Name);
        });
    }

    private sealed class FixedHandler : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        public ApiOperation? LastOperation { get; private set; }

        public string? LastDefault { get; private set; }

        public Uri? LastUri { get; private set; }

        public string? LastAddress => LastUri?.AbsoluteUri;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            LastOperation = (request as ApiRequest)?.Operation;
            LastDefault = request.Headers.TryGetValues("X-Default", out var values) ? values.Single() : null;
            LastUri = request.RequestUri;
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Bodies.Action, System.Text.Encoding.UTF8, "application/json") });
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
