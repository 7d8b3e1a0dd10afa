using Example.Kitchen;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>The responses that a test sets for a fake reach the generated client, with and without a network.</summary>
public sealed class FakeResponseTests
{
    public static TheoryData<bool> OverHttp => [true, false];

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Is_documented_unless_a_test_says_otherwise(bool overHttp)
    {
        await using var fake = await MakeAsync(overHttp);
        using var client = fake.CreateClient();

        var printed = await client.Tasks.GetRerunStartAsync(2026);
        var missing = await client.Tasks.GetRerunStartWithResponseAsync(555);

        Assert.Equal("http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke", printed.Href);
        Assert.Equal(TasksGetRerunStartStatus.NotFound, missing.Status);
        Assert.Equal(["2026", "555"], fake.Tasks.GetRerunStart.Requests.Select(static request => request.PathValues["id"]));
        Assert.Empty(fake.Tasks.InvokeRerunStart.Requests);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Is_a_status_with_the_words_of_the_reference(bool overHttp)
    {
        await using var fake = await MakeAsync(overHttp);
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(TasksGetRerunStartStatus.PreconditionFailed);

        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.Tasks.GetRerunStartAsync(2026));

        Assert.True(exception.Is(TasksGetRerunStartStatus.PreconditionFailed));
        Assert.Equal("The server is not available.", exception.Error!.Message);
        Assert.Equal("Precondition failed", exception.Response.ReasonPhrase);
    }

    [Fact]
    public async Task Is_one_after_the_other_and_the_last_one_stays()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart
            .RespondWith(TasksGetRerunStartStatus.Unauthorized)
            .Then(new ActionObject { Name = "second", Href = "/2", Method = "POST" })
            .Then(FakeResponse.Documented)
            .Then(request => fake.Tasks.GetRerunStart.Error(
                (TasksGetRerunStartStatus)418, new ErrorInfo { Message = request.Method, MessageID = "m", ErrorSource = "", Application = "" }));

