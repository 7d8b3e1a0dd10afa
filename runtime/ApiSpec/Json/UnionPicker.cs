using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>
/// Decides which alternative each union of a value is, in a single pass over its tokens, before the value is read. All possible shapes of a part of the value
/// are
/// followed at the same time, so no token is read twice for one shape. Therefore the work is linear in the text, even if unions and records are nested.
/// </summary>
/// <remarks>
/// The decisions are kept until the outermost union has been read. Each thread has one object. Its arrays are stacks, and a nested reading restores them.
/// </remarks>
internal sealed partial class UnionPicker
{
    // Larger arrays are not kept after the reading.
    private const int MostKept = 1024;

    // A decision that is not made yet. A hand-written contract can ask for it meanwhile.
    private const int Open = -2;

    [ThreadStatic]
    private static UnionPicker? t_picker;

    // Most programs read no union. Then no field of the thread is needed, whose access costs as much as reading a short string.
    private static bool s_isUsed;

    private readonly Dictionary<int, (long Request, int Entry)> _known = [];
    private Entry[] _entries = new Entry[16];
    private int _entryCount;
    private int[] _links = new int[16];
    private int _linkCount;
    private ulong[] _seen = new ulong[8];
    private int _seenCount;
    private Decision[] _decisions = new Decision[16];
    private int _decisionCount;
    private int _firstDecision;
    private int _nextDecision;
    private long _request;
    private JsonReading? _reading;

    /// <summary>The object of this thread.</summary>
    public static UnionPicker OfThread => t_picker ??= Create();

    /// <summary>Detaches the object of this thread while another string is read. Returns null if it has no decisions.</summary>
    public static UnionPicker? Detach()
    {
        if (!s_isUsed || t_picker is not { _decisionCount: > 0 } picker)
            return null;
        t_picker = null;
        return picker;
    }

    /// <summary>Attaches the object that <see cref="Detach"/> returned.</summary>
    public static void Attach(UnionPicker? picker)
    {
        if (picker is not null)
            t_picker = picker;
    }

    /// <summary>Starts with a value that no decision covers.</summary>
    /// <returns>The argument for <see cref="End"/>.</returns>
    public Mark Begin()
    {
        var mark = new Mark(_entryCount, _linkCount, _seenCount, _decisionCount, _firstDecision, _nextDecision, _reading);
        _firstDecision = _nextDecision = _decisionCount;
        _reading = JsonReading.Current;
        return mark;
    }

    /// <summary>Removes the decisions since <see cref="Begin"/>.</summary>
    public void End(in Mark mark)
    {
        _entryCount = mark.Entries;
        _linkCount = mark.Links;
        _seenCount = mark.Seen;
        _decisionCount = mark.Decisions;
        _firstDecision = mark.First;
        _nextDecision = mark.Next;
        _reading = mark.Reading;
        if (_decisionCount > 0 || _entryCount > 0)
            return;
        Trim(ref _entries);
        Trim(ref _links);
        Trim(ref _seen);
        Trim(ref _decisions);
    }

    /// <summary>Finds the decision about a union at a position in the text.</summary>
    public bool TryFind(long offset, UnionShape union, out int alternative)
    {
        alternative = -1;
        if (_decisionCount == _firstDecision)
            return false;

        // They are read in the order of the text. A hand-written contract can go back.
        if (_nextDecision > _firstDecision && _decisions[_nextDecision - 1].Offset >= offset)
            _nextDecision = FirstAt(offset);
        while (_nextDecision < _decisionCount && _decisions[_nextDecision].Offset < offset)
            _nextDecision++;
        for (var i = _nextDecision; i < _decisionCount && _decisions[i].Offset == offset; i++)
        {
            if (_decisions[i].Union != union.Id || _decisions[i].Alternative == Open)
                continue;
            alternative = _decisions[i].Alternative;
            return true;
        }

        return false;
    }

    /// <summary>Decides about a union, and about all unions within its value.</summary>
    /// <param name="reader">A separate reader, on the value's first token.</param>
    /// <param name="union">The union.</param>
    public int Pick(Utf8JsonReader reader, UnionShape union)
    {
        var first = _entryCount;
        _request++;
        Require(union);
        Match(ref reader, first);
        return _entries[first].Pick;
    }

    private static UnionPicker Create()
    {
        s_isUsed = true;
        return new UnionPicker();
    }

