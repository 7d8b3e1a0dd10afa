using ApiSpec.Testing;
using Gallery.Binance;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>Signed requests, numbers in quotation marks, and errors with a code.</summary>
public sealed class BinanceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signature_is_that_of_the_query_as_it_is_sent()
    {
        await using var server = await PrintedServer.StartAsync(PrintedResponse.Of(Catalogs.ExamplesOf("binance Orders.Create")[0]));

        await Calls.Of["binance Orders.Create"](server.Address);

        var request = Assert.Single(server.Requests);
        var query = request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..];
        var signature = query.LastIndexOf("&signature=", StringComparison.Ordinal);
        Assert.Equal(Calls.Sign(query[..signature]), query[(signature + "&signature=".Length)..]);
        Assert.Equal("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A", request.Headers["X-MBX-APIKEY"]);
    }

    [Fact]
    public void Signature_of_the_printed_query_is_the_printed_one()
    {
        var printed = Catalogs.ExamplesOf("binance Orders.Create")[0].Request!.Target.Split('?', '&');

        Assert.Equal("signature=" + Calls.Sign(string.Join('&', printed[1..^1])), printed[^1]);
    }

    [Fact]
    public async Task Numbers_in_quotation_marks_are_read()
    {
        await using var server = await PrintedServer.StartAsync(PrintedResponse.Of(Catalogs.ExamplesOf("binance Orders.Cancel")[0]));
        using var client = new BinanceClient(server.Address);

        var order = await client.Orders.CancelAsync("LTCBTC", 1499827319559, "key", new() { OrderId = 4 }, Token);

        Assert.Equal((2.00000000m, 1m, 0m, -1L, "CANCELED"), (order.Price, order.OrigQty, order.ExecutedQty, order.OrderListId, order.Status));
    }

    [Fact]
    public async Task One_of_two_ids_must_be_given()
    {
        using var client = new BinanceClient(new Uri("http://localhost:1"));

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Orders.CancelAsync("LTCBTC", 1, "key", cancellationToken: Token));

        Assert.Contains("orderId", exception.Message, StringComparison.Ordinal);
        Assert.Contains("origClientOrderId", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_has_the_printed_code()
    {
        await using var server = await PrintedServer.StartAsync(new PrintedResponse("""{ "code": -1121, "msg": "Invalid symbol." }""", 400));
        using var client = new BinanceClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<BinanceError>>(() => client.Orders.CancelAsync("none", 1, "key", new() { OrderId = 4 }, Token));

        Assert.Equal(("-1121", "Invalid symbol.", 400), (exception.ErrorCode, exception.ErrorMessage, exception.StatusCode));
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(418, false)]
    [InlineData(503, false)]
    public async Task Rows_of_the_status_table_are_played(int code, bool isTransient)
    {
        using var fake = new BinanceFake();
        using var client = fake.CreateClient();
        fake.Orders.Cancel.RespondWith(FakeResponse.Status(code));

        var response = await client.Orders.CancelWithResponseAsync("LTCBTC", 1, "key", new() { OrderId = 4 }, Token);

        Assert.Equal((code, isTransient), (response.StatusCode, response.IsTransient));
        Assert.True(response.IsDocumented);
    }
}
