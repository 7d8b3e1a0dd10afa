namespace ApiSpec.Generator.Binding;

/// <summary>A table that steps fill. Lookups can find entries of other steps, so the table records lookups and entries for each step.</summary>
internal sealed class SharedTable<TKey, TValue>
    where TKey : notnull
{
    private readonly StepRecorder _steps;
    private readonly SharedTableKind _kind;
    private readonly Dictionary<TKey, Cell> _cells;

    /// <summary>Creates a table.</summary>
    /// <param name="steps">Records the lookups and entries of steps.</param>
    /// <param name="kind">The purpose of the table.</param>
    /// <param name="comparer">Compares keys; null: the default comparer.</param>
    /// <param name="capacity">The expected number of keys.</param>
    public SharedTable(StepRecorder steps, SharedTableKind kind, IEqualityComparer<TKey>? comparer = null, int capacity = 0)
    {
        _steps = steps;
        _kind = kind;
        _cells = new Dictionary<TKey, Cell>(capacity, comparer);
        Use();
    }

    /// <summary>All values in the order in which their keys were added. No step may use them.</summary>
    public IEnumerable<TValue> Values => _cells.Values.Select(static cell => cell.Value);

    /// <summary>All entries in the order in which the keys were added. No step may use them.</summary>
    public IEnumerable<(TKey Key, TValue Value)> Pairs => _cells.Select(static cell => (cell.Key, cell.Value.Value));

    /// <summary>Replaces the current table of this kind.</summary>
    public void Use() => _steps.Use(_kind, this);

    public bool TryGet(TKey key, out TValue value)
    {
        var found = TryPeek(key, out var cell);
        value = cell.Value;
        // After the last step, entries are looked up while others are enumerated.
        if (_steps.Current == StepRecorder.Nobody || (found && (cell.Writer == _steps.Position || cell.Reader == _steps.Current)))
            return found;
        // Once in a step: sections that refer to each other in long chains look up the same names over and over.
        if (found)
            _cells[key] = cell.ReadBy(_steps.Current);
        if (_steps.IsRecording)
            _steps.Note(new Lookup(_kind, key, found, value));
        return found;
    }

    /// <summary>Whether the table has the key. A step that does not need the value should use this, so that it stays valid if the value changes.</summary>
    public bool Contains(TKey key)
    {
        var found = TryPeek(key, out var cell);
        if (_steps.IsForeign(found, cell.Writer) && !(found && cell.Reader == _steps.Current))
            _steps.Note(new Presence(_kind, key, found));
        return found;
    }

    public void Set(TKey key, TValue value)
    {
        SetForNow(key, value);
        if (_steps.IsRecording)
            _steps.Note(new Entry(_kind, key, value));
    }

    /// <summary>Sets the value of a key that the step needs until it sets the final value.</summary>
    public void SetForNow(TKey key, TValue value)
        => _cells[key] = new Cell(
            value, _steps.Position, _steps.IsUpdating && _cells.TryGetValue(key, out var before) ? before.Reader : StepRecorder.Nobody);

    // A step that is run again after others does not see what they added.
    private bool TryPeek(TKey key, out Cell cell)
    {
        if (_cells.TryGetValue(key, out cell) && cell.Writer <= _steps.Position)
            return true;
        cell = default;
        return false;
    }

    private static SharedTable<TKey, TValue> Of(StepRecorder steps, SharedTableKind kind) => (SharedTable<TKey, TValue>)steps.TableOf(kind);

    private readonly struct Cell(TValue value, int writer, int reader = StepRecorder.Nobody)
    {
        public TValue Value { get; } = value;

        /// <summary>The position at which the value was added.</summary>
        public int Writer { get; } = writer;

        /// <summary>The step that looked the value up last, without the step that added it.</summary>
        public int Reader { get; } = reader;

        public Cell ReadBy(int step) => new(Value, Writer, step);

        public Cell Hidden() => new(Value, int.MaxValue, Reader);
    }

    private sealed class Lookup(SharedTableKind kind, TKey key, bool found, TValue value) : SharedRead
    {
        public override bool IsAsBefore(StepRecorder steps)
        {
            var table = Of(steps, kind);
            if (table.TryPeek(key, out var cell) != found || !EqualityComparer<TValue>.Default.Equals(cell.Value, value))
                return false;
            if (found && cell.Reader == StepRecorder.Nobody)
                table._cells[key] = cell.ReadBy(steps.Current);
            return true;
        }
    }

    private sealed class Presence(SharedTableKind kind, TKey key, bool found) : SharedRead
    {
        public override bool IsAsBefore(StepRecorder steps) => Of(steps, kind).TryPeek(key, out _) == found;
    }

    private sealed class Entry(SharedTableKind kind, TKey key, TValue value) : SharedWrite(kind)
    {
        private readonly TKey _key = key;
        private readonly TValue _value = value;

        public override object? BoxedValue => _value;

        public override void Repeat(StepRecorder steps) => Of(steps, Kind).SetForNow(_key, _value);

        public override bool TryHide(StepRecorder steps)
        {
            var cells = Of(steps, Kind)._cells;
            if (!cells.TryGetValue(_key, out var cell) || (cell.Writer != steps.Position && cell.Writer != int.MaxValue))
                return false;
            cells[_key] = cell.Hidden();
            return true;
        }

        public override bool HasSameKey(SharedWrite other)
            => other is Entry entry && Kind == other.Kind && EqualityComparer<TKey>.Default.Equals(_key, entry._key);

        public override bool HasSameValue(SharedWrite other) => other is Entry entry && EqualityComparer<TValue>.Default.Equals(_value, entry._value);

        public override bool IsRead(StepRecorder steps) => Of(steps, Kind)._cells.TryGetValue(_key, out var cell) && cell.Reader != StepRecorder.Nobody;
    }
}
