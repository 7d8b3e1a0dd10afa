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

    private static GeneratedClient Load(string api) => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: MomentsClient\n" + api),
        new SpecDocument("set.apispec.yaml", Section),
    ]).Load();

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
