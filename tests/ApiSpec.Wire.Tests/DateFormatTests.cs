using System.Text.Json.Nodes;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Dates and times in the format of an API mean the same point in time for every reader.</summary>
public sealed class DateFormatTests
{
    private const string Section = """
        operation: Things.Put
        request: PUT /things/{at}
        path:
          at: date-time
        query:
          since: date-time
          days: Moment[] as comma
        headers:
          X-At?: date-time
        body:
          when: date-time
          times: date-time[]
          list: date-time[] as comma
          byName: map<Moment>
          either: date-time | int
        status:
          200 OK:
            description: Done.
            headers:
              X-Seen: date-time
        response:
          when: date-time
          times: date-time[1..]
          list: date-time[] as comma
        """;

    private const string Form = """
        operation: Things.Post
        request: POST /things
        body form:
          at: Moment
        status: [200]
        """;

    // At UTC+9, this is on the previous day in UTC.
    private static readonly DateTimeOffset s_time = new(2026, 3, 1, 8, 5, 7, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2026-02-28T23:05:07Z")]
    [InlineData("yyyy-MM-ddTHH:mm:ss'Z'", "2026-02-28T23:05:07Z")]
    [InlineData("yyyy-MM-dd HH:mm:ss", "2026-02-28 23:05:07")]
    [InlineData("yyyyMMddTHHmmssZ", "20260228T230507Z")]
    [InlineData("dd/MM/yyyy HH:mm:ss", "28/02/2026 23:05:07")]
    [InlineData("yyyy-MM-ddTHH:mm:sszzz", "2026-03-01T08:05:07+09:00")]
    [InlineData("yyyy-MM-ddTHH:mm:ssK", "2026-03-01T08:05:07+09:00")]
    [InlineData("YYYY/MM/DD hh:mm:ss", "2026/02/28 23:05:07")]
    [InlineData("yyyy-mm-ddThh:mm:ss.mmmTZD", "2026-03-01T08:05:07.000+09:00")]
    [InlineData("YYYYMMDDThhmmss+hhmm", "20260301T080507+0900")]
    [InlineData("DD/MM/YYYYThh:mm:ss\u00b1hhmm", "01/03/2026T08:05:07+0900")]
    [InlineData("ddd, DD MMM YYYY hh:mm:ss GMT", "Sat, 28 Feb 2026 23:05:07 GMT")]
    [InlineData("\"at 'z' \"yyyy-MM-dd HH:mm:ss", "at 'z' 2026-02-28 23:05:07")]
    public async Task Form_without_a_zone_is_sent_and_read_in_UTC_in_every_place(string format, string expected)
    {
        var hasComma = expected.Contains(',', StringComparison.Ordinal);
        var section = hasComma ? Section.Replace("date-time[] as comma", "date-time", StringComparison.Ordinal)
            .Replace("Moment[] as comma", "Moment[] as repeat", StringComparison.Ordinal) : Section;
        var client = Project(format, section).Load();
        await using var server = await client.StartServerAsync();
        var json = $$"""{"when":"{{s_time:O}}","times":["{{s_time:O}}"],"list":"{{s_time:O}}","byName":{"a":"{{s_time:O}}"},"either":"{{s_time:O}}"}""";

        var response = await client.CallAsync(
            server.BaseAddress,
            "Things.Put",
            (name, type) => name == "body" ? SampleArgument.Parse(type, json) : SampleArgument.Of(type, s_time.ToString("O")));
        await client.CallAsync(server.BaseAddress, "Things.Post", static (_, type) => SampleArgument.Of(type, s_time.ToString("O")));

        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
        var request = server.Requests[0];
        var body = JsonNode.Parse(request.BodyText)!;
        Assert.Equal(
            Enumerable.Repeat(expected, 9),
            [
                request.PathValues["at"], request.Query["since"], request.Query["days"], request.Headers["X-At"], (string?)body["when"],
                (string?)body["times"]![0], (string?)body["list"],
                (string?)body["byName"]!["a"], (string?)body["either"],
            ]);
        Assert.Equal(expected, server.Requests[1].Parts[0].Text);

        // The same format in a response is read as the same point in time.
        var read = response.GetType().GetProperty("Body")!.GetValue(response)!;
        var sample = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(sample, (DateTimeOffset)read.GetType().GetProperty("When")!.GetValue(read)!);
        Assert.Equal(sample, Assert.Single((IReadOnlyList<DateTimeOffset>)read.GetType().GetProperty("Times")!.GetValue(read)!));
        Assert.Equal(sample, client.Type("ThingsPutHeaders").GetMethod("GetXSeen")!.Invoke(null, [response]));
    }

    [Theory]
    [InlineData("yyyy-MM-dd hh:mm:ss tt")]
    [InlineData("YY-MM-DD hh:mm:ss")]
    [InlineData("yyyy-MM-dd")]
    [InlineData("HH:mm:ss")]
    [InlineData("HH:mm dd MMM")]
    [InlineData("yyyy-MM-ddThh:ss")]
    [InlineData("d")]
    [InlineData("Q")]
    public void Form_that_cannot_hold_a_point_in_time_is_refused(string format)
        => Assert.StartsWith("APISPEC0154 (2)", Assert.Single(Project(format, Section).Messages), StringComparison.Ordinal);

    private static GeneratedProject Project(string format, string section) => GeneratedProject.Of(
        new SpecDocument(
            "api.apispec.yaml", "client: DatesClient\ndate-time: '" + format.Replace("'", "''", StringComparison.Ordinal) + "'\ntypes:\n  Moment: date-time\n"),
        new SpecDocument("put.apispec.yaml", section),
        new SpecDocument("post.apispec.yaml", Form));
}
