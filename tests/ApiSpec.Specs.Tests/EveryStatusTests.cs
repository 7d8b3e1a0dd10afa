using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>All operations with all rows of their status tables, sent by the generated fake and read by the generated client.</summary>
public sealed class EveryStatusTests
{
    public static TheoryData<string> Operations => [.. AutomaticOperationApi.Operations.Select(static operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_status_can_be_chosen_without_a_network(string id)
    {
        using var fake = new AutomaticOperationFake();
        await AssertRespondedAsync(fake, id);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_status_can_be_chosen_over_HTTP(string id)
    {
        await using var fake = await AutomaticOperationFake.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await AssertRespondedAsync(fake, id);
    }

    [Fact]
    public void Every_operation_has_a_fake()
    {
        using var fake = new AutomaticOperationFake();

        Assert.Equal(AutomaticOperationApi.Operations, fake.AllOperations.Select(static operation => operation.Operation));
    }

    [Fact]
    public void Every_sample_request_fits_the_reference()
    {
        using var handler = new StubMessageHandler(Reference.Catalog);
        using var client = new HttpMessageInvoker(handler);
        foreach (var (operation, sample) in Reference.Catalog.Operations.SelectMany(
            static operation => operation.SampleRequests.Select(sample => (operation, sample))))
        {
            using var request = new HttpRequestMessage(new HttpMethod(operation.Method), new Uri(new Uri("http://ao-server:22015"), sample.Target));
            if (sample.Body is { } body)
            {
                request.Content = new StringContent(body);
                request.Content.Headers.ContentType = null;
                foreach (var (name, value) in sample.Headers)
                    request.Content.Headers.TryAddWithoutValidation(name, value);
            }

            using var reply = client.Send(request, TestContext.Current.CancellationToken);
            Assert.Null(handler.Requests[^1].Violation);
            Assert.Equal((operation.Id, true), (handler.Requests[^1].OperationId, (int)reply.StatusCode < 400));
        }
    }

    private static async Task AssertRespondedAsync(AutomaticOperationFake fake, string id)
    {
        using var client = fake.CreateClient();
        var operation = fake.AllOperations.Single(operation => operation.Operation.Id == id);
        Assert.True(operation.Operation.Statuses.Count >= 3, operation.ToString());

        foreach (var status in operation.Operation.Statuses)
        {
            // A call can first call another operation, which must not fail.
            operation.RespondWith(FakeResponse.Status(status.Code));
            var reply = await Calls.Of[id](new Call(client, Reference.IdOf(id)));

            Assert.Equal((status.Code, status.IsResult), (reply.Response.StatusCode, reply.Response.IsSuccess));
            Assert.True(reply.Response.IsDocumented, reply.Response.ToString());
            Assert.Equal(status.Message, reply.Response.ReasonPhrase);
            var request = operation.Requests[^1];
            Assert.Equal((null, status.Code), (request.Violation, request.StatusCode));
            if (status.IsResult)
                continue;
            var error = ErrorOf(reply.Response);
            Assert.StartsWith(error.Message, status.Description, StringComparison.Ordinal);
            Assert.Equal((error.MessageID, error.Message), (reply.Response.ErrorCode, reply.Response.ErrorMessage));
        }
    }

    // The property is generic in the operation's own types, and there is one such type per operation.
    private static ErrorInfo ErrorOf(ApiResponse response) => (ErrorInfo)response.GetType().GetProperty("Error")!.GetValue(response)!;
}
