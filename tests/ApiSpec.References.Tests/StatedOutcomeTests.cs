using System.Net;
using System.Text;
using ApiSpec.References.Tests.Servers;
using Example.Rpc;
using Example.Station;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Responses whose body shows whether the call succeeded, and with which error.</summary>
public sealed class StatedOutcomeTests
{
    private const string Failed400 = """{"success":false,"error":{"code":400,"text":"Nobody is called so."}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Success_that_the_body_confirms_is_returned()
    {
        await using var server = await RecordingServer.StartAsync(200, """{"success":true,"data":{"sid":"s1"}}""");
        using var client = new StationClient(server.Address);

        Assert.Equal("s1", (await client.Auth.LoginAsync("ann", Token)).Data.Sid);
        var response = await client.Auth.LoginWithResponseAsync("ann", Token);
        Assert.Equal((AuthLoginStatus.Ok, true, null, null), (response.Status, response.IsSuccess, response.ErrorCode, response.ErrorMessage));
    }

    [Fact]
    public async Task Failure_in_a_body_is_thrown_with_its_code_and_its_text()
    {
        await using var server = await RecordingServer.StartAsync(200, Failed400);
        using var client = new StationClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Auth.LoginAsync("nobody", Token));

        Assert.True(exception.Is(AuthLoginStatus.Error400));
        Assert.True(exception.Is(HttpStatusCode.OK));
        Assert.False(exception.Is(AuthLoginStatus.Ok));
        Assert.Equal(
            ("400", "Nobody is called so.", 200, false), (exception.ErrorCode, exception.ErrorMessage, exception.StatusCode, exception.Response.IsSuccess));
        Assert.Equal("No such account or incorrect password", exception.Meaning!.Description);
        Assert.Equal(400, exception.Error!.Error!.Code);
        Assert.True(exception.TryGetBody(out StationError? body));
        Assert.False(body.Success);
        Assert.Equal(
            "Auth.Login answered 200 with the error 400: No such account or incorrect password. The response says: Nobody is called so.", exception.Message);
        Assert.Equal(Failed400, exception.RawBody!.ToString());
    }

    [Theory]
    [InlineData("""{"success":false,"error":{"code":106}}""", "Error106", "106", true)]
    [InlineData("""{"success":false,"error":{"code":407}}""", "Error407", "407", true)]
    [InlineData("""{"success":false,"error":{"code":118}}""", "Error118", "118", false)]
    [InlineData("""{"success":false,"error":{"code":400}}""", "Error400", "400", false)]
    [InlineData("""{"success":false,"error":{"code":31}}""", "Error0x1F", "31", false)]
    [InlineData("""{"success":false,"error":{"code":999}}""", "Undocumented", "999", false)]
    [InlineData("""{"success":false}""", "Undocumented", null, false)]
    [InlineData("""{"success":"false","error":{"code":"400"}}""", "Error400", "400", false)]
    [InlineData("""{"success":0,"error":{"code":119.0}}""", "Undocumented", "119.0", false)]
    [InlineData("""{"error":{"code":400}}""", "Error400", "400", false)]
    [InlineData("{}", "Undocumented", null, false)]
    [InlineData("""{"success":0,"error":{"code":119}}""", "UnknownDevice", "119", false)]
    [InlineData("""{"success":null,"error":{"code":400}}""", "Error400", "400", false)]
    [InlineData("""{"success":true,"success":false,"error":{"code":400}}""", "Error400", "400", false)]
    [InlineData("""{"a":{"success":true},"success":false,"error":{"code":1,"code":400}}""", "Error400", "400", false)]
    [InlineData("""{"success":false,"error":[{"code":400}]}""", "Undocumented", null, false)]
    [InlineData("""{"success":{"success":true},"error":{"code":{"a":1}}}""", "Undocumented", null, false)]
    [InlineData("""{"success":[true],"error":"400"}""", "Undocumented", null, false)]
    [InlineData("""{"success":false,"error":{"code":"\ud800"}}""", "Undocumented", null, false)]
    [InlineData("""{"\u0073uccess":false,"error":{"\u0063ode":400}}""", "Error400", "400", false)]
    public async Task Body_decides_which_error_it_was(string json, string status, string? code, bool isTransient)
    {
        await using var server = await RecordingServer.StartAsync(200, json);
        using var client = new StationClient(server.Address);

        var response = await client.Auth.LoginWithResponseAsync("ann", Token);

        Assert.Equal((status, false, code, isTransient), (response.Status.ToString(), response.IsSuccess, response.ErrorCode, response.IsTransient));
        Assert.NotNull(response.RawBody);
        await Assert.ThrowsAnyAsync<ApiException>(() => client.Auth.LoginAsync("ann", Token));
    }

    [Theory]
    [InlineData("""{"success":"true","data":{"sid":"s"}}""")]
    [InlineData("""{"success":false,"data":{"sid":"s"},"success":true}""")]
    [InlineData("""{"data":{"sid":"s"},"success":true,"error":{"code":400}}""")]
    public async Task Body_that_fits_the_condition_is_a_success_whatever_else_it_holds(string json)
    {
        await using var server = await RecordingServer.StartAsync(200, json);
        using var client = new StationClient(server.Address);

        Assert.Equal("s", (await client.Auth.LoginWithResponseAsync("ann", Token)).Body!.Data.Sid);
    }

    [Theory]
    [InlineData("""{"success":true,"data":{"sid":"s1"}""")]
    [InlineData("""{"success":false,"error":{"code":400}} x""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"success\":false,")]
    public async Task Body_that_is_no_object_contradicts_the_reference(string body)
    {
        await using var server = await RecordingServer.StartAsync(200, body);
        using var client = new StationClient(server.Address);

        await Assert.ThrowsAsync<ApiContractException>(() => client.Auth.LoginAsync("ann", Token));
    }

    [Fact]
    public async Task Body_that_nests_too_deeply_contradicts_the_reference()
    {
        await using var server = await RecordingServer.StartAsync(200, """{"x":""" + new string('[', 200) + new string(']', 200) + ""","success":false}""");
        using var client = new StationClient(server.Address);

        await Assert.ThrowsAsync<ApiContractException>(() => client.Auth.LoginAsync("ann", Token));
    }

    [Fact]
    public async Task Huge_error_code_and_text_are_left_in_the_body()
    {
        await using var server = await RecordingServer.StartAsync(
            200, """{"success":false,"error":{"code":"CODE","text":"CODE"}}""".Replace("CODE", new string('a', 20_000), StringComparison.Ordinal));
        using var client = new StationClient(server.Address);

        var response = await client.Auth.LoginWithResponseAsync("ann", Token);

        Assert.Equal((AuthLoginStatus.Undocumented, null, null, false), (response.Status, response.ErrorCode, response.ErrorMessage, response.IsSuccess));
    }

    [Fact]
    public async Task Truncated_body_is_not_a_success()
    {
        using var fake = new StationFake();
        using var client = fake.CreateClient();
        fake.Files.Delete.RespondWith(FilesDeleteStatus.Error100).TruncatedAfter(8);

        await Assert.ThrowsAsync<ApiConnectionException>(() => client.Files.DeleteAsync(1, Token));
    }

    [Theory]
    [InlineData(403, "Forbidden", AuthLoginStatus.Forbidden)]
    [InlineData(409, "Conflict", AuthLoginStatus.Conflict)]
    [InlineData(503, "Busy", AuthLoginStatus.ServiceUnavailable)]
    [InlineData(500, "Oh", AuthLoginStatus.ServerError)]
    [InlineData(599, "Oh", AuthLoginStatus.ServerError)]
    [InlineData(402, "Pay", AuthLoginStatus.Undocumented)]
    public async Task Status_code_has_the_row_that_lists_it_or_its_class(int code, string reason, AuthLoginStatus status)
    {
        using var client = new StationClient(
            new Uri("http://station.invalid/"), new ApiClientOptions { Handler = new Canned(code, reason, """{"title":"t"}""") });

        var response = await client.Auth.LoginWithResponseAsync("ann", Token);

        Assert.Equal((status, code), (response.Status, response.StatusCode));
        Assert.Equal(status == AuthLoginStatus.ServerError, response.TryGetBody(out AuthLoginServerError? body) && body.Title == "t");
    }

    [Theory]
    [InlineData(null, "NoValidSession", AuthLoginStatus.NoValidSession)]
    [InlineData(null, "accessdenied", AuthLoginStatus.AccessDenied)]
    [InlineData(null, "Unauthorized", AuthLoginStatus.NoValidSession)]
    [InlineData("V1", "Unauthorized", AuthLoginStatus.NoValidSession)]
    [InlineData("V2", "Unauthorized", AuthLoginStatus.AccessDenied)]
    [InlineData("V2", "NoValidSession", AuthLoginStatus.AccessDenied)]
    public async Task Row_of_a_code_follows_from_the_message_and_the_edition(string? edition, string reason, AuthLoginStatus status)
    {
        using var client = new StationClient(
            new Uri("http://station.invalid/"), new ApiClientOptions { Handler = new Canned(401, reason, "{}"), Edition = edition });

        Assert.Equal(status, (await client.Auth.LoginWithResponseAsync("ann", Token)).Status);
    }

    [Theory]
    [InlineData(400, """{"code":"JobIsRunning"}""", "JobIsRunning")]
    [InlineData(400, """{"code":"NoSuchJob"}""", "NoSuchJob")]
    [InlineData(404, """{"code":"NoSuchJob"}""", "NoSuchJob404")]
    [InlineData(400, """{"code":"else"}""", "NoSuchJob")]
    [InlineData(400, "", "NoSuchJob")]
    [InlineData(200, """{"state":"failed","code":"JobIsRunning"}""", "JobIsRunning")]
    [InlineData(200, """{"state":"refused"}""", "Undocumented")]
    [InlineData(200, """{"state":"running","reason":"x"}""", "Undocumented")]
    [InlineData(200, """{"x":1}""", "Undocumented")]
    [InlineData(200, """{"state":"running","reason":null}""", "Ok")]
    public async Task Row_of_a_code_follows_from_the_error_id_in_the_body(int code, string json, string status)
    {
        await using var server = await RecordingServer.StartAsync(code, json);
        using var client = new StationClient(server.Address);

        var response = await client.Jobs.RestartWithResponseAsync(1, Token);

        Assert.Equal((status, status == "Ok"), (response.Status.ToString(), response.IsSuccess));
    }

    [Fact]
    public void Values_of_statuses_do_not_change_if_a_row_is_added_at_the_end()
        => Assert.Equal(
            (200, 401, 401002, 403, 409, 503, 503003, 5, 200002, 200005, 400, 400002, 400003),
            ((int)AuthLoginStatus.Ok, (int)AuthLoginStatus.NoValidSession, (int)AuthLoginStatus.AccessDenied, (int)AuthLoginStatus.Forbidden,
                (int)AuthLoginStatus.Conflict, (int)AuthLoginStatus.ServiceUnavailable, (int)AuthLoginStatus.Error100, (int)AuthLoginStatus.ServerError,
                (int)AuthLoginStatus.Error400, (int)AuthLoginStatus.Error106,
                (int)JobsRestartStatus.NoSuchJob, (int)JobsRestartStatus.JobIsRunning, (int)JobsRestartStatus.BadRequest3));

    [Fact]
    public async Task Call_without_a_result_reads_the_body_that_decides()
    {
        await using var failing = await RecordingServer.StartAsync(200, """{"success":false,"error":{"code":100}}""");
        using var client = new StationClient(failing.Address);
        Assert.True((await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Files.DeleteAsync(1, Token))).Is(FilesDeleteStatus.Error100));

        await using var empty = await RecordingServer.StartAsync(200, "");
        using var second = new StationClient(empty.Address);
        await second.Files.DeleteAsync(1, Token);

        await using var succeeding = await RecordingServer.StartAsync(200, """{"success":true}""");
        using var third = new StationClient(succeeding.Address);
        await third.Files.DeleteAsync(1, Token);

        await using var broken = await RecordingServer.StartAsync(200, """{"success":""");
        using var fourth = new StationClient(broken.Address);
        await Assert.ThrowsAsync<ApiContractException>(() => fourth.Files.DeleteAsync(1, Token));
    }

    [Fact]
    public async Task Items_are_returned_only_from_a_success()
    {
        await using var failing = await RecordingServer.StartAsync(200, """{"files":[{"name":"a"}],"success":false,"error":{"code":100}}""");
        using var client = new StationClient(failing.Address);
        Assert.True((await Assert.ThrowsAsync<ApiException<StationError>>(() => ReadAsync(client.Files.ListItemsAsync(Token)))).Is(FilesListStatus.Error100));

        await using var succeeding = await RecordingServer.StartAsync(200, """{"files":[{"name":"a"},{"name":"b"}],"success":true}""");
        using var second = new StationClient(succeeding.Address);
        Assert.Equal(["a", "b"], (await ReadAsync(second.Files.ListItemsAsync(Token))).Select(static file => file.Name));
    }

    [Fact]
    public async Task Pages_end_at_a_failure()
    {
        await using var server = await RecordingServer.StartAsync(static request => request.Line.Contains("start", StringComparison.Ordinal)
            ? new RecordedResponse(200, """{"success":false,"error":{"code":106}}""")
            : new RecordedResponse(200, """{"success":true,"files":[{"name":"a"}],"total":2}"""));
        using var client = new StationClient(server.Address);

        var names = new List<string>();
        var exception = await Assert.ThrowsAsync<ApiException<StationError>>(async () =>
        {
            await foreach (var file in client.Files.FindItemsAsync(cancellationToken: Token))
                names.Add(file.Name);
        });

        Assert.True(exception.Is(FilesFindStatus.Error106) && exception.IsTransient);
        Assert.Equal(["a"], names);
    }

    [Theory]
    [InlineData("Content-Type", "text/html")]
    [InlineData("Content-Encoding", "br")]
    public async Task Call_without_a_result_fails_if_its_body_cannot_be_read(string header, string value)
    {
        await using var server = await RecordingServer.StartAsync(200, Failed400, (header, value));
        using var client = new StationClient(server.Address);

        await Assert.ThrowsAsync<ApiContractException>(() => client.Files.DeleteAsync(1, Token));
    }

    [Fact]
    public async Task Text_and_undescribed_bodies_fail_as_json()
    {
        await using var server = await RecordingServer.StartAsync(200, Failed400);
        using var client = new StationClient(server.Address);
        Assert.Equal("400", (await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Files.GetNoteAsync(1, Token))).ErrorCode);
        Assert.Equal("400", (await Assert.ThrowsAsync<ApiException<StationError>>(() => client.Files.GetRestAsync(1, Token))).ErrorCode);

        await using var plain = await RecordingServer.StartAsync(200, "hello", ("Content-Type", "text/plain"));
        using var second = new StationClient(plain.Address);
        Assert.Equal("hello", await second.Files.GetNoteAsync(1, Token));
        Assert.Equal("hello", (await second.Files.GetRestAsync(1, Token)).ToString());

        await using var list = await RecordingServer.StartAsync(200, """["a"]""");
        using var third = new StationClient(list.Address);
        Assert.Equal(["a"], await third.Files.ListNamesAsync(Token));
    }

    [Theory]
    [InlineData("""{"id":1,"result":"x"}""", "Ok", null)]
    [InlineData("""{"id":1,"result":"x","error":null}""", "Ok", null)]
    [InlineData("""{"id":1,"error":{"code":-32601,"message":"No."}}""", "ErrorMinus32601", "No.")]
    [InlineData("""{"id":1,"error":{"code":-1,"message":"No."}}""", "Undocumented", "No.")]
    public async Task Missing_error_is_a_success(string json, string status, string? message)
    {
        await using var server = await RecordingServer.StartAsync(200, json);
        using var client = new RpcClient(server.Address);

        var response = await client.Calls.EchoWithResponseAsync(new CallsEchoBody { Id = 1, Text = "x" }, Token);

        Assert.Equal((status, status == "Ok", message), (response.Status.ToString(), response.IsSuccess, response.ErrorMessage));
    }

    [Fact]
    public async Task Undocumented_error_code_is_drift_and_documented_members_are_not()
    {
        await using var server = await RecordingServer.StartAsync(static request => request.Line.Contains("find", StringComparison.Ordinal)
            ? new RecordedResponse(200, """{"success":true,"files":[],"total":0}""")
            : new RecordedResponse(200, """{"success":false,"error":{"code":999}}"""));
        var drift = new List<string>();
        using var client = new StationClient(
            server.Address, new ApiClientOptions { OnDrift = found => drift.Add(found.Kind + " " + found.Path + " " + found.Value) });

        await client.Files.FindAsync(cancellationToken: Token);
        await client.Auth.LoginWithResponseAsync("ann", Token);

        Assert.Equal(["EnumValue $.error.code 999"], drift);
    }

    [Fact]
    public void Retry_depends_on_the_outcome_in_the_body()
    {
        var request = new ApiRequest(StationApi.Auth.Login.Operation, "/webapi/auth.cgi");
        ApiException Failure(AuthLoginStatus status)
            => Assert.Throws<ApiException<StationError>>(
                () => ApiResponse<AuthLoginResponse, StationError, AuthLoginStatus>.Failure(StationApi.Auth.Login.Operation, status, null).EnsureSuccess());

        Assert.True(request.ShouldRetry(null, Failure(AuthLoginStatus.Error407)));
        Assert.True(request.ShouldRetry(null, Failure(AuthLoginStatus.ServiceUnavailable)));
        Assert.False(request.ShouldRetry(null, Failure(AuthLoginStatus.Error400)));
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    private sealed class Canned(int code, string reason, string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(
                new HttpResponseMessage((HttpStatusCode)code) { ReasonPhrase = reason, Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }
}
