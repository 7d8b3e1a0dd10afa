using System.Net;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Operations without an example: responses created from their schemas.</summary>
public sealed class SampleResponseTests
{
    private const string Article = """
        {
          "kind": "article", "version": 3, "name": "name", "code": "codexx", "long-text": "long", "articleID": "1", "size": "small", "price": 1, "stock": 10,
          "isNew": true, "made": "2026-01-31 12:00", "day": "2026-01-31", "key": "00000000-0000-0000-0000-000000000001", "tags": [], "two": ["two", "two"],
          "more": {}, "any": {}, "maybe": "maybe", "maker": { "city": "city" }, "self": "http://shop.example:8080/api/articles/a%20b",
          "picture": "http://shop.example:8080/api/articles/a%20b/pictures/5", "site": "http://shop.example:8080/site",
          "page": { "first": { "city": "city" }, "count": 1 }, "level": 1
        }
        """;

    [Fact]
    public async Task Have_a_value_for_every_member_always_the_same()
    {
        using var client = Shop.Client();

        var first = await client.GetStringAsync(new Uri("/api/articles/a%20b", UriKind.Relative));

        Assert.Equal(JsonNode.Parse(Article)!.ToJsonString(), first);
        Assert.Equal(first, await client.GetStringAsync(new Uri("/api/articles/a%20b", UriKind.Relative)));
    }

    [Fact]
    public async Task Prefer_fixed_words_of_a_path_to_placeholders()
    {
        using var client = Shop.Client();

        Assert.Equal("""{"name":"the featured one"}""", await client.GetStringAsync(new Uri("/api/articles/featured", UriKind.Relative)));
    }

    [Theory]
    [InlineData("/api/files/one")]
    [InlineData("/api/files/one/two%2Fthree")]
    public async Task Take_slashes_where_the_reference_allows_them(string target)
    {
        using var handler = new StubMessageHandler(Shop.Catalog);
        using var client = Shop.Client(handler);

        Assert.Equal("""{"name":"the featured one"}""", await client.GetStringAsync(new Uri(target, UriKind.Relative)));
        Assert.Equal("Files.Get", Assert.Single(handler.Requests).OperationId);
    }

    [Fact]
    public async Task Keep_an_encoded_slash_inside_its_value()
    {
        using var client = Shop.Client();

        var article = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/articles/a%2Fb", UriKind.Relative)))!;

        Assert.Equal("http://shop.example:8080/api/articles/a%2Fb", article["self"]!.GetValue<string>());
    }

    [Fact]
    public async Task Have_the_documented_media_type()
    {
        using var client = Shop.Client();
        using var reply = await client.GetAsync(new Uri("/api/articles/1/pictures/7", UriKind.Relative));

        Assert.Equal(("text/plain", "Articles.GetPicture"), (reply.Content.Headers.ContentType!.ToString(), await reply.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Have_no_body_where_none_is_documented(bool overHttp)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog));
        using var client = overHttp ? new HttpClient { BaseAddress = server.BaseAddress } : Shop.Client();
        using var reply = await client.DeleteAsync(new Uri("/api/articles/1", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NoContent, "Gone", ""), (reply.StatusCode, reply.ReasonPhrase, await reply.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Have_what_one_section_prints_for_the_members_of_a_shared_type()
    {
        var catalog = ExampleCatalog.Parse(
            new SpecDocument("shared.apispec.yaml", "schemas:\n  Action:\n    name: string\n    href: url\n    order: int\n    isFinal: boolean\n"),
            new SpecDocument("get.apispec.yaml", """
                operation: Lamps.GetOff
                request: GET /lamps/{id}/off
                path: { id: int }
                status: [200]
                response: Action
                with:
                  name: always off
                  href: link Lamps.InvokeOff
                  order: always 7
                  isFinal: always false
                """),
            new SpecDocument("invoke.apispec.yaml", """
                operation: Lamps.InvokeOff
                request: POST /lamps/{id}/off/invoke
                path: { id: int }
                body: Action
                status: [204]
                """));
        using var client = new HttpClient(new StubMessageHandler(catalog)) { BaseAddress = new Uri("http://lamps.example") };

        Assert.Equal(
            """{"name":"off","href":"http://lamps.example/lamps/5/off/invoke","order":7,"isFinal":false}""",
            await client.GetStringAsync(new Uri("/lamps/5/off", UriKind.Relative)));
    }
}
