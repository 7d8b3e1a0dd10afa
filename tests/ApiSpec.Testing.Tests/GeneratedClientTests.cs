using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The stub, used with the generated client over HTTP and without a network.</summary>
public sealed class GeneratedClientTests
{
    private static readonly ExampleCatalog Catalog = ExampleCatalog.Load(Repository.JP1Specs);

    public static TheoryData<bool> OverHttp => [true, false];

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Follows_the_documented_link_to_a_result_made_from_the_schema(bool overHttp)
    {
        await using var stub = await Stub.StartAsync(new StubOptions(Catalog), overHttp);
        var action = await stub.Client.Tasks.GetRerunStartAsync(2026);

        var result = await stub.Client.Tasks.InvokeRerunStartAsync(action);

        var moment = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            new OperationResult
            {
                InstanceId = "1", Created = moment, Updated = moment, Completed = moment, State = OperationResultState.Queued,
                AffectedResources = new ApiList<string>([]), Result = new ApiList<System.Text.Json.JsonElement>([]), ResultType = "resultType",
            },
            result);

        var sent = stub.Requests[1];
        Assert.Equal(("POST", "/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke"), (sent.Method, sent.Target));
        Assert.Equal(action, ActionObject.Json.Parse(sent.BodyText));
        Assert.StartsWith("application/json", sent.Headers["content-type"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Meets_the_documented_404_where_the_reference_has_no_example(bool overHttp)
    {
        await using var stub = await Stub.StartAsync(new StubOptions(Catalog), overHttp);

        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => stub.Client.Tasks.GetRerunStartAsync(555));

        Assert.True(exception.Is(TasksGetRerunStartStatus.NotFound));
        Assert.StartsWith(
            "Tasks.GetRerunStart (section 9.6.8) answered 404 Not found: The permission is invalid, or the resource does not exist. The response says: "
                + exception.ErrorCode,
            exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("The call needs one of the roles Admin, Develop, Modify, Submit.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(
            new ErrorInfo
            {
                ErrorSource = new Uri(stub.Origin, "/Automation/v1/objects/Tasks/555/actions/rerunStart").AbsoluteUri,
                Message = "The permission is invalid, or the resource does not exist.\n"
                    + "The reference has an example for GET /Automation/v1/objects/Tasks/2026/actions/rerunStart.",
                MessageID = "KNAE02102-E",
                Application = "Automation",
            },
            exception.Error);
        Assert.Equal("Not found", exception.Response.ReasonPhrase);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Is_refused_with_the_documented_401(bool overHttp)
    {
        await using var stub = await Stub.StartAsync(new StubOptions(Catalog).RequireBasic("system", "manager"), overHttp);

        var reply = await stub.Client.Tasks.GetRerunStartWithResponseAsync(2026);

        Assert.Equal(TasksGetRerunStartStatus.Unauthorized, reply.Status);
        Assert.Equal("The user does not have login permission.", reply.Error!.Message);
        Assert.Equal("Basic realm=\"stub\"", reply.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("system", "manager", 200)]
    [InlineData("system", "Manager", 401)]
    [InlineData("system2", "manager", 401)]
    [InlineData("syst\u00e9m", "manager", 401)]
    [InlineData("", "", 401)]
    public async Task Is_let_in_with_the_right_password_only(string user, string password, int status)
    {
        await using var stub = await Stub.StartAsync(new StubOptions(Catalog).RequireBasic("system", "manager"), overHttp: false);
        using var client = stub.Client.With(new ApiCallOptions { Credential = new BasicCredential(user, password) });

        Assert.Equal(status, (await client.Tasks.GetRerunStartWithResponseAsync(2026)).StatusCode);
    }

    /// <summary>A client and its stub, with or without a network.</summary>
    private sealed class Stub : IAsyncDisposable
    {
        private StubServer? _server;
        private StubMessageHandler? _handler;

        public required AutomaticOperationClient Client { get; init; }

        public required Uri Origin { get; init; }

        public IReadOnlyList<ReceivedRequest> Requests => _server?.Requests ?? _handler!.Requests;

        public static async Task<Stub> StartAsync(StubOptions options, bool overHttp)
        {
            if (overHttp)
            {
                var server = await StubServer.StartAsync(options);
                return new Stub { _server = server, Origin = server.BaseAddress, Client = new AutomaticOperationClient(server.BaseAddress) };
            }

            var handler = new StubMessageHandler(options);
            var origin = new Uri("http://ao-server:22015");
            return new Stub { _handler = handler, Origin = origin, Client = new AutomaticOperationClient(origin, new ApiClientOptions { Handler = handler }) };
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            _handler?.Dispose();
            if (_server is not null)
                await _server.DisposeAsync();
        }
    }
}
