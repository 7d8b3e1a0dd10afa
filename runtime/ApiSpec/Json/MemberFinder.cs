using System.Text;
using System.Text.Json;

namespace ApiSpec.Json;

/// <summary>
/// Finds some members of a JSON object in a single pass, without reading the rest. If a member is repeated, the last one counts.
/// </summary>
internal sealed class MemberFinder
{
    /// <summary>The members that one pass can find.</summary>
    public const int MostPaths = 64;

    /// <summary>Separates the names of one member in a path.</summary>
    public const char NameSeparator = '\0';

    // For each step of each path, the names that a member can have there, as in the path.
    private readonly byte[][][] _paths;

    /// <param name="paths">The path of each member, as names from the outermost object. Other names follow a name after <see cref="NameSeparator"/>.</param>
    public MemberFinder(string[][] paths)
    {
        if (paths.Length > MostPaths)
            throw new ArgumentException("One pass looks for 64 members at most.", nameof(paths));
        // Enumerable.Select would add the type loader to native programs: 200 KB.
        _paths = new byte[paths.Length][][];
        for (var i = 0; i < _paths.Length; i++)
        {
            var path = _paths[i] = new byte[paths[i].Length][];
            for (var j = 0; j < path.Length; j++)
                path[j] = Encoding.UTF8.GetBytes(paths[i][j]);
        }
    }

    /// <summary>Returns the names that a member can have at a step of a path.</summary>
    public static string[] NamesOf(string step)
    {
        // String.Split would make native programs larger.
        var count = 1;
        foreach (var c in step)
            count += c == NameSeparator ? 1 : 0;
        var names = new string[count];
        var (index, start) = (0, 0);
        for (var i = 0; i <= step.Length; i++)
        {
            if (i < step.Length && step[i] != NameSeparator)
                continue;
            names[index++] = step.Substring(start, i - start);
            start = i + 1;
        }

        return names;
    }

    /// <summary>How many members it looks for.</summary>
    public int Count => _paths.Length;

    /// <summary>Finds the members.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="maxDepth">How deeply it can be nested.</param>
    /// <param name="found">The positions; <see cref="JsonTokenType.None"/> for absent members.</param>
    /// <returns>False: the text is not a JSON object, or is nested too deeply.</returns>
    public bool TryFind(ReadOnlySpan<byte> utf8, int maxDepth, Span<FoundMember> found)
    {
        found.Clear();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            ReadObject(ref reader, 0, _paths.Length == MostPaths ? ulong.MaxValue : (1UL << _paths.Length) - 1, found);
            // Any text after the object is an error.
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The recursion is as deep as the longest path.
    private void ReadObject(ref Utf8JsonReader reader, int depth, ulong wanted, Span<FoundMember> found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var named = Named(ref reader, depth, wanted);
            reader.Read();
            if (named == 0)
            {
                reader.Skip();
                continue;
            }

            var type = reader.TokenType;
            var start = (int)reader.TokenStartIndex;
            var inner = 0UL;
            for (var i = 0; i < _paths.Length; i++)
            {
                if ((named & (1UL << i)) == 0)
                    continue;
                found[i] = default;
                if (_paths[i].Length > depth + 1)
                    inner |= 1UL << i;
            }

            if (inner != 0 && type == JsonTokenType.StartObject)
                ReadObject(ref reader, depth + 1, inner, found);
            else
                reader.Skip();
            var length = (int)reader.BytesConsumed - start;
            for (var i = 0; i < _paths.Length; i++)
            {
                if ((named & ~inner & (1UL << i)) != 0)
                    found[i] = new FoundMember(type, start, length);
            }
        }
    }

    private ulong Named(ref Utf8JsonReader reader, int depth, ulong wanted)
    {
        var named = 0UL;
        for (var i = 0; i < _paths.Length; i++)
        {
            if ((wanted & (1UL << i)) != 0 && IsAny(ref reader, _paths[i][depth]))
                named |= 1UL << i;
        }

        return named;
    }

    private static bool IsAny(ref Utf8JsonReader reader, ReadOnlySpan<byte> names)
    {
        for (var end = names.IndexOf((byte)NameSeparator); end >= 0; end = names.IndexOf((byte)NameSeparator))
        {
            if (IsText(ref reader, names.Slice(0, end)))
                return true;
            names = names.Slice(end + 1);
        }

        return IsText(ref reader, names);
    }

    /// <summary>Whether the current string of the reader equals a string. Invalid Unicode does not equal any string.</summary>
    public static bool IsText(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>A member that was found in the text.</summary>
/// <param name="Type">The first token of its value; <see cref="JsonTokenType.None"/>: it is not there.</param>
/// <param name="Start">The start of its value.</param>
/// <param name="Length">The length of the value in bytes.</param>
internal readonly record struct FoundMember(JsonTokenType Type, int Start, int Length)
{
    /// <summary>Whether the member is there and is not null.</summary>
    public bool IsGiven => Type is not (JsonTokenType.None or JsonTokenType.Null);

    /// <summary>The value of a string, a number or a Boolean as text; null for others, for invalid Unicode, and for text that is too long.</summary>
    /// <param name="utf8">The text in which the member was found.</param>
    /// <param name="maxLength">The longest text, in bytes as sent.</param>
    public string? TextIn(ReadOnlySpan<byte> utf8, int maxLength)
    {
        if (Length > maxLength)
            return null;
        switch (Type)
        {
            case JsonTokenType.String:
                var reader = new Utf8JsonReader(utf8.Slice(Start, Length));
                reader.Read();
                try
                {
                    return reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    return null;
                }

            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Encoding.UTF8.GetString(utf8.Slice(Start, Length).ToArray());
            default:
                return null;
        }
    }
}