        var answers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var response = await client.Tasks.GetRerunStartWithResponseAsync(2026);
            answers.Add($"{response.StatusCode} {response.Body?.Name ?? response.Error?.Message} {response.IsDocumented}");
        }

        Assert.Equal(
            ["401 The user does not have login permission. True", "200 second True", "200 rerunStart True", "418 GET False", "418 GET False"], answers);
    }

    [Fact]
    public async Task Replaces_what_was_said_before_and_is_forgotten_on_reset()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(TasksGetRerunStartStatus.NotFound).Then(TasksGetRerunStartStatus.Ok);
        fake.Tasks.GetRerunStart.FailWith(
            TasksGetRerunStartStatus.InternalServerError, new ErrorInfo { Message = "disk full", MessageID = "K", ErrorSource = "", Application = "" });
        Assert.Equal("disk full", (await client.Tasks.GetRerunStartWithResponseAsync(1)).Error!.Message);

        fake.Tasks.GetRerunStart.Reset();
        Assert.Equal(200, (await client.Tasks.GetRerunStartWithResponseAsync(2026)).StatusCode);

        fake.Tasks.GetRerunStart.RespondWith(TasksGetRerunStartStatus.NotFound);
        fake.Reset();
        Assert.Equal((0, 200), (fake.Requests.Count, (await client.Tasks.GetRerunStartWithResponseAsync(2026)).StatusCode));
    }

    [Fact]
    public async Task Has_the_body_of_a_typed_value_or_bytes()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        var result = new OperationResult { InstanceId = "7", State = OperationResultState.Running };
        fake.Tasks.InvokeStop.RespondWith(result);
        fake.TaskLogs.List.RespondWith("line 1\nline 2"u8.ToArray());
        fake.ServiceTemplates.InvokeExport.RespondWith([1, 2, 3]);

        Assert.Equal(result, await client.Tasks.InvokeStopAsync(1, new ActionObject { Name = "stop", Href = "/", Method = "POST" }));
        Assert.Equal("line 1\nline 2", (await client.TaskLogs.ListAsync(new() { TaskID = 1 })).ToString());
        await using var download = await client.ServiceTemplates.InvokeExportWithResponseAsync(1);
        using var content = new MemoryStream();
        await download.Download!.CopyToAsync(content);
        Assert.Equal([1, 2, 3], content.ToArray());
    }

    [Fact]
    public async Task Has_a_text_where_the_reference_answers_with_one()
    {
        using var fake = new KitchenFake();
        using var client = fake.CreateClient();
        fake.Pages.Show.RespondWith("<p>soup</p>");

        var response = await client.Pages.ShowWithResponseAsync(new DateOnly(2026, 1, 31), "menu", "tenant");

        Assert.Equal(("<p>soup</p>", "text/html"), (response.Body, response.Headers["Content-Type"]));
        Assert.Null(Assert.Single(fake.Requests).Violation);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task A_response_can_be_dropped(bool overHttp)
    {
        await using var fake = await MakeAsync(overHttp);
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(FakeResponse.ConnectionDropped).Then(TasksGetRerunStartStatus.Ok);

        await Assert.ThrowsAsync<ApiConnectionException>(() => client.Tasks.GetRerunStartAsync(2026));

        Assert.Equal(0, fake.Requests[0].StatusCode);
        Assert.Equal("rerunStart", (await client.Tasks.GetRerunStartAsync(2026)).Name);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task A_response_can_end_within_its_body(bool overHttp)
    {
        await using var fake = await MakeAsync(overHttp);
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(TasksGetRerunStartStatus.Ok).TruncatedAfter(10).Then(TasksGetRerunStartStatus.Ok).TruncatedAfter(1_000_000);

        await Assert.ThrowsAsync<ApiConnectionException>(() => client.Tasks.GetRerunStartAsync(2026));

        Assert.Equal("rerunStart", (await client.Tasks.GetRerunStartAsync(2026)).Name);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task A_response_can_be_delayed_by_the_clock_of_the_options(bool overHttp)
    {
        var clock = new FakeTimeProvider();
        await using var fake = await MakeAsync(overHttp, new FakeOptions { TimeProvider = clock });
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(TasksGetRerunStartStatus.Ok).After(TimeSpan.FromHours(1));

        var call = client.Tasks.GetRerunStartAsync(2026);
        // Advances the clock until the fake has started to wait for it, and an hour has passed.
        while (!call.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(30));
            await Task.WhenAny(call, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        Assert.Equal("rerunStart", (await call).Name);
        Assert.True(clock.GetUtcNow() - clock.Start >= TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Makes_an_impatient_client_give_up()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient(new ApiClientOptions { Timeout = TimeSpan.FromMilliseconds(1) });
        fake.Tasks.GetRerunStart.RespondWith(FakeResponse.Documented.After(TimeSpan.FromDays(1)));

        await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Tasks.GetRerunStartAsync(2026));
    }

    [Theory]
    [InlineData("text/html", "<html>Please log in</html>")]
    [InlineData("application/json", "{")]
    public async Task A_response_can_contradict_the_reference(string contentType, string body)
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(FakeResponse.Text(200, body)).WithContentType(contentType);

        var exception = await Assert.ThrowsAnyAsync<ApiCallException>(() => client.Tasks.GetRerunStartAsync(2026));

        Assert.IsNotType<ApiConnectionException>(exception);
    }

    [Fact]
    public async Task A_response_can_have_other_headers()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(TasksGetRerunStartStatus.Ok).WithHeader("Server", "fake").WithHeader("Retry-After", "5");

        var response = await client.Tasks.GetRerunStartWithResponseAsync(2026);

        Assert.Equal(("fake", "5"), (response.Headers["Server"], response.Headers["Retry-After"]));
    }

    [Fact]
    public async Task Is_the_failure_of_the_test_where_its_function_fails()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(static _ => throw new InvalidDataException("no such task in the test"));

        var response = await client.Tasks.GetRerunStartWithResponseAsync(2026);

        Assert.Equal(500, response.StatusCode);
        Assert.Contains("InvalidDataException: no such task in the test", Assert.Single(fake.Requests).Violation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_must_be_valid_HTTP()
    {
        using var fake = new AutomaticOperationFake();
        var operation = fake.Tasks.GetRerunStart;

        Assert.Throws<ArgumentOutOfRangeException>(() => operation.RespondWith((TasksGetRerunStartStatus)600));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeResponse.Status(600));
        Assert.Throws<ArgumentOutOfRangeException>(() => operation.After(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => operation.TruncatedAfter(-1));
        Assert.Throws<ArgumentException>(() => operation.WithHeader("", ""));
        Assert.Throws<ArgumentNullException>(() => operation.RespondWith((ActionObject)null!));
        Assert.Throws<ArgumentException>(() => operation.RespondWith(new ActionObject()));
    }

    [Fact]
    public async Task Follows_from_the_seed_and_nothing_else()
    {
        async Task<string> RespondAsync(int seed, long id)
        {
            using var fake = new AutomaticOperationFake(new FakeOptions { Seed = seed });
            using var client = fake.CreateClient();
            return AutomationTask.Json.ToJson(await client.Tasks.GetAsync(id)) + PageOfService.Json.ToJson(await client.Services.ListAsync());
        }

        var one = await RespondAsync(1, 7);
        Assert.Equal(one, await RespondAsync(1, 7));
        Assert.Equal(4, new HashSet<string> { one, await RespondAsync(2, 7), await RespondAsync(0, 7), await RespondAsync(1, 8) }.Count);
        Assert.Contains("\"instanceID\":1,", await RespondAsync(0, 7), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_clients_own_handlers_on_the_way()
    {
        using var fake = new AutomaticOperationFake();
        using var counting = new CountingHandler(fake.CreateHandler());
        using var client = fake.CreateClient(new ApiClientOptions { Handler = counting });

        Assert.Equal("rerunStart", (await client.Tasks.GetRerunStartAsync(2026)).Name);
        Assert.Equal((1, 1), (counting.Count, fake.Requests.Count));
    }

    private static async Task<AutomaticOperationFake> MakeAsync(bool overHttp, FakeOptions? options = null)
        => overHttp ? await AutomaticOperationFake.StartAsync(options) : new AutomaticOperationFake(options);

    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
