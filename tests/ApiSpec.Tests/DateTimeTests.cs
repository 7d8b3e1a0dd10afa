using System.Globalization;
using CsCheck;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Dates, times and durations in the forms that servers send.</summary>
public sealed class DateTimeTests
{
    [Theory]
    [InlineData("2014-12-09T18:50:30.500+0900", "2014-12-09T18:50:30.5000000+09:00")]
    [InlineData("2014-12-09T18:50:30.500+09:00", "2014-12-09T18:50:30.5000000+09:00")]
    [InlineData("2014-12-09T18:50:30.500+09", "2014-12-09T18:50:30.5000000+09:00")]
    [InlineData("2014-12-09T18:50:30Z", "2014-12-09T18:50:30.0000000+00:00")]
    [InlineData("20141209T185030Z", "2014-12-09T18:50:30.0000000+00:00")]
    [InlineData("2014-12-09t18:50:30z", "2014-12-09T18:50:30.0000000+00:00")]
    [InlineData("2014-12-09 18:50:30-0330", "2014-12-09T18:50:30.0000000-03:30")]
    [InlineData("2014-12-09T18:50:30-00:00", "2014-12-09T18:50:30.0000000+00:00")]
    [InlineData("2014-12-09T18:50:30", "2014-12-09T18:50:30.0000000+00:00")]
    [InlineData("2014-12-09T18:50+09:00", "2014-12-09T18:50:00.0000000+09:00")]
    [InlineData("2014-12-09T18+09:00", "2014-12-09T18:00:00.0000000+09:00")]
    [InlineData("2014-12-09T18:50", "2014-12-09T18:50:00.0000000+00:00")]
    [InlineData("2014-12-09", "2014-12-09T00:00:00.0000000+00:00")]
    [InlineData("2014-12-09T18:50:30.1Z", "2014-12-09T18:50:30.1000000+00:00")]
    [InlineData("2014-12-09T18:50:30,25Z", "2014-12-09T18:50:30.2500000+00:00")]
    [InlineData("2014-12-09T18:50:30.1234567Z", "2014-12-09T18:50:30.1234567+00:00")]
    [InlineData("2014-12-09T18:50:30.123456789012345678901234567890Z", "2014-12-09T18:50:30.1234567+00:00")]
    [InlineData("2014-12-09T18:50:30.99999999Z", "2014-12-09T18:50:30.9999999+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00")]
    [InlineData("2016-02-29T00:00:00+14:00", "2016-02-29T00:00:00.0000000+14:00")]
    [InlineData(" 2014-12-09T18:50:30Z ", "2014-12-09T18:50:30.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public void Points_in_time_are_read_and_written(string text, string value)
        => Assert.Equal(value, ApiJson.DateTimeOffset.Parse("\"" + text + "\"").ToString("o", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2014")]
    [InlineData("2014-12")]
    [InlineData("2014-13-01")]
    [InlineData("2014-00-01")]
    [InlineData("2014-12-00")]
    [InlineData("2014-00-09T18:50:30Z")]
    [InlineData("2014-13-09T18:50:30Z")]
    [InlineData("2014-12-00T18:50:30Z")]
    [InlineData("2014-12-32T18:50:30Z")]
    [InlineData("2014-02-29T18:50:30Z")]
    [InlineData("0000-12-09T18:50:30Z")]
    [InlineData("2014-12-09T24:00:00Z")]
    [InlineData("2014-12-09T18:60:30Z")]
    [InlineData("2014-12-09T18:50:61Z")]
    [InlineData("2015-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("2014/12/09")]
    [InlineData("20141309T185030Z")]
    [InlineData("14-12-09T18:50:30Z")]
    [InlineData("2014-12-09T")]
    [InlineData("2014-12-09T1:02:03Z")]
    [InlineData("2014-12-09T18:60:00Z")]
    [InlineData("2014-12-09T18:50:30.Z")]
    [InlineData("2014-12-09T18:50:0:Z")]
    [InlineData("2014-12-09T18:50:3xZ")]
    [InlineData("2014-12-09T18:50.30Z")]
    [InlineData("2014-12-09T18:50:30.5x+09:00")]
    [InlineData("2014-12-09T18:50:30.500+0x:00")]
    [InlineData("2014-12-09T18:50:30*09:00")]
    [InlineData("2014-12-09T18:50:30.5.5Z")]
    [InlineData("2014-12-09T18:50:30+9")]
    [InlineData("2014-12-09T18:50:30+09:0")]
    [InlineData("2014-12-09T18:50:30+09:")]
    [InlineData("2014-12-09T18:50:30+14:01")]
    [InlineData("2014-12-09T18:50:30+00:60")]
    [InlineData("2014-12-09T18:50:30Z+09:00")]
    [InlineData("2014-12-09T18:50:30 JST")]
    [InlineData("0001-01-01T00:00:00+09:00")]
    [InlineData("9999-12-31T23:59:59-09:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("٢٠١٤-12-09")]
    public void Other_values_are_not_points_in_time(string text)
        => Assert.Contains(
            "not a date and time", Assert.Throws<ApiJsonException>(() => ApiJson.DateTimeOffset.Parse("\"" + text + "\"")).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_point_in_time_reads_back()
        => Gen.DateTimeOffset.Sample(value =>
        {
            var read = ApiJson.DateTimeOffset.Parse(ApiJson.DateTimeOffset.ToJson(value));
            Assert.Equal(value, read);
            Assert.Equal(value.Offset, read.Offset);
        });

    [Fact]
    public void A_prescribed_form_is_written()
    {
        var value = new DateTimeOffset(2014, 12, 9, 18, 50, 30, 500, TimeSpan.FromHours(9));
        Assert.Equal("\"2014-12-09T18:50:30.5+09:00\"", ApiJson.DateTimeOffset.ToJson(value));
        Assert.Equal("\"2014-12-09T18:50:30.500+09:00\"", ApiJson.FormattedDateTimeOffset("yyyy-MM-ddTHH:mm:ss.fffzzz").ToJson(value));
        Assert.Equal("\"2014-12-09T18:50:30+00:00\"", ApiJson.DateTimeOffset.ToJson(new DateTimeOffset(2014, 12, 9, 18, 50, 30, TimeSpan.Zero)));
        Assert.Same(ApiJson.DateTimeOffset, ApiJson.FormattedDateTimeOffset(null));
    }

    [Theory]
    [InlineData("PT0S", "00:00:00")]
    [InlineData("P1DT2H3M4.5S", "1.02:03:04.5")]
    [InlineData("PT36H", "1.12:00:00")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("-PT1M", "-00:01:00")]
    [InlineData("+PT1M", "00:01:00")]
    [InlineData("PT0.5H", "00:30:00")]
    [InlineData("P0Y0M1D", "1.00:00:00")]
    [InlineData("PT1,25S", "00:00:01.25")]
    [InlineData("PT0.00000019S", "00:00:00.0000001")]
    public void Durations(string text, string value)
        => Assert.Equal(TimeSpan.Parse(value, CultureInfo.InvariantCulture), ApiJson.TimeSpan.Parse("\"" + text + "\""));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1D")]
    [InlineData("P1")]
    [InlineData("PD")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT1M1H")]
    [InlineData("PT1H1H")]
    [InlineData("PT1HT1M")]
    [InlineData("P1X")]
    [InlineData("PT1.2.3S")]
    [InlineData("P99999999999D")]
    [InlineData("P99999999999999999999999999999999D")]
    [InlineData("01:02:03")]
    public void Other_values_are_not_durations(string text) => Assert.Throws<ApiJsonException>(() => ApiJson.TimeSpan.Parse("\"" + text + "\""));

    [Fact]
    public void Any_duration_reads_back()
    {
        Gen.Long.Select(TimeSpan.FromTicks).Sample(value => Assert.Equal(value, ApiJson.TimeSpan.Parse(ApiJson.TimeSpan.ToJson(value))));
        foreach (var value in new[] { TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero })
            Assert.Equal(value, ApiJson.TimeSpan.Parse(ApiJson.TimeSpan.ToJson(value)));
        Assert.Equal("\"P1DT2H3M4.5S\"", ApiJson.TimeSpan.ToJson(new TimeSpan(1, 2, 3, 4, 500)));
        Assert.Equal("\"-PT0.0000001S\"", ApiJson.TimeSpan.ToJson(TimeSpan.FromTicks(-1)));
    }

#if !RUNTIME_NETSTANDARD
    [Fact]
    public void Dates_and_times_of_day()
    {
        Assert.Equal(new DateOnly(2014, 7, 14), ApiJson.Date.Parse("\"2014-07-14\""));
        Assert.Equal("\"2014-07-14\"", ApiJson.Date.ToJson(new DateOnly(2014, 7, 14)));
        Assert.Throws<ApiJsonException>(() => ApiJson.Date.Parse("\"2014-7-14\""));
        Assert.Equal(new TimeOnly(11, 54, 52, 500), ApiJson.Time.Parse("\"11:54:52.5\""));
        Assert.Equal(new TimeOnly(11, 54), ApiJson.Time.Parse("\"11:54\""));
        Assert.Equal("\"11:54:52.5\"", ApiJson.Time.ToJson(new TimeOnly(11, 54, 52, 500)));
        Assert.Equal("\"11:54:00\"", ApiJson.Time.ToJson(new TimeOnly(11, 54)));
        Assert.Throws<ApiJsonException>(() => ApiJson.Time.Parse("\"23:59:60\""));
        Assert.Throws<ApiJsonException>(() => ApiJson.Time.Parse("\"11:54Z\""));
    }
#endif
}
