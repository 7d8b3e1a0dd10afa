using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ApiSpec.Tests.Support;

/// <summary>The keys that the JSON Schema of the format lists, for tests that cover all of them.</summary>
public static class SchemaKeys
{
    /// <summary>All keys, each once.</summary>
    public static IReadOnlySet<string> All { get; } = new SortedSet<string>(
        In(JsonNode.Parse(File.ReadAllText(Repository.PathOf("specs", "apispec.schema.json")))), StringComparer.Ordinal);

    /// <summary>Returns whether a spec has a key, in a block or between braces.</summary>
    public static bool IsIn(string text, string key) => Regex.IsMatch(text, "(^|[{,-]) *" + Regex.Escape(key) + ":", RegexOptions.Multiline);

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject table => table.SelectMany(static pair
            => pair is { Key: "properties", Value: JsonObject keys } ? keys.Select(static key => key.Key).Concat(In(keys)) : In(pair.Value)),
        JsonArray list => list.SelectMany(In),
        _ => [],
    };
}
