using ApiSpec.Specs.Tests.Support;
using ApiSpec.Testing;
using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>All operations of the reference, called with the generated client over HTTP.</summary>
public sealed class EveryOperationTests : IAsyncLifetime
{
    private StubServer _server = null!;
    private AutomaticOperationClient _client = null!;

    public static TheoryData<string> Operations => [.. AutomaticOperationApi.Operations.Select(static operation => operation.Id)];

    public async ValueTask InitializeAsync()
    {
        _server = await StubServer.StartAsync(new StubOptions(Reference.Catalog).RequireBasic("system", "manager"));
        _client = new AutomaticOperationClient(_server.BaseAddress, new ApiClientOptions { Credential = new BasicCredential("system", "manager") });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void There_are_as_many_as_sections_were_transcribed()
    {
        Assert.Equal(79, AutomaticOperationApi.Operations.Count);
        Assert.Equal(
            AutomaticOperationApi.Operations.Select(static operation => operation.Id).Order(StringComparer.Ordinal),
            Calls.Of.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_is_answered(string operation)
    {
        var reply = await Calls.Of[operation](new Call(_client, Reference.IdOf(operation)));

        Assert.True(reply.Response.IsSuccess, reply.Response.ToString());
        Assert.True(reply.Response.IsDocumented, reply.Response.ToString());
        Assert.Equal(operation, reply.Response.Operation.Id);
        Assert.Equal(operation, _server.Requests[^1].OperationId);
        Assert.Equal(reply.Response.StatusCode is 204 or 303, reply.Body is null);
    }
}
