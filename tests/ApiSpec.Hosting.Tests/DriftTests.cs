using System.Text;
using ApiSpec.Generated;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>Undocumented content of responses is reported with its position.</summary>
public sealed class DriftTests
{
    private const string Counter = "apispec.client.drift";

    [Fact]
    public async Task Members_values_and_statuses_that_the_reference_does_not_describe_are_told_once_with_their_place()
    {
        const string Body = """
            {"id":7,"owner":{"name":"x"},"state":"paused","days":"mon, sun","labels":{"free":"text"},
             "steps":[{"title":"a","took":3},{"title":"b","took":4,"state":"idle"},{"title":"c","a name":1}]}
            """;
        var drifts = new List<ApiDrift>();
        await using var server = await DepotServer.StartAsync(
            context => DepotServer.RespondAsync(context, context.Request.Path == "/v1/jobs/9" ? 418 : 200, Body));
        using var client = new DepotClient(server.Address, new ApiClientOptions { OnDrift = drifts.Add });

        await client.Jobs.GetAsync(7);
        await client.With(new ApiCallOptions { Language = "ja" }).Jobs.GetAsync(8);
        await client.Jobs.GetWithResponseAsync(9);

        const string Get = "Jobs.Get (section 3.1) answered 200 with a ";
        Assert.Equal(
            [
                Get + "member that the reference does not describe: $.owner",
                Get + "value that the reference does not list: 'paused' at $.state",
                Get + "value that the reference does not list: 'sun' at $.days",
                Get + "member that the reference does not describe: $.steps[].took",
                Get + "value that the reference does not list: 'idle' at $.steps[].state",
                Get + "member that the reference does not describe: $.steps[]['a name']",
                "Jobs.Get (section 3.1) answered 418, which the reference does not list",
            ],
            drifts.Where(drift => !(drift.StatusCode == 418 && drift.Kind != ApiDriftKind.Status)).Select(drift => drift.ToString()));
    }

    [Fact]
    public async Task A_report_can_use_another_time_zone_than_the_response()
    {
        var local = ApiJson.FormattedDateTimeOffset("yyyy-MM-dd HH:mm:ss");
        var offsets = new List<TimeSpan>();
        await using var server = await DepotServer.StartAsync(200, """{"id":7,"owner":1}""");
        using var client = new DepotClient(server.Address, new ApiClientOptions
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"),
            OnDrift = _ =>
            {
                using (ApiLocalTime.Begin(TimeZoneInfo.FindSystemTimeZoneById("Etc/GMT-2")))
                    offsets.Add(Read());
                offsets.Add(Read());
            },
        });

        await client.Jobs.GetAsync(7);

        Assert.Equal([TimeSpan.FromHours(2), TimeSpan.FromHours(9)], offsets);

