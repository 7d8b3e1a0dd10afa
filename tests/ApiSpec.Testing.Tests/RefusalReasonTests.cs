using System.Text;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The reason of a refusal reaches the caller also if the error body of the API has no member for a text.</summary>
public sealed class RefusalReasonTests
{
    private const string Api = """
        api: things
        client: ThingsClient
        error:
          results[]:
            code: double
          ...: unknown
        """;

    private const string Section = """
        operation: Things.Add
        request: POST /things
        query:
          pin?: string 1..3 secret
          size?: int
          where?: { type: object as json, members: { code?: string 1..4 secret, limit?: int ..9 } }
          "x{any}?": int
          xkeys?: string[] as brackets secret
        body:
          name: string
          password?: string 1..4 secret
          login?: { type: object secret, members: { pin: string 1..4 } }
        status: [200]
        response:
          a: string
        """;

    [Theory]
    [InlineData("/things", "{}", "400", "refused request; Things.Add: $.name is missing")]
    [InlineData("/things?size=x", """{"name":"n"}""", "400",
        "refused request; Things.Add: the query parameter 'size' has the value 'x': an int is a whole number of 32 bits")]
    [InlineData("/things?caf%C3%A9=1", """{"name":"n"}""", "400", "refused request; Things.Add: the query parameter 'caf?' is not documented")]
    [InlineData("/things?a%0Ab=1", """{"name":"n"}""", "400", "refused request; Things.Add: the query parameter 'a?b' is not documented")]
    [InlineData("/other", "{}", "404", "unknown request; The reference describes no operation with this path")]
    [InlineData("/things", """{"name":"n"}""", "200", null)]
    public async Task Header_has_the_reason(string target, string body, string status, string? expected)
    {
        var catalog = Catalog();
        await using var server = await StubServer.StartAsync(new StubOptions(catalog), TestContext.Current.CancellationToken);
        using var stub = new StubMessageHandler(catalog);
        using var client = new HttpClient();
        using var inMemory = new HttpClient(stub);

        using var reply = await PostAsync(client, new Uri(server.BaseAddress, target), body);
        using var other = await PostAsync(inMemory, new Uri("http://x" + target), body);

        Assert.Equal((status, status), (((int)reply.StatusCode).ToString(null, null), ((int)other.StatusCode).ToString(null, null)));
        if (expected is null)
        {
            Assert.False(other.Headers.Contains("ApiSpec-Response"));
            return;
        }

        Assert.Equal(expected, Assert.Single(reply.Headers.GetValues("ApiSpec-Response")));
        Assert.Equal(expected, Assert.Single(other.Headers.GetValues("ApiSpec-Response")));
    }

    [Fact]
    public async Task Long_reason_is_cut()
    {
        using var stub = new StubMessageHandler(Catalog());
        using var client = new HttpClient(stub);

        using var reply = await PostAsync(client, new Uri("http://x/things?size=" + new string('x', 5000)), """{"name":"n"}""");

        var reason = Assert.Single(reply.Headers.GetValues("ApiSpec-Response"));
        Assert.StartsWith("refused request; Things.Add: the query parameter 'size' has the value 'xxx", reason, StringComparison.Ordinal);
        Assert.InRange(reason.Length, 900, 1100);
    }

    [Theory]
    [InlineData("/things?pin=topsecret", """{"name":"n"}""")]
    [InlineData("/things", """{"name":"n","password":"topsecret"}""")]
    [InlineData("/things", """{"name":"n","login":{"pin":"topsecret"}}""")]
    [InlineData("/things?where={\"code\":\"topsecret\"}", """{"name":"n"}""")]
    [InlineData("/things?where={\"code\":\"topsecret\",\"limit\":50}", """{"name":"n"}""")]
    [InlineData("/things?where=topsecret", """{"name":"n"}""")]
    // The row of a pattern says of no name that it is not secret.
    [InlineData("/things?xkeys=topsecret", """{"name":"n"}""")]
    [InlineData("/things?xKeys[]=topsecret", """{"name":"n"}""")]
    [InlineData("/things?xkeys[0]=topsecret", """{"name":"n"}""")]
    public async Task Secret_values_are_not_repeated(string target, string body)
    {
        using var stub = new StubMessageHandler(Catalog());
        using var client = new HttpClient(stub);

        using var reply = await PostAsync(client, new Uri("http://x" + target), body);

        var reason = Assert.Single(reply.Headers.GetValues("ApiSpec-Response"));
        Assert.Contains("has the value '<secret>'", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", stub.Requests[0].Violation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xPin", "X-A-1")]
    [InlineData("x1", "X-A-Token")]
    public async Task Secret_values_under_the_name_of_a_pattern_are_not_repeated(string field, string header)
    {
        using var stub = new StubMessageHandler(Catalog());
        using var client = new HttpClient(stub);
        client.DefaultRequestHeaders.Add(header, header == "X-A-1" ? "1" : "topsecret");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create(field, field == "x1" ? "1" : "topsecret")]);

        using var reply = await client.PostAsync(new Uri("http://x/log"), content, TestContext.Current.CancellationToken);

        Assert.Contains("has the value '<secret>'", stub.Requests[0].Violation, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", Assert.Single(reply.Headers.GetValues("ApiSpec-Response")), StringComparison.Ordinal);
    }

    private static ExampleCatalog Catalog() => ExampleCatalog.Parse(
        new SpecDocument("api.apispec.yaml", Api),
        new SpecDocument("a.apispec.yaml", "api: things\n" + Section),
        new SpecDocument("b.apispec.yaml", """
            api: things
            operation: Things.Log
            request: POST /log
            headers:
              "X-A-{any}?": int
            body form:
              "x{any}?": int
              xpin?: string secret
            status: [200]
            """));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Uri uri, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(uri, content, TestContext.Current.CancellationToken);
    }
}
