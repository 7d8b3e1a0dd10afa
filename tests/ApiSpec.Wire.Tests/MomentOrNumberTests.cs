using System.Globalization;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Dates and times that a server writes as text or as a number since 1970.</summary>
public sealed class MomentOrNumberTests
{
    private const string Section = """
        operation: Moments.Set
        request: PUT /moment
        query:
          since?: date-time or epoch
        body: Moment
        status: [200]
        response: Moment
        schemas:
          Moment:
            at: date-time or epoch-ms
            printed: date-time as "YYYY/MM/DD hh:mm" or epoch or null
            either?: (date-time or epoch) | boolean
        """;

    private static readonly Lazy<GeneratedClient> Plain = new(static () => Load(""));

    private static readonly Lazy<GeneratedClient> Zoned = new(static () => Load("timezone: Asia/Tokyo\n"));

    [Theory]
    [InlineData(false, "1700000000500", "1700000000", "2023-11-14T22:13:20.5+00:00", "2023-11-14T22:13:20+00:00")]
    [InlineData(false, "\"1700000000500\"", "\"1700000000\"", "2023-11-14T22:13:20.5+00:00", "2023-11-14T22:13:20+00:00")]
    [InlineData(false, "\"2023-11-14T22:13:20.5+01:00\"", "\"2023/11/14 22:13\"", "2023-11-14T22:13:20.5+01:00", "2023-11-14T22:13:00+00:00")]
    [InlineData(false, "0", "null", "1970-01-01T00:00:00+00:00", null)]
    [InlineData(true, "1700000000500", "\"2023/11/14 22:13\"", "2023-11-14T22:13:20.5+00:00", "2023-11-14T22:13:00+09:00")]
    public void Both_forms_are_read(bool isZoned, string at, string printed, string expected, string? expectedPrinted)
    {
        var value = SampleArgument.Parse((isZoned ? Zoned : Plain).Value.Type("Moment"), "{\"at\":" + at + ",\"printed\":" + printed + "}");

        Assert.Equal(Moment(expected), value.GetType().GetProperty("At")!.GetValue(value));
        Assert.Equal(expectedPrinted is null ? null : (object)Moment(expectedPrinted), value.GetType().GetProperty("Printed")!.GetValue(value));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"yesterday\"")]
    [InlineData("1e30")]
    public void Anything_else_is_a_violation(string at)
        => Assert.Throws<ApiJsonException>(() => SampleArgument.Parse(Plain.Value.Type("Moment"), "{\"at\":" + at + ",\"printed\":null}"));

    [Fact]
    public void Number_is_a_value_of_the_schema_and_of_a_union()
    {
        var moment = Plain.Value.Type("Moment");
        Assert.Contains("\"anyOf\":[{\"type\":\"string\"},{\"type\":\"number\"}]", SampleArgument.SchemaOf(moment), StringComparison.Ordinal);

        var either = moment.GetProperty("Either")!.GetValue(SampleArgument.Parse(moment, """{"at":0,"printed":null,"either":1700000000}"""))!;
        Assert.Equal(Moment("2023-11-14T22:13:20+00:00"), either.GetType().GetProperty("DateTime")!.GetValue(either));
    }

    [Fact]
    public async Task Text_is_sent()
    {
        await using var server = await Plain.Value.StartServerAsync();

        await Plain.Value.CallAsync(server.BaseAddress, "Moments.Set", static (name, type) => name switch
        {
            "body" => SampleArgument.Parse(type, """{"at":1700000000500,"printed":1700000000}"""),
            "Since" => DateTimeOffset.UnixEpoch,
            _ => null,
        });

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("""{"at":"2023-11-14T22:13:20.5+00:00","printed":"2023/11/14 22:13"}""", request.BodyText);
        Assert.Equal("1970-01-01T00:00:00+00:00", request.Query["since"]);
    }

    [Theory]
    [InlineData("", "date-time or epoch", "1700000000", "2023-11-14T22:13:20Z", true)]
    [InlineData("", "date-time or epoch", "1700000000", "2023-11-14T23:13:20+01:00", true)]
    [InlineData("", "date-time or epoch", "1700000000", "2023-11-14T22:13:21Z", false)]
    [InlineData("", "date-time or epoch-ms", "1700000000500", "2023-11-14T22:13:20.5Z", true)]
    [InlineData("", "date-time or epoch-ms", "1700000000500", "2023-11-14T22:13:20Z", false)]
    [InlineData("", "date-time or epoch or null", "-1.5", "1969-12-31T23:59:58.5Z", true)]
    [InlineData("", "date-time or epoch or null", "-1.5", "1969-12-31T23:59:59Z", false)]
    [InlineData("", "date-time or epoch", "2026-01-31T23:59:59Z", "2026-02-01T08:59:59+09:00", true)]
    [InlineData("", "date-time or epoch", "2026-01-31T23:59:59Z", "2026-01-31T23:59:58Z", false)]
    [InlineData("timezone: Asia/Tokyo\n", "date-time or epoch", "1700000000", "2023-11-14T22:13:21Z", false)]
    [InlineData("timezone: Asia/Tokyo\n", "date-time or epoch", "2026-01-31T23:59:59+09:00", "2026-01-31T23:59:59Z", false)]
    public async Task Constant_in_both_forms_is_the_only_value(string api, string type, string constant, string value, bool isSent)
    {
        var client = LoadConstant(api, type, constant);
        await using var server = await client.StartServerAsync();

        var sending = SetAsync(client, server.BaseAddress, value);

        if (isSent)
            await sending;
        else
            await Assert.ThrowsAsync<ArgumentException>(() => sending);
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
        Assert.Equal(isSent ? 1 : 0, server.Requests.Count);
    }

    [Theory]
    [InlineData("timezone: Asia/Tokyo\n", "2026-01-31T23:59:59")]
    [InlineData("", "20260131")]
    [InlineData("timezone: Asia/Tokyo\n", "20260131")]
    public async Task Local_time_is_not_compared_because_the_program_chooses_its_zone(string api, string constant)
    {
        var client = LoadConstant(api, "date-time or epoch", constant);
        await using var server = await client.StartServerAsync();

        await Record.ExceptionAsync(() => SetAsync(client, server.BaseAddress, "2001-01-01T00:00:00Z"));

        Assert.Single(server.Requests);
    }

    private static GeneratedClient LoadConstant(string api, string type, string constant) => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: MomentsClient\n" + api),
        new SpecDocument(
            "set.apispec.yaml", "operation: Moments.Set\nrequest: PUT /moment\nbody:\n  at: " + type + " always " + constant + "\nstatus: [200]\n"),
    ]).Load();

    private static Task<ApiResponse> SetAsync(GeneratedClient client, Uri server, string value) => client.CallAsync(server, "Moments.Set", (name, type) =>
    {
        if (name != "body")
            return null;
        var body = Activator.CreateInstance(type)!;
        type.GetProperty("At")!.SetValue(body, Moment(value));
        return body;
    });

    private static GeneratedClient Load(string api) => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: MomentsClient\n" + api),
        new SpecDocument("set.apispec.yaml", Section),
    ]).Load();

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
