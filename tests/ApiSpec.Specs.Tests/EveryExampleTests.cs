using System.Text.Json;
using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>The generated fake responds to every printed request with the printed response, in memory and over HTTP.</summary>
public sealed class EveryExampleTests
{
    // RFC 9110, sections 6.6.1, 7.6.1 and 8.6: headers that belong to one connection, or that follow from the sent body.
    private static readonly string[] s_ofTheConnection = ["Connection", "Content-Length", "Date", "Keep-Alive", "Transfer-Encoding"];

    public static TheoryData<bool> OverHttp => [true, false];

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Every_example_is_answered_by_default(bool overHttp)
    {
        await using var fake = overHttp
            ? await AutomaticOperationFake.StartAsync(cancellationToken: TestContext.Current.CancellationToken)
            : new AutomaticOperationFake();
        // A redirect is itself the printed response.
        using var http = new HttpClient(overHttp ? new SocketsHttpHandler { AllowAutoRedirect = false } : fake.CreateHandler());
        var replayed = 0;
        foreach (var operation in Reference.Catalog.Operations)
        {
            foreach (var (example, request) in operation.Examples.Where(static example => example.Request is not null).Zip(operation.SampleRequests))
            {
                using var message = Message(fake.BaseAddress, request);
                using var reply = await http.SendAsync(message, TestContext.Current.CancellationToken);

                Assert.Equal(operation.Id, fake.Requests[^1].OperationId);
                await AssertPrintedAsync(example, reply);
                replayed++;
            }
        }

        Assert.Equal(Reference.Catalog.Examples.Count(static example => example.Request is not null), replayed);
        Assert.True(replayed >= 50, $"{replayed} examples");
        fake.VerifyRequests();
    }

    private static HttpRequestMessage Message(Uri server, ExampleRequest request)
    {
        var message = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(server, request.Target)) { Content = request.Body is null ? null : new StringContent(request.Body, mediaType: null!) };
        foreach (var (name, value) in request.Headers.Where(
            static header => header.Key is not ("Host" or "Content-Length" or "Connection" or "Expect" or "Transfer-Encoding")))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static async Task AssertPrintedAsync(DocumentedExample example, HttpResponseMessage reply)
    {
        if (example.Response is not { } printed)
        {
            // If the page leaves out the response, it is a success.
            Assert.True((int)reply.StatusCode is >= 200 and < 400, $"{example}: {reply}");
            return;
        }

        Assert.Equal((example.ToString(), printed.StatusCode, printed.Reason), (example.ToString(), (int)reply.StatusCode, reply.ReasonPhrase));
        foreach (var name in printed.Headers.Select(static header => header.Key)
            .Where(static name => !s_ofTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            // The value as sent, because the parsed form splits it.
            var values = reply.Headers.NonValidated.TryGetValues(name, out var sent) || reply.Content.Headers.NonValidated.TryGetValues(name, out sent)
                ? sent.ToString()
                : null;
            Assert.Equal((name, printed.Headers[name]), (name, values));
        }

        if (printed.Body is not { } body)
            return;
        var answered = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (body.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            Assert.Equal(body, answered);
            return;
        }

        using var one = JsonDocument.Parse(body);
        using var other = JsonDocument.Parse(answered);
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement), $"{example}: {answered}");
    }
}
