using System.Text.Json;

namespace ApiSpec.Json;

/// <summary>
/// Reads the valid parts of a body that contradicts its contract. Members that do not fit are treated as missing, and no member is required.
/// </summary>
internal static class LenientJson
{
    // Each error needs another pass over the body. This is the number of passes for any body; small bodies get more.
    private const int LeastPasses = 16;
    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>Reads a body.</summary>
    /// <param name="json">The contract.</param>
    /// <param name="utf8">The body.</param>
    /// <param name="maxDepth">How deeply it can be nested.</param>
    /// <param name="maxValues">How many values can be built from it.</param>
    /// <param name="timeZone">The zone of dates and times without one that the options of the client name, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The value, or the default of the type if nothing fits.</returns>
    /// <typeparam name="T">The type.</typeparam>
    public static T? Read<T>(ApiJson<T> json, ReadOnlySpan<byte> utf8, int maxDepth, int maxValues, TimeZoneInfo? timeZone, CancellationToken cancellationToken)
    {
        var rest = utf8.ToArray();
        var passes = (int)Math.Max(LeastPasses, MostBytes / Math.Max(rest.Length, 1));
        for (var faults = 0; faults < passes; faults++)
        {
            using var reading = JsonReading.Begin(maxValues, timeZone, cancellationToken, isLenient: true);
            try
            {
                var value = json.Parse(rest, maxDepth);
                // A body of another kind cannot be a value of the type.
                return value is null || value.Equals(ReadNothing(json, maxDepth)) ? default : value;
            }
            catch (ApiJsonException exception)
            {
                // If a member has very many errors, the body is read without this member.
                if (!TryBlank(rest, exception.Offset, maxDepth, isOutermost: faults >= passes / 2))
                    return default;
            }
            catch (JsonLimitException)
            {
                return default;
            }
        }

        return default;
    }

    private static T? ReadNothing<T>(ApiJson<T> json, int maxDepth)
    {
        try
        {
            return json.Parse("{}"u8, maxDepth);
        }
        catch (ApiJsonException)
        {
            return default;
        }
    }

    /// <summary>Replaces the innermost or outermost member around an offset with spaces. Returns false if there is no such member.</summary>
    private static bool TryBlank(byte[] utf8, long offset, int maxDepth, bool isOutermost)
    {
        var members = new Stack<(int Start, int Depth)>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= offset)
            {
                // The end of an object has the depth of the member that holds it.
                var left = reader.TokenType switch
                {
                    JsonTokenType.PropertyName => reader.CurrentDepth,
                    JsonTokenType.EndObject => reader.CurrentDepth + 1,
                    _ => int.MaxValue,
                };
                while (members.Count > 0 && members.Peek().Depth >= left)
                    members.Pop();
                if (reader.TokenType == JsonTokenType.PropertyName)
                    members.Push(((int)reader.TokenStartIndex, reader.CurrentDepth));
            }

            if (members.Count == 0)
                return false;
            var starts = members.ToArray();
            Blank(utf8, starts[isOutermost ? starts.Length - 1 : 0].Start, maxDepth);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Blank(byte[] utf8, int start, int maxDepth)
    {
        // A single value after its name is read as separate JSON.
        var colon = NameEnd(utf8, start);
        var reader = new Utf8JsonReader(utf8.AsSpan(colon + 1), isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth }));
        reader.Read();
        reader.TrySkip();
        var end = colon + 1 + (int)reader.BytesConsumed;

        // The comma after the member is also replaced, or the comma before it if it is the last member.
        var comma = end;
        while (comma < utf8.Length && IsSpace(utf8[comma]))
            comma++;
        var before = start - 1;
        while (before >= 0 && IsSpace(utf8[before]))
            before--;
        if (comma < utf8.Length && utf8[comma] == ',')
            end = comma + 1;
        else if (before >= 0 && utf8[before] == ',')
            start = before;
        utf8.AsSpan(start, end - start).Fill((byte)' ');
    }

    private static int NameEnd(byte[] utf8, int start)
    {
        var end = start + 1;
        for (; utf8[end] != '"'; end++)
        {
            if (utf8[end] == '\\')
                end++;
        }

        return Array.IndexOf(utf8, (byte)':', end);
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
