using System.Diagnostics.CodeAnalysis;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Takes the steps of binding, each a part of one file, and those that were taken before only where something that they look at is another. Every step is taken
/// in its place among the others, or repeated there: what comes out is the same, whatever was bound before.
/// </summary>
internal sealed class StepRecorder(int files)
{
    /// <summary>Who writes into a shared table without taking a step.</summary>
    public const int Nobody = 0;

    private readonly object[] _tables = new object[Enum.GetValues(typeof(SharedTableKind)).Length];
    private readonly List<SharedRead> _reads = [];
    private readonly List<SharedWrite> _writes = [];
    private StepSurroundings? _surroundings;
    private Repetition? _repetition;
    private int _steps;
    private int _repeated;
    private bool _isRepeatable;

    /// <summary>How many files there are.</summary>
    public int Files { get; } = files;

    /// <summary>The step that is being taken.</summary>
    public int Current { get; private set; } = Nobody;

    public bool IsRecording => Current != Nobody;

    public void Use(SharedTableKind kind, object table) => _tables[(int)kind] = table;

    public object TableOf(SharedTableKind kind) => _tables[(int)kind];

    /// <summary>Begins with the files of another API.</summary>
    public void Begin(StepSurroundings surroundings, Repetition repetition)
    {
        _surroundings = surroundings;
        _repetition = repetition;
    }

    /// <summary>Tells whether a step is being taken that did not write itself what it looks up.</summary>
    public bool IsForeign(bool found, int writer) => IsRecording && (!found || writer != Current);

    public void Note(SharedRead read) => _reads.Add(read);

    public void Note(SharedWrite write) => _writes.Add(write);

    public void NoteRepetition(int size) => _repeated += size;

    /// <summary>
    /// Says that the step looked at more than its tables, so that it has to be taken each time: diagnostics are told with the names that are near.
    /// </summary>
    public void Forget() => _isRepeatable = false;

    /// <summary>Takes a step, or repeats what came of it before.</summary>
    /// <param name="source">The file that it is about.</param>
    /// <param name="part">The part of the file.</param>
    /// <param name="input">What the step needs, so that it need not capture it.</param>
    /// <param name="bind">The step.</param>
    public TResult Run<TInput, TResult>(SpecSource source, FilePart part, TInput input, Func<TInput, TResult> bind)
    {
        var memory = FileMemory.Of(source);
        if (TryRepeat<TResult>(memory.Find(part), out var known))
            return known.Result;

        Current = ++_steps;
        _isRepeatable = true;
        _repeated = 0;
        _reads.Clear();
        _writes.Clear();
        var result = bind(input);
        Current = Nobody;
        if (_isRepeatable)
            memory.Remember(part, new RememberedStep<TResult>(_surroundings!, result, [.. _reads], [.. _writes], _repeated));
        return result;
    }

    private bool TryRepeat<T>(object? remembered, [NotNullWhen(true)] out RememberedStep<T>? step)
    {
        step = remembered as RememberedStep<T>;
        if (step is null || !step.Surroundings.Equals(_surroundings) || !_repetition!.HasRoomFor(step.Repeated))
            return false;
        foreach (var read in step.Reads)
        {
            if (!read.IsAsBefore(this))
                return false;
        }

        foreach (var write in step.Writes)
            write.Repeat(this);
        _repetition.Add(step.Repeated);
        return true;
    }
}
