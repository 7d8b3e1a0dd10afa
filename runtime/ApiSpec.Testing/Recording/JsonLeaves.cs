using System.Text;
using System.Text.Json;

namespace ApiSpec.Testing.Recording;

/// <summary>Finds the values in JSON, one after another or line by line. It keeps to the grammar, so that nothing is in another place than it seems.</summary>
internal static class JsonLeaves
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    /// <summary>Whether a text can be an object or an array.</summary>
    public static bool AreLikelyIn(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <summary>The values and the names of members, in their order; null: it is not JSON.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSecretName">Whether the values of a member are secret.</param>
    public static List<Leaf>? Find(string text, Func<string, bool> isSecretName)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var leaves = new List<Leaf>();
        var (read, position, counted) = (0, 0, 0);
        try
        {
            while (SkipSpace(utf8, read) is var start && start < utf8.Length)
            {
                var reader = new Utf8JsonReader(utf8.AsSpan(start), Options);
                var areSecret = new Stack<bool>();
                var isSecret = false;
                do
                {
                    if (!reader.Read())
                        return null;
                    var outer = areSecret.Count > 0 && areSecret.Peek();
                    switch (reader.TokenType)
                    {
                        case JsonTokenType.StartObject or JsonTokenType.StartArray:
                            areSecret.Push(isSecret || outer);
                            isSecret = false;
                            break;
                        case JsonTokenType.EndObject or JsonTokenType.EndArray:
                            areSecret.Pop();
                            break;
                        case JsonTokenType.PropertyName:
                            var name = new Leaf(At(reader.TokenStartIndex + 1), At(EndOfString(utf8, start + reader.TokenStartIndex)), LeafKind.JsonName);
                            leaves.Add(name);
                            isSecret = isSecretName(name.Decode(text).Text);
                            break;
                        case JsonTokenType.String:
                            var (first, end) = (At(reader.TokenStartIndex + 1), At(reader.BytesConsumed - 1));
                            leaves.Add(new Leaf(first, end, LeafKind.JsonString) { IsSecret = isSecret || outer });
                            isSecret = false;
                            break;
                        case JsonTokenType.Null:
                            isSecret = false;
                            break;
                        default:
                            var (firstOfValue, endOfValue) = (At(reader.TokenStartIndex), At(reader.BytesConsumed));
                            leaves.Add(new Leaf(firstOfValue, endOfValue, LeafKind.JsonValue) { IsSecret = isSecret || outer });
                            isSecret = false;
                            break;
                    }
                }
                while (areSecret.Count > 0);
                read = start + (int)reader.BytesConsumed;

                int At(long index)
                {
                    position += Encoding.UTF8.GetCharCount(utf8, counted, start + (int)index - counted);
                    counted = start + (int)index;
                    return position;
                }

                // A name is consumed together with its colon.
                long EndOfString(byte[] bytes, long quote)
                {
                    var end = (int)quote + 1;
                    while (bytes[end] != '"')
                        end += bytes[end] == '\\' ? 2 : 1;
                    return end - start;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return leaves.Count == 0 && read == 0 ? null : leaves;
    }

    private static int SkipSpace(byte[] utf8, int start)
    {
        while (start < utf8.Length && utf8[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            start++;
        return start;
    }
}