        TimeSpan Read() => local.Parse("\"2026-03-01 08:05:07\""u8).Offset;
    }

    [Fact]
    public async Task The_counter_counts_each_place_once_a_reply()
    {
        await using var server = await DepotServer.StartAsync(200, """{"data":[{"id":1,"owner":1},{"id":2,"owner":2}],"count":2,"more":true}""");
        using var client = new DepotClient(server.Address);
        using var recorder = new MeterRecorder(Counter);

        await client.Jobs.ListAsync();
        await client.Jobs.ListAsync();

        Assert.Equal(["$.data[].owner", "$.more", "$.data[].owner", "$.more"], recorder.All.Select(measured => measured.Tags["apispec.drift.path"]));
        Assert.All(recorder.All, measured => Assert.Equal(1, measured.Value));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["apispec.api"] = "depot",
                ["apispec.operation"] = "Jobs.List",
                ["apispec.section"] = "3.2",
                ["apispec.drift.kind"] = "member",
                ["apispec.drift.path"] = "$.more",
                ["http.response.status_code"] = 200,
            },
            recorder.All[1].Tags);
    }

    [Fact]
    public async Task A_reply_that_contradicts_the_reference_still_tells_what_is_new_in_it()
    {
        var drifts = new List<ApiDrift>();
        await using var server = await DepotServer.StartAsync(200, """{"ID":7}""");
        using var client = new DepotClient(server.Address, new ApiClientOptions { OnDrift = drifts.Add });

        await Assert.ThrowsAsync<ApiContractException>(() => client.Jobs.GetAsync(7));

        Assert.Equal("$.ID", Assert.Single(drifts).Path);
    }

    [Fact]
    public async Task Items_that_are_read_one_by_one_tell_each_place_once_for_the_whole_reply()
    {
        var items = string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""{"id":{{i}},"owner":1,"steps":[{"title":"a","state":"s{{i % 2}}"}]}"""));
        await using var server = await DepotServer.StartAsync(200, $$"""{"data":[{{items}}],"count":500}""");
        using var client = new DepotClient(server.Address);
        using var recorder = new MeterRecorder(Counter);

        var count = 0;
        await foreach (var job in client.Jobs.ListItemsAsync())
            count++;

        Assert.Equal(500, count);
        Assert.Equal(
            ["$.data[].owner", "$.data[].steps[].state s0", "$.data[].steps[].state s1"],
            recorder.All.Select(measured => (measured.Tags["apispec.drift.path"] + " " + measured.Tags.GetValueOrDefault("apispec.drift.value")).TrimEnd()));
    }

    [Fact]
    public async Task Error_bodies_count_too()
    {
        var drifts = new List<ApiDrift>();
        await using var server = await DepotServer.StartAsync(404, """{"message":"none","hint":"x"}""");
        using var client = new DepotClient(server.Address, new ApiClientOptions { OnDrift = drifts.Add });

        await client.Jobs.GetWithResponseAsync(7);

        Assert.Equal((404, "$.hint"), (Assert.Single(drifts).StatusCode, drifts[0].Path));
    }

    [Fact]
    public async Task A_server_that_makes_up_names_fills_neither_the_metrics_nor_the_memory_nor_the_log()
    {
        var reply = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            reply++;
            var members = Enumerable.Range(0, 100).Select(i => $"\"{reply}-{i}{new string('x', 1000)}\\u202e\":1");
            return DepotServer.RespondAsync(context, 201, "{\"id\":7," + string.Join(',', members) + "}");
        });
        var told = new List<ApiDrift>();
        using var client = new DepotClient(server.Address, new ApiClientOptions { OnDrift = told.Add });
        using var recorder = new MeterRecorder(Counter);
        var body = new JobsStartBody { Name = "x" };

        for (var i = 0; i < 40; i++)
            await client.Jobs.StartAsync(body);

        Assert.InRange(told.Count, 1, 1000);
        Assert.All(told, drift => Assert.InRange(drift.Path!.Length, 1, 300));
        Assert.InRange(recorder.All.Select(measured => measured.Tags.GetValueOrDefault("apispec.drift.path")).Distinct().Count(), 1, 65);
    }

    [Fact]
    public async Task Distinct_names_beyond_what_an_operation_has_room_for_are_counted_together()
    {
        var reply = 0;
        await using var server = await DepotServer.StartAsync(context => DepotServer.RespondAsync(context, 201, $$"""{"id":7,"m{{reply++}}":1}"""));
        using var client = new DepotClient(server.Address);
        using var recorder = new MeterRecorder(Counter);

        for (var i = 0; i < 100; i++)
            await client.Jobs.StartAsync(new JobsStartBody { Name = "x" });

        Assert.Equal(100, recorder.All.Length);
        Assert.InRange(recorder.All.Count(measured => measured.Tags.ContainsKey("apispec.drift.path")), 0, 64);
        Assert.Contains(recorder.All, measured => Equals(measured.Tags.GetValueOrDefault("otel.metric.overflow"), true));
    }

    [Fact]
    public async Task What_the_observer_throws_ends_the_call_so_that_a_test_can_be_strict()
    {
        await using var server = await DepotServer.StartAsync(200, """{"id":7,"owner":1}""");
        using var client = new DepotClient(server.Address, new ApiClientOptions { OnDrift = drift => throw new InvalidOperationException(drift.ToString()) });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Jobs.GetAsync(7));

        Assert.Contains("$.owner", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_a_program_reads_itself_causes_no_drift()
    {
        var drifts = new List<ApiDrift>();
        await using var server = await DepotServer.StartAsync(200, """{"id":7}""");
        using var client = new DepotClient(server.Address, new ApiClientOptions { OnDrift = drifts.Add });
        using var recorder = new MeterRecorder(Counter);

        await client.Jobs.GetAsync(7);
        Job.Json.Parse(Encoding.UTF8.GetBytes("""{"id":7,"owner":1}"""));

        Assert.Empty(drifts);
        Assert.Empty(recorder.All);
    }
}
