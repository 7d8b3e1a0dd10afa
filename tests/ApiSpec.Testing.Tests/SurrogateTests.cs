using System.Net;
using System.Text;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Invalid Unicode in requests and in specs causes a response with the reason, or is replaced.</summary>
public sealed class SurrogateTests
{
    private static readonly ExampleCatalog s_catalog = ExampleCatalog.Parse(
        new SpecDocument("a.apispec.yaml", "client: AClient\nerror:\n  message: string\n"),
        new SpecDocument("b.apispec.yaml", """
            operation: D.Add
            request: POST /d/{id}
            path:
              id: string
            query:
              q?: string
            body:
              s: string
              any?: any
              e?: enum a|b
            status: [200, 400]
            response:
              a: string
            examples:
              - request header: POST /d/1
                request body: '{"s":"\ud800"}'
                response body: '{"a":"printed"}'
            """));

    [Theory]
    [InlineData("/d/1", "application/json", "{\"s\":\"\\ud800\"}", "the body is not valid Unicode")]
    [InlineData("/d/1", "application/json", "{\"s\":\"x\",\"any\":{\"\\udc00\":1}}", "the body is not valid Unicode")]
    [InlineData("/d/1", "application/json", "{\"s\":\"x\",\"any\":[[\"\\ud800x\"]]}", "the body is not valid Unicode")]
    [InlineData("/d/1", "application/json", "{\"s\":\"x\",\"e\":\"\\ud800\"}", "the body is not valid Unicode")]
    [InlineData("/d/1", "application/json", "{\"s\":\"RAW\"}", "the body is not valid Unicode")]
    [InlineData("/d/1", "application/json", "\"\\ud800\"", "the body is not valid Unicode")]
    [InlineData("/d/%ED%A0%80", "application/json", "{\"s\":\"x\"}", "the path or query is not valid Unicode")]
    [InlineData("/d/1?q=%ed%b0%80", "application/json", "{\"s\":\"x\"}", "the path or query is not valid Unicode")]
    [InlineData("/d/1", "application/x-www-form-urlencoded", "s=%ED%A0%80", "the form is not valid Unicode")]
    public async Task Request_gets_400_with_the_reason(string target, string contentType, string body, string reason)
    {
        var bytes = Encoding.UTF8.GetBytes(body.Replace("RAW", "@@@", StringComparison.Ordinal));
        if (body.Contains("RAW", StringComparison.Ordinal))
            new byte[] { 0xED, 0xA0, 0x80 }.CopyTo(bytes, Array.IndexOf(bytes, (byte)'@'));
        await using var server = await StubServer.StartAsync(new StubOptions(s_catalog));
        using var stub = new StubMessageHandler(s_catalog);
        foreach (var (client, address) in new[] { (new HttpClient(), server.BaseAddress), (new HttpClient(stub), new Uri("http://x/")) })
        {
            using (client)
            {
                using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new(contentType) } };
                using var reply = await client.PostAsync(
                    new Uri(address.GetLeftPart(UriPartial.Authority) + target), content, TestContext.Current.CancellationToken);

                Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
                Assert.Contains(reason, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }

        Assert.Contains(reason, Assert.Single(server.Requests).Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_gets_400_with_the_reason()
    {
        using var stub = new StubMessageHandler(s_catalog);
        using var client = new HttpClient(stub);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://x/d/1") { Content = new StringContent("""{"s":"x"}""") };
        request.Headers.TryAddWithoutValidation("X-Note", "a\ud800");

        using var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains("the header 'X-Note' is not valid Unicode", Assert.Single(stub.Requests).Violation, StringComparison.Ordinal);
        Assert.Contains("is not valid Unicode", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RAW")]
    [InlineData("\\ud800")]
    [InlineData("\\uD83D\\uDE00")]
    [InlineData("\\0")]
    [InlineData("\\r\\nX-Injected: 1")]
    [InlineData("\u00e9\u6f22")]
    public async Task Spec_is_refused_or_its_answers_arrive(string text)
    {
        foreach (var place in new[] { "default", "constant", "enum", "name", "message", "description", "header", "text", "printed", "title" })
        {
            StubServer server;
            try
            {
                server = await StubServer.StartAsync(
                    new StubOptions(ExampleCatalog.Parse(SpecWith(text.Replace("RAW", "\ud800", StringComparison.Ordinal), place))));
            }
            catch (InvalidSpecException exception)
            {
                Assert.NotEmpty(exception.Diagnostics);
                continue;
            }

            await using (server)
            {
                using var client = new HttpClient { BaseAddress = server.BaseAddress };
                foreach (var target in new[] { "/d", "/d?x=1", "/nowhere" })
                {
                    using var reply = await client.GetAsync(new Uri(target, UriKind.Relative), TestContext.Current.CancellationToken);
                    var body = await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

                    Assert.True((int)reply.StatusCode is 200 or 400 or 404, $"{place}: {(int)reply.StatusCode} {Encoding.UTF8.GetString(body)}");
                    Assert.NotEmpty(body);
                    Assert.False(reply.Headers.Contains("X-Injected"));
                    new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
                }
            }
        }
    }

    private static SpecDocument SpecWith(string text, string place)
    {
        string Row(string here, string remark) => here == place ? $"\"string {remark} {text}\"" : $"string {remark} b";
        string At(string here, string otherwise) => here == place ? $"\"{text}\"" : otherwise;
        return new SpecDocument("a.apispec.yaml", $"""
            operation: D.Get
            title: {At("title", "t")}
            request: GET /d
            status:
              200:
                message: {At("message", "OK")}
                description: {At("description", "Done.")}
                headers:
                  X-A: {Row("header", "default")}
            response:
              a: {Row("default", "default")}
              b: {Row("constant", "always")}
              c:
                type: enum
                values: [{At("enum", "b")}]
              {At("name", "d")}: string
            {(place is "printed" or "text" ? "errata:\n  - omitted: d\nexamples:\n  - response body: " + (place == "printed" ? $"'{{\"a\":\"{text}\"}}'" : At("text", "")) : "")}
            """);
    }
}
