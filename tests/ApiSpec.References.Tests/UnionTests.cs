using System.Text.Json;
using ApiSpec.Tests.Servers;
using Example.Meters;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Union values and lists in one string: each is read with its own type, and written back unchanged.</summary>
public sealed class UnionTests
{
    [Theory]
    [InlineData("7", "Int64")]
    [InlineData("-9000000000000000000", "Int64")]
    [InlineData("1.5", "Double")]
    [InlineData("true", "Boolean")]
    [InlineData("\"high\"", "Level")]
    [InlineData("\"2026-01-31T10:00:00\\u002B09:00\"", "DateTimeOffset")]
    [InlineData("\"higher\"", "String")]
    [InlineData("\"\"", "String")]
    [InlineData("null", "Other")]
    [InlineData("[1]", "Other")]
    [InlineData("{\"a\":{}}", "Other")]
    [InlineData("1e999", "Other")]
    public void A_value_is_read_as_the_first_type_that_fits(string json, string expected)
    {
        var value = Value.Json.Parse(json);
        var given = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Int64"] = value.Int64, ["Double"] = value.Double, ["Boolean"] = value.Boolean, ["Level"] = value.Level,
            ["DateTimeOffset"] = value.DateTime, ["String"] = value.String, ["Other"] = value.Other,
        };
        Assert.Equal(expected, Assert.Single(given, static property => property.Value is not null).Key);
        Assert.Equal(
            json, Value.Json.ToJson(value).Replace("+", "\\u002B", StringComparison.Ordinal).Replace("\\\\u002B", "\\u002B", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("5", "Int32")]
    [InlineData("\"5\"", "QuotedInt32")]
    [InlineData("[5,6]", "Int32List")]
    [InlineData("[]", "Int32List")]
    [InlineData("[\"5\",\"x\"]", "StringList")]
    [InlineData("\"5,6\"", "Int32Csv")]
    [InlineData("\"five\"", "Other")]
    [InlineData("5.5", "Other")]
    [InlineData("[5,true]", "Other")]
    public void Types_that_are_one_in_the_program_are_told_apart_by_their_form(string json, string expected)
    {
        var limit = Limit.Json.Parse(json);
        var given = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Int32"] = limit.Int32, ["QuotedInt32"] = limit.QuotedInt32, ["Int32List"] = limit.Int32List, ["StringList"] = limit.StringList,
            ["Int32Csv"] = limit.Int32Csv, ["Other"] = limit.Other,
        };
        Assert.Equal(expected, Assert.Single(given, static property => property.Value is not null).Key);
        Assert.Equal(json, Limit.Json.ToJson(limit));
    }

    [Fact]
    public void A_value_of_each_type_can_be_sent()
    {
        Assert.Equal("5", Limit.Json.ToJson(5));
        Assert.Equal("\"5\"", Limit.Json.ToJson(Limit.OfQuotedInt32(5)));
        Assert.Equal("[5]", Limit.Json.ToJson(new Limit((IReadOnlyList<int>)[5])));
        Assert.Equal("\"5,6\"", Limit.Json.ToJson(Limit.OfInt32Csv([5, 6])));
        Assert.Equal("\"low\"", Value.Json.ToJson(Level.Low));
        Assert.Equal("{\"x\":null}", Value.Json.ToJson(new Value(JsonDocument.Parse("{\"x\":null}").RootElement)));
        Assert.Throws<ArgumentNullException>(() => new Limit((IReadOnlyList<string>)null!));
        Assert.Equal(Limit.Json.Parse("[5,6]"), new Limit(new ApiList<int>([5, 6])));
    }

    [Theory]
    [InlineData("{\"name\":\"a\",\"unit\":\"V\"}", "NamedSetting")]
    [InlineData("{\"name\":\"a\",\"more\":1}", "NamedSetting")]
    [InlineData("{\"x\":1,\"y\":2}", "Int32Map")]
    [InlineData("{\"x\":\"1\",\"y\":\"b\"}", "StringMap")]
    [InlineData("{\"x\":true}", "Other")]
    public void An_object_that_fits_no_table_is_read_as_the_map(string json, string expected)
    {
        var setting = Setting.Json.Parse(json);
        var given = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["NamedSetting"] = setting.NamedSetting, ["Int32Map"] = setting.Int32Map, ["StringMap"] = setting.StringMap, ["Other"] = setting.Other,
        };
        Assert.Equal(expected, Assert.Single(given, static property => property.Value is not null).Key);
        Assert.Equal(json, Setting.Json.ToJson(setting));
    }

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("[\"a\",[\"b\"],{\"kind\":\"range\",\"from\":1,\"to\":2}]")]
    [InlineData("{\"and\":[\"a\",{\"kind\":\"compare\",\"with\":{\"not\":\"b\"}}]}")]
    [InlineData("{\"kind\":\"other\"}")]
    [InlineData("{\"kind\":7}")]
    public void A_union_may_hold_itself_and_other_unions(string json)
        => Assert.Equal(json, Expression.Json.ToJson(Expression.Json.Parse(json)));

    [Fact]
    public void The_alternatives_of_an_inner_union_count_for_the_outer_one()
    {
        Assert.Equal(1, Expression.Json.Parse("""{"kind":"range","from":1}""").Condition?.Between?.From);
        Assert.Equal("b", Expression.Json.Parse("""{"kind":"compare","with":"b"}""").Condition?.Comparison?.With?.String);
        Assert.NotNull(Expression.Json.Parse("""{"kind":"somebody"}""").ExpressionMap);
        Assert.True(Expression.Json.Parse("""{"kind":true}""").ExpressionMap?["kind"].Other?.GetBoolean());
        Assert.NotNull(Expression.Json.Parse("7").Other);
    }

    [Fact]
    public async Task Lists_in_a_text_are_lists_in_the_program()
    {
        var received = "";
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            received = await reader.ReadToEndAsync();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"at":" 2026-01-31T10:00:00Z ,,2026-02-01T10:00:00+0900","days":"2026-01-31","ports":"","value":"x"}""");
        });
        using var client = new MetersClient(server.Address);
        var moment = new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.FromHours(9));
        var stored = await client.Readings.StoreAsync(
            new()
            {
                At = [moment, moment.AddDays(1)],
                Days = null,
                Ports = [80, -1],
                Shares = [1.50m, 2m],
                Flags = [true, false],
                Hours = [new TimeOnly(10, 30), new TimeOnly(23, 59, 59)],
                Waits = [TimeSpan.FromMinutes(90)],
                Ids = [Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3301")],
                Value = 2,
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(
            """{"at":"2026-01-31T10:00:00+09:00,2026-02-01T10:00:00+09:00","days":null,"ports":"80,-1","shares":"1.50,2","flags":"true,false","hours":"10:"""
            + """30:00,23:59:59","waits":"PT1H30M","ids":"3f2504e0-4f89-11d3-9a0c-0305e82c3301","value":2}""",
            received.Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal([new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero), moment.AddDays(1)], stored.At);
        Assert.Equal([new DateOnly(2026, 1, 31)], stored.Days);
        Assert.Empty(stored.Ports);
    }

    [Theory]
    [InlineData("\"80,x\"")]
    [InlineData("\"99999999999\"")]
    [InlineData("[80]")]
    public void What_is_no_list_of_the_type_is_reported(string ports)
        => Assert.StartsWith(
            "$.ports: ",
            Assert.Throws<ApiJsonException>(() => Reading.Json.Parse($$"""{"at":"","ports":{{ports}},"value":1}""")).Message,
            StringComparison.Ordinal);
}
