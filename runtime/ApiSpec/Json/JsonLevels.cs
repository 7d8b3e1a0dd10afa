using System.Text.Json;

namespace ApiSpec.Json;

/// <summary>The objects and arrays around the current token of a reader.</summary>
/// <remarks>They refer to each other, because a list of a further type makes a native program a kilobyte larger.</remarks>
internal sealed class JsonLevels
{
    private JsonLevel? _innermost;

    /// <summary>The outermost object or array, or null.</summary>
    public JsonLevel? Outermost { get; private set; }

    /// <summary>Notes the token of the reader, as a part of the innermost object or array.</summary>
    public void Note(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _innermost!.NameStart = (int)reader.TokenStartIndex;
                _innermost.NameLength = reader.ValueSpan.Length + 2;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _innermost = _innermost!.Outer;
                if (_innermost is null)
                    Outermost = null;
                else
                    _innermost.Inner = null;
                break;
            default:
                if (_innermost is not null)
                    _innermost.Index++;
                break;
        }
    }

    /// <summary>Enters the object or array that starts with the token of the reader, if one does.</summary>
    public void Enter(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var level = new JsonLevel(_innermost, reader.TokenType == JsonTokenType.StartArray);
        if (_innermost is null)
            Outermost = level;
        else
            _innermost.Inner = level;
        _innermost = level;
    }
}

/// <summary>An object or an array, and the current position in it.</summary>
/// <param name="outer">The object or array around it, or null.</param>
/// <param name="isArray">Whether it is an array.</param>
internal sealed class JsonLevel(JsonLevel? outer, bool isArray)
{
    public JsonLevel? Outer => outer;

    public JsonLevel? Inner { get; set; }

    public bool IsArray => isArray;

    /// <summary>The position of the current item, if it is an array; -1 before the first item.</summary>
    public int Index { get; set; } = -1;

    // A name is kept as its position in the text, because most names are never written.
    public int NameStart { get; set; }

    /// <summary>The length of the name of the current member in quotes; 0 before the first member.</summary>
    public int NameLength { get; set; }

    /// <summary>The name of the current member.</summary>
    /// <param name="utf8">The text that the reader reads.</param>
    public string NameIn(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Slice(NameStart, NameLength));
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
}
