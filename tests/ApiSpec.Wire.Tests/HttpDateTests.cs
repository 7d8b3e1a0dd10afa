using ApiSpec.Generated;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Dates in standard HTTP headers have the HTTP format (RFC 9110, 5.6.7), regardless of the format of the API.</summary>
public sealed class HttpDateTests
{
    private const string Api = "client: DatesClient\ndate-time: yyyy-MM-ddTHH:mm:sszzz\ntypes:\n  Moment: date-time\n";
    private const string Expected = "Sat, 28 Feb 2026 23:05:07 GMT";
    private static readonly DateTimeOffset s_time = new(2026, 3, 1, 8, 5, 7, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("If-Unmodified-Since", "date-time")]
    [InlineData("If-Modified-Since", "Moment")]
    [InlineData("if-unmodified-since", "date-time")]
    [InlineData("IF-RANGE", "date-time")]
    [InlineData("Date", "date-time")]
    [InlineData("Expires", "date-time")]
    [InlineData("Last-Modified", "date-time")]
    [InlineData("Accept-Datetime", "date-time")]
    [InlineData("Retry-After", "date-time")]
    [InlineData("Sunset", "date-time")]
    public async Task Request_header_of_HTTP_is_sent_as_HTTP_has_it(string header, string type)
    {
        foreach (var mark in new[] { "", "?" })
        {
            var client = Put($"headers:\n  {header}{mark}: {type}\n").Load();
            await using var server = await client.StartServerAsync();

            await client.CallAsync(
                server.BaseAddress,
                "Items.Put",
                static (name, type) => name == "body" ? SampleArgument.Parse(type, """{"name":"a"}""") : SampleArgument.Of(type, s_time.ToString("O")));

            var request = Assert.Single(server.Requests);
            Assert.Equal((Expected, null), (request.Headers[header], request.Violation));
        }
    }

    [Theory]
    [InlineData("2026-03-01T08:05:07+09:00")]
    [InlineData(Expected)]
    public async Task Constant_is_sent_as_HTTP_has_it_however_it_is_printed(string constant)
    {
        var client = Put($"headers:\n  If-Modified-Since: date-time always {constant}\n").Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(server.BaseAddress, "Items.Put", static (_, type) => SampleArgument.Parse(type, """{"name":"a"}"""));

        Assert.Equal((Expected, null), (server.Requests[0].Headers["If-Modified-Since"], server.Requests[0].Violation));
    }

    [Fact]
    public async Task Header_of_the_vendor_keeps_the_form_of_the_API()
    {
        var client = Put("headers:\n  X-Modified-Since: date-time\n").Load();
        await using var server = await client.StartServerAsync();

        await client.CallAsync(
            server.BaseAddress,
            "Items.Put",
            static (name, type) => name == "body" ? SampleArgument.Parse(type, """{"name":"a"}""") : SampleArgument.Of(type, s_time.ToString("O")));

        Assert.Equal("2026-03-01T08:05:07+09:00", server.Requests[0].Headers["X-Modified-Since"]);
    }

    [Theory]
    [InlineData("date")]
    [InlineData("time")]
    [InlineData("date-time[] as comma")]
    public void Type_that_HTTP_cannot_have_there_is_refused_at_its_row(string type)
        => Assert.StartsWith(
            "APISPEC0290 (4) 'If-Modified-Since' with", Assert.Single(Put($"headers:\n  If-Modified-Since: {type}\n").Messages), StringComparison.Ordinal);

    [Fact]
    public async Task Server_that_reads_the_spec_refuses_another_form()
    {
        await using var server = await Put("headers:\n  If-Unmodified-Since: date-time\n").Load().StartServerAsync();
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Put, "/items/1") { Content = new StringContent("""{"name":"a"}""") };
        request.Headers.TryAddWithoutValidation("If-Unmodified-Since", "2026-03-01T08:05:07Z");

        using var reply = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)reply.StatusCode);
        Assert.EndsWith("a date in this header looks like 'Sat, 31 Jan 2026 23:59:59 GMT'.", server.Requests[0].Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_header_of_the_server_is_read()
    {
        var client = GeneratedProject.Of(new SpecDocument("api.apispec.yaml", Api), new SpecDocument("get.apispec.yaml", """
            operation: Items.Get
            request: GET /items
            status:
              200 OK:
                description: Done.
                headers:
                  Last-Modified: Moment
                  retry-after: date-time
                  Sunset: date
            """)).Load();
        await using var server = await client.StartServerAsync();

        var response = await client.CallAsync(server.BaseAddress, "Items.Get", static (_, _) => null);

        Assert.Equal("Sat, 31 Jan 2026 12:00:00 GMT", response.Headers["Last-Modified"]);
        Assert.Equal(
            new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), client.Type("ItemsGetHeaders").GetMethod("GetRetryAfter")!.Invoke(null, [response]));
        Assert.Equal(new DateOnly(2026, 1, 31), client.Type("ItemsGetHeaders").GetMethod("GetSunset")!.Invoke(null, [response]));
    }

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    [InlineData("sun, 6 nov 1994 8:49:37 gmt")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("06 Nov 1994 08:49:37 UTC")]
    [InlineData("Sun, 06 Nov 1994 17:49:37 +09:00")]
    [InlineData("Sun, 06-Nov-1994 08:49:37 GMT")]
    [InlineData("1994-11-06T08:49:37Z")]
    public void Every_form_of_HTTP_is_read(string text)
    {
        Assert.Equal(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero), HeaderValue.DateTimeOffset(text));
        Assert.Equal(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero), HeaderValue.DateTimeOffset(text, "dd/MM/yyyy HH:mm"));
    }

    [Fact]
    public void Year_of_two_digits_is_at_most_fifty_years_ahead()
    {
        var year = DateTimeOffset.UtcNow.Year;
        Assert.Equal(year + 50, HeaderValue.DateTimeOffset($"Monday, 01-Jan-{(year + 50) % 100:00} 00:00:00 GMT").Year);
        Assert.Equal(year - 49, HeaderValue.DateTimeOffset($"Monday, 01-Jan-{(year + 51) % 100:00} 00:00:00 GMT").Year);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sun")]
    [InlineData("Sun, ")]
    [InlineData("120")]
    [InlineData("Sun, 31 Feb 1994 08:49:37 GMT")]
    public void What_is_no_date_is_refused(string text) => Assert.Throws<FormatException>(() => HeaderValue.DateTimeOffset(text));

    [Fact]
    public void Example_prints_the_form_of_HTTP()
        => Assert.Empty(Put("""
            headers:
              If-Modified-Since: date-time
            examples:
              - request header: |
                  PUT /items/1 HTTP/1.1
                  If-Modified-Since: Sat, 28 Feb 2026 23:05:07 GMT

            """).Messages);

    private static GeneratedProject Put(string keys)
        => GeneratedProject.Of(
            new SpecDocument("api.apispec.yaml", Api),
            new SpecDocument(
                "put.apispec.yaml", "operation: Items.Put\nrequest: PUT /items/1\n" + keys + "body:\n  name: string\nstatus:\n  204 No Content: Done.\n"));
}
