using System.Net;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Requests that an example of the reference documents.</summary>
public sealed class ExampleResponseTests
{
    [Theory]
    [InlineData("/api/articles?name=red%20shoe&sort=price")]
    [InlineData("/api/articles?sort=price&name=red+shoe")]
    [InlineData("/api/articles?n%61me=red%20sho%65&sort=price")]
    [InlineData("/%61pi/articles?name=red%20shoe&sort=price")]
    public async Task Are_recognised_however_they_are_encoded(string target)
    {
        using var client = Shop.Client();
        using var reply = await client.GetAsync(new Uri(target, UriKind.Relative));

        Assert.Equal("{ \"data\": [], \"count\": 0 }\n", await reply.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, "Fine"), (reply.StatusCode, reply.ReasonPhrase));
    }

    [Theory]
    [InlineData("/api/articles")]
    [InlineData("/api/articles?name=red%20shoe")]
    [InlineData("/api/articles?name=red%20shoe&sort=Price")]
    public async Task Are_told_from_others_by_their_query(string target)
    {
        using var client = Shop.Client();
        using var reply = await client.GetAsync(new Uri(target, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Are_answered_with_the_success_of_the_table_where_the_page_shows_the_body_alone()
    {
        using var client = Shop.Client();
        using var reply = await client.GetAsync(new Uri("/api/articles?name=a%2Bb", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "OK", "application/json"), (reply.StatusCode, reply.ReasonPhrase, reply.Content.Headers.ContentType!.ToString()));
        Assert.Equal("{ \"data\": [], \"count\": 2 }", await reply.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Are_answered_with_the_documented_headers_but_those_of_the_connection()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog));
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        using var reply = await client.GetAsync(new Uri("/api/articles?name=red%20shoe&sort=price", UriKind.Relative));

        Assert.Equal(["1", "2"], reply.Headers.GetValues("X-Page"));
        Assert.Equal("application/json; charset=utf-8", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal(27, reply.Content.Headers.ContentLength);
        Assert.Empty(reply.Content.Headers.ContentEncoding);
        Assert.Null(reply.Headers.ConnectionClose);
        Assert.NotEqual(2014, reply.Headers.Date?.Year);
        Assert.False(reply.Headers.Contains("Keep-Alive"));
        Assert.False(reply.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("""{"note":null,"maker":{"city":"Kyoto"},"price":2.0,"name":"two"}""", "{ \"id\": 2 }")]
    [InlineData("""{"note":null,"maker":{"city":"Kyoto"},"price":1,"name":"one"}""", "{ \"id\": 1 }\n")]
    [InlineData("""{"note":null,"maker":{"city":"Kyoto"},"price":3,"name":"three"}""", "{ \"id\": 1 }\n")]
    public async Task Are_told_apart_by_their_bodies(string body, string expected)
    {
        using var client = Shop.Client();
        using var content = new StringContent(body);
        using var reply = await client.PostAsync(new Uri("/api/articles", UriKind.Relative), content);

        Assert.Equal((HttpStatusCode.Created, "Made"), (reply.StatusCode, reply.ReasonPhrase));
        Assert.Equal(expected, await reply.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Are_recorded_as_they_came_and_how_they_were_answered()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(Shop.Catalog));
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("X-One", ["1", "2"]);
        using (await client.GetAsync(new Uri("/api/articles?name=red%20shoe&sort=price", UriKind.Relative)))
        using (var content = new StringContent("{}"))
        using (await client.PostAsync(new Uri("/api/%C3%A9?x&x=1", UriKind.Relative), content))
        {
        }

        var before = server.Requests;
        Assert.Equal(
            ["GET /api/articles?name=red%20shoe&sort=price -> 200", "POST /api/%C3%A9?x&x=1 -> 404: The reference describes no operation with this path."],
            before.Select(static request => request.ToString()));
        Assert.Equal(["Articles.List", null], before.Select(static request => request.OperationId));
        Assert.Equal("/api/%C3%A9", before[1].Path);
        Assert.Equal(("red shoe", null, 2), (before[0].Query["name"], before[0].Query["Name"], before[0].Query.Count));
        Assert.Equal(["", "1"], before[1].Query.GetValues("x"));
        Assert.Equal(("1, 2", "{}"), (before[1].Headers["x-one"], before[1].BodyText));

        using (await client.GetAsync(new Uri("/api/articles/1", UriKind.Relative)))
            Assert.Equal((2, 3), (before.Count, server.Requests.Count));
    }
}
