using System.Collections.Concurrent;
using System.Reflection;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>If the body of a failure shows that a token has expired, a new token is fetched, and the call is repeated once.</summary>
public sealed class ExpiryTests
{
    private const string Api = """
        client: DiskClient
        authentication:
          - token: Auth.Login
            member: data.sid
            query: _sid
            expired when: error.code = 106|119
        error:
          success: boolean
          error:
            code: int

        """;

    private const string Stated = "success when: success = true\nerror code in: error.code\nerror codes:\n  106: Session timeout\n  400: No such file\n";

    private static readonly SpecDocument[] s_sections =
    [
        new("login.apispec.yaml", "operation: Auth.Login\nrequest: GET /login\nstatus: [200]\nresponse:\n  success: boolean\n  data:\n    sid: string\n"),
        new(
            "list.apispec.yaml",
            "operation: Files.List\nrequest: GET /list\nstatus:\n  200 OK:\n  403 Forbidden:\nresponse:\n  success: boolean\n  error?:\n    code: int\n"),
        new("delete.apispec.yaml", "operation: Files.Delete\nrequest: DELETE /delete\nstatus:\n  200 OK:\n  403 Forbidden:\n"),
        new("upload.apispec.yaml", "operation: Files.Upload\nrequest: POST /upload\nstatus:\n  200 OK:\n  403 Forbidden:\nbody multipart:\n  file: bytes\n"),
        new("read.apispec.yaml", "operation: Files.Read\nrequest: GET /read\nstatus:\n  200 OK:\n  403 Forbidden:\nresponse: application/octet-stream\n"),
    ];

    private static readonly SpecDocument[] s_sectionsInXml =
    [
        new("api.apispec.yaml", """
            client: DiskClient
            authentication:
              - token: Auth.Login
                member: result.sid
                query: _sid
                expired when: result.error.code = 106|119
            success when: result.@success = true
            error code in: result.error.code
            error codes:
              106: Session timeout
            error xml:
              result:
                "@success": boolean
                error?:
                  code: int
            """),
        new(
            "login.apispec.yaml",
            "operation: Auth.Login\nrequest: GET /login\nstatus: [200]\nresponse xml:\n  result:\n    \"@success\": boolean\n    sid: string\n"),
        new("list.apispec.yaml", "operation: Files.List\nrequest: GET /list\nstatus: [200, 403]\nresponse xml:\n  result:\n    \"@success\": boolean\n"),
        new("delete.apispec.yaml", "operation: Files.Delete\nrequest: DELETE /delete\nstatus: [200, 403]\n"),
        new("read.apispec.yaml", "operation: Files.Read\nrequest: GET /read\nstatus: [200, 403]\nresponse: application/octet-stream\n"),
    ];

    private static readonly Lazy<GeneratedClient> s_inXml = new(static () => GeneratedProject.Of(s_sectionsInXml).Load());
    private static readonly Lazy<GeneratedClient> s_stated = new(
        static () => GeneratedProject.Of([new("api.apispec.yaml", Api + Stated), .. s_sections]).Load());
    private static readonly Lazy<GeneratedClient> s_plain = new(static () => GeneratedProject.Of([new("api.apispec.yaml", Api), .. s_sections]).Load());

    [Theory]
    [InlineData("List", 200, true)]
    [InlineData("List", 403, true)]
    [InlineData("Delete", 200, true)]
    [InlineData("Delete", 403, true)]
    [InlineData("Read", 200, true)]
    [InlineData("Read", 403, true)]
    [InlineData("List", 200, false)]
    [InlineData("Delete", 200, false)]
    [InlineData("Read", 200, false)]
    [InlineData("List", 403, false)]
    public async Task Expired_token_is_fetched_again_once(string method, int status, bool isStated)
    {
        await using var server = await Server.StartAsync(status);
        var credential = Credential(isStated, server);
        await CallAsync(isStated, method, server, credential);
        server.Valid = 2;

        var response = await CallAsync(isStated, method, server, credential);

        Assert.Equal((200, true), ((int)response.StatusCode, response.IsSuccess));
        var path = "/" + method.ToLowerInvariant();
        Assert.Equal(["/login", path + "?_sid=t1", path + "?_sid=t1", "/login", path + "?_sid=t2"], server.Requests);
    }

