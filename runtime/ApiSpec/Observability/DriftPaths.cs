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
    /// <param name="next">The first place, which knows the next one.</param>
    /// <param name="utf8">The text.</param>
    /// <param name="maxDepth">How deeply it can be nested.</param>
    /// <param name="root">The path of the text within the body.</param>
    /// <param name="secrets">The secrets of the request, which a member of the response can repeat in its name.</param>
    public static void Locate(DriftPlace? next, ReadOnlySpan<byte> utf8, int maxDepth, string root, RequestSecrets secrets)
    {
        var levels = new JsonLevels();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (next is not null && reader.Read())
            {
                levels.Note(ref reader);
                for (; next is not null && reader.TokenStartIndex >= next.Offset; next = next.Next)
                    SetPaths(next, levels, utf8, root, secrets);
                levels.Enter(ref reader);
            }
        }
        catch (JsonException)
        {
            // The reader of the text reports this.
        }

        for (; next is not null; next = next.Next)
            SetPaths(next, levels, utf8, root, secrets);
    }

    private static void SetPaths(DriftPlace place, JsonLevels levels, ReadOnlySpan<byte> utf8, string root, RequestSecrets secrets)
    {
        place.Path = Write(levels, utf8, root, null);
        place.ShownPath = Write(levels, utf8, root, secrets);
    }

    private static string Write(JsonLevels levels, ReadOnlySpan<byte> utf8, string root, RequestSecrets? secrets)
    {
        var path = new StringBuilder(root);
        for (var level = levels.Outermost; level is not null; level = level.Inner)
        {
            if (level.IsArray)
                path.Append("[]");
            else if (level.NameLength > 0)
            {
                var name = level.NameIn(utf8);
                path.Append(JsonPath.Step(secrets is null ? name : secrets.Hide(name)));
            }

            if (path.Length > LongestPath)
            {
                path.Length = LongestPath;
                return path.Append('…').ToString();
            }
        }

        return path.ToString();
    }
}
