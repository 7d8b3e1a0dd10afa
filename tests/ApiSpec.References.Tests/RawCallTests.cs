using System.Diagnostics;
using System.Net;
using System.Text;
using ApiSpec.References.Tests.Servers;
using Example.Jobs;
using Example.Roster;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Calls that no spec describes.</summary>
public sealed class RawCallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/audit?from=2026", "/audit?from=2026")]
    [InlineData("audit/1", "/audit/1")]
    [InlineData("/", "/")]
    [InlineData("/audit/ä b#part", "/audit/%C3%A4%20b")]
    [InlineData("/audit/%E4%BF%9D?next=http://elsewhere.invalid/", "/audit/%E4%BF%9D?next=http://elsewhere.invalid/")]
    [InlineData("/audit/of:http://elsewhere.invalid", "/audit/of:http://elsewhere.invalid")]
    [InlineData("audit/1://x", "/audit/1://x")]
    [InlineData("{server}audit/http://x", "/audit/http://x")]
    [InlineData("{server}audit/2", "/audit/2")]
    [InlineData("{SERVER}audit/2", "/audit/2")]
    public async Task Path_below_the_server_is_called_with_the_credential(string path, string target)
    {
        await using var server = await RecordingServer.StartAsync(200, """{"a":[1.50]}""");
        using var client = new RosterClient(server.Address, new ApiClientOptions { Credential = new BearerCredential("t"), Language = "ja" });
        path = path.Replace("{server}", server.Address.ToString(), StringComparison.Ordinal)
            .Replace("{SERVER}", server.Address.ToString().ToUpperInvariant(), StringComparison.Ordinal);

        var response = await client.SendAsync(HttpMethod.Get, path, cancellationToken: Token);

        Assert.Equal("""{"a":[1.50]}""", response.Body!.ToString());
        Assert.Equal((200, true), (response.StatusCode, response.IsSuccess));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("GET " + target, "Bearer t", "ja"), (request.Line, request.Header("Authorization"), request.Header("Accept-Language")));
    }

    [Theory]
    [InlineData("http://elsewhere.invalid/audit")]
    [InlineData("https://localhost/audit")]
    [InlineData("ftp://localhost/audit")]
    [InlineData("x+y.z-1://localhost/audit")]
    [InlineData("//elsewhere.invalid/audit")]
    [InlineData("")]
    [InlineData("http:///audit")]
    [InlineData("{server}.elsewhere.invalid/audit")]
    [InlineData("{server}0/audit")]
    [InlineData("{server}@elsewhere.invalid/audit")]
    [InlineData("/audit/../admin")]
    [InlineData("/audit/%2e%2e/admin")]
    [InlineData("..")]
    [InlineData("/a\\b")]
    [InlineData("/a%2Fb")]
    [InlineData("/a\r\nb")]
    [InlineData("/a%zz")]
    public async Task Path_that_leads_elsewhere_is_refused_before_a_credential_is_asked(string path)
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        var asked = 0;
        var credential = new BearerCredential(_ =>
        {
            asked++;
            return new ValueTask<string>("t");
        });
        using var client = new RosterClient(server.Address, new ApiClientOptions { Credential = credential });

        await Assert.ThrowsAsync<ArgumentException>(
            () => client.SendAsync(
                HttpMethod.Get, path.Replace("{server}", server.Address.ToString().TrimEnd('/'), StringComparison.Ordinal), cancellationToken: Token));

        Assert.Equal(0, asked);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Url_keeps_to_the_path_of_a_proxy()
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new RosterClient(new Uri(server.Address, "proxy/ao/"));

        await client.SendAsync(HttpMethod.Get, "/audit", cancellationToken: Token);
        await client.SendAsync(HttpMethod.Get, server.Address + "proxy/ao/audit", cancellationToken: Token);
        foreach (var other in new[] { "proxy/audit", "proxy/aopen/audit", "PROXY/AO/audit" })
            await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(HttpMethod.Get, server.Address + other, cancellationToken: Token));

        Assert.Equal(["GET /proxy/ao/audit", "GET /proxy/ao/audit"], server.Lines);
    }

    [Fact]
    public async Task Body_is_sent_with_its_headers()
    {
        await using var server = await RecordingServer.StartAsync(201, "");
        using var client = new RosterClient(server.Address);
        using var content = new StringContent("""{"x":1}""", Encoding.UTF8, "application/vnd.roster+json");
        content.Headers.ContentLanguage.Add("ja");

        var response = await client.SendAsync(HttpMethod.Patch, "/audit", content, Token);

        Assert.Equal(201, response.StatusCode);
        var request = Assert.Single(server.Requests);
        Assert.Equal("""PATCH /audit {"x":1}""", request.ToString());
        Assert.Equal(("application/vnd.roster+json; charset=utf-8", "ja"), (request.Header("Content-Type"), request.Header("Content-Language")));
    }

    [Fact]
    public async Task Failure_is_a_response_with_its_body()
    {
        await using var server = await RecordingServer.StartAsync(404, "no");
        using var client = new RosterClient(server.Address);

        var response = await client.SendAsync(HttpMethod.Get, "/audit", cancellationToken: Token);

        Assert.Equal((404, false, "no"), (response.StatusCode, response.IsSuccess, response.RawBody!.ToString()));
        Assert.True(Assert.Throws<ApiException<ApiRawBody>>(response.EnsureSuccess).Is(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Call_through_the_interface_uses_the_session_of_the_client()
    {
        await using var server = await RecordingServer.StartAsync(request => request.Line.Contains("/login", StringComparison.Ordinal)
            ? new RecordedResponse(200, """{"accessToken":"t1"}""")
            : new RecordedResponse(request.Header("X-Jobs-Authorization") == "Session t1" ? 200 : 401, """{"days":7}"""));
        using var client = new JobsClient(server.Address);
        IJobsClient signedIn = client.With(new ApiCallOptions { Credential = JobsApi.Login.Begin.Credential(client, new() { User = "ann", Password = "x" }) });

        var first = await signedIn.SendAsync(HttpMethod.Get, "/audit", cancellationToken: Token);
        var second = await signedIn.With(new ApiCallOptions { Language = "ja" }).SendAsync(HttpMethod.Delete, "/audit/1", cancellationToken: Token);

        Assert.Equal(("""{"days":7}""", 200), (first.EnsureSuccess().ToString(), second.StatusCode));
        Assert.Equal(["POST /jobs/api/v1/login", "GET /audit", "DELETE /audit/1"], server.Lines);
        Assert.Equal("ja", server.Requests[2].Header("Accept-Language"));
    }

    [Fact]
    public async Task Limits_and_telemetry_are_those_of_other_calls()
    {
        List<string> names = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "ApiSpec",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => names.Add(activity.DisplayName + " " + activity.GetTagItem("apispec.operation")),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await RecordingServer.StartAsync(200, new string('x', 2000));
        using var client = new RosterClient(server.Address, new ApiClientOptions { MaxResponseBytes = 1000 });

        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => client.SendAsync(HttpMethod.Get, "/audit", cancellationToken: Token));
        Assert.Contains("GET /{path} SendAsync", names);
    }

    [Fact]
    public async Task Raw_body_of_a_success_is_kept_on_request()
    {
        const string Json = """{ "name": "ann", "more": 1.50 }""";
        await using var server = await RecordingServer.StartAsync(200, Json);
        using var client = new RosterClient(server.Address);

        Assert.Null((await client.Members.GetWithResponseAsync(1, Token)).RawBody);
        var response = await client.With(new ApiCallOptions { KeepRawBody = true }).Members.GetWithResponseAsync(1, Token);
        Assert.Equal(("ann", Json), (response.Body!.Name, response.RawBody!.ToString()));
        var again = await client.With(new ApiCallOptions { KeepRawBody = true }).With(new ApiCallOptions { KeepRawBody = false }).Members
            .GetWithResponseAsync(1, Token);
        Assert.Null(again.RawBody);
    }
}
