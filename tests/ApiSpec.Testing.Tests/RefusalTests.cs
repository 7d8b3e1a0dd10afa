using System.Net;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Requests that the reference does not describe.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task Carry_the_error_body_of_the_api()
    {
        using var client = Shop.Client();
        using var reply = await client.GetAsync(new Uri("/api/articles?name=blue", UriKind.Relative));

        Assert.Equal(
            (HttpStatusCode.NotFound, "Nothing here", "application/json"),
            (reply.StatusCode, reply.ReasonPhrase, reply.Content.Headers.ContentType!.ToString()));
        Assert.Equal(
            new JsonObject
            {
                ["errorCode"] = 404,
                ["status"] = "404",
                ["detail"] = "There is no such article.\nThe reference has an example for GET /api/articles?name=red%20shoe&sort=price and GET /api/"
                    + "articles?name=a%2Bb.",
                ["instance"] = "http://shop.example:8080/api/articles?name=blue",
                ["component"] = "api",
                ["trace"] = "E-17",
            }.ToJsonString(),
            JsonNode.Parse(await reply.Content.ReadAsStringAsync())!.ToJsonString());
    }

    [Fact]
    public async Task Are_told_which_paths_are_unknown()
    {
        using var handler = new StubMessageHandler(Shop.Catalog);
        using var client = Shop.Client(handler);
        using var reply = await client.GetAsync(new Uri("/api/article", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal("The reference describes no operation with this path.", await DetailOf(reply));
        Assert.Null(Assert.Single(handler.Requests).OperationId);
    }

    [Theory]
    [InlineData("/api/articles/1", "PUT", "DELETE, GET", "DELETE /api/articles/{id} and GET /api/articles/{id}")]
    [InlineData("/api/articles", "DELETE", "GET, POST", "GET /api/articles and POST /api/articles")]
    [InlineData("/api/articles/1/pictures/1", "POST", "GET", "GET /api/articles/{id}/pictures/{number}")]
    public async Task Are_told_which_methods_there_are(string target, string method, string allowed, string documented)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog));
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(target, UriKind.Relative));
        using var reply = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.StatusCode);
        Assert.Equal(allowed, string.Join(", ", reply.Content.Headers.Allow));
        Assert.Equal($"The reference describes no {method} for this path, only {documented}.", await DetailOf(reply));
    }

    [Theory]
    [InlineData("", "the body is missing")]
    [InlineData("{", "the body is not JSON")]
    [InlineData("[]", "the body is not an object, but a list")]
    [InlineData("""{"price":1,"maker":{"city":"x"},"note":null}""", "$.name is missing")]
    [InlineData("""{"name":"x","price":1,"maker":{},"note":null}""", "$.maker.city is missing")]
    [InlineData("""{"name":"x","price":1,"maker":{"city":"x"}}""", "$.note is missing")]
    [InlineData("""{"name":null,"price":1,"maker":{"city":"x"},"note":null}""", "$.name is not a string, but null")]
    [InlineData("""{"name":"x","price":"1","maker":{"city":"x"},"note":null}""", "$.price is not a number, but a string")]
    [InlineData("""{"name":"x","price":1,"maker":{"city":"x"},"note":null,"tags":["a",1]}""", "$.tags[1] is not a string, but a number")]
    public async Task Are_told_what_is_wrong_with_their_body(string body, string mistake)
    {
        using var client = Shop.Client();
        using var content = new StringContent(body);
        using var reply = await client.PostAsync(new Uri("/api/articles", UriKind.Relative), content);

        Assert.Equal((HttpStatusCode.BadRequest, "Bad article"), (reply.StatusCode, reply.ReasonPhrase));
        Assert.Equal($"The article is not complete. Section 1.4 (Articles.Create): {mistake}.", await DetailOf(reply));
    }

    [Fact]
    public async Task Are_plain_text_where_the_api_shows_no_error_body()
    {
        var catalog = ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", "operation: A.Get\nrequest: GET /a\nstatus: [200]\n"));
        using var client = Shop.Client(new StubMessageHandler(catalog));
        using var reply = await client.GetAsync(new Uri("/b", UriKind.Relative));

        Assert.Equal("text/plain; charset=utf-8", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal("The reference describes no operation with this path.", await reply.Content.ReadAsStringAsync());
    }

    private static async Task<string> DetailOf(HttpResponseMessage reply)
        => JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>();
}
