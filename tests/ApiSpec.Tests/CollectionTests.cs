using System.Text.Json;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Lists and maps compare by value, so that records do.</summary>
public sealed class CollectionTests
{
    [Fact]
    public void Lists_are_equal_when_their_elements_are()
    {
        ApiList<string> list = ["a", "b"];
        AssertEqual(list, new ApiList<string>(new List<string> { "a", "b" }));
        AssertEqual(ApiList.Create<string?>([null]), [null]);
        AssertEqual(ApiList<string>.Empty, []);
        Assert.NotEqual(list, ["b", "a"]);
        Assert.NotEqual(list, ["a"]);
        Assert.NotEqual(list, ["a", "b", "c"]);
        Assert.False(list.Equals(null));
        Assert.False(list.Equals((object)new[] { "a", "b" }));
        Assert.Equal("b", list[1]);
        Assert.Equal(2, list.Count);
        Assert.Equal("[2 items]", list.ToString());
        Assert.Equal("[1 item]", ApiList.Create(["secret"]).ToString());
        var seen = new List<string>();
        foreach (var item in list)
            seen.Add(item);
        Assert.Equal(seen, list.AsEnumerable());
    }

    [Fact]
    public void A_list_does_not_change_with_what_it_was_made_from()
    {
        var source = new[] { 1, 2 };
        var list = new ApiList<int>(source);
        source[0] = 9;
        Assert.Equal(1, list[0]);
    }

    [Fact]
    public void Raw_JSON_and_bytes_compare_by_content()
    {
        AssertEqual(
            Elements("""[1, 1.50, "a", null, true, {"x":[1],"y":2}, 1e400]"""),
            Elements("""[1.0,1.5,"\u0061",null,true,{"y":2,"x":9,"x":[1]},1e400]"""));
        foreach (var other in new[] { "[2]", "[\"1\"]", "[[1]]", "[{}]", "[null]", "[1,1]" })
            Assert.NotEqual(Elements("[1]"), Elements(other));
        Assert.NotEqual(Elements("""[{"x":1}]"""), Elements("""[{"x":2}]"""));
        Assert.NotEqual(Elements("""[{"x":1}]"""), Elements("""[{"y":1}]"""));
        Assert.NotEqual(Elements("[[1,2]]"), Elements("[[2,1]]"));
        AssertEqual<ApiList<ReadOnlyMemory<byte>>>([new byte[] { 1, 2 }], [new byte[] { 1, 2 }]);
        Assert.NotEqual<ApiList<ReadOnlyMemory<byte>>>([new byte[] { 1, 2 }], [new byte[] { 1, 3 }]);
    }

    [Fact]
    public void Maps_are_equal_in_any_order()
    {
        var map = Map(("a", 1), ("b", 2));
        AssertEqual(map, Map(("b", 2), ("a", 1)));
        Assert.NotEqual(map, Map(("a", 1)));
        Assert.NotEqual(map, Map(("a", 1), ("b", 3)));
        Assert.NotEqual(map, Map(("a", 1), ("B", 2)));
        Assert.Equal(9, Map(("a", 1), ("a", 9))["a"]);
        Assert.True(map.TryGetValue("a", out var value));
        Assert.Equal(1, value);
        Assert.False(map.ContainsKey("A"));
        Assert.Throws<KeyNotFoundException>(() => map["c"]);
        Assert.Equal(["a", "b"], map.Keys);
        Assert.Equal([1, 2], map.Values);
        Assert.Equal("{2 entries}", map.ToString());
        AssertEqual(ApiMap<int>.Empty, Map());
    }

    private static ApiList<JsonElement> Elements(string json) => (ApiList<JsonElement>)ApiJson.List(() => ApiJson.Element).Parse(json);

    private static ApiMap<int> Map(params (string Key, int Value)[] entries)
        => new(entries.Select(entry => new KeyValuePair<string, int>(entry.Key, entry.Value)));

    private static void AssertEqual<T>(T left, T right)
        where T : IEquatable<T>
    {
        Assert.True(left.Equals(right));
        Assert.True(((object)left).Equals(right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }
}
