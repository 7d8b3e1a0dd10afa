using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Dates and times that an appliance writes without a zone are local times of its zone.</summary>
public sealed class TimeZoneTests
{
    private const string Section = """
        operation: Things.Put
        request: PUT /things/{at}
        path:
          at: date-time
        query:
          since: date-time
          days: date-time[] as comma
        headers:
          X-At?: date-time
        body:
          when: date-time
          times: date-time[]
          list: date-time[] as comma
          byName: map<date-time>
          either: date-time | int
        status:
          200 OK:
            description: Done.
            headers:
              X-Seen: date-time
        response:
          when: date-time
          times: date-time[]
        examples:
          - response header: |
              HTTP/1.1 200 OK
              X-Seen: 2026-03-01 08:05:07
            response body: |
              {"when":"2026-03-01 08:05:07","times":["2026-03-01T08:05:07","2026-03-01T08:05:07Z"]}
        """;

    private const string Form = """
        operation: Things.Post
        request: POST /things
        body form:
          at: date-time
        status: [200]
        """;

    private const string Log = """
        operation: Logs.Send
        request: POST /logs
        body: Entry
        status: [200]
        response: Entry
        schemas:
          Entry: {at: date-time}
        """;

    private static readonly TimeSpan s_nine = TimeSpan.FromHours(9);

    // In UTC, this is on the previous day.
    private static readonly DateTimeOffset s_time = new(2026, 3, 1, 8, 5, 7, s_nine);

    public static TheoryData<string?, string?, int> Zones => new()
    {
        { "Asia/Tokyo", null, 9 },
        { "Etc/GMT-9", null, 9 },
        { "Europe/Berlin", "Asia/Tokyo", 9 },
        { null, "Asia/Tokyo", 9 },
        { "Asia/Tokyo", "America/New_York", -5 },
        { "UTC", null, 0 },
        { "GMT", null, 0 },
        { null, null, 0 },
    };

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Local_times_are_sent_and_read_in_the_zone_in_every_place(string? key, string? option, int hours)
    {
        var client = Project(key, "yyyy-MM-dd HH:mm:ss", Section, Form).Load();
        await using var server = await client.StartServerAsync();
        var options = new ApiClientOptions { TimeZone = option is null ? null : TimeZoneInfo.FindSystemTimeZoneById(option) };
        var json = $$"""{"when":"{{s_time:O}}","times":["{{s_time:O}}"],"list":"{{s_time:O}}","byName":{"a":"{{s_time:O}}"},"either":"{{s_time:O}}"}""";

        var response = await client.CallAsync(
            server.BaseAddress,
            "Things.Put",
            (name, type) => name == "body" ? SampleArgument.Parse(type, json) : SampleArgument.Of(type, s_time.ToString("O")),
            options);
        await client.CallAsync(server.BaseAddress, "Things.Post", static (_, type) => SampleArgument.Of(type, s_time.ToString("O")), options);

        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
        var request = server.Requests[0];
        var body = JsonNode.Parse(request.BodyText)!;
        Assert.Equal(
            Enumerable.Repeat(s_time.ToOffset(TimeSpan.FromHours(hours)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), 10),
            [
                request.PathValues["at"], request.Query["since"], request.Query["days"], request.Headers["X-At"], (string?)body["when"],
                (string?)body["times"]![0], (string?)body["list"], (string?)body["byName"]!["a"], (string?)body["either"],
                server.Requests[1].Parts[0].Text,
            ]);

        var read = response.GetType().GetProperty("Body")!.GetValue(response)!;
        var local = new DateTimeOffset(2026, 3, 1, 8, 5, 7, TimeSpan.FromHours(hours));
        Same(local, read.GetType().GetProperty("When")!.GetValue(read));
        Same(local, client.Type("ThingsPutHeaders").GetMethod("GetXSeen")!.Invoke(null, [response]));
        var times = (IReadOnlyList<DateTimeOffset>)read.GetType().GetProperty("Times")!.GetValue(read)!;
        Same(local, times[0]);
        Same(new DateTimeOffset(2026, 3, 1, 8, 5, 7, TimeSpan.Zero), times[1]);
    }

