using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests.Options;

/// <summary>A client with this option never sends a credential over a connection that others can read.</summary>
public sealed class RequireHttpsTests
{
    private static readonly ApiCredential Basic = new BasicCredential("system", "manager");

    [Theory]
    [InlineData("http://ao-server:22015/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://localhost.example/")]
    [InlineData("http://128.0.0.1/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::7f00:1]/")]
    [InlineData("http://[::ffff:127.1.2.3]/")]
    public void A_credential_for_plain_HTTP_to_another_machine_is_refused(string address)
    {
        var uri = new Uri(address);
        Assert.Throws<ArgumentException>("options", () => new SampleClient(uri, Required(Basic)));
        Assert.Throws<ArgumentException>("options", () => new SampleClient(uri, Required(headers: ("authorization", "Bearer x"))));
        Assert.Throws<ArgumentException>("options", () => new SampleClient(uri, Required(headers: ("Cookie", "x=y"))));
        using var http = new HttpClient { BaseAddress = uri };
        Assert.Throws<ArgumentException>("options", () => new SampleClient(http, Required(Basic)));

        using var client = new SampleClient(uri, Required());
        Assert.Throws<ArgumentException>("options", () => client.With(new ApiCallOptions { Credential = Basic }));
        Assert.Throws<ArgumentException>(
            "options", () => client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["Authorization"] = "x" } }));
        using var variant = client.With(new ApiCallOptions { Language = "ja" });
    }

    [Theory]
    [InlineData("https://ao-server/")]
    [InlineData("http://localhost:22015/")]
    [InlineData("http://LOCALHOST/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1.2.3/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://loopback/")]
    public void HTTPS_and_the_same_machine_are_allowed(string address)
    {
        using var client = new SampleClient(new Uri(address), Required(Basic));
        using var variant = client.With(new ApiCallOptions { Credential = Basic });
    }

    [Fact]
    public void Plain_HTTP_is_allowed_by_default()
    {
        using var client = new SampleClient(new Uri("http://ao-server/"), new ApiClientOptions { Credential = Basic });
    }

    [Fact]
    public async Task A_header_of_a_single_request_is_refused_before_anything_is_sent()
    {
        using var handler = new CountingHandler();
        var options = Required();
        options.Handler = handler;
        using var client = new SampleClient(new Uri("http://ao-server/"), options);

        var exception = await Assert.ThrowsAsync<ApiInsecureConnectionException>(() => client.GetWithHeaderAsync("Authorization", "Bearer s3cret"));

        Assert.Equal(
            "Tasks.GetRerunStart (section 9.6.8) was not called: RequireHttps forbids to send its credential over plain HTTP to another machine.",
            exception.Message);
        Assert.Equal(0, handler.Requests);
        Assert.Equal("rerunStart", (await client.GetWithHeaderAsync("X-Trace", "1")).Name);
    }

    private static ApiClientOptions Required(ApiCredential? credential = null, params (string Name, string Value)[] headers) => new()
    {
        RequireHttps = true,
        Credential = credential ?? ApiCredential.None,
        Headers = headers.ToDictionary(static one => one.Name, static one => one.Value),
    };

    private sealed class CountingHandler : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Bodies.Action, null, "application/json") });
        }
    }
}
