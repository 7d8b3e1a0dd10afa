using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A credential is sent in the part of the request that the API file names, and none of its values is a parameter.</summary>
public sealed class CredentialPlaceTests
{
    private const string Secret = "s3 cr&t\"é";

    private const string Api = """
        api: rack
        client: RackClient
        authentication:
          - header X-Key
          - form user, password
          - body params.k, token
          - cookie sid
          - header X-Stamp, X-Signature computed
          - cookie from Session.Start
          - token: Tokens.Issue
            member: data.sid
            query: _sid
        always: [401]
        """;

    private static readonly (string Operation, string Spec)[] Sections =
    [
        ("Form.Send", "request: POST /form\nauthentication: form\nbody form:\n  user: string\n  password: string secret\n  note: string\n"),
        ("Form.Upload", "request: POST /upload\nauthentication: form\nbody multipart:\n  file: bytes\n  user: string\n"),
        ("Form.Ping", "request: POST /form/ping\nauthentication: form\nbody form:\n  user: string\n  password: string\n"),
        ("Body.Send", "request: POST /body\nauthentication: body\nbody:\n  params:\n    k: string\n    x: int\n  note?: string\n"),
        ("Body.Share", "request: POST /share\nauthentication: body\nbody: Shared\nschemas:\n  Shared:\n    token: string\n    x: int\n"),
        ("Body.Ping", "request: PUT /body/ping\nauthentication: body\n"),
        ("Body.Only", "request: POST /body/only\nauthentication: body\nbody:\n  token: string\n"),
        ("Body.Get", "request: GET /body/get\nauthentication: body\n"),
        ("Cookies.Get", "request: GET /cookies\nauthentication: cookie\nheaders:\n  Cookie: string\n"),
        ("Signed.Send", "request: POST /signed\nauthentication: computed\nheaders:\n  X-Stamp: string\nquery:\n  q: string always 1\nbody:\n  x: int\n"),
        ("Session.Start", "request: POST /session\n"),
        ("Tokens.Issue", "request: POST /tokens\nresponse:\n  data:\n    sid: string\n"),
        ("Plain.Get", "request: GET /plain\nauthentication: [token, header]\nquery:\n  _sid: string\n"),
        ("Plain.Open", "request: GET /open\nauthentication: none\n"),
    ];

