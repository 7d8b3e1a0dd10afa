namespace ApiSpec.Generator.Binding;

/// <summary>
/// An index over all files. No step changes it. A step that looks something up in it is only repeated from memory if the lookup would have the same result.
/// </summary>
internal sealed class SharedIndex<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly StepRecorder _steps;
    private readonly SharedIndexKind _kind;
    private readonly IReadOnlyDictionary<TKey, TValue> _entries;

    // What was looked up about each key, if entries can be replaced.
    private readonly Dictionary<TKey, List<IndexRead>>? _reads;

    // The step that looked up each key last.
    private Dictionary<TKey, int>? _readers;

    /// <param name="steps">Records the lookups of steps.</param>
    /// <param name="kind">The purpose of the index.</param>
    /// <param name="entries">The entries. They do not change while a step runs.</param>
    /// <param name="isReplaceable">Whether <see cref="CanReplace"/> is going to be asked.</param>
    public SharedIndex(StepRecorder steps, SharedIndexKind kind, IReadOnlyDictionary<TKey, TValue> entries, bool isReplaceable = false)
    {
        _steps = steps;
        _kind = kind;
        _entries = entries;
        _reads = isReplaceable ? [] : null;
        steps.Use(kind, this);
    }

    /// <summary>All keys, in the order of the files. A step that uses them must not be recorded (<see cref="StepRecorder.Forget"/>).</summary>
    public IEnumerable<TKey> Keys => _entries.Keys;

    public TValue? Find(TKey key)
    {
        _entries.TryGetValue(key, out var value);
        // Once in a step: sections that refer to each other in long chains look up the same names over and over.
        if (_steps.IsRecording ? IsFirstOfStep(key) : _reads is not null)
            Note(new Lookup<TValue>(_kind, key, static value => value, value));
        return value;
    }

    /// <summary>Returns a fact about the value of a key, so that a step stays valid if only the rest of the value changes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fact">Returns the fact; it is passed null if there is no such key.</param>
    public TFact Ask<TFact>(TKey key, Func<TValue?, TFact> fact)
    {
        _entries.TryGetValue(key, out var value);
        var answer = fact(value);
        if (_steps.IsRecording || _reads is not null)
            Note(new Lookup<TFact>(_kind, key, fact, answer));
        return answer;
    }

    public bool Contains(TKey key) => Ask(key, static value => value is not null);

    /// <summary>Whether every lookup of a key so far would have the same result with another value.</summary>
    public bool CanReplace(TKey key, TValue value) => !_reads!.TryGetValue(key, out var reads) || reads.TrueForAll(read => read.IsAnsweredBy(value));

    private void Note(IndexRead read)
    {
        if (_steps.IsRecording)
            _steps.Note(read);
        Track(read);
    }

    private void Track(IndexRead read)
    {
        if (_reads is null)
            return;
        if (!_reads.TryGetValue(read.Key, out var reads))
            _reads.Add(read.Key, reads = []);
        reads.Add(read);
    }

    private bool IsFirstOfStep(TKey key)
    {
        _readers ??= [];
        if (_readers.TryGetValue(key, out var reader) && reader == _steps.Current)
            return false;
        _readers[key] = _steps.Current;
        return true;
    }

    private abstract class IndexRead(SharedIndexKind kind, TKey key) : SharedRead
    {
        public TKey Key { get; } = key;

        public abstract bool IsAnsweredBy(TValue? value);

        public override bool IsAsBefore(StepRecorder steps)
        {
            var index = IndexIn(steps);
            index._entries.TryGetValue(Key, out var value);
            if (!IsAnsweredBy(value))
                return false;
            index.Track(this);
            return true;
        }

        public override void Leave(StepRecorder steps)
        {
            if (IndexIn(steps)._reads is { } reads && reads.TryGetValue(Key, out var ofKey))
                ofKey.Remove(this);
        }

        private SharedIndex<TKey, TValue> IndexIn(StepRecorder steps) => (SharedIndex<TKey, TValue>)steps.IndexOf(kind);
    }

    private sealed class Lookup<TFact>(SharedIndexKind kind, TKey key, Func<TValue?, TFact?> fact, TFact? answer) : IndexRead(kind, key)
    {
        public override bool IsAnsweredBy(TValue? value) => EqualityComparer<TFact?>.Default.Equals(fact(value), answer);
    }
}
