using System.Text;
using System.Text.Json;

namespace ApiSpec.Credentials;

/// <summary>Adds a secret to a JSON object. All other bytes of the object stay the same.</summary>
internal static class JsonSecret
{
    /// <summary>Returns the object with the value at a path replaced by a string.</summary>
    /// <param name="json">The object.</param>
    /// <param name="path">The names that point to the string. An object on the way that is missing is added.</param>
    /// <param name="secret">The string.</param>
    /// <exception cref="InvalidOperationException">A part of the path is not an object.</exception>
    public static byte[] Put(ReadOnlySpan<byte> json, IReadOnlyList<string> path, string secret)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        for (var depth = 0; ; depth++)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new InvalidOperationException(
                    depth == 0 ? "The body of the request is not a JSON object to which the credential can be added." : "The member '" + path[depth - 1]
                        + "' of the body is not an object to which the credential can be added.");
            var start = (int)reader.BytesConsumed;
            if (!Find(ref reader, path[depth], out var isEmpty))
                return Splice(json, start, start, Member(path, depth, secret) + (isEmpty ? "" : ","));
            if (depth < path.Count - 1)
                continue;
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            return Splice(json, from, (int)reader.BytesConsumed, Quote(secret));
        }
    }

    // Leaves the reader at the value.
    private static bool Find(ref Utf8JsonReader reader, string name, out bool isEmpty)
    {
        isEmpty = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            var isFound = reader.ValueTextEquals(name);
            reader.Read();
            if (isFound)
                return true;
            reader.Skip();
        }

        return false;
    }

    private static string Member(IReadOnlyList<string> path, int depth, string secret)
    {
        var member = new StringBuilder();
        for (var i = depth; i < path.Count; i++)
            member.Append(i > depth ? "{" : "").Append(Quote(path[i])).Append(':');
        return member.Append(Quote(secret)).Append('}', path.Count - 1 - depth).ToString();
    }

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private static byte[] Splice(ReadOnlySpan<byte> json, int start, int end, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var whole = new byte[start + bytes.Length + json.Length - end];
        json.Slice(0, start).CopyTo(whole);
        bytes.CopyTo(whole.AsSpan(start));
        json.Slice(end).CopyTo(whole.AsSpan(start + bytes.Length));
        return whole;
    }
}