    private static readonly Lazy<GeneratedProject> Project = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", Api),
        .. Sections.Select(
            static (section, index) => new SpecDocument($"s{index}.apispec.yaml", $"api: rack\noperation: {section.Operation}\n{section.Spec}status: [200]\n")),
    ]));

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Value.Load());

    [Fact]
    public void Section_names_the_way_that_it_takes()
    {
        Assert.Empty(Project.Value.Messages);
        Assert.Equal(
            "APISPEC0240 (3) The credential sets 'params.k', 'token' in 3 sections; write 'authentication: none' if they mean something else",
            Assert.Single(Project.Value.Information, static message => message.StartsWith("APISPEC0240", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Form.Send", "user=u&password=s3+cr%26t%22%C3%A9", "note=n&user=u&password=s3+cr%26t%22%C3%A9")]
    [InlineData("Form.Ping", "", "user=u&password=s3+cr%26t%22%C3%A9")]
    public async Task Form_has_the_credential(string operation, string _, string body)
    {
        var request = await CallAsync(operation, new FieldCredential(ApiCredentialPlace.Form, [new("user", "u"), new("password", Secret)]));

        Assert.Equal((body, "application/x-www-form-urlencoded"), (request.BodyText, request.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Form_with_a_file_has_the_credential()
    {
        var request = await CallAsync("Form.Upload", new FieldCredential(ApiCredentialPlace.Form, [new("user", "u"), new("password", Secret)]));

        Assert.Equal(["user=u", "password=" + Secret, "file=bytes"], request.Parts.Select(static part => part.Name + "=" + part.Text));
    }

    [Theory]
    [InlineData("Body.Send", """{"token":"t","params":{"k":"s3 cr\u0026t\u0022\u00E9","x":7},"note":"n"}""")]
    [InlineData("Body.Share", """{"token":"t","params":{"k":"s3 cr\u0026t\u0022\u00E9"},"x":7}""")]
    [InlineData("Body.Ping", """{"token":"t","params":{"k":"s3 cr\u0026t\u0022\u00E9"}}""")]
    [InlineData("Body.Only", """{"token":"t","params":{"k":"s3 cr\u0026t\u0022\u00E9"}}""")]
    public async Task Json_has_the_credential(string operation, string body)
    {
        var request = await CallAsync(operation, new FieldCredential(ApiCredentialPlace.Body, [new("params.k", Secret), new("token", "t")]));

        Assert.Equal((body, "application/json"), (request.BodyText, request.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Request_that_can_have_no_body_is_not_sent()
    {
        await using var server = await Client.Value.StartServerAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Client.Value.CallAsync(server.BaseAddress, "Body.Get", Argument, new FieldCredential(ApiCredentialPlace.Body, "token", Secret)));

        Assert.Equal(
            "Body.Get has no body to which the credential can be added; if it needs no credential, write 'authentication: none' in its section.",
            refused.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cookie_has_the_credential()
        => Assert.Equal("sid=c00kie", (await CallAsync("Cookies.Get", new FieldCredential(ApiCredentialPlace.Cookie, "sid", "c00kie"))).Headers["Cookie"]);

    [Fact]
    public async Task Program_computes_values_of_the_request_as_it_is_sent()
    {
        var calls = 0;
        var credential = new SignedCredential(["X-Stamp", "X-Signature"], (request, body) =>
        {
            calls++;
            Assert.True(request.Headers.Contains("Accept"));
            return [new("X-Stamp", "12"), new(
                "X-Signature", Convert.ToHexString(SHA256.HashData([.. Encoding.UTF8.GetBytes(request.RequestUri!.PathAndQuery), .. body.Span])))];
        });

        var received = await CallAsync("Signed.Send", credential);

        var signature = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(received.Target + received.BodyText)));
        Assert.Equal(("/signed?q=1", "12", signature, 1), (received.Target, received.Headers["X-Stamp"], received.Headers["X-Signature"], calls));
    }

    [Fact]
    public async Task Field_that_is_not_a_name_of_the_credential_is_refused_without_its_value()
    {
        await using var server = await Client.Value.StartServerAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Client.Value.CallAsync(
                server.BaseAddress, "Signed.Send", Argument, new SignedCredential(["X-Stamp"], static (_, _) => [new("X-Other", Secret)])));

        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_goes_where_the_reference_says_and_is_fetched_again_when_the_server_refuses_it()
    {
        await using var server = await LoginServer.StartAsync();
        var credential = Credential("Tokens", "Issue", server.Address);

        Assert.Equal(200, await StatusAsync(server.Address, "Plain.Get", credential));
        server.Expire();
        Assert.Equal(200, await StatusAsync(server.Address, "Plain.Get", credential));

        Assert.Equal(["/tokens", "/plain?_sid=a%20b%3Bs0", "/plain?_sid=a%20b%3Bs0", "/tokens", "/plain?_sid=a%20b%3Bs1"], server.Requests);
        Assert.Equal("query _sid=***", credential.ToString());
    }

    [Fact]
    public async Task Cookies_that_an_operation_sets_are_sent_with_the_rest_and_renewed()
    {
        await using var server = await LoginServer.StartAsync();
        var credential = Credential("Session", "Start", server.Address);

        Assert.Equal(200, await StatusAsync(server.Address, "Cookies.Get", credential));
        server.Expire();
        Assert.Equal(200, await StatusAsync(server.Address, "Cookies.Get", credential));

        const string Others = "; lang=\"ja\"";
        Assert.Equal(["/session", "/cookies sid=s0" + Others, "/cookies sid=s0" + Others, "/session", "/cookies sid=s1" + Others], server.Requests);
        Assert.Equal("cookie ***", credential.ToString());
    }

    [Theory]
    [InlineData("Session", "Start", "Cookies.Get", "/session", "/cookies")]
    [InlineData("Tokens", "Issue", "Plain.Get", "/tokens", "/plain")]
    public async Task Stub_server_accepts_the_tokens_that_it_issues(string group, string operation, string called, string login, string path)
    {
        await using var server = await Client.Value.StartServerAsync(static options => options.RequireToken());

        Assert.Equal(401, await StatusAsync(server.BaseAddress, called, ApiCredential.None));
        Assert.Equal(200, await StatusAsync(server.BaseAddress, called, Credential(group, operation, server.BaseAddress)));
        Assert.Equal([(path, null), (login, null), (path, null)], server.Requests.Select(static request => (request.Path, request.Violation)));
    }

    [Fact]
    public async Task Two_credentials_share_no_session()
    {
        await using var server = await Client.Value.StartServerAsync(static options => options.RequireToken());

        await StatusAsync(server.BaseAddress, "Cookies.Get", Credential("Session", "Start", server.BaseAddress));
        await StatusAsync(server.BaseAddress, "Cookies.Get", Credential("Session", "Start", server.BaseAddress));

        var cookies = server.Requests.Where(static request => request.Path == "/cookies").Select(static request => request.Headers["Cookie"]).ToList();
        Assert.Equal((2, 2), (cookies.Count, cookies.Distinct().Count()));
    }

    [Fact]
    public async Task Credential_can_depend_on_the_operation()
    {
        await using var server = await Client.Value.StartServerAsync();
        var credential = ApiCredential.PerOperation(static operation => operation.Group switch
        {
            "Cookies" => new FieldCredential(ApiCredentialPlace.Cookie, "sid", "c"),
            "Plain" => new QueryCredential("_sid", "q"),
            _ => ApiCredential.None,
        });

        await StatusAsync(server.BaseAddress, "Cookies.Get", credential);
        await StatusAsync(server.BaseAddress, "Plain.Get", credential);
        await StatusAsync(server.BaseAddress, "Session.Start", credential);

        Assert.Equal(["sid=c", null, null], server.Requests.Select(static request => request.Headers["Cookie"]));
        Assert.Equal(["/cookies", "/plain?_sid=q", "/session"], server.Requests.Select(static request => request.Target));
    }

    [Theory]
    [InlineData(ApiCredentialPlace.Header, "X Key", "v")]
    [InlineData(ApiCredentialPlace.Header, "X-Key", "v\r\n")]
    [InlineData(ApiCredentialPlace.Header, "Content-Type", "v")]
    [InlineData(ApiCredentialPlace.Cookie, "sid", "a;b")]
    [InlineData(ApiCredentialPlace.Cookie, "sid", "a b")]
    [InlineData(ApiCredentialPlace.Body, "a..b", "v")]
    [InlineData(ApiCredentialPlace.Body, "", "v")]
    [InlineData(ApiCredentialPlace.Form, "q", " ")]
    public void Value_that_cannot_be_sent_is_refused_without_being_shown(ApiCredentialPlace place, string name, string value)
        => Assert.DoesNotContain(
            "s3cret", Assert.ThrowsAny<ArgumentException>(() => new FieldCredential(place, name, value)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Value_that_is_not_unicode_is_refused_without_being_shown()
        => Assert.DoesNotContain(
            "s3cret", Assert.ThrowsAny<ArgumentException>(static () => new FieldCredential(ApiCredentialPlace.Query, "q", "s3cret\ud800")).ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void Credential_shows_its_names_alone() => Assert.Equal(
        ["form user=***, password=***", "body params.k=***", "X-Stamp: ***, X-Signature: ***"],
        [
            new FieldCredential(ApiCredentialPlace.Form, [new("user", "u"), new("password", Secret)]).ToString(),
            new FieldCredential(ApiCredentialPlace.Body, "params.k", Secret).ToString(),
            new SignedCredential(["X-Stamp", "X-Signature"], static (_, _) => []).ToString(),
        ]);

    // The server checks the credential, and rejects requests without it or with another one.
    private static async Task<ReceivedRequest> CallAsync(string operation, ApiCredential credential)
    {
        await using var server = await Client.Value.StartServerAsync(options => options.Require(credential));
        Assert.Equal(401, await StatusAsync(server.BaseAddress, operation, ApiCredential.None));

        Assert.Equal(200, await StatusAsync(server.BaseAddress, operation, credential));
        var request = server.Requests[^1];
        Assert.Equal((operation, null), (request.OperationId, request.Violation));
        return request;
    }

    private static async Task<int> StatusAsync(Uri server, string operation, ApiCredential credential)
        => (int)(await Client.Value.CallAsync(server, operation, Argument, credential)).StatusCode;

    private static ApiCredential Credential(string group, string operation, Uri server)
    {
        var client = Activator.CreateInstance(Client.Value.Type("RackClient"), server, new ApiClientOptions());
        var method = Client.Value.Type("RackApi").GetNestedType(group)!.GetNestedType(operation)!
            .GetMethod("Credential", BindingFlags.Public | BindingFlags.Static)!;
        return (ApiCredential)method.Invoke(null, [client, null])!;
    }

    private static object? Argument(string name, Type type) => name switch
    {
        "note" => "n",
        "file" => new ApiFile(new MemoryStream("bytes"u8.ToArray()), "file.bin"),
        "body" => SampleArgument.Parse(type, type.Name switch
        {
            "BodySendBody" => """{"params":{"x":7},"note":"n"}""",
            _ => """{"x":7}""",
        }),
        _ => throw new InvalidOperationException(name + " is a parameter"),
    };
}
