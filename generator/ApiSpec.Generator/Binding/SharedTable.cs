namespace ApiSpec.Generator.Binding;

/// <summary>A table that files fill together: what is looked up in it may come from another file, and what is put into it may be seen by one.</summary>
internal sealed class SharedTable<TKey, TValue>
    where TKey : notnull
{
    private readonly StepRecorder _steps;
    private readonly SharedTableKind _kind;
    private readonly Dictionary<TKey, Cell> _cells;

    /// <summary>Makes a table.</summary>
    /// <param name="steps">Who reads and writes it.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="comparer">How keys compare; null: as they do.</param>
    /// <param name="capacity">How many keys there are likely to be.</param>
    public SharedTable(StepRecorder steps, SharedTableKind kind, IEqualityComparer<TKey>? comparer = null, int capacity = 0)
    {
        _steps = steps;
        _kind = kind;
        _cells = new Dictionary<TKey, Cell>(capacity, comparer);
        Use();
    }

    /// <summary>All keys, in the order in which they were put in. A step that asks for them has to be forgotten (<see cref="StepRecorder.Forget"/>).</summary>
    public IEnumerable<TKey> Keys => _cells.Keys;

    /// <summary>All values, in the order in which their keys were put in; no step may ask for them.</summary>
    public IEnumerable<TValue> Values => _cells.Values.Select(static cell => cell.Value);

    /// <summary>All of it, in the order in which the keys were put in; no step may ask for it.</summary>
    public IEnumerable<(TKey Key, TValue Value)> Pairs => _cells.Select(static cell => (cell.Key, cell.Value.Value));

    /// <summary>Takes the place of the table of that kind which was used before.</summary>
    public void Use() => _steps.Use(_kind, this);

    public bool TryGet(TKey key, out TValue value)
    {
        var found = _cells.TryGetValue(key, out var cell);
        value = cell.Value;
        if (_steps.IsForeign(found, cell.Writer))
            _steps.Note(new Lookup(_kind, key, found, value));
        return found;
    }

    /// <summary>Tells whether the key is there, to those whom its value does not concern.</summary>
    public bool Contains(TKey key)
    {
        var found = _cells.TryGetValue(key, out var cell);
        if (_steps.IsForeign(found, cell.Writer))
            _steps.Note(new Presence(_kind, key, found));
        return found;
    }

    public void Set(TKey key, TValue value)
    {
        _cells[key] = new Cell(value, _steps.Current);
        if (_steps.IsRecording)
            _steps.Note(new Entry(_kind, key, value));
    }

    private static SharedTable<TKey, TValue> Of(StepRecorder steps, SharedTableKind kind) => (SharedTable<TKey, TValue>)steps.TableOf(kind);

    private readonly struct Cell(TValue value, int writer)
    {
        public TValue Value { get; } = value;

        public int Writer { get; } = writer;
    }

    private sealed class Lookup(SharedTableKind kind, TKey key, bool found, TValue value) : SharedRead
    {
        public override bool IsAsBefore(StepRecorder steps)
            => Of(steps, kind)._cells.TryGetValue(key, out var cell) == found && EqualityComparer<TValue>.Default.Equals(cell.Value, value);
    }

    private sealed class Presence(SharedTableKind kind, TKey key, bool found) : SharedRead
    {
        public override bool IsAsBefore(StepRecorder steps) => Of(steps, kind)._cells.ContainsKey(key) == found;
    }

    private sealed class Entry(SharedTableKind kind, TKey key, TValue value) : SharedWrite
    {
        public override void Repeat(StepRecorder steps) => Of(steps, kind)._cells[key] = new Cell(value, StepRecorder.Nobody);
    }
}
