using System.Diagnostics.CodeAnalysis;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Runs the steps of binding, each for one part of a file. A step that ran before is only run again if one of its lookups has a different result; otherwise its
/// recorded entries are repeated in the same place. The result is therefore always the same, regardless of earlier runs.
/// </summary>
internal sealed class StepRecorder(int files)
{
    /// <summary>The writer of entries that are added outside a step.</summary>
    public const int Nobody = 0;

    private readonly object[] _tables = new object[Enum.GetValues(typeof(SharedTableKind)).Length];
    private readonly List<SharedRead> _reads = [];
    private readonly List<SharedWrite> _writes = [];
    private StepSurroundings? _surroundings;
    private Repetition? _repetition;
    private int _steps;
    private int _repeated;
    private bool _isRepeatable;

    /// <summary>The number of files.</summary>
    public int Files { get; } = files;

    /// <summary>The current step.</summary>
    public int Current { get; private set; } = Nobody;

    public bool IsRecording => Current != Nobody;

    public void Use(SharedTableKind kind, object table) => _tables[(int)kind] = table;

    public object TableOf(SharedTableKind kind) => _tables[(int)kind];

    /// <summary>Starts with the files of another API.</summary>
    public void Begin(StepSurroundings surroundings, Repetition repetition)
    {
        _surroundings = surroundings;
        _repetition = repetition;
    }

    /// <summary>Whether a step is running and the looked-up entry is missing, or was added by another step.</summary>
    public bool IsForeign(bool found, int writer) => IsRecording && (!found || writer != Current);

    public void Note(SharedRead read) => _reads.Add(read);

    public void Note(SharedWrite write) => _writes.Add(write);

    public void NoteRepetition(int size) => _repeated += size;

    /// <summary>
    /// Marks the current step as not repeatable, because it used more than lookups. For example, a suggestion depends on all known names.
    /// </summary>
    public void Forget() => _isRepeatable = false;

    /// <summary>Runs a step, or repeats its recorded result.</summary>
    /// <param name="source">The file of the step.</param>
    /// <param name="part">The part of the file.</param>
    /// <param name="input">The input of the step, passed so that the delegate captures nothing.</param>
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
        if (step is null || !HasSameSurroundings(step.Surroundings) || !_repetition!.HasRoomFor(step.Repeated))
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

    // All steps then share one object, and most comparisons are by reference.
    private bool HasSameSurroundings(StepSurroundings known)
    {
        if (ReferenceEquals(known, _surroundings))
            return true;
        if (!known.Equals(_surroundings))
            return false;
        _surroundings = known;
        return true;
    }
}
