using System.Text;
using System.Text.Json;
using CsCheck;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Single values: valid and invalid JSON, and that written values are read back.</summary>
public sealed class JsonValueTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"12\"", 12L)]
    [InlineData("\"-12\"", -12L)]
    [InlineData("2.0", 2L)]
    [InlineData("1e3", 1000L)]
    public void Whole_numbers_are_read_and_written(string json, long value)
    {
        Assert.Equal(value, ApiJson.Int64.Parse(json));
        if (value is >= int.MinValue and <= int.MaxValue)
            Assert.Equal((int)value, ApiJson.Int32.Parse(json));
        else
            Assert.Throws<ApiJsonException>(() => ApiJson.Int32.Parse(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("\u007F")]
    [InlineData("\u0080")]
    [InlineData("Grüße aus Zürich")]
    [InlineData("ÿ")]
    [InlineData("日本語とASCII")]
    [InlineData("a text of ASCII that is longer than any block of a vector register, with one other character at its very end: 😀")]
    public void Texts_are_read_as_they_are(string text) => Assert.Equal(text, ApiJson.String.Parse("\"" + text + "\""));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("1.5")]
    [InlineData("1e40")]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1.0\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"0x1\"")]
    [InlineData("\"١\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Other_values_are_not_whole_numbers(string json)
    {
        Assert.Throws<ApiJsonException>(() => ApiJson.Int64.Parse(json));
        Assert.Throws<ApiJsonException>(() => ApiJson.Int32.Parse(json));
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("\"1.5\"", 1.5)]
    [InlineData("\"-1.5e2\"", -150)]
    [InlineData("3", 3)]
    public void Numbers(string json, double value)
    {
        Assert.Equal(value, ApiJson.Double.Parse(json));
        Assert.Equal((float)value, ApiJson.Single.Parse(json));
        Assert.Equal((decimal)value, ApiJson.Decimal.Parse(json));
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1,5\"")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Other_values_are_not_numbers(string json)
    {
        Assert.Throws<ApiJsonException>(() => ApiJson.Double.Parse(json));
        Assert.Throws<ApiJsonException>(() => ApiJson.Single.Parse(json));
        Assert.Throws<ApiJsonException>(() => ApiJson.Decimal.Parse(json));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    public void Booleans(string json, bool value) => Assert.Equal(value, ApiJson.Boolean.Parse(json));

    [Theory]
    [InlineData("1")]
    [InlineData("\"yes\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Other_values_are_not_booleans(string json) => Assert.Throws<ApiJsonException>(() => ApiJson.Boolean.Parse(json));

    [Fact]
    public void Bytes_and_UUIDs()
    {
        Assert.Equal([1, 2, 3], ApiJson.Bytes.Parse("\"AQID\"").ToArray());
        Assert.Equal("\"AQID\"", ApiJson.Bytes.ToJson(new byte[] { 1, 2, 3 }));
        Assert.Throws<ApiJsonException>(() => ApiJson.Bytes.Parse("\"A\""));
        Assert.Throws<ApiJsonException>(() => ApiJson.Bytes.Parse("1"));

        var id = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        Assert.Equal(id, ApiJson.Guid.Parse("\"00112233445566778899AABBCCDDEEFF\""));
        Assert.Equal("\"00112233-4455-6677-8899-aabbccddeeff\"", ApiJson.Guid.ToJson(id));
        Assert.Throws<ApiJsonException>(() => ApiJson.Guid.Parse("\"0011\""));
    }

    [Fact]
    public void Elements_outlive_their_text_and_unset_ones_are_null()
    {
        var bytes = Encoding.UTF8.GetBytes("{\"a\":[1,\"x\"]}");
        var element = ApiJson.Element.Parse(bytes);
        Array.Clear(bytes);
        Assert.Equal("{\"a\":[1,\"x\"]}", ApiJson.Element.ToJson(element));
        Assert.Equal("null", ApiJson.Element.ToJson(default));
    }

    [Fact]
    public void Nullable_contracts_let_null_through()
    {
        var number = ApiJson.NullableValue(() => ApiJson.Int32);
        Assert.Null(number.Parse("null"));
        Assert.Equal(5, number.Parse("5"));
        Assert.Equal("null", number.ToJson(null));
        Assert.Equal("5", number.ToJson(5));
        var text = ApiJson.NullableReference(() => ApiJson.String);
        Assert.Null(text.Parse("null"));
        Assert.Equal("null", text.ToJson(null));
        Assert.Equal("\"x\"", text.ToJson("x"));
        Assert.Throws<ApiJsonException>(() => ApiJson.String.Parse("null"));
    }

    [Fact]
    public void Lists_and_maps()
    {
        var list = ApiJson.List(() => ApiJson.Int64);
        Assert.Equal([1, 2, 3, 4, 5], list.Parse("[1,2,3,4,5]"));
        Assert.Empty(list.Parse("[]"));
        Assert.Equal("[1,2]", list.ToJson([1, 2]));
        Assert.Throws<ApiJsonException>(() => list.Parse("null"));
        Assert.Throws<ArgumentNullException>(() => list.ToJson(null!));

        var map = ApiJson.Map(() => list);
        Assert.Equal([2], map.Parse("{\"a\":[1],\"b\":[],\"a\":[2]}")["a"]);
        Assert.Empty(map.Parse("{}"));
        Assert.Equal("{\"a b\":[1]}", map.ToJson(new Dictionary<string, IReadOnlyList<long>> { ["a b"] = [1] }));
        Assert.Throws<ApiJsonException>(() => map.Parse("[]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1 1")]
    [InlineData("1,")]
    [InlineData("[1]]")]
    [InlineData("01")]
    [InlineData("nul")]
    [InlineData("'x'")]
    [InlineData("// comment")]
    [InlineData("[1,]")]
    public void Malformed_text_is_refused(string json)
    {
        Assert.Throws<ApiJsonException>(() => ApiJson.Element.Parse(json));
        Assert.Throws<ApiJsonException>(() => ApiJson.Int32.Parse(json));
    }

    [Fact]
    public void Text_that_is_not_Unicode_is_not_replaced_on_writing()
    {
        foreach (var text in new[] { "a" + '\uD800', '\uDC00' + "b", "\U0001F600" + '\uD83D' + "x", "" + '\uDE00' + '\uD83D' })
        {
            Assert.Throws<ArgumentException>(() => ApiJson.String.ToJson(text));
            Assert.Throws<ArgumentException>(() => Sample.ActionObject.Json.ToJson(new Sample.ActionObject { Name = text }));
            Assert.Throws<ArgumentException>(() => ApiJson.Map(() => ApiJson.Int32).ToJson(new Dictionary<string, int> { [text] = 1 }));
        }

        Assert.Equal("\U0001F600\U0001F600", ApiJson.String.Parse(ApiJson.String.ToJson("\U0001F600\U0001F600")));
        Assert.Throws<ArgumentNullException>(() => ApiJson.String.ToJson(null!));
        Assert.Equal("[0]", Assert.Throws<ArgumentException>(() => ApiJson.List(() => ApiJson.String).ToJson([null!])).ParamName);
        Assert.Equal("\"again\"", ApiJson.String.ToJson("again"));
    }

    [Fact]
    public void Any_text_reads_back()
        => Gen.String.Where(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text).Sample(text =>
        {
            var json = ApiJson.String.ToJson(text);
            Assert.Equal(text, ApiJson.String.Parse(json));
            Assert.Equal(text, JsonDocument.Parse(json).RootElement.GetString());
        });

    [Fact]
    public void Any_number_reads_back()
    {
        Gen.Long.Sample(number => Assert.Equal(number, ApiJson.Int64.Parse(ApiJson.Int64.ToJson(number))));
        Gen.Decimal.Sample(number => Assert.Equal(number, ApiJson.Decimal.Parse(ApiJson.Decimal.ToJson(number))));
        Gen.Double.Where(double.IsFinite).Sample(number => Assert.Equal(number, ApiJson.Double.Parse(ApiJson.Double.ToJson(number))));
    }

    [Fact]
    public void Arbitrary_bytes_give_a_value_or_the_documented_exception()
        => Gen.OneOf(Gen.Byte.Array, Gen.Char["{}[]\",:0123456789.eE+-\\utrfalsn \uFFFD"].Array.Select(text => Encoding.UTF8.GetBytes(text)))
            .Sample(bytes =>
            {
                try
                {
                    Sample.ActionObject.Json.Parse(bytes);
                }
                catch (ApiJsonException exception)
                {
                    Assert.StartsWith("$", exception.Path, StringComparison.Ordinal);
                }
            });
}
