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
            ("Retry-After", "120"), ("X-Ratio", "0.5"), ("X-Id", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"), ("X-Wait", "PT15M"), ("X-Last", "TRUE"), ("X-Hash", "aGVsbG8="));

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
        => Assert.Equal(new DateTimeOffset(2014, 7, 14, 11, 54, 52, TimeSpan.Zero), HeaderValue.Value(Response(("Last-Modified", text)), "Last-Modified", HeaderValue.DateTimeOffset));

    [Fact]
    public void A_header_that_did_not_come_is_null_or_empty()
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

        Assert.EndsWith(" answered 404 with a header that contradicts the reference: 'Retry-After' is no value of its type.", exception.Message.Replace(" Not Found", "", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
        foreach (var other in new[] { exception, Refused(HeaderValue.Boolean), Refused(HeaderValue.Double), Refused(HeaderValue.Guid), Refused(HeaderValue.DateTimeOffset), Refused(HeaderValue.Bytes) })
            Assert.DoesNotContain("s3cret", other.ToString(), StringComparison.Ordinal);
    }

    private static ApiContractException Refused<T>(Func<string, T> read)
        where T : struct
        => Assert.Throws<ApiContractException>(() => HeaderValue.Value(Response(("Retry-After", "s3cret")), "Retry-After", read));

    private static ApiResponse<ActionObject, ErrorInfo, TaskStatusCode> Response(params (string Name, string Value)[] headers)
        => ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Failure(
            SampleApi.GetRerunStart, TaskStatusCode.NotFound, null, headers.Select(static header => new KeyValuePair<string, string>(header.Name, header.Value)));
}
