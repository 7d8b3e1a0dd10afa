using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>The member names of a schema, or the values of an enumeration, in documented order. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers
{
    private readonly string[] _names;
    private readonly byte[][] _utf8Names;
    private readonly JsonEncodedText[] _encodedNames;

    /// <summary>Prepares the names.</summary>
    /// <param name="names">The names as they stand in JSON, before escaping.</param>
    public JsonMembers(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        _utf8Names = new byte[names.Length][];
        _encodedNames = new JsonEncodedText[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            _utf8Names[i] = Encoding.UTF8.GetBytes(names[i]);
            _encodedNames[i] = JsonEncodedText.Encode(names[i], JsonOutput.Encoder);
        }
    }

    /// <summary>A name, ready for writing.</summary>
    /// <param name="index">Its position.</param>
    public JsonEncodedText this[int index] => _encodedNames[index];

    /// <summary>
    /// Recognises the member name that the reader stands on, and goes on to the member's value. The reader stays on the name when it is unknown:
    /// <see cref="JsonRead.Skip"/> and <see cref="JsonRead.Unknown"/> go on from there.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="next">The name that is tried first; moves along in documented order.</param>
    /// <returns>The name's position, or -1.</returns>
    public int Match(ref Utf8JsonReader reader, ref int next)
    {
        var names = _utf8Names;
        var index = next;
        if ((uint)index >= (uint)names.Length || !reader.ValueTextEquals(names[index]))
            index = Find(ref reader);
        if (index < 0)
            return -1;

        next = index + 1;
        reader.Read();
        return index;
    }

    /// <summary>Recognises the string that the reader stands on; the reader does not move.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value's position; -1 when it is unknown, or is no string.</returns>
    public int MatchValue(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? Find(ref reader) : -1;

    /// <summary>The position of a name; -1 when it is unknown.</summary>
    /// <param name="name">The name.</param>
    public int IndexOf(string? name) => name is null ? -1 : Array.IndexOf(_names, name);

    internal int Count => _names.Length;

    internal string NameOf(int index) => _names[index];

    private int Find(ref Utf8JsonReader reader)
    {
        var names = _utf8Names;
        for (var i = 0; i < names.Length; i++)
        {
            if (reader.ValueTextEquals(names[i]))
                return i;
        }

        return -1;
    }
}