    [Theory]
    [InlineData("List", 200)]
    [InlineData("List", 403)]
    [InlineData("Delete", 200)]
    [InlineData("Read", 200)]
    [InlineData("Read", 403)]
    public async Task Failure_in_XML_says_that_the_token_has_expired(string method, int status)
    {
        await using var server = await Server.StartAsync(status, isXml: true);
        var credential = Credential(s_inXml.Value, server);
        await CallAsync(s_inXml.Value, method, server, credential);
        server.Valid = 2;

        Assert.True((await CallAsync(s_inXml.Value, method, server, credential)).IsSuccess);

        var path = "/" + method.ToLowerInvariant();
        Assert.Equal(["/login", path + "?_sid=t1", path + "?_sid=t1", "/login", path + "?_sid=t2"], server.Requests);
    }

    [Theory]
    [InlineData("<result success='false'><error><code>106</code></error>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x '106'>]><result success='false'><error><code>&x;</code></error></result>")]
    [InlineData("<result success='true'><error><code>106</code></error></result>")]
    public async Task XML_that_is_cut_off_or_not_a_failure_does_not_say_that_the_token_has_expired(string body)
    {
        await using var server = await Server.StartAsync(200, isXml: true);
        server.Success = body;
        await Record.ExceptionAsync(() => CallAsync(s_inXml.Value, "List", server, Credential(s_inXml.Value, server)));
        Assert.Equal(["/login", "/list?_sid=t1"], server.Requests);
    }

    [Theory]
    [InlineData(106, 3)]
    [InlineData(119, 3)]
    [InlineData(400, 1)]
    public async Task Other_failure_is_returned_and_the_call_is_repeated_once_at_most(int code, int logins)
    {
        await using var server = await Server.StartAsync(200);
        server.Valid = 9;
        server.Code = code;
        var credential = Credential(true, server);

        Assert.False((await CallAsync(true, "List", server, credential)).IsSuccess);
        Assert.False((await CallAsync(true, "List", server, credential)).IsSuccess);

        Assert.Equal((logins, logins - 1 + 2), (server.Requests.Count(
            static request => request == "/login"), server.Requests.Count(static request => request != "/login") + (logins == 1 ? 0 : 0)));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(403, true)]
    [InlineData(200, false)]
    public async Task Upload_that_cannot_be_repeated_fails_and_the_next_call_has_a_new_token(int status, bool isStated)
    {
        await using var server = await Server.StartAsync(status);
        var credential = Credential(isStated, server);
        await CallAsync(isStated, "List", server, credential);
        server.Valid = 2;

        await (isStated ? s_stated : s_plain).Value.CallAsync(
            server.Address, "Files.Upload", static (_, _) => new ApiFile(new OnePassStream(), "file.bin"), credential);
        var response = await CallAsync(isStated, "List", server, credential);

        Assert.True(response.IsSuccess);
        Assert.Equal(["/login", "/list?_sid=t1", "/upload?_sid=t1", "/login", "/list?_sid=t2"], server.Requests);
    }

    [Fact]
    public async Task Success_that_nobody_reads_may_be_larger_than_the_limit()
    {
        await using var server = await Server.StartAsync(200);
        server.Success = "{\"x\":\"" + new string('x', 300_000) + "\"}";
        var credential = Credential(false, server);

        var response = await s_plain.Value.CallAsync(
            server.Address, "Files.Delete", static (_, _) => null, new ApiClientOptions { Credential = credential, MaxResponseBytes = 200_000 });

        Assert.True(response.IsSuccess);
        Assert.Equal(["/login", "/delete?_sid=t1"], server.Requests);
    }

    [Fact]
    public async Task Success_that_has_the_same_member_is_not_a_failure()
    {
        await using var server = await Server.StartAsync(200);
        server.Success = """{"success":true,"error":{"code":106}}""";
        var credential = Credential(true, server);

        Assert.True((await CallAsync(true, "List", server, credential)).IsSuccess);

        Assert.Equal(["/login", "/list?_sid=t1"], server.Requests);
    }

