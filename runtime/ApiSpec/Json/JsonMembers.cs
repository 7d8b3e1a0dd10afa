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
    private readonly NameTable _table;
    private JsonEncodedText[]? _encodedNames;
#if NET8_0_OR_GREATER
    private readonly RecentTexts?[] _recentTexts;
#endif

    /// <summary>Prepares the names.</summary>
    /// <param name="names">The names in JSON, before escaping.</param>
    public JsonMembers(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        _utf8Names = new byte[names.Length][];
#if NET8_0_OR_GREATER
        _recentTexts = new RecentTexts?[names.Length];
#endif
        for (var i = 0; i < names.Length; i++)
            _utf8Names[i] = Encoding.UTF8.GetBytes(names[i]);
        _table = new NameTable(_utf8Names);
    }

    /// <summary>Prepares the members of a schema.</summary>
    /// <param name="schema">The name of the schema, for messages.</param>
    /// <param name="required">A bit for each required member among the first 64 names.</param>
    /// <param name="names">The names in JSON, before escaping.</param>
    public JsonMembers(string schema, ulong required, params string[] names)
        : this(names)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        Required = required;
    }

    internal string Schema { get; } = "";

    internal ulong Required { get; }

    /// <summary>The names, ready for writing.</summary>
    internal JsonEncodedText[] EncodedNames => _encodedNames ?? EncodeNames();

    /// <summary>Starts to read an object. The reader is on its first token.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="ApiJsonException">The value is not an object.</exception>
    public JsonObjectReader Start(ref Utf8JsonReader reader)
    {
        // Each member needs memory, even if it is absent.
        JsonReading.Current?.Spend(_names.Length + 1);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw JsonFault.Expected("an object (" + Schema + ")", ref reader);
        return new JsonObjectReader(this);
    }

    /// <summary>Starts to write an object.</summary>
    /// <param name="writer">The writer.</param>
    public JsonObjectWriter Start(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        return new JsonObjectWriter(writer, this);
    }

    /// <summary>Starts to read an array whose values are the members, in order. The reader is on its first token.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="ApiJsonException">The value is not an array.</exception>
    public JsonArrayReader StartArray(ref Utf8JsonReader reader)
    {
        JsonReading.Current?.Spend(_names.Length + 1);
        if (reader.TokenType != JsonTokenType.StartArray)
            throw JsonFault.Expected("an array (" + Schema + ")", ref reader);
        return new JsonArrayReader(this);
    }

    /// <summary>Starts to write an array whose values are the members, in order.</summary>
    /// <param name="writer">The writer.</param>
    public JsonArrayWriter StartArray(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        return new JsonArrayWriter(writer, this);
    }

    /// <summary>Recognises the current string of the reader, which does not move.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The position of the value, or -1 if it is unknown or not a string.</returns>
    public int MatchValue(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? Find(ref reader) : -1;

    /// <summary>Returns the current string of the reader as the value of a member. A recent value of the member is returned as the same object.</summary>
    /// <exception cref="ApiJsonException">The value is not a string.</exception>
#if !NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Performance", "CA1822:Mark members as static", Justification = "Callers are the same for all targets.")]
#endif
    internal string String(ref Utf8JsonReader reader, int index)
    {
#if NET8_0_OR_GREATER
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence
            && reader.ValueSpan.Length <= RecentTexts.LongestText)
            return (_recentTexts[index] ??= new RecentTexts()).Read(ref reader);
#endif
        return JsonRead.String(ref reader);
    }

    /// <summary>The position of a name; -1 when it is unknown.</summary>
    /// <param name="name">The name.</param>
    public int IndexOf(string? name) => name is null ? -1 : Array.IndexOf(_names, name);

    internal int Count => _names.Length;

    internal string NameOf(int index) => _names[index];

    /// <summary>Recognises the current member name of the reader, which does not move. Returns -1 if it is unknown.</summary>
    internal int FindName(ref Utf8JsonReader reader, int next)
        => (uint)next < (uint)_utf8Names.Length && !reader.ValueIsEscaped && !reader.HasValueSequence && reader.ValueSpan.SequenceEqual(_utf8Names[next])
            ? next
            : Find(ref reader);

    private int Find(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
            return _table.Find(reader.ValueSpan);

        for (var i = 0; i < _utf8Names.Length; i++)
        {
            if (reader.ValueTextEquals(_utf8Names[i]))
                return i;
        }

        return -1;
    }

    // Only writing needs encoded names, and most records are only read.
    private JsonEncodedText[] EncodeNames()
    {
        var encoded = new JsonEncodedText[_names.Length];
        for (var i = 0; i < encoded.Length; i++)
            encoded[i] = JsonEncodedText.Encode(_names[i], JsonOutput.Encoder);
        return _encodedNames = encoded;
    }
}
