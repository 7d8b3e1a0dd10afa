using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

// Follows the tokens of a value through all its possible shapes.
internal sealed partial class UnionPicker
{
    /// <summary>The entry of a shape among the candidates for the next value. A shape is only added once.</summary>
    private int Require(JsonShape shape)
    {
        if (_known.TryGetValue(shape.Id, out var known) && known.Request == _request)
            return known.Entry;
        _known[shape.Id] = (_request, _entryCount);
        Push(ref _entries, ref _entryCount, new Entry(shape));
        return _entryCount - 1;
    }

    private void RequireChild(int entry, JsonShape shape)
    {
        // This can replace the array.
        var child = Require(shape);
        _entries[entry].Child = child;
    }

    /// <summary>Finds the shapes that fit the value, starting with an entry. Leaves the reader on the last token of the value.</summary>
    private void Match(ref Utf8JsonReader reader, int first)
    {
        _reading?.Step();
        var token = reader.TokenType;
        var firstLink = _linkCount;
        var firstSeen = _seenCount;
        Expand(reader.TokenStartIndex, token, first);
        var last = _entryCount;
        switch (token)
        {
            case JsonTokenType.StartArray:
                MatchItems(ref reader, first, last);
                break;
            case JsonTokenType.StartObject:
                MatchMembers(ref reader, first, last);
                break;
            default:
                MatchToken(ref reader, first, last);
                break;
        }

        for (var i = first; i < last; i++)
            Settle(i, token);
        _linkCount = firstLink;
        _seenCount = firstSeen;
    }

    /// <summary>Adds the inner shapes: the alternatives of unions, and the shape of a nullable value.</summary>
    private void Expand(long offset, JsonTokenType token, int first)
    {
        var isContainer = token is JsonTokenType.StartObject or JsonTokenType.StartArray;
        for (var i = first; i < _entryCount; i++)
        {
            switch (_entries[i].Shape)
            {
                case UnionShape union:
                    _entries[i].First = _linkCount;
                    foreach (var alternative in union.Alternatives)
                        Push(ref _links, ref _linkCount, alternative.CanBegin(token) ? Require(alternative) : -1);
                    if (isContainer)
                    {
                        // Decisions are kept before values are created, so they have the same limit as values.
                        _reading?.CheckCount(_decisionCount);
                        _entries[i].Decision = _decisionCount;
                        Push(ref _decisions, ref _decisionCount, new Decision(offset, union.Id));
                    }

                    break;
                case NullableShape nullable when token != JsonTokenType.Null:
                    _entries[i].First = _linkCount;
                    Push(ref _links, ref _linkCount, Require(nullable.Value));
                    break;
                case RecordShape record when token == JsonTokenType.StartObject:
                    _entries[i].First = _seenCount;
                    _entries[i].HasConstant = record.ConstantMember < 0;
                    for (var word = 0; word < record.Words; word++)
                        Push(ref _seen, ref _seenCount, 0UL);
                    break;
            }
        }
    }