    [Fact]
    public async Task Failed_login_is_not_repeated()
    {
        await using var server = await Server.StartAsync(200);
        server.IsClosed = true;

        var thrown = await Assert.ThrowsAnyAsync<ApiException>(() => CallAsync(true, "List", server, Credential(true, server)));

        Assert.Equal("106", thrown.ErrorCode);
        Assert.Equal(["/login"], server.Requests);
    }

    [Theory]
    [InlineData("error.cod = 106", "APISPEC0219", "'error.cod' is not a member of 'error'; did you mean 'error.code'?")]
    [InlineData("the code is 106", "APISPEC0163", "'the code is 106' is not a condition; write")]
    public void Condition_that_names_no_member_is_an_error(string condition, string id, string message)
    {
        var messages = GeneratedProject.Of(
            [new("api.apispec.yaml", Api.Replace("error.code = 106|119", condition, StringComparison.Ordinal) + Stated), .. s_sections]).Messages;

        Assert.StartsWith(id + " (6) " + message, Assert.Single(messages), StringComparison.Ordinal);
    }

    private static Task<ApiResponse> CallAsync(bool isStated, string method, Server server, ApiCredential credential)
        => CallAsync((isStated ? s_stated : s_plain).Value, method, server, credential);

    private static Task<ApiResponse> CallAsync(GeneratedClient client, string method, Server server, ApiCredential credential)
        => client.CallAsync(server.Address, "Files." + method, static (_, _) => null, credential);

    private static ApiCredential Credential(bool isStated, Server server) => Credential((isStated ? s_stated : s_plain).Value, server);

    private static ApiCredential Credential(GeneratedClient client, Server server)
    {
        var login = client.Type("DiskApi").GetNestedType("Auth")!.GetNestedType("Login")!.GetMethod("Credential", BindingFlags.Public | BindingFlags.Static)!;
        return (ApiCredential)login.Invoke(null, [Activator.CreateInstance(client.Type("DiskClient"), server.Address, new ApiClientOptions()), null])!;
    }

    /// <summary>A file that can be read once.</summary>
    private sealed class OnePassStream : MemoryStream
    {
        public OnePassStream()
            : base([1, 2, 3])
        {
        }

        public override bool CanSeek => false;
    }

    /// <summary>A server whose failures are in the body.</summary>
    private sealed class Server(WebApplication application, int status, bool isXml) : IAsyncDisposable
    {
        private int _logins;

        public Uri Address => new(application.Urls.First());

        public ConcurrentQueue<string> Requests { get; } = [];

        /// <summary>The number of the valid token.</summary>
        public int Valid { get; set; } = 1;

        public int Code { get; set; } = 106;

        public bool IsClosed { get; set; }

        public string Success { get; set; } = isXml ? "<result success='true'/>" : """{"success":true}""";

        public static async Task<Server> StartAsync(int status, bool isXml = false)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            var server = new Server(application, status, isXml);
            application.Run(server.RespondAsync);
            await application.StartAsync(TestContext.Current.CancellationToken);
            return server;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();

        private async Task RespondAsync(HttpContext context)
        {
            Requests.Enqueue(context.Request.Path + context.Request.QueryString);
            var isLogin = context.Request.Path == "/login";
            var isRight = isLogin ? !IsClosed : context.Request.Query["_sid"] == "t" + Valid;
            if (!isRight && !isLogin)
                context.Response.StatusCode = status;
            context.Response.ContentType = isRight && context.Request.Path == "/read" ? "application/octet-stream"
                : isXml ? "application/xml"
                : "application/json";
            await context.Response.WriteAsync(!isRight ? Failure : isLogin ? Issue() : Success);
        }

        private string Failure
            => isXml ? $"<result success='0'><error><code> {Code}</code></error></result>" : "{\"success\":false,\"error\":{\"code\":" + Code + "}}";

        private string Issue()
        {
            var token = "t" + Interlocked.Increment(ref _logins);
            return isXml ? $"<result success='1'><sid>{token}</sid></result>" : "{\"success\":true,\"data\":{\"sid\":\"" + token + "\"}}";
        }
    }
}
