using System.Diagnostics;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>Activities of calls, by the semantic conventions for HTTP clients.</summary>
public sealed class TraceTests
{
    private const string Job = """{"id":7}""";

    [Fact]
    public async Task A_call_is_one_activity_named_by_method_and_template()
    {
        await using var server = await DepotServer.StartAsync(200, Job);
        using var client = new DepotClient(server.Address);
        using var recorder = new ActivityRecorder();

        await client.Jobs.GetAsync(7, new JobsGetQuery { Secret = "hunter2" });

        var activity = recorder.Single;
        Assert.Equal("GET /v1/jobs/{id}", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["url.template"] = "/v1/jobs/{id}",
                ["url.scheme"] = "http",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = server.Address.Port,
                ["apispec.api"] = "depot",
                ["apispec.operation"] = "Jobs.Get",
                ["apispec.section"] = "3.1",
                ["http.response.status_code"] = 200,
            },
            activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value));
    }

    [Fact]
    public async Task Samplers_see_operation_and_server_before_the_activity_begins()
    {
        await using var server = await DepotServer.StartAsync(200, Job);
        using var client = new DepotClient(server.Address);
        using var recorder = new ActivityRecorder(ActivitySamplingResult.None);

        await client.Jobs.GetAsync(7);

        Assert.Empty(recorder.All);
        Assert.Equal("Jobs.Get", recorder.OfferedTags["apispec.operation"]);
        Assert.Equal("GET", recorder.OfferedTags["http.request.method"]);
        Assert.Equal(server.Address.Port, recorder.OfferedTags["server.port"]);
    }

    [Fact]
    public async Task The_request_on_the_wire_belongs_to_the_activity_and_the_activity_to_that_of_the_caller()
    {
        string? parent = null;
        await using var server = await DepotServer.StartAsync(context =>
        {
            parent = context.Request.Headers.TraceParent;
            return DepotServer.RespondAsync(context, 200, Job);
        });
        using var client = new DepotClient(server.Address);
        using var recorder = new ActivityRecorder();
        using var outer = new Activity("outer").Start();

        await client.Jobs.GetAsync(7);

        Assert.Same(outer, Activity.Current);
        Assert.Equal(outer.SpanId, recorder.Single.ParentSpanId);
        Assert.Contains(outer.TraceId.ToHexString(), parent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "404", true)]
    [InlineData(503, "503", true)]
    [InlineData(201, null, false)]
    public async Task A_status_that_is_a_failure_is_the_error_type(int status, string? errorType, bool isError)
    {
        await using var server = await DepotServer.StartAsync(status, Job);
        using var client = new DepotClient(server.Address);
        using var recorder = new ActivityRecorder();

        await client.Jobs.GetWithResponseAsync(7);

        Assert.Equal(status, recorder.Single.GetTagItem("http.response.status_code"));
        Assert.Equal(errorType, recorder.Single.GetTagItem("error.type"));
        Assert.Equal(isError ? ActivityStatusCode.Error : ActivityStatusCode.Unset, recorder.Single.Status);
    }

    [Fact]
    public async Task A_reply_that_contradicts_the_reference_has_its_status_and_the_exception_as_error_type()
    {
        await using var server = await DepotServer.StartAsync(200, """{"id":"no number, and hunter2"}""");
        using var client = new DepotClient(server.Address);
        using var recorder = new ActivityRecorder();

        await Assert.ThrowsAsync<ApiContractException>(() => client.Jobs.GetAsync(7));

        Assert.Equal(200, recorder.Single.GetTagItem("http.response.status_code"));
        Assert.Equal("ApiSpec.ApiContractException", recorder.Single.GetTagItem("error.type"));
        Assert.Null(recorder.Single.StatusDescription);
    }

    [Fact]
    public async Task Without_a_reply_the_error_type_tells_a_broken_connection_a_timeout_and_a_cancellation_apart()
    {
        var clock = new FakeTimeProvider();
        await using var server = await DepotServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/v1/jobs/1")
            {
                context.Abort();
                return;
            }

            if (context.Request.Path == "/v1/jobs/2")
                clock.Advance(TimeSpan.FromSeconds(100));
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var client = new DepotClient(server.Address, new ApiClientOptions { TimeProvider = clock });
        using var recorder = new ActivityRecorder();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        await Assert.ThrowsAsync<ApiConnectionException>(() => client.Jobs.GetAsync(1));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Jobs.GetAsync(2));
        await Assert.ThrowsAsync<OperationCanceledException>(() => client.Jobs.GetAsync(3, cancellationToken: cancelled.Token));

        Assert.Equal(
            ["ApiSpec.ApiConnectionException", "ApiSpec.ApiTimeoutException", "System.OperationCanceledException"],
            recorder.All.Select(activity => activity.GetTagItem("error.type")));
        Assert.All(recorder.All, activity => Assert.Null(activity.GetTagItem("http.response.status_code")));
    }

    [Fact]
    public async Task A_call_that_logs_in_anew_is_one_activity_and_says_that_it_was_sent_again()
    {
        var issued = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            var isLogin = context.Request.Headers.Authorization.ToString().StartsWith("Basic", StringComparison.Ordinal);
            if (isLogin)
                context.Response.Headers.WWWAuthenticate = "HSSO token-" + ++issued;
            var isOld = context.Request.Headers.Authorization == "HSSO token-1";
            return DepotServer.RespondAsync(context, isOld ? 401 : 200, Job);
        });
        using var client = new DepotClient(server.Address, new ApiClientOptions
        {
            Credential = new SessionCredential(new BasicCredential("system", "hunter2"), new ApiSessionScheme("HSSO", "WWW-Authenticate", null)),
        });
        using var recorder = new ActivityRecorder();

        await client.Jobs.GetAsync(7);
        await client.Jobs.GetAsync(7);

        Assert.Equal([null, 1], recorder.All.Select(activity => activity.GetTagItem("http.request.resend_count")));
        Assert.DoesNotContain(
            recorder.All, activity => activity.TagObjects.Any(tag => tag.Value?.ToString()?.Contains("hunter2", StringComparison.Ordinal) == true));
    }
    [Fact]
    public async Task Items_that_are_read_one_by_one_are_one_activity_that_ends_with_the_headers()
    {
        await using var server = await DepotServer.StartAsync(200, """{"data":[{"id":1},{"id":2}],"count":2}""");
        using var client = new DepotClient(server.Address);
        using var recorder = new ActivityRecorder();

        await foreach (var job in client.Jobs.ListItemsAsync())
            Assert.Equal("GET /v1/jobs", recorder.Single.DisplayName);

        Assert.Equal(200, recorder.Single.GetTagItem("http.response.status_code"));
    }
}
