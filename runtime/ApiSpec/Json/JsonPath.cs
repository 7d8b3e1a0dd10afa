using System.Globalization;
using System.Text;
using System.Text.Json;
using ApiSpec.Transport;

namespace ApiSpec.Json;

/// <summary>Finds the path of a token by its offset. It only runs after an error, so it costs nothing otherwise.</summary>
internal static class JsonPath
{
    /// <summary>Returns the path of the token at an offset, or of the last valid token before it.</summary>
    public static string Find(ReadOnlySpan<byte> utf8, long offset, int maxDepth)
    {
        var levels = new List<Level>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        levels[levels.Count - 1].Name = NameOf(ref reader);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        levels.RemoveAt(levels.Count - 1);
                        break;
                    default:
                        if (levels.Count > 0)
                            levels[levels.Count - 1].Index++;
                        break;
                }

                if (reader.TokenStartIndex >= offset)
                    break;

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    levels.Add(new Level(reader.TokenType == JsonTokenType.StartArray));
            }
        }
        catch (JsonException)
        {
            // The text is malformed here, so the path of the last valid token is the best one.
        }

        return Write(levels);
    }

    /// <summary>The step to a member: <c>.name</c>, or <c>['a name']</c> if it is not an identifier.</summary>
    public static string Step(string name)
    {
        foreach (var value in name)
        {
            if (!(char.IsLetterOrDigit(value) || value is '_' or '-'))
                return "['" + Printable.Clean(name) + "']";
        }

        return name.Length == 0 ? "['']" : "." + Printable.Clean(name);
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Write(List<Level> levels)
    {
        var path = new StringBuilder("$");
        foreach (var level in levels)
        {
            if (level is { IsArray: true, Index: >= 0 })
                path.Append('[').Append(level.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else if (level.Name is not null)
                path.Append(Step(level.Name));
        }

        return path.ToString();
    }

    private sealed class Level(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        /// <summary>The position of the current item, if it is an array; -1 before the first item.</summary>
        public int Index { get; set; } = -1;

        /// <summary>The name of the current member, if it is an object; null before the first member.</summary>
        public string? Name { get; set; }
    }
}