    private void MatchToken(ref Utf8JsonReader reader, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            switch (_entries[i].Shape)
            {
                case SingleShape single:
                    MatchSingle(ref reader, single, ref _entries[i]);
                    break;
                case UnknownShape unknown:
                    MatchUnknown(reader, unknown, i);
                    break;
                case RecordShape or ListShape or TupleShape or MapShape:
                    _entries[i].IsReadable = false;
                    break;
            }
        }
    }

    private static void MatchSingle(ref Utf8JsonReader reader, SingleShape shape, ref Entry entry)
    {
        try
        {
            entry.IsReadable = shape.CanRead(ref reader);
            entry.Weight = shape.CanBegin(reader.TokenType) ? shape.Weigh(ref reader, entry.IsReadable) : -1;
        }
        catch (InvalidOperationException)
        {
            throw JsonFault.NoUnicode(ref reader);
        }
    }

    private void MatchUnknown(Utf8JsonReader reader, UnknownShape shape, int entry)
    {
        var isReadable = shape.CanRead(reader);
        _entries[entry].IsReadable = isReadable;
        _entries[entry].Weight = isReadable ? 2 : -1;
    }

    private void MatchItems(ref Utf8JsonReader reader, int first, int last)
    {
        MatchContainer(ref reader, first, last, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var child = _entryCount;
            _request++;
            for (var i = first; i < last; i++)
            {
                if (_entries[i] is { IsReadable: true, Shape: ListShape list })
                    RequireChild(i, list.Item);
                else if (_entries[i].Shape is TupleShape tuple)
                    MatchPosition(tuple, i);
            }

            if (_entryCount == child)
            {
                _reading?.Step();
                reader.Skip();
                continue;
            }

            Match(ref reader, child);
            for (var i = first; i < last; i++)
            {
                if (_entries[i] is { IsReadable: true, Shape: ListShape } or { Shape: TupleShape, Child: >= 0 })
                    _entries[i].IsReadable = _entries[_entries[i].Child].IsReadable;
            }

            _entryCount = child;
        }

        for (var i = first; i < last; i++)
        {
            if (_entries[i].Shape is not TupleShape tuple)
                continue;
            var isComplete = _entries[i].Next >= tuple.Required;
            _entries[i].IsReadable &= isComplete;
            _entries[i].Weight = !isComplete ? -1 : _entries[i].Next <= tuple.Values.Length ? 3 : 1;
        }
    }

    // A value after the last one can have any shape, because the client keeps or skips it.
    private void MatchPosition(TupleShape tuple, int entry)
    {
        var position = _entries[entry].Next++;
        _entries[entry].Child = -1;
        if (_entries[entry].IsReadable && position < tuple.Values.Length)
            RequireChild(entry, tuple.Values[position]);
    }

    private void MatchMembers(ref Utf8JsonReader reader, int first, int last)
    {
        MatchContainer(ref reader, first, last, JsonTokenType.StartObject);
        while (JsonRead.NextMember(ref reader))
        {
            var child = _entryCount;
            _request++;
            for (var i = first; i < last; i++)
            {
                _entries[i].Child = -1;
                if (_entries[i].Shape is RecordShape record)
                    MatchName(ref reader, record, i);
                else if (_entries[i] is { IsReadable: true, Shape: MapShape map })
                    RequireChild(i, map.Value);
            }

            reader.Read();
            for (var i = first; i < last; i++)
            {
                if (_entries[i].Shape is RecordShape { ConstantMember: >= 0 } record && _entries[i].Member == record.ConstantMember)
                    MatchConstant(ref reader, record, ref _entries[i]);
            }

            if (_entryCount == child)
            {
                _reading?.Step();
                reader.Skip();
                continue;
            }

            Match(ref reader, child);
            for (var i = first; i < last; i++)
            {
                if (_entries[i].Child >= 0)
                    _entries[i].IsReadable = _entries[_entries[i].Child].IsReadable;
            }

            _entryCount = child;
        }

        for (var i = first; i < last; i++)
        {
            if (_entries[i].Shape is not RecordShape record)
                continue;
            var isComplete = record.IsComplete(_seen.AsSpan(_entries[i].First, record.Words));
            _entries[i].IsReadable &= isComplete;
            _entries[i].Weight = isComplete && _entries[i].HasConstant ? _entries[i].Known : -1;
        }
    }

    private void MatchContainer(ref Utf8JsonReader reader, int first, int last, JsonTokenType token)
    {
        for (var i = first; i < last; i++)
        {
            switch (_entries[i].Shape)
            {
                case SingleShape:
                    _entries[i].IsReadable = false;
                    break;
                case UnknownShape unknown:
                    MatchUnknown(reader, unknown, i);
                    break;
                case ListShape or TupleShape or MapShape or RecordShape:
                    _entries[i].IsReadable = _entries[i].Shape.CanBegin(token);
                    break;
            }
        }
    }

    private void MatchName(ref Utf8JsonReader reader, RecordShape record, int entry)
    {
        var next = _entries[entry].Next;
        var member = record.Find(ref reader, ref next);
        _entries[entry].Next = next;
        _entries[entry].Member = member;
        if (member >= 0)
        {
            ref var seen = ref _seen[_entries[entry].First + (member / 64)];
            var bit = 1UL << (member % 64);
            if ((seen & bit) == 0)
                _entries[entry].Known++;
            seen |= bit;
        }

        if (!_entries[entry].IsReadable)
            return;
        var value = member >= 0 ? record.ValueOf(member) : record.ValueOf(ref reader);
        if (value is not null)
            RequireChild(entry, value);
    }

    private static void MatchConstant(ref Utf8JsonReader reader, RecordShape record, ref Entry entry)
    {
        try
        {
            entry.HasConstant = record.IsConstant(ref reader);
        }
        catch (InvalidOperationException)
        {
            throw JsonFault.NoUnicode(ref reader);
        }
    }
}
