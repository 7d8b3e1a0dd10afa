using System.Globalization;
using ApiSpec.Generated;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Text of values, and checks of arguments, are the same in every culture.</summary>
public sealed class TextValueTests
{
    public static TheoryData<string> Cultures => ["", "sv-SE", "tr-TR", "fa-IR", "ar-SA", "de-DE"];

    [Fact]
    public void A_secret_that_is_out_of_range_is_not_in_the_message()
    {
        ArgumentOutOfRangeException[] thrown =
        [
            Assert.Throws<ArgumentOutOfRangeException>(static () => ApiArgument.Range(48151, 1000, 9999, "pin", isSecret: true)),
            Assert.Throws<ArgumentOutOfRangeException>(static () => ApiArgument.Range(48151.5, 1000, 9999, "pin", isSecret: true)),
            Assert.Throws<ArgumentOutOfRangeException>(static () => ApiArgument.Range(48151m, 1000, 9999, "pin", isSecret: true)),
        ];
        Assert.All(thrown, static exception =>
        {
            Assert.Null(exception.ActualValue);
            Assert.DoesNotContain("48151", exception.ToString(), StringComparison.Ordinal);
            Assert.StartsWith("The reference allows 1000 to 9999.", exception.Message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Nothing_depends_on_the_culture(string name)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            Assert.Equal("-5", TextValue.ToText(-5));
            Assert.Equal("-5", TextValue.ToText(-5L));
            Assert.Equal("-1.5", TextValue.ToText(-1.5f));
            Assert.Equal("-1234567.5", TextValue.ToText(-1234567.5));
            Assert.Equal("-1.50", TextValue.ToText(-1.50m));
            Assert.Equal("true", TextValue.ToText(true));
            Assert.Equal("2014-12-09T18:50:30.5-09:30", TextValue.ToText(new DateTimeOffset(2014, 12, 9, 18, 50, 30, 500, new TimeSpan(-9, -30, 0))));
            Assert.Equal("2014/12/09", TextValue.ToText(new DateTimeOffset(2014, 12, 9, 0, 0, 0, TimeSpan.Zero), "yyyy/MM/dd"));
            Assert.Equal("-PT1.5S", TextValue.ToText(TimeSpan.FromSeconds(-1.5)));
            Assert.Equal("AQI=", TextValue.ToText(new ReadOnlyMemory<byte>([1, 2])));
            Assert.Equal("00112233-4455-6677-8899-aabbccddeeff", TextValue.ToText(new Guid("00112233-4455-6677-8899-AABBCCDDEEFF")));
#if !RUNTIME_NETSTANDARD
            Assert.Equal("2014-07-14", TextValue.ToText(new DateOnly(2014, 7, 14)));
            Assert.Equal("11:54:52", TextValue.ToText(new TimeOnly(11, 54, 52)));
#endif
            var target = new RequestTarget("/a/");
            target.AppendPath(-1);
            target.AppendQuery("iI", -2);
            Assert.Equal("/a/-1?iI=-2", target.ToString());

            Assert.Equal(-1.5, ApiJson.Double.Parse("\"-1.5\""));
            Assert.Equal(-5, ApiJson.Int64.Parse("\"-5\""));
            Assert.Equal("{\"name\":\"İı\",\"order\":-1,\"data\":[],\"counts\":{}}", TreeNode.Json.ToJson(new TreeNode { Name = "İı", Order = -1 }));
            Assert.Equal(2014, ApiJson.DateTimeOffset.Parse("\"2014-12-09T18:50:30.500+0900\"").Year);
            Assert.True(ApiJson.Boolean.Parse("\"TRUE\""));

            var exception = Assert.Throws<ArgumentOutOfRangeException>(() => ApiArgument.Range(-7, -5, 5, "n"));
            Assert.Contains("The reference allows -5 to 5.", exception.Message, StringComparison.Ordinal);
            Assert.Equal("404 Not found", new ApiStatus(404, "Not found").ToString());
            Assert.Equal(
                "/Automation/1",
                ApiLink.ToRequestTarget(new ApiOperation("a.b", SampleApi.Description, HttpMethod.Get, "/Automation/{i}"), "HTTP://I/Automation/1", "m"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Calls_do_not_depend_on_the_culture(string name)
    {
        using var server = new RawServer("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}");
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            using var client = new SampleClient(server.Address, new ApiClientOptions { Timeout = TimeSpan.FromSeconds(50.5) });
            var response = await client.DeleteWithResponseAsync(-1234);
            Assert.Equal("$.message: the member is missing", response.ErrorViolation);
            Assert.Equal("Tasks.Delete (section 9.6.8): 404 Not found", response.ToString());
            Assert.StartsWith("DELETE /Automation/v1/objects/Tasks/-1234 HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Null_stays_null()
    {
        Assert.Null(TextValue.ToText((string?)null));
        Assert.Null(TextValue.ToText((bool?)null));
        Assert.Null(TextValue.ToText((int?)null));
        Assert.Null(TextValue.ToText((double?)null));
        Assert.Null(TextValue.ToText((DateTimeOffset?)null));
        Assert.Null(TextValue.ToText((ReadOnlyMemory<byte>?)null));
    }

    [Fact]
    public void Arguments_are_checked_against_the_reference()
    {
        ApiArgument.Length(null, 1, 2, "p");
        ApiArgument.Length("ab", 1, 2, "p");
        ApiArgument.Range(null, 1L, 2L, "p");
        ApiArgument.Range(2, 1, 2, "p");
        ApiArgument.Range(1.5, 1, null, "p");
        ApiArgument.NotNull("", "p");
        Assert.Contains(
            "has 3 characters; the reference allows 1 to 2.",
            Assert.Throws<ArgumentException>("p", () => ApiArgument.Length("abc", 1, 2, "p")).Message,
            StringComparison.Ordinal);
        Assert.Contains("at least 1.", Assert.Throws<ArgumentException>("p", () => ApiArgument.Length("", 1, null, "p")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "at most 2.", Assert.Throws<ArgumentOutOfRangeException>("p", () => ApiArgument.Range(3, null, 2, "p")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("p", () => ApiArgument.Range(double.NaN, 1, null, "p"));
        Assert.Throws<ArgumentOutOfRangeException>("p", () => ApiArgument.Range(0.5m, 1m, null, "p"));
        Assert.Throws<ArgumentNullException>("p", () => ApiArgument.NotNull(null, "p"));
    }
}
