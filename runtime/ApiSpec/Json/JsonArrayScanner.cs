using System.Buffers;
using System.Text.Json;

namespace ApiSpec.Json;

/// <summary>
/// Finds the elements of one array member of a JSON object that arrives in pieces. It only keeps the element, or the single token, that is not complete yet.
/// Disposing it returns the memory.
/// </summary>
internal sealed class JsonArrayScanner : IDisposable
{
    private const int InitialSize = 16 * 1024;
    private const int LargestSize = int.MaxValue - 64;

    // A larger incomplete token is only read again after it has grown by half. Otherwise, the work would be quadratic for long strings.
    private const int LargestEagerToken = 64 * 1024;

    private readonly string _member;
    private readonly int _maxDepth;
    private readonly int _limit;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private JsonReaderState _state;
    private Phase _phase;
    private int _scanned;
    private int _end;
    private int _elementStart = -1;
    private int _retryAt;
    private long _passed;
    private bool _isWanted;
    private bool _isFinal;

    public JsonArrayScanner(string member, int maxDepth, int limit)
    {
        _member = member;
        _maxDepth = maxDepth;
        _limit = Math.Min(limit, LargestSize - 1);
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth });
    }

    private enum Phase
    {
        Mark,
        Start,
        Members,
        Array,
        Rest,
    }

    /// <summary>Whether the scanner is inside an element, which is then too large. Otherwise, the text between the elements is too large.</summary>
    public bool IsWithinElement => _elementStart >= 0;

    /// <summary>How many elements were found.</summary>
    public long Count { get; private set; }

    /// <summary>The current element, or empty. It is valid until the next search.</summary>
    public ReadOnlyMemory<byte> Element { get; private set; }

    /// <summary>The path that all elements have, without their position.</summary>
    public string ElementsPath => "$" + JsonPath.Step(_member) + "[]";

    /// <summary>The path of the last element, which can be incomplete.</summary>
    public string ElementPath
        => "$" + JsonPath.Step(_member) + "[" + (_elementStart < 0 ? Count - 1 : Count).ToString(System.Globalization.CultureInfo.InvariantCulture) + "]";

    /// <summary>The space for the next block of the text.</summary>
    public ArraySegment<byte> Room()
    {
        var keep = _elementStart < 0 ? _scanned : _elementStart;
        var kept = _end - keep;
        var target = _buffer;
        if (kept > _buffer.Length / 2)
            target = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer.Length, LargestSize));
        if (keep > 0 || target != _buffer)
        {
            _buffer.AsSpan(keep, kept).CopyTo(target);
            _scanned -= keep;
            _end = kept;
            if (_elementStart >= 0)
                _elementStart = 0;
        }

        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        return new ArraySegment<byte>(_buffer, _end, _buffer.Length - _end);
    }

    /// <summary>Reports the number of bytes in the room; 0 means that the text has ended.</summary>
    public void Received(int count)
    {
        _end += count;
        _isFinal = count == 0;
    }

    /// <summary>Searches the received text for the next element.</summary>
    /// <exception cref="ApiJsonException">The text is malformed, or is not an object with such an array.</exception>
    public JsonArrayStep Next()
    {
        Element = default;
        if (!_isFinal && _end - _scanned < _retryAt)
            return Incomplete();
        if (_phase == Phase.Mark && !TrySkipMark())
            return JsonArrayStep.NeedsMore;

        var reader = new Utf8JsonReader(_buffer.AsSpan(_scanned, _end - _scanned), _isFinal, _state);
        var found = false;
        try
        {
            while (!found && reader.Read())
                found = Take(ref reader);
        }
        catch (JsonException exception)
        {
            throw Locate(JsonFault.Malformed(exception, 0));
        }

        _scanned += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        if (found)
        {
            Element = _buffer.AsMemory(_elementStart, _scanned - _elementStart);
            if (Element.Length > _limit)
                return JsonArrayStep.TooLarge;
            _elementStart = -1;
            _retryAt = 0;
            _passed = 0;
            Count++;
            return JsonArrayStep.Element;
        }

        // Skipped text needs no memory, but a server could send it without end.
        _passed = _elementStart < 0 ? _passed + reader.BytesConsumed : 0;

        if (_isFinal)
            return JsonArrayStep.End;
        var pending = _end - _scanned;
        _retryAt = pending < LargestEagerToken ? pending + 1 : pending + (pending / 2);
        return Incomplete();
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        Element = default;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private JsonArrayStep Incomplete()
        => _passed + _end - (_elementStart < 0 ? _scanned : _elementStart) > _limit ? JsonArrayStep.TooLarge : JsonArrayStep.NeedsMore;

    private bool TrySkipMark()
    {
        if (_end < 3 && !_isFinal)
            return false;
        if (_end >= 3 && _buffer[0] == 0xEF && _buffer[1] == 0xBB && _buffer[2] == 0xBF)
            _scanned = 3;
        _phase = Phase.Start;
        return true;
    }

    /// <summary>Records a token. Returns whether an element ends with it.</summary>
    private bool Take(ref Utf8JsonReader reader)
    {
        switch (_phase)
        {
            case Phase.Start:
                if (reader.TokenType != JsonTokenType.StartObject)
                    throw At("$", JsonFault.Expected("an object", ref reader));
                _phase = Phase.Members;
                return false;
            case Phase.Members:
                TakeMember(ref reader);
                return false;
            case Phase.Array:
                return TakeElement(ref reader);
            default:
                return false;
        }
    }

    private void TakeMember(ref Utf8JsonReader reader)
    {
        if (_isWanted)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw At("$" + JsonPath.Step(_member), JsonFault.Expected("an array", ref reader));
            _phase = Phase.Array;
        }
        else if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
        {
            _isWanted = IsNamed(ref reader, _member);
        }
        else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0)
        {
            throw At("$", JsonFault.Missing(_member, ref reader));
        }
    }

    private static bool IsNamed(ref Utf8JsonReader reader, string member)
    {
        try
        {
            return reader.ValueTextEquals(member);
        }
        catch (InvalidOperationException)
        {
            // A name that has no UTF-16 form.
            return false;
        }
    }

    private bool TakeElement(ref Utf8JsonReader reader)
    {
        switch (reader.CurrentDepth)
        {
            case 1:
                _phase = Phase.Rest;
                return false;
            case 2 when _elementStart < 0:
                _elementStart = _scanned + (int)reader.TokenStartIndex;
                return reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            case 2:
                return reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            default:
                return false;
        }
    }

    private ApiJsonException Locate(ApiJsonException exception)
    {
        if (_elementStart < 0)
            return At(_phase == Phase.Array ? "$" + JsonPath.Step(_member) : "$", exception);
        exception.Locate(_buffer.AsSpan(_elementStart, _end - _elementStart), long.MaxValue, _maxDepth);
        exception.Prefix(ElementPath);
        return exception;
    }

    private static ApiJsonException At(string path, ApiJsonException exception)
    {
        exception.Locate(default, 1);
        exception.Prefix(path);
        return exception;
    }
}
