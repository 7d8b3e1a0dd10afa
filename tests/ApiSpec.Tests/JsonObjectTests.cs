using System.Globalization;
using System.Text;
using System.Text.Json;
using ApiSpec.Generated;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Members of an object are found by their position among the names of the schema.</summary>
public sealed class JsonObjectTests
{
    private static readonly JsonMembers s_few = new("Part", 0x2, "name", "size", "name-2");

    [Fact]
    public void Unknown_members_are_skipped_or_left_to_the_caller()
    {
        const string Json = """{"size":1,"other":{"name":[2]},"name-2":3}""";

        Assert.Equal("1 2, 6", Read(s_few, Json, skipsUnknown: true));
        Assert.Equal("1 -1 2, 6", Read(s_few, Json, skipsUnknown: false));
    }

    [Fact]
    public void Only_the_first_64_names_are_noted()
    {
        var many = new JsonMembers("Wide", 1UL << 63, [.. Enumerable.Range(0, 66).Select(static index => "m" + index)]);

        Assert.Equal("65 63 64 1, 8000000000000002", Read(many, """{"m65":0,"m63":0,"m64":0,"m1":0}""", skipsUnknown: true));
        Assert.Throws<ApiJsonException>(() => Read(many, """{"m0":0,"m65":0}""", skipsUnknown: true));
    }

    [Fact]
    public void Each_of_many_similar_names_is_found_in_any_order()
    {
        // Each length up to 40, and for each position of a name a second name that only differs there.
        var text = string.Concat(Enumerable.Range(0, 40).Select(static index => (char)('A' + (index % 26))));
        var names = Enumerable.Range(0, 41).SelectMany(length => Enumerable.Range(0, length).Select(at => text[..at] + '~' + text[(at + 1)..length])
            .Prepend(text[..length])).ToArray();
        var members = new JsonMembers(names);

        foreach (var index in Enumerable.Range(0, names.Length).Reverse())
            Assert.StartsWith(index + ", ", Read(members, $$"""{"{{names[index]}}":0}""", skipsUnknown: false), StringComparison.Ordinal);
        Assert.All(names, name => Assert.StartsWith("-1", Read(members, $$"""{"{{name}}!":0}""", skipsUnknown: false), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]", "an object (Part)")]
    [InlineData("""{"name":"a","other":1}""", "is missing")]
    public void Wrong_objects_are_refused(string json, string shown)
        => Assert.Contains(shown, Assert.Throws<ApiJsonException>(() => Read(s_few, json, skipsUnknown: true)).Message, StringComparison.Ordinal);

    private static string Read(JsonMembers members, string text, bool skipsUnknown)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        reader.Read();
        var json = members.Start(ref reader);
        var found = new List<int>();
        while (skipsUnknown ? json.NextKnown(ref reader) : json.Next(ref reader))
        {
            found.Add(json.Member);
            if (json.Member < 0)
                json.Skip(ref reader);
            else
                reader.Skip();
        }

        return string.Join(' ', found) + ", " + json.Seen.ToString("X", CultureInfo.InvariantCulture);
    }
}
