using System.Net.Http.Headers;
using System.Text.Json;
using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>Every usage example of the reference: the client sends the printed request, and reads the printed response.</summary>
public sealed class ReplayTests
{
    // RFC 9110, sections 7.2, 7.6.1, 8.6 and 10.1.1: headers that follow from the connection and from the body, and that the caller does not choose.
    private static readonly string[] s_ofTheConnection = ["Connection", "Content-Length", "Date", "Expect", "Host", "Transfer-Encoding"];

    public static TheoryData<int, string> Examples
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (index, example) in Reference.Catalog.Examples.Index())
                data.Add(index, example.ToString());
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Replays(int index, string name)
    {
        var example = Reference.Catalog.Examples[index];
        Assert.Equal(name, example.ToString());
        using var handler = new PrintedHandler(example);
        using var client = new AutomaticOperationClient(new Uri("http://10.196.184.238:22015"), Options(example, handler));

        var reply = await Calls.Of[example.OperationId](
            new Call(client, example.Request is { } printed ? Reference.IdIn(printed.Target) : 1, example.Request?.Body));

        if (example.Request is { } request)
            AssertRequest(request, Assert.Single(handler.Requests));
        if (example.Response is { } response)
            AssertResponse(response, reply);
        Assert.True(reply.Response.IsSuccess, reply.Response.ToString());
    }

    [Fact]
    public void There_are_examples_to_replay()
        => Assert.True(Reference.Catalog.Examples.Count(static example => example.Request is not null) >= 50);

    private static ApiClientOptions Options(DocumentedExample example, HttpMessageHandler handler)
    {
        var options = new ApiClientOptions
        {
            Handler = handler,
            Language = example.Request?.Headers["Accept-Language"],
            UserAgent = example.Request?.Headers["User-Agent"],
        };
        if (example.Request?.Headers["Authorization"] is not null)
            options.Credential = new BasicCredential("system", "manager");
        return options;
    }

    private static void AssertRequest(ExampleRequest printed, ReceivedRequest sent)
    {
        Assert.Equal((printed.Method, printed.Target.Split('?')[0]), (sent.Method, sent.Path));
        Assert.Equal(
            printed.Query.OrderBy(static field => field.Key, StringComparer.Ordinal), sent.Query.OrderBy(static field => field.Key, StringComparer.Ordinal));
        foreach (var (name, value) in printed.Headers.Where(static header => !s_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            // Some pages print the type of a body that the request does not have.
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                Assert.Equal((name, value), (name, sent.Headers[name]));
            else if (!sent.Body.IsEmpty)
                Assert.Equal(MediaTypeHeaderValue.Parse(value).MediaType, MediaTypeHeaderValue.Parse(sent.Headers[name]!).MediaType);
        }

        if (printed.Body is { } body)
            AssertSameJson(body, sent.BodyText);
    }

    private static void AssertResponse(ExampleResponse printed, Reply reply)
    {
        Assert.Equal(printed.StatusCode, reply.Response.StatusCode);
        Assert.True(reply.Response.IsDocumented, reply.Response.ToString());
        foreach (var (name, value) in printed.Headers.Where(static header => !s_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            Assert.Equal((name, value), (name, reply.Response.Headers[name]));
        if (printed.Body is { } body)
            AssertSameJson(body, reply.Json!);
    }

    private static void AssertSameJson(string expected, string actual)
    {
        using var one = JsonDocument.Parse(expected);
        using var other = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement), actual);
    }

    /// <summary>Responds like the page. Parts that the page leaves out are created from the specs.</summary>
    private sealed class PrintedHandler(DocumentedExample example) : DelegatingHandler(new StubMessageHandler(Reference.Catalog))
    {
        public IReadOnlyList<ReceivedRequest> Requests => ((StubMessageHandler)InnerHandler!).Requests;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (example is { Request: null, Response.Body: { } body })
                response.Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
            return response;
        }
    }
}