    private static void Trim<T>(ref T[] items)
    {
        if (items.Length > MostKept)
            items = new T[16];
    }

    private static void Push<T>(ref T[] items, ref int count, T item)
    {
        if (count == items.Length)
            Array.Resize(ref items, count * 2);
        items[count++] = item;
    }

    private int FirstAt(long offset)
    {
        var low = _firstDecision;
        var high = _decisionCount;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_decisions[middle].Offset < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Completes the entries that depend on other shapes of the value.</summary>
    private void Settle(int entry, JsonTokenType token)
    {
        if (_entries[entry].IsSettled)
            return;
        _entries[entry].IsSettled = true;
        switch (_entries[entry].Shape)
        {
            case NullableShape when token != JsonTokenType.Null:
                var value = _links[_entries[entry].First];
                Settle(value, token);
                _entries[entry].IsReadable = _entries[value].IsReadable;
                break;
            case UnionShape union:
                Choose(entry, union, token);
                break;
        }
    }

    private void Choose(int entry, UnionShape union, JsonTokenType token)
    {
        var pick = -1;
        var best = -1;
        var most = 0;
        for (var i = 0; i < union.Alternatives.Length; i++)
        {
            var link = _links[_entries[entry].First + i];
            if (link < 0)
                continue;
            Settle(link, token);
            var weight = WeightOf(union, link);
            // If no array has a position for every value, the longest one leaves out the fewest.
            var positions = weight == 1 && _entries[link].Shape is TupleShape tuple ? tuple.Values.Length : 0;
            if (weight < best || (weight == best && positions <= most))
                continue;
            pick = i;
            best = weight;
            most = positions;
        }

        _entries[entry].Pick = pick;
        _entries[entry].Weight = best;
        // A value that does not fit any alternative is kept unchanged.
        _entries[entry].IsReadable = pick < 0 || _entries[_links[_entries[entry].First + pick]].IsReadable;
        if (_entries[entry].Decision >= 0)
            _decisions[_entries[entry].Decision].Alternative = pick;
    }

    // The number of members that a record knows; 2 for a checked or listed value, 1 for a value that only has the right form. An object with named members is
    // preferred to a map, and an array whose values all have a position to a list.
    private int WeightOf(UnionShape union, int entry) => _entries[entry].Shape switch
    {
        ListShape when !union.TellsListsApart => 1,
        ListShape => _entries[entry].IsReadable ? 2 : -1,
        TupleShape when !_entries[entry].IsReadable => union.TellsListsApart ? -1 : Math.Min(_entries[entry].Weight, 1),
        MapShape or AnyShape or NullableShape => _entries[entry].IsReadable ? 0 : -1,
        _ => _entries[entry].Weight,
    };

    /// <summary>The state that is restored after a value has been read.</summary>
    internal readonly record struct Mark(int Entries, int Links, int Seen, int Decisions, int First, int Next, JsonReading? Reading);

    /// <summary>The decision about a union at a position in the text.</summary>
    private struct Decision(long offset, int union)
    {
        public long Offset { get; } = offset;

        public int Union { get; } = union;

        public int Alternative { get; set; } = Open;
    }

    /// <summary>A possible shape of the value, and the knowledge about it.</summary>
    private struct Entry(JsonShape shape)
    {
        public JsonShape Shape { get; } = shape;

        /// <summary>Whether the value can be read, as far as it was checked.</summary>
        public bool IsReadable { get; set; } = true;

        public bool IsSettled { get; set; }

        /// <summary>How well the value fits as an alternative; -1: not at all.</summary>
        public int Weight { get; set; } = -1;

        /// <summary>Of a union: the alternative that the value is.</summary>
        public int Pick { get; set; } = -1;

        /// <summary>The position of the decision about a union in an object or array.</summary>
        public int Decision { get; set; } = -1;

        /// <summary>The first of the entries that a union or nullable value depends on; of a record, the first word of the members that were seen.</summary>
        public int First { get; set; } = -1;

        /// <summary>The entry of the current item or member.</summary>
        public int Child { get; set; } = -1;

        /// <summary>Of a record: the current member, and the expected next one.</summary>
        public int Member { get; set; } = -1;

        public int Next { get; set; }

        /// <summary>Of a record: how many of its members the value has.</summary>
        public int Known { get; set; }

        public bool HasConstant { get; set; }
    }
}