    [Theory]
    [InlineData("2026-01-31 23:59:59", "2026-01-31T23:59:59+01:00")]
    [InlineData("2026-07-31 23:59:59", "2026-07-31T23:59:59+02:00")]
    [InlineData("2026-03-29 01:59:59", "2026-03-29T01:59:59+01:00")]
    [InlineData("2026-03-29 02:30:00", "2026-03-29T02:30:00+01:00")]
    [InlineData("2026-03-29 03:00:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25 01:59:59", "2026-10-25T01:59:59+02:00")]
    [InlineData("2026-10-25 02:30:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("2026-10-25 03:00:00", "2026-10-25T03:00:00+01:00")]
    [InlineData("0001-01-01 12:00:00", "0001-01-01T12:00:00+00:53")]
    [InlineData("9999-12-31 23:59:59", "9999-12-31T23:59:59+01:00")]
    public void What_was_read_is_written_with_the_same_text(string text, string expected)
    {
        var entry = ProjectOfLog("Europe/Berlin").Load().Type("Entry");
        var value = SampleArgument.Parse(entry, $$"""{"at":"{{text}}"}""");
        var at = (DateTimeOffset)entry.GetProperty("At")!.GetValue(value)!;

        if (at.Year > 1)
            Same(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), at);
        Assert.Equal($$"""{"at":"{{text}}"}""", JsonSerializer.Serialize(value, entry));
    }

    [Theory]
    [InlineData("2026-10-25T02:30:00+02:00", "2026-10-25 02:30:00")]
    [InlineData("2026-10-25T02:30:00+01:00", "2026-10-25 02:30:00")]
    [InlineData("2026-03-29T01:30:00Z", "2026-03-29 03:30:00")]
    [InlineData("2026-07-01T00:00:00-05:00", "2026-07-01 07:00:00")]
    public void Point_in_time_of_the_program_is_written_as_the_clock_of_the_zone_shows_it(string value, string expected)
    {
        var entry = ProjectOfLog("Europe/Berlin").Load().Type("Entry");

        Assert.Equal(
            $$"""{"at":"{{expected}}"}""",
            JsonSerializer.Serialize(SampleArgument.Parse(entry, $$"""{"at":"{{value}}"}"""), entry));
    }

    [Theory]
    [InlineData("0001-01-01 00:00:00", "Asia/Tokyo")]
    [InlineData("9999-12-31 23:59:59", "America/New_York")]
    public void Local_time_outside_of_the_calendar_has_the_offset_zero_and_keeps_its_text(string text, string zone)
    {
        var entry = ProjectOfLog(zone).Load().Type("Entry");
        var value = SampleArgument.Parse(entry, $$"""{"at":"{{text}}"}""");

        Same(DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture), entry.GetProperty("At")!.GetValue(value));
        Assert.Equal($$"""{"at":"{{text}}"}""", JsonSerializer.Serialize(value, entry));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "0001-01-01 00:00:00", "9999-12-31 23:59:59")]
    [InlineData("America/New_York", "0001-01-01 00:00:00", "9999-12-31 23:59:59")]
    public void Smallest_and_largest_value_of_the_program_stay_at_the_ends_of_the_calendar(string zone, string smallest, string largest)
    {
        var entry = ProjectOfLog(zone).Load().Type("Entry");
        string Write(DateTimeOffset value)
            => JsonSerializer.Serialize(SampleArgument.Parse(entry, $$"""{"at":"{{value.ToString("O", CultureInfo.InvariantCulture)}}"}"""), entry);

        Assert.Equal(
            ($$"""{"at":"{{smallest}}"}""", $$"""{"at":"{{largest}}"}"""), (Write(DateTimeOffset.MinValue), Write(DateTimeOffset.MaxValue)));
    }

    [Theory]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2026-02-28T23:05:07Z")]
    [InlineData("ddd, DD MMM YYYY hh:mm:ss GMT", "Sat, 28 Feb 2026 23:05:07 GMT")]
    [InlineData("yyyy-MM-ddTHH:mm:sszzz", "2026-03-01T08:05:07+09:00")]
    public void Form_with_a_zone_keeps_it(string form, string expected)
    {
        var entry = ProjectOfLog("America/New_York", form).Load().Type("Entry");
        var value = SampleArgument.Parse(entry, $$"""{"at":"{{s_time:O}}"}""");

        Assert.Equal($$"""{"at":"{{expected}}"}""", JsonSerializer.Serialize(value, entry).Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(s_time, ((DateTimeOffset)entry.GetProperty("At")!.GetValue(SampleArgument.Parse(entry, $$"""{"at":"{{expected}}"}"""))!));
    }

    [Theory]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("America/Argentina")]
    public async Task Zone_that_the_machine_does_not_know_is_refused_with_the_option_that_replaces_it(string zone)
    {
        var client = ProjectOfLog(zone).Load();
        await using var server = await client.StartServerAsync();
        object? Arguments(string name, Type type) => SampleArgument.Parse(type, """{"at":"2026-03-01T08:05:07+09:00"}""");

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => client.CallAsync(server.BaseAddress, "Logs.Send", Arguments));
        Assert.IsType<ArgumentException>(thrown.InnerException ?? thrown);
        var message = (thrown.InnerException ?? thrown).Message;
        Assert.StartsWith(
            $"This machine does not know the time zone '{zone}', which the specs name under 'timezone'.", message, StringComparison.Ordinal);
        Assert.Contains("ApiClientOptions.TimeZone", message, StringComparison.Ordinal);

        var options = new ApiClientOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo") };
        await client.CallAsync(server.BaseAddress, "Logs.Send", Arguments, options);
        Assert.Equal("""{"at":"2026-03-01 08:05:07"}""", Assert.Single(server.Requests).BodyText);
    }

    [Fact]
    public async Task Each_page_is_requested_in_the_zone_of_the_client()
    {
        var client = ProjectOfMethods().Load();
        using var server = new Recorder("""{"data":["2026/03/01 08:05:07"]}""", """{"data":["2026/03/01 08:05:08"]}""", """{"data":[]}""");

        var pages = (IAsyncEnumerable<object>)Invoke(client, "Jobs", "ListPagesAsync", server);

        await foreach (var page in pages)
        {
            var data = (IReadOnlyList<DateTimeOffset>)page.GetType().GetProperty("Data")!.GetValue(page)!;
            Assert.All(data, static at => Assert.Equal(TimeSpan.FromHours(-5), at.Offset));
        }

        Assert.True(server.Requests.Count > 1, string.Join('|', server.Requests));
        Assert.All(server.Requests, static request =>
        {
            Assert.Contains("since=2026/02/28 18:05:07", request, StringComparison.Ordinal);
            Assert.Contains("timeZone=2026/02/28 18:05:07", request, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Each_request_of_a_wait_is_in_the_zone_of_the_client()
    {
        var client = ProjectOfMethods().Load();
        using var server = new Recorder("""{"id":1}""", """{"id":1,"ended":"2026/03/01 08:05:07"}""");

        var job = await ResultOf((Task)Invoke(client, "Jobs", "GetUntilDoneAsync", server));

        Same(new DateTimeOffset(2026, 3, 1, 8, 5, 7, TimeSpan.FromHours(-5)), job.GetType().GetProperty("Ended")!.GetValue(job));
        Assert.Equal(["GET /jobs/1?since=2026/02/28 18:05:07 ", "GET /jobs/1?since=2026/02/28 18:05:07 "], server.Requests);
    }

    [Fact]
    public async Task Both_requests_of_an_action_are_in_the_zone_of_the_client()
    {
        var client = ProjectOfMethods().Load();
        using var server = new Recorder("""{"at":"2026-03-01T13:05:07Z","href":"http://localhost/parts/1/stop"}""", "{}");

        await (Task)Invoke(client, "Parts", "StopAsync", server);

        Assert.Equal(
            [
                "GET /parts/1/stop?since=2026/02/28 18:05:07 ",
                """POST /parts/1/stop {"at":"2026/03/01 08:05:07","href":"http://localhost/parts/1/stop"}""",
            ],
            server.Requests);
    }

    [Fact]
    public async Task Body_of_a_failure_is_read_later_in_the_zone_of_the_client()
    {
        var client = Project("Asia/Tokyo", "yyyy-MM-dd HH:mm:ss", Log.Replace("status: [200]", "status: [200, 409]", StringComparison.Ordinal)).Load();
        using var server = new Recorder("""{"at":"2026-03-01 08:05:07"}""") { Status = HttpStatusCode.Conflict };

        var response = await client.CallAsync(
            new Uri("http://localhost"), "Logs.Send", static (_, type) => SampleArgument.Parse(type, """{"at":"2026-03-01T08:05:07Z"}"""), InNewYork(server));

        var entry = SampleArgument.Read(response.RawBody!, client.Type("Entry"));
        Same(new DateTimeOffset(2026, 3, 1, 8, 5, 7, TimeSpan.FromHours(-5)), entry.GetType().GetProperty("At")!.GetValue(entry));
    }

    private static GeneratedProject ProjectOfMethods() => Project(
        "Asia/Tokyo",
        "YYYY/MM/DD hh:mm:ss",
        "operation: Jobs.List\nrequest: GET /jobs\nquery: {since?: date-time, timeZone: date-time, page?: int default 1}\n"
            + "paging: {page: page, items: data}\nstatus: [200]\nresponse: {data: 'date-time[]'}\n",
        "operation: Jobs.Get\nrequest: GET /jobs/{id}\npath: {id: long}\nquery: {since?: date-time}\nstatus: [200]\nresponse: Job\n"
            + "done when: ended is given\nschemas:\n  Job: {id: long, ended?: date-time}\n  Command: {at: date-time, href: url}\n",
        "operation: Parts.GetStop\nrequest: GET /parts/{id}/stop\npath: {id: long}\nquery: {since?: date-time}\nstatus: [200]\nresponse: Command\n"
            + "with: {href: link Parts.InvokeStop}\n",
        "operation: Parts.InvokeStop\nrequest: POST /parts/{id}/stop\npath: {id: long}\nbody: Command\nstatus: [200]\n");

    private static ApiClientOptions InNewYork(HttpMessageHandler server)
        => new() { Handler = server, TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

    private static object Invoke(GeneratedClient client, string group, string method, HttpMessageHandler server)
        => client.Invoke(
            new Uri("http://localhost"),
            group,
            method,
            static (_, type) => (Nullable.GetUnderlyingType(type) ?? type) switch
            {
                var value when value == typeof(DateTimeOffset) => s_time,
                var value when value == typeof(long) => 1L,
                var value when value == typeof(ApiPollingOptions) => new ApiPollingOptions { Interval = TimeSpan.FromMilliseconds(1) },
                _ => null,
            },
            InNewYork(server));

    private static async Task<object> ResultOf(Task task)
    {
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    /// <summary>Responds with one body after the other, and records the requests.</summary>
    private sealed class Recorder(params string[] bodies) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var response = bodies[Math.Min(Requests.Count, bodies.Length - 1)];
            Requests.Add(request.Method + " " + Uri.UnescapeDataString(request.RequestUri!.PathAndQuery) + " " + body);
            return new HttpResponseMessage(Status) { Content = new StringContent(response, Encoding.UTF8, "application/json") };
        }
    }

    private static void Same(DateTimeOffset expected, object? actual)
        => Assert.True(expected.EqualsExact((DateTimeOffset)actual!), $"{expected:O} was expected, {actual:O} was read");

    private static GeneratedProject ProjectOfLog(string zone, string form = "yyyy-MM-dd HH:mm:ss") => Project(zone, form, Log);

    private static GeneratedProject Project(string? zone, string form, params IEnumerable<string> sections) => GeneratedProject.Of(
        [
            new SpecDocument("api.apispec.yaml", $"client: ThingsClient\nnamespace: N\n{(zone is null ? "" : $"timezone: {zone}\n")}date-time: {form}\n"),
            .. sections.Select(static (text, index) => new SpecDocument($"section{index}.apispec.yaml", text)),
        ]);
}
