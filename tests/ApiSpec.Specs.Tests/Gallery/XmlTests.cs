using Gallery.LastFm;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>A server that responds in XML, and shows in an attribute whether the call succeeded.</summary>
public sealed class XmlTests
{
    private const string Refused = """
        <?xml version="1.0" encoding="utf-8"?>
        <lfm status="failed">
        <error code="10">Invalid API Key</error></lfm>
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Elements_attributes_and_text_are_read_as_they_are_printed()
    {
        await using var server = await PrintedServer.StartAsync(PrintedResponse.Of(Catalogs.ExamplesOf("lastfm Geo.GetMetroArtistChart")[0]));
        using var client = Client(server.Address);

        var chart = (await client.Geo.GetMetroArtistChartAsync("madrid", "spain", cancellationToken: Token)).Lfm.Topartists;

        Assert.Equal(("Madrid", 2), (chart.Metro, chart.Artist.Count));
        Assert.Equal((2, "The Killers", true, ""), (chart.Artist[1].Rank, chart.Artist[1].Name, chart.Artist[1].Streamable, chart.Artist[1].Playcount));
        Assert.Equal(("small", "http://userserve-ak.last.fm/serve/34/364188.jpg"), (chart.Artist[0].Image[0].Size, chart.Artist[0].Image[0].Text));
        Assert.Equal("/2.0/?method=geo.getMetroArtistChart&metro=madrid&country=spain&api_key=xxx", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Periods_of_charts_are_moments()
    {
        await using var server = await PrintedServer.StartAsync(PrintedResponse.Of(Catalogs.ExamplesOf("lastfm Geo.GetMetroWeeklyChartlist")[0]));
        using var client = Client(server.Address);

        var charts = (await client.Geo.GetMetroWeeklyChartlistAsync(Token)).Lfm.Weeklychartlist.Chart;

        Assert.Equal((5, DateTimeOffset.FromUnixTimeSeconds(1236513600)), (charts.Count, charts[4].To));
        Assert.Equal(charts[0].To, charts[1].From);
    }

    [Fact]
    public async Task Failure_in_the_body_of_a_200_is_thrown_with_its_code()
    {
        await using var server = await PrintedServer.StartAsync(new PrintedResponse(Refused) { ContentType = "text/xml" });
        using var client = Client(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<LastFmError>>(() => client.Geo.GetMetroWeeklyChartlistAsync(Token));

        Assert.Equal((200, "10", "Invalid API Key"), (exception.StatusCode, exception.ErrorCode, exception.ErrorMessage));
        Assert.Equal((10, "Invalid API Key"), (exception.Error!.Lfm.Error.Code, exception.Error.Lfm.Error.Text));
    }

    [Theory]
    [InlineData("11", true)]
    [InlineData("10", false)]
    public async Task Fake_fails_as_the_page_prints(string code, bool isTransient)
    {
        await using var fake = await LastFmFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient(new ApiClientOptions { Credential = new QueryCredential("api_key", "xxx") });
        fake.Geo.GetMetroWeeklyChartlist.RespondWith(Enum.Parse<GeoGetMetroWeeklyChartlistStatus>("Error" + code));

        var response = await client.Geo.GetMetroWeeklyChartlistWithResponseAsync(Token);

        Assert.Equal((200, false, isTransient, code), (response.StatusCode, response.IsSuccess, response.IsTransient, response.ErrorCode));
        fake.VerifyRequests();
    }

    private static LastFmClient Client(Uri address) => new(address, new ApiClientOptions { Credential = new QueryCredential("api_key", "xxx") });
}
