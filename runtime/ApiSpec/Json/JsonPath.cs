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
        var levels = new JsonLevels();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read())
            {
                levels.Note(ref reader);
                if (reader.TokenStartIndex >= offset)
                    break;
                levels.Enter(ref reader);
            }
        }
        catch (JsonException)
        {
            // The text is malformed here, so the path of the last valid token is the best one.
        }

        return Write(levels, utf8);
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

    private static string Write(JsonLevels levels, ReadOnlySpan<byte> utf8)
    {
        var path = new StringBuilder("$");
        for (var level = levels.Outermost; level is not null; level = level.Inner)
        {
            if (level is { IsArray: true, Index: >= 0 })
                path.Append('[').Append(level.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else if (level.NameLength > 0)
                path.Append(Step(level.NameIn(utf8)));
        }

        return path.ToString();
    }
}
