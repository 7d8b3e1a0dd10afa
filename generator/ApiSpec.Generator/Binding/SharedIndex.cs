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

    // The step that looked up each key last.
    private Dictionary<TKey, int>? _readers;

    /// <param name="steps">Records the lookups of steps.</param>
    /// <param name="kind">The purpose of the index.</param>
    /// <param name="entries">The entries. They do not change while a step runs.</param>
    public SharedIndex(StepRecorder steps, SharedIndexKind kind, IReadOnlyDictionary<TKey, TValue> entries)
    {
        _steps = steps;
        _kind = kind;
        _entries = entries;
        steps.Use(kind, this);
    }

    /// <summary>All keys, in the order of the files. A step that uses them must not be recorded (<see cref="StepRecorder.Forget"/>).</summary>
    public IEnumerable<TKey> Keys => _entries.Keys;

    public TValue? Find(TKey key)
    {
        _entries.TryGetValue(key, out var value);
        // Once in a step: sections that refer to each other in long chains look up the same names over and over.
        if (_steps.IsRecording && IsFirstOfStep(key))
            _steps.Note(new Lookup<TValue>(_kind, key, static value => value, value));
        return value;
    }

    /// <summary>Returns a fact about the value of a key, so that a step stays valid if only the rest of the value changes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fact">Returns the fact; it is passed null if there is no such key.</param>
    public TFact Ask<TFact>(TKey key, Func<TValue?, TFact> fact)
    {
        _entries.TryGetValue(key, out var value);
        var answer = fact(value);
        if (_steps.IsRecording)
            _steps.Note(new Lookup<TFact>(_kind, key, fact, answer));
        return answer;
    }

    public bool Contains(TKey key) => Ask(key, static value => value is not null);

    private bool IsFirstOfStep(TKey key)
    {
        _readers ??= [];
        if (_readers.TryGetValue(key, out var reader) && reader == _steps.Current)
            return false;
        _readers[key] = _steps.Current;
        return true;
    }

    private sealed class Lookup<TFact>(SharedIndexKind kind, TKey key, Func<TValue?, TFact?> fact, TFact? answer) : SharedRead
    {
        public override bool IsAsBefore(StepRecorder steps)
        {
            ((SharedIndex<TKey, TValue>)steps.IndexOf(kind))._entries.TryGetValue(key, out var value);
            return EqualityComparer<TFact?>.Default.Equals(fact(value), answer);
        }
    }
}
