using System.Text;
using System.Text.Json;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Observability;

/// <summary>Finds the paths of several tokens in a single pass. It only runs if there is drift and a listener.</summary>
internal static class DriftPaths
{
    private const int LongestPath = 256;

    /// <summary>Sets the paths of the positions. After a syntax error, a position has the last valid path.</summary>
    /// <param name="places">The places in the order of the text.</param>
    /// <param name="first">The first place without a path.</param>
    /// <param name="utf8">The text.</param>
    /// <param name="maxDepth">How deeply it can be nested.</param>
    /// <param name="root">The path of the text within the body.</param>
    /// <param name="secrets">The secrets of the request, which a member of the response can repeat in its name.</param>
    public static void Locate(List<DriftPlace> places, int first, ReadOnlySpan<byte> utf8, int maxDepth, string root, RequestSecrets secrets)
    {
        var levels = new List<Level>();
        var next = first;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (next < places.Count && reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        levels[levels.Count - 1].NameStart = (int)reader.TokenStartIndex;
                        levels[levels.Count - 1].NameLength = reader.ValueSpan.Length + 2;
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        levels.RemoveAt(levels.Count - 1);
                        break;
                }

                while (next < places.Count && reader.TokenStartIndex >= places[next].Offset)
                    SetPaths(places[next++], levels, utf8, root, secrets);

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    levels.Add(new Level(reader.TokenType == JsonTokenType.StartArray));
            }
        }
        catch (JsonException)
        {
            // The reader of the text reports this.
        }

        while (next < places.Count)
            SetPaths(places[next++], levels, utf8, root, secrets);
    }

    private static void SetPaths(DriftPlace place, List<Level> levels, ReadOnlySpan<byte> utf8, string root, RequestSecrets secrets)
    {
        place.Path = Write(levels, utf8, root, null);
        place.ShownPath = Write(levels, utf8, root, secrets);
    }

    private static string Write(List<Level> levels, ReadOnlySpan<byte> utf8, string root, RequestSecrets? secrets)
    {
        var path = new StringBuilder(root);
        foreach (var level in levels)
        {
            if (level.IsArray)
                path.Append("[]");
            else if (level.NameLength > 0)
            {
                var name = NameAt(utf8.Slice(level.NameStart, level.NameLength));
                path.Append(JsonPath.Step(secrets is null ? name : secrets.Hide(name)));
            }

            if (path.Length > LongestPath)
                return path.ToString(0, LongestPath) + "…";
        }

        return path.ToString();
    }

    private static string NameAt(ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private sealed class Level(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        // A name is kept as its position in the text, because most names are never written.
        public int NameStart { get; set; }

        public int NameLength { get; set; }
    }
}
