using System.Net;
using System.Text;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Which requests repeat an example, and so are right whatever the rest of the page says. All others are checked.</summary>
public sealed class RepeatedExampleTests
{
    private const string Printed = """{"type":"Service","filter":"f","code":2}""";

    [Theory]
    [InlineData("/check", Printed, null)]
    [InlineData("/check", """{ "code": 2.0, "filter": "f", "type": "Service" }""", null)]
    [InlineData("/check", """{"code":3,"filter":"f"}""", null)]
    [InlineData("/check?host=a", """{"code":3}""", null)]
    [InlineData("/check", """{"code":3}""", "one of 'filter', 'host' is missing")]
    [InlineData("/check?pretty=1", """{"code":3}""", "one of 'filter', 'host' is missing")]
    [InlineData("/check?host=a", Printed, "of 'type', 'host' only one may be there")]
    [InlineData("/check?host=a", """{"code":2.5}""", "$.code has the value '2.5': an int is a whole number of 32 bits")]
    [InlineData("/check", """{"filter":"f"}""", "$.code is missing")]
    public async Task Another_body_is_checked_in_full(string target, string body, string? violation)
        => Assert.Equal(violation, await SendAsync(
            """
            operation: Checks.Process
            request: POST /check
            query:
              host?: string
              pretty?: int
            at-least-one: [filter, host]
            at-most-one: [type, host]
            body:
              type?: string
              filter?: string
              code: int
            status: [200]
            response:
              a: string
            examples:
              - request header: POST /check
                request body: '{"type":"Service","filter":"f","code":2}'
                response body: '{"a":"b"}'
            """,
            target, body, "application/json"));

    [Theory]
    [InlineData("a=1&b=2", null)]
    [InlineData("b=2&a=1", null)]
    [InlineData("a=1&b=3", "of 'a', 'b' only one may be there")]
    [InlineData("c=3", "one of 'a', 'b' is missing")]
    public async Task Another_form_is_checked_in_full(string body, string? violation)
        => Assert.Equal(violation, await SendAsync(
            """
            operation: Things.Add
            request: POST /things
            exactly-one: [a, b]
            body form:
              a?: int
              b?: int
              c?: int
            status: [200]
            response:
              a: string
            examples:
              - request header: POST /things
                request body: a=1&b=2
                response body: '{"a":"b"}'
            """,
            "/things", body, "application/x-www-form-urlencoded"));

    [Theory]
    [InlineData("""{"name":"z"}""", false)]
    [InlineData("""{"name":"y"}""", true)]
    public async Task Another_body_is_checked_with_the_conditions(string body, bool isRefused)
    {
        var violation = await SendAsync(
            """
            operation: Things.Find
            request: POST /things
            query:
              mode?: string
              limit?: int only when mode = all
            body:
              name: string
            status: [200]
            response:
              a: string
            examples:
              - request header: POST /things?mode=one&limit=5
                request body: '{"name":"z"}'
                response body: '{"a":"b"}'
            """,
            "/things?mode=one&limit=5", body, "application/json");
        Assert.Equal(isRefused, violation is not null);
        if (isRefused)
            Assert.StartsWith("the query parameter 'limit' ", violation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/things/7?kind=9&extra=1", null, null)]
    [InlineData("/things/7?kind=10&extra=1", null, null)]
    [InlineData("/things/7?kind=a&extra=1", null, "the query parameter 'kind' has the value 'a': an int is a whole number of 32 bits")]
    [InlineData("/things/7?extra=1", null, "the query parameter 'kind' is missing")]
    [InlineData("/things/seven?kind=9&extra=1", null, "the path value 'id' has the value 'seven': an int is a whole number of 32 bits")]
    [InlineData("/things/7?kind=9&extra=1", "many", "the header 'X-Depth' has the value 'many': an int is a whole number of 32 bits")]
    [InlineData("/things/7?kind=9&extra=2", null, "the query parameter 'extra' is not documented")]
    public async Task Values_in_the_place_of_placeholders_and_unprinted_headers_are_checked(string target, string? depth, string? violation)
        => Assert.Equal(violation, await SendAsync(
            """
            operation: Things.Get
            request: GET /things/{id}
            path:
              id: int
            query:
              kind: int
            headers:
              X-Depth?: int
            status: [200]
            response:
              a: string
            examples:
              - request header: GET /things/<id>?kind=<kind>&extra=1
                response body: '{"a":"b"}'
            """,
            target, null, null, depth));

    [Theory]
    [InlineData("1", "one")]
    [InlineData("2", "two")]
    [InlineData("3", "one")]
    [InlineData(null, "one")]
    public async Task Header_distinguishes_examples(string? depth, string expected)
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", """
            operation: Things.List
            request: GET /things
            headers:
              X-Depth?: int
            status: [200]
            response:
              a: string
            examples:
              - request header: |
                  GET /things
                  X-Depth: 1
                response body: '{"a":"one"}'
              - request header: |
                  GET /things
                  X-Depth: 2
                response body: '{"a":"two"}'
            """)));
        using var client = new HttpClient(stub);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://x/things");
        if (depth is not null)
            request.Headers.Add("X-Depth", depth);

        using var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal($$"""{"a":"{{expected}}"}""", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string?> SendAsync(string spec, string target, string? body, string? type, string? depth = null)
    {
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", spec)));
        using var client = new HttpClient(stub);
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, "http://x" + target);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type!);
        if (depth is not null)
            request.Headers.Add("X-Depth", depth);
        using var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var violation = Assert.Single(stub.Requests).Violation;
        Assert.Equal(violation is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, reply.StatusCode);
        return violation is null ? null : violation[(violation.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.');
    }
}
