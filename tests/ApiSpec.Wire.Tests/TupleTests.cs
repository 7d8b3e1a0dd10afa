using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Objects that are written as arrays: <c>object as array</c>.</summary>
public sealed class TupleTests
{
    private static readonly SpecDocument Shared = new(
        "shared.apispec.yaml",
        """
        schemas:
          Candle:
            type: object as array
            description: One candle
            members:
              openTime: epoch-ms - Start of the candle
              open: decimal as string
              high: decimal 0..1000
              trades: int or null
              side?: enum buy|sell
              note?: string ..5 or null
          Level:
            type: object as array
            members:
              price: decimal
              amount: decimal
              inner?: Level[]
              ...: unknown
          Cell: Level | string | boolean[]
          Two:
            type: object as array
            members:
              x: int
              y: int
          Three:
            type: object as array
            members:
              x: int
              y: int
              z: int
          Point: Two | Three | int[]
          Grid: Two[] | int[][]
          Step: Two | Three | string
          Pair<A, B>:
            type: object as array
            members:
              left: A
              right: B
        """);

    private static readonly SpecDocument[] Specs =
    [
        new("api.apispec.yaml", "client: MarketClient\n"),
        Shared,
        new("candles.apispec.yaml", "operation: Candles.List\nrequest: GET /candles\nstatus: [200]\nresponse: Candle[]\n"),
        new(
            "page.apispec.yaml",
            "operation: Candles.Page\nrequest: GET /page\npaging:\n  items: rows\nstatus: [200]\nresponse:\n  rows: Candle[]\n"),
        new(
            "book.apispec.yaml",
            """
            operation: Books.Get
            request: GET /book
            status: [200]
            response:
              bids: Level[]
              best:
                type: (object as array) or null
                members:
                  price: decimal
                  levels[]:
                    size: int
              cells: Cell[]
              pair: Pair<int, string>
              point?: Point
              grid?: Grid
              step?: Step
            examples:
              - response header: HTTP/1.1 200 OK
                response body: |
                  { "bids": [[1.5, 2], ...], "best": null, "cells": ["x", [2, 3], [true]], "pair": ["<id>", "a"] }
            """),
        new(
            "add.apispec.yaml",
            """
            operation: Candles.Add
            request: POST /candles
            body:
              candle: Candle
              level?: Level
              range?:
                type: object as array as json
                members:
                  from: int 1..9
                  to?: int
            status: [200]
            """),
        new(
            "find.apispec.yaml",
            """
            operation: Candles.Find
            request: GET /find
            query:
              range?:
                type: object as array as json
                members:
                  from: int 1..9
                  to?: int
            status: [200]
            """),
    ];

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(Specs).Load());

    [Theory]
    [InlineData("""[0,"1.5",2.5,3]""", "1970-01-01T00:00:00|1.5|2.5|3||", null)]
    [InlineData("""[0,"1.5",2.5,null,"sell",null]""", "1970-01-01T00:00:00|1.5|2.5||sell|", null)]
    [InlineData("""[0,"1.5",2.5,3,"other","n",7,{"a":1}]""", "1970-01-01T00:00:00|1.5|2.5|3|other|n", null)]
    [InlineData("""[0,"1.5",2.5]""", null, "$.trades: the member is missing")]
    [InlineData("[]", null, "$.openTime: the member is missing")]
    [InlineData("""[0,"x",2.5,3]""", null, "$[1]")]
    [InlineData("""[null,"1.5",2.5,3]""", null, "$[0]")]
    [InlineData("""{"openTime":0}""", null, "an array (Candle)")]
    [InlineData("\"x\"", null, "an array (Candle)")]
    public void Values_are_read_by_their_positions(string json, string? values, string? error)
    {
        var type = Client.Value.Type("Candle");
        if (error is not null)
        {
            var exception = Assert.ThrowsAny<Exception>(() => SampleArgument.OfJson(type, json));
            Assert.Contains(error, (exception.InnerException ?? exception).Message, StringComparison.Ordinal);
            return;
        }

        var candle = SampleArgument.OfJson(type, json);
        Assert.Equal(values, string.Join('|', Names.Select(name => Shown(Get(candle, name)))));
    }

    [Theory]
    [InlineData("""[0,"1.5",2.5,3]""")]
    [InlineData("""[0,"1.5",2.5,null]""")]
    [InlineData("""[0,"1.5",2.5,3,"sell"]""")]
    [InlineData("""[0,"1.5",2.5,3,"other",null]""")]
    [InlineData("""[0,"1.5",2.5,3,"other","n",7,{"a":[1]}]""")]
    public async Task Received_array_is_sent_unchanged(string json)
    {
        await using var server = await Client.Value.StartServerAsync();
        var body = "{\"candle\":" + json + ",\"level\":[1,2.5,[[3,4]],\"more\"],\"range\":\"[1,2]\"}";

        await Client.Value.CallAsync(server.BaseAddress, "Candles.Add", (_, type) => SampleArgument.Parse(type, body));

        var request = Assert.Single(server.Requests);
        Assert.Equal(body, request.BodyText);
        Assert.Equal(json.Contains("other", StringComparison.Ordinal), request.Violation is not null);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, Client.Value.Type("Candle")), Client.Value.Type("Candle")));
    }

    [Theory]
    [InlineData("""{"candle":[0,"1.5",1000.5,3]}""", "candle.high", typeof(ArgumentOutOfRangeException))]
    [InlineData("""{"candle":[0,"1.5",2.5,3,"buy","longer"]}""", "candle.note", typeof(ArgumentException))]
    public async Task Value_outside_its_range_is_not_sent(string json, string path, Type expected)
    {
        await using var server = await Client.Value.StartServerAsync();

        var exception = await Record.ExceptionAsync(() => Client.Value.CallAsync(
            server.BaseAddress, "Candles.Add", (_, type) => SampleArgument.Parse(type, json)));

        Assert.True(expected.IsInstanceOfType(exception), exception?.ToString());
        Assert.Equal(path, ((ArgumentException)exception!).ParamName);
        Assert.Empty(server.Requests);
    }

    // Otherwise, the later value would be at the position of the missing one.
    [Theory]
    [InlineData("Note", "n", "The member 'side' of Candle must be set, because a later member of the array is set.")]
    [InlineData("AdditionalMembers", """{"6":1}""", "The member 'side' of Candle must be set, because a later member of the array is set.")]
    [InlineData("AdditionalMembers", """{"x":1}""", "Additional values of Candle are named by their positions, and the next one is '6'.")]
    public void Gap_before_a_value_is_refused(string property, string value, string expected)
    {
        var type = Client.Value.Type("Candle");
        var candle = SampleArgument.OfJson(type, """[0,"1.5",2.5,3]""");
        type.GetProperty(property)!.SetValue(
            candle, value[0] == '{' ? JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(value) : value);

        var exception = Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(candle, type));

        Assert.Contains(expected, (exception.InnerException ?? exception).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"candle":[0,"1.5",2.5,3]}""", null)]
    [InlineData("""{"candle":[0,"1.5",2.5,3,"buy","n",1]}""", null)]
    [InlineData("""{"candle":[0,"1.5",2.5]}""", "$.candle.trades is missing")]
    [InlineData("""{"candle":[0,1.5,2.5,3]}""", "$.candle[1] is not a string, but a number")]
    [InlineData("""{"candle":[0,"1.5",1001,3]}""", "$.candle[2] has the value '1001': it is outside the range 0..1000")]
    [InlineData("""{"candle":{"openTime":0}}""", "$.candle is not a list, but an object")]
    [InlineData("""{"candle":[0,"1.5",2.5,3],"level":[1,2,[[1]]]}""", "$.level[2][0].amount is missing")]
    [InlineData("""{"candle":[0,"1.5",2.5,3],"range":"[10]"}""", "has the value '10': it is outside the range 1..9")]
    public async Task Server_of_the_specs_checks_each_position(string json, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(json, null, "application/json");

        await http.PostAsync(new Uri(server.BaseAddress, "/candles"), content, TestContext.Current.CancellationToken);

        var found = Assert.Single(server.Requests).Violation;
        if (violation is null)
            Assert.Null(found);
        else
            Assert.Contains(violation, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public async Task Client_reads_the_responses_of_the_server_of_the_specs(int? seed)
    {
        await using var server = await Client.Value.StartServerAsync(options => options.Seed = seed ?? 0);
        using var http = new HttpClient();

        var text = await http.GetStringAsync(new Uri(server.BaseAddress, "/candles"), TestContext.Current.CancellationToken);
        var book = await Client.Value.CallAsync(server.BaseAddress, "Books.Get", static (_, _) => null);

        foreach (var candle in JsonNode.Parse(text)!.AsArray())
            SampleArgument.OfJson(Client.Value.Type("Candle"), candle!.ToJsonString());
        var body = book.GetType().GetProperty("Body")!.GetValue(book)!;
        Assert.Equal("1.5", Shown(Get(((IEnumerable)Get(body, "Bids")!).Cast<object>().First(), "Price")));
        Assert.Equal(
            "string Level BooleanList", string.Join(' ', ((IEnumerable)Get(body, "Cells")!).Cast<object>().Select(KindOf)), ignoreCase: true);
        Assert.Equal("a", Get(Get(body, "Pair")!, "Right"));
    }

    [Fact]
    public async Task Parameter_has_an_array_as_json()
    {
        await using var server = await Client.Value.StartServerAsync();
        var values = new[] { """[1]""", """[2,3]""", """[10]""" };

        foreach (var value in values[..2])
            await Client.Value.CallAsync(
                server.BaseAddress, "Candles.Find", (_, type) => SampleArgument.OfJson(Nullable.GetUnderlyingType(type) ?? type, value));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.Value.CallAsync(
            server.BaseAddress, "Candles.Find", (_, type) => SampleArgument.OfJson(Nullable.GetUnderlyingType(type) ?? type, values[2])));

        Assert.Equal(values[..2], server.Requests.Select(static request => request.Query["range"]));
        Assert.All(server.Requests, static request => Assert.Null(request.Violation));
    }

    [Fact]
    public async Task Value_after_the_last_row_is_drift()
    {
        var found = new List<ApiDrift>();
        using var handler = new CannedResponses("""[[0,"1",2,3,"buy","n"],[0,"1",2,3,"hold","n",1,2]]""");
        var items = Client.Value.Invoke(
            new Uri("http://market.example"), "Candles", "ListAsync", static (_, _) => null,
            new ApiClientOptions { Handler = handler, OnDrift = found.Add });
        await (Task)items;
        Assert.Equal(["EnumValue $[][]", "Member $[][]"], found.Select(static drift => drift.Kind + " " + drift.Path));
    }

    [Fact]
    public async Task Items_are_read_while_they_arrive()
    {
        using var handler = new CannedResponses("""{"rows":[[0,"1",2,3],[0,"2",2,null,"buy"]]}""");
        var opened = new List<string>();

        await foreach (var candle in (IAsyncEnumerable<object>)Client.Value.Invoke(
            new Uri("http://market.example"), "Candles", "PageItemsAsync", static (_, _) => null, new ApiClientOptions { Handler = handler }))
            opened.Add(Shown(Get(candle, "Open")));

        Assert.Equal(["1", "2"], opened);
    }

    [Fact]
    public void Union_of_arrays_that_contain_each_other_is_read_in_linear_work()
    {
        const int Depth = 20;
        var json = string.Concat(Enumerable.Repeat("[1,2,[", Depth)) + string.Concat(Enumerable.Repeat("]]", Depth));
        var type = Client.Value.Type("Cell");

        var cell = SampleArgument.OfJson(type, json);

        Assert.Equal("Level", KindOf(cell));
        Assert.Equal(json, SampleArgument.Write(cell));
    }

    // Otherwise, values without a position would be lost, and an array that is too short could not be read.
    [Theory]
    [InlineData("Point", "[1,2]")]
    [InlineData("Point", "[1,2,3]")]
    [InlineData("Point", "[1,2,3,4]")]
    [InlineData("Point", "[1]")]
    [InlineData("Grid", "[[1,2],[3,4]]")]
    [InlineData("Grid", "[[1],[2]]")]
    public void Union_is_the_alternative_with_a_position_for_every_value(string union, string json)
        => Assert.Equal(json, SampleArgument.Write(SampleArgument.OfJson(Client.Value.Type(union), json)));

    [Theory]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("[1,2,3]", "[1,2,3]")]
    [InlineData("[1,2,3,4]", "[1,2,3]")]
    [InlineData("[1,2,3,4,5]", "[1,2,3]")]
    public void Union_of_arrays_that_are_all_too_short_is_the_longest(string json, string expected)
        => Assert.Equal(expected, SampleArgument.Write(SampleArgument.OfJson(Client.Value.Type("Step"), json)));

    [Fact]
    public void Schema_has_the_positions()
    {
        var schema = JsonNode.Parse(SampleArgument.SchemaOf(Client.Value.Type("Candle")))!;
        var candle = schema["prefixItems"] is null ? schema["$defs"]!["Candle"]! : schema;

        Assert.Equal("array", (string?)candle["type"]);
        Assert.Equal(4, (int?)candle["minItems"]);
        Assert.Equal(
            ["openTime", "open", "high", "trades", "side", "note"], candle["prefixItems"]!.AsArray().Select(static item => (string?)item!["title"]));
        Assert.Equal(1000, (int?)candle["prefixItems"]![2]!["maximum"]);
    }

    private static readonly string[] Names = ["OpenTime", "Open", "High", "Trades", "Side", "Note"];

    private static object? Get(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value);

    private static string KindOf(object cell)
        => cell.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .First(property => property.Name is "Level" or "String" or "BooleanList" or "Booleans" && property.GetValue(cell) is not null).Name;

    private static string Shown(object? value) => value switch
    {
        DateTimeOffset time => time.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
