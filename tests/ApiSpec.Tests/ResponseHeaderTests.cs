using ApiSpec.Generated;
using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Documented response headers have the types of their rows.</summary>
public sealed class ResponseHeaderTests
{
    [Fact]
    public void A_header_is_read_as_its_type()
    {
        var response = Response(
            ("Retry-After", "120"), ("X-Ratio", "0.5"), ("X-Id", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"), ("X-Wait", "PT15M"), ("X-Last", "TRUE"),
            ("X-Hash", "aGVsbG8="));

        Assert.Equal(120, HeaderValue.Value(response, "retry-after", HeaderValue.Int32));
        Assert.Equal(0.5m, HeaderValue.Value(response, "X-Ratio", HeaderValue.Decimal));
        Assert.Equal(new Guid("3f2504e0-4f89-11d3-9a0c-0305e82c3301"), HeaderValue.Value(response, "X-Id", HeaderValue.Guid));
        Assert.Equal(TimeSpan.FromMinutes(15), HeaderValue.Value(response, "X-Wait", HeaderValue.TimeSpan));
        Assert.True(HeaderValue.Value(response, "X-Last", HeaderValue.Boolean));
        Assert.Equal("hello"u8.ToArray(), HeaderValue.Value(response, "X-Hash", HeaderValue.Bytes)!.Value.ToArray());
        Assert.Equal("120", HeaderValue.String(response, "Retry-After"));
    }

    [Theory]
    [InlineData("Mon, 14 Jul 2014 11:54:52 GMT")]
    [InlineData("2014-07-14T20:54:52+0900")]
    public void A_point_in_time_has_the_form_of_HTTP_or_of_ISO_8601(string text)
        => Assert.Equal(
            new DateTimeOffset(2014, 7, 14, 11, 54, 52, TimeSpan.Zero),
            HeaderValue.Value(Response(("Last-Modified", text)), "Last-Modified", HeaderValue.DateTimeOffset));

    [Theory]
    [InlineData("Fri, 31 Dec 1999 23:59:59 GMT", null, 0)]
    [InlineData("Fri, 31 Dec 1999 23:59:59 GMT", "Fri, 31 Dec 1999 23:57:59 GMT", 120)]
    [InlineData("Friday, 31-Dec-99 23:59:59 GMT", "Fri, 31 Dec 1999 23:59:58 GMT", 1)]
    [InlineData("Fri, 31 Dec 1999 23:59:59 GMT", "Sat, 01 Jan 2000 00:00:00 GMT", 0)]
    [InlineData("90", "Sat, 01 Jan 2000 00:00:00 GMT", 90)]
    public void Date_in_Retry_After_is_as_many_seconds_after_the_date_of_the_response(string text, string? date, int seconds)
    {
        var response = date is null ? Response(("retry-after", text)) : Response(("Retry-After", text), ("Date", date));
        Assert.Equal(seconds, HeaderValue.Value(response, "Retry-After", HeaderValue.Int32));
        Assert.Equal(seconds, HeaderValue.Value(response, "Retry-After", HeaderValue.Int64));
        Assert.Equal(seconds, HeaderValue.Value(response, "retry-after", HeaderValue.Double));
        Assert.Equal(TimeSpan.FromSeconds(seconds), HeaderValue.Value(response, "Retry-After", HeaderValue.TimeSpan));
    }

    [Fact]
    public void Date_in_Retry_After_that_is_beyond_the_calendar_is_the_end_of_it()
    {
        var response = Response(("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"), ("Date", "Thu, 01 Jan 1970 00:00:00 GMT"));

        Assert.Equal(int.MaxValue, HeaderValue.Value(response, "Retry-After", HeaderValue.Int32));
        Assert.Equal(253402300799, HeaderValue.Value(response, "Retry-After", HeaderValue.Int64));
    }

    [Theory]
    [InlineData("99999999999", 99999999999)]
    [InlineData("99999999999999999999999", 922337203686)]
    public void Seconds_in_Retry_After_can_be_more_than_an_integer_holds(string text, long seconds)
    {
        Assert.Equal(int.MaxValue, HeaderValue.Value(Response(("Retry-After", text)), "Retry-After", HeaderValue.Int32));
        Assert.Equal(seconds, HeaderValue.Value(Response(("Retry-After", text)), "Retry-After", HeaderValue.Int64));
    }

    [Fact]
    public void Seconds_in_Retry_After_are_a_date_that_is_so_far_ahead()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(120);
        var date = HeaderValue.Value(Response(("Retry-After", "120")), "Retry-After", HeaderValue.DateTimeOffset);
        Assert.InRange(date!.Value, before, DateTimeOffset.UtcNow.AddSeconds(120));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("never")]
    public void Expires_with_an_invalid_date_is_in_the_past(string text)
        => Assert.Equal(DateTimeOffset.MinValue, HeaderValue.Value(Response(("Expires", text)), "Expires", HeaderValue.DateTimeOffset));

