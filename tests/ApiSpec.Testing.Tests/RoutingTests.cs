using System.Net;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Which operation a request belongs to.</summary>
public sealed class RoutingTests
{
    [Theory]
    [InlineData("/s/x", "{u}: u=x")]
    [InlineData("/s/x:y", "{u}:{e}: u=x e=y")]
    [InlineData("/s/x%3Ay", "{u}: u=x:y")]
    [InlineData("/s/x%3ay:z%2F", "{u}:{e}: u=x:y e=z/")]
    [InlineData("/s/x:y:z", "{u}:{e}: u=x:y e=z")]
    [InlineData("/s/x:cancel", "{u}:cancel: u=x")]
    [InlineData("/s/x%3Acancel", "{u}: u=x:cancel")]
    [InlineData("/s/x%2Fy", "{u}: u=x/y")]
    [InlineData("/s/%2525", "{u}: u=%25")]
    [InlineData("/s/x.json", "{u}.json: u=x")]
    [InlineData("/s/x%2Ejson", "{u}.json: u=x")]
    [InlineData("/s/x-y", "{u}-{v}: u=x v=y")]
    [InlineData("/s/x-y-z", "{u}-{v}-{w}: u=x v=y w=z")]
    [InlineData("/s/all", "all:")]
    [InlineData("/s/a%6Cl", "all:")]
    [InlineData("/s/all:now", "all:now:")]
    [InlineData("/s/all%3Anow", "all:now:")]
    [InlineData("/s/x/parts", "{u}/parts: u=x")]
    [InlineData("/s/all/parts", "all/{p}: p=parts")]
    [InlineData("/s/x/y/z", "{u*}: u=x/y/z")]
    [InlineData("/s/x/y/meta", "{u*}/meta: u=x/y")]
    [InlineData("/s/x/1:2", "{x}/{a}:{b}: x=x a=1 b=2")]
    [InlineData("/s/x/1%3A2:3%2F4", "{x}/{a}:{b}: x=x a=1:2 b=3/4")]
    [InlineData("/s/x:1/2", "{u*}: u=x:1/2")]
    [InlineData("/s/%C3%A9:\u00e9", "{u}:{e}: u=\u00e9 e=\u00e9")]
    public async Task The_most_specific_path_wins_whatever_the_order_of_the_files(string target, string expected)
    {
        string[] paths =
        [
            "{u}", "{u}:{e}", "{u}:cancel", "{u}.json", "{u}-{v}", "{u}-{v}-{w}", "all", "all:now", "{u}/parts", "all/{p}", "{u*}", "{u*}/meta", "{x}/{a}:{b}",
        ];
        foreach (var order in new[] { paths, [.. paths.Reverse()], [.. paths.Order(StringComparer.Ordinal)] })
        {
            using var stub = new StubMessageHandler(ExampleCatalog.Parse(order.Select(path => SpecOf(path, Array.IndexOf(paths, path)))));
            using var client = new HttpClient(stub);
            using var reply = await client.GetAsync(new Uri("http://x" + target), TestContext.Current.CancellationToken);

            var request = Assert.Single(stub.Requests);
            var found = request.OperationId is { } id ? paths[int.Parse(id["S.Get".Length..], System.Globalization.CultureInfo.InvariantCulture)] : "none";
            Assert.Equal(expected, (found + ": " + string.Join(' ', request.PathValues.Select(static value => value.Key + "=" + value.Value))).TrimEnd());
        }
    }

    [Theory]
    [InlineData("GET", "GET /things/<id>", "/api/things/1")]
    [InlineData("GET", "GET base-URL/things/${id}", "/api/things/1")]
    [InlineData("GET", "GET <http://host:port/things/<id>> httpVersion", "/things/1")]
    [InlineData("PROPFIND", "PROPFIND pdu.local/things/{id}", "/things/1")]
    [InlineData("MKCOL", "MKCOL .../api/things/{id}", "/api/things/1")]
    public async Task A_printed_request_line_is_served_at_the_path_that_clients_call(string method, string line, string path)
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(
            new SpecDocument("api.apispec.yaml", "client: DemoClient\nbase: http://localhost/api\n"),
            new SpecDocument("get.apispec.yaml", "operation: Things.Get\nrequest: " + line + "\npath:\n  id: long\nstatus:\n  200 OK: Done.\n")));
        using var client = new HttpClient(stub);
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri("http://x" + path));
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("1", Assert.Single(stub.Requests).PathValues["id"]);
    }

    [Fact]
    public async Task A_less_specific_path_with_the_method_wins_over_one_without_it()
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(SpecOf("{u}", 0, "POST"), SpecOf("{u}:{e}", 1)));
        using var client = new HttpClient(stub);

        using var posted = await client.PostAsync(new Uri("http://x/s/a:b"), null, TestContext.Current.CancellationToken);
        using var deleted = await client.DeleteAsync(new Uri("http://x/s/a:b"), TestContext.Current.CancellationToken);

        Assert.Equal("a:b", stub.Requests[0].PathValues["u"]);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, deleted.StatusCode);
        Assert.Equal(["GET", "POST"], deleted.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Raw_request_line_decides_over_http()
    {
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Parse(SpecOf("{u}", 0), SpecOf("{u}:{e}", 1))));
        using var client = new HttpClient();
        foreach (var target in new[] { "s/a:b", "s/a%3Ab", "s/a%2Fb%3a" })
            (await client.GetAsync(new Uri(server.BaseAddress + target), TestContext.Current.CancellationToken)).Dispose();

        Assert.Equal(["S.Get1", "S.Get0", "S.Get0"], server.Requests.Select(static request => request.OperationId));
        Assert.Equal("a/b:", server.Requests[2].PathValues["u"]);
    }

    private static SpecDocument SpecOf(string path, int number, string method = "GET")
    {
        var rows = new[] { "u", "e", "v", "w", "p", "x", "a", "b" }.Where(name => path.Contains("{" + name, StringComparison.Ordinal))
            .Select(name => $"  {name}: string{(path.Contains(name + "*", StringComparison.Ordinal) ? " slashes" : "")}").ToList();
        return new SpecDocument(
            $"{number}.apispec.yaml",
            $"operation: S.Get{number}\nrequest: {method} /s/{path.Replace("*", "", StringComparison.Ordinal)}\n"
            + $"{(rows.Count > 0 ? "path:\n" + string.Join('\n', rows) + "\n" : "")}status: [200]\nresponse:\n  a: string\n");
    }
}
