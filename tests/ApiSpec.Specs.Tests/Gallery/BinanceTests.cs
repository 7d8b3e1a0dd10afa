using System.Globalization;
using ApiSpec.Testing;
using Gallery.Binance;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>Signed requests, numbers in quotation marks, and errors with a code.</summary>
public sealed class BinanceTests
{
    private static readonly DateTimeOffset s_timestamp = DateTimeOffset.FromUnixTimeMilliseconds(1499827319559);

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

        var order = await client.Orders.CancelAsync("LTCBTC", s_timestamp, "key", new() { OrderId = 4 }, Token);

        Assert.Equal((2.00000000m, 1m, 0m, -1L, "CANCELED"), (order.Price, order.OrigQty, order.ExecutedQty, order.OrderListId, order.Status));
    }

    [Fact]
    public async Task One_of_two_ids_must_be_given()
    {
        using var client = new BinanceClient(new Uri("http://localhost:1"));

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Orders.CancelAsync("LTCBTC", s_timestamp, "key", cancellationToken: Token));

        Assert.Contains("orderId", exception.Message, StringComparison.Ordinal);
        Assert.Contains("origClientOrderId", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LIMIT", null, "1", "0.1", "timeInForce")]
    [InlineData("LIMIT", "GTC", null, "0.1", "quantity")]
    [InlineData("LIMIT", "GTC", "1", null, "price")]
    [InlineData("MARKET", null, null, null, "quoteOrderQty")]
    [InlineData("MARKET", null, "1", null, null)]
    [InlineData("LIMIT_MAKER", null, "1", "0.1", null)]
    public async Task Type_of_an_order_says_what_must_be_given(string type, string? timeInForce, string? quantity, string? price, string? missing)
    {
        await using var fake = await BinanceFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();
        var query = new OrdersCreateQuery
        {
            TimeInForce = timeInForce is null ? null : new OrdersCreateTimeInForce(timeInForce),
            Quantity = quantity is null ? null : decimal.Parse(quantity, CultureInfo.InvariantCulture),
            Price = price is null ? null : decimal.Parse(price, CultureInfo.InvariantCulture),
        };

        var call = () => client.Orders.CreateAsync("LTCBTC", OrdersCreateSide.Buy, new OrdersCreateType(type), s_timestamp, "key", query, Token);

        if (missing is null)
            await call();
        else
            Assert.Contains(missing, (await Assert.ThrowsAnyAsync<ArgumentException>(call)).Message, StringComparison.Ordinal);
        Assert.Equal(missing is null ? 1 : 0, fake.Requests.Count);
    }

    [Fact]
    public async Task Error_has_the_printed_code()
    {
        await using var server = await PrintedServer.StartAsync(new PrintedResponse("""{ "code": -1121, "msg": "Invalid symbol." }""", 400));
        using var client = new BinanceClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<BinanceError>>(
            () => client.Orders.CancelAsync("none", s_timestamp, "key", new() { OrderId = 4 }, Token));

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

        var response = await client.Orders.CancelWithResponseAsync("LTCBTC", s_timestamp, "key", new() { OrderId = 4 }, Token);

        Assert.Equal((code, isTransient), (response.StatusCode, response.IsTransient));
        Assert.True(response.IsDocumented);
    }
}