    [Theory]
    [InlineData("@1688169599")]
    [InlineData("Fri, 30 Jun 2023 23:59:59 GMT")]
    public void Deprecation_is_a_date_in_either_form(string text)
        => Assert.Equal(
            new DateTimeOffset(2023, 6, 30, 23, 59, 59, TimeSpan.Zero),
            HeaderValue.Value(Response(("Deprecation", text)), "Deprecation", HeaderValue.DateTimeOffset));

    [Theory]
    [InlineData("Retry-After", "soon")]
    [InlineData("Retry-After", "-5")]
    [InlineData("Retry-After", "1.5")]
    [InlineData("Deprecation", "@99999999999999")]
    [InlineData("Deprecation", "true")]
    [InlineData("Last-Modified", "120")]
    public void A_header_in_an_unknown_form_is_refused_and_the_rest_of_the_response_is_kept(string name, string text)
    {
        var response = Response((name, text), ("X-Count", "7"));

        Assert.Throws<ApiContractException>(() => HeaderValue.Value(response, name, HeaderValue.DateTimeOffset));

        Assert.Equal(text, response.Headers[name]);
        Assert.Equal(7, HeaderValue.Value(response, "X-Count", HeaderValue.Int32));
        Assert.Equal(TaskStatusCode.NotFound, response.Status);
    }

    [Fact]
    public void A_header_that_was_not_sent_is_null_or_empty()
    {
        Assert.Null(HeaderValue.Value(Response(), "Retry-After", HeaderValue.Int32));
        Assert.Null(HeaderValue.String(Response(), "Location"));
        Assert.Empty(HeaderValue.List(Response(), "X-Codes", HeaderValue.Int64));
    }

    [Fact]
    public void A_list_is_split_at_its_commas()
        => Assert.Equal([1L, 2L, 3L], HeaderValue.List(Response(("X-Codes", "1, 2 ,,3")), "X-Codes", HeaderValue.Int64));

    [Fact]
    public void A_header_of_another_type_contradicts_the_reference_and_is_not_shown()
    {
        var exception = Refused(HeaderValue.Int32);

        Assert.EndsWith(
            " answered 404 with a header that contradicts the reference: 'Retry-After' does not have a value of its type.",
            exception.Message.Replace(" Not Found", "", StringComparison.OrdinalIgnoreCase),
            StringComparison.Ordinal);
        foreach (var other in new[]
        {
            exception,
            Refused(HeaderValue.Boolean),
            Refused(HeaderValue.Double),
            Refused(HeaderValue.Guid),
            Refused(HeaderValue.DateTimeOffset),
            Refused(HeaderValue.Bytes),
        })
            Assert.DoesNotContain("s3cret", other.ToString(), StringComparison.Ordinal);
    }

    private static ApiContractException Refused<T>(Func<string, T> read)
        where T : struct
        => Assert.Throws<ApiContractException>(() => HeaderValue.Value(Response(("Retry-After", "s3cret")), "Retry-After", read));

    private static ApiResponse<ActionObject, ErrorInfo, TaskStatusCode> Response(params (string Name, string Value)[] headers)
        => ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Failure(
            SampleApi.GetRerunStart, TaskStatusCode.NotFound, null,
            headers.Select(static header => new KeyValuePair<string, string>(header.Name, header.Value)));
}
