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
    private readonly object[] _indexes = new object[Enum.GetValues(typeof(SharedIndexKind)).Length];
    private readonly List<SharedRead> _reads = [];
    private readonly List<SharedWrite> _writes = [];
    private readonly List<StepOutput> _outputs = [];
    private int _firstOfApi;
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

    /// <summary>What the current step adds, or what is added between two steps.</summary>
    public StepOutputBuilder Output { get; } = new();

    /// <summary>What was added for all APIs so far, in order.</summary>
    public IEnumerable<StepOutput> AllOutputs => OutputsFrom(0);

    /// <summary>What was added for the current API so far, in order.</summary>
    public IEnumerable<StepOutput> Outputs => OutputsFrom(_firstOfApi);

    public void Use(SharedTableKind kind, object table) => _tables[(int)kind] = table;

    public void Use(SharedIndexKind kind, object index) => _indexes[(int)kind] = index;

    public object IndexOf(SharedIndexKind kind) => _indexes[(int)kind];

    public object TableOf(SharedTableKind kind) => _tables[(int)kind];

    /// <summary>Starts with the files of another API.</summary>
    public void Begin(StepSurroundings surroundings, Repetition repetition)
    {
        _surroundings = surroundings;
        _repetition = repetition;
        EndOutput();
        _firstOfApi = _outputs.Count;
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
        if (memory.Find(part) is RememberedStep<TResult> known && TryRepeat(known))
            return known.Result;

        Start();
        var result = bind(input);
        var output = End();
        if (_isRepeatable)
            memory.Remember(part, new RememberedStep<TResult>(result, _surroundings!, output, [.. _reads], [.. _writes], _repeated));
        return result;
    }

    /// <summary>Runs a step that has no result, or repeats what it added.</summary>
    /// <param name="source">The file of the step.</param>
    /// <param name="part">The part of the file.</param>
    /// <param name="input">The input of the step, passed so that the delegate captures nothing.</param>
    /// <param name="check">The step.</param>
    public void Check<TInput>(SpecSource source, FilePart part, TInput input, Action<TInput> check)
    {
        var memory = FileMemory.Of(source);
        if (memory.Find(part) is { } known && TryRepeat(known))
            return;

        Start();
        check(input);
        var output = End();
        if (_isRepeatable)
            memory.Remember(part, new RememberedStep(_surroundings!, output, [.. _reads], [.. _writes], _repeated));
    }

    private void Start()
    {
        EndOutput();
        Current = ++_steps;
        _isRepeatable = true;
        _repeated = 0;
        _reads.Clear();
        _writes.Clear();
    }

    private StepOutput? End()
    {
        Current = Nobody;
        return EndOutput();
    }

    private StepOutput? EndOutput()
    {
        var output = Output.Take();
        if (output is not null)
            _outputs.Add(output);
        return output;
    }

    private IEnumerable<StepOutput> OutputsFrom(int first)
    {
        EndOutput();
        for (var i = first; i < _outputs.Count; i++)
            yield return _outputs[i];
    }

    private bool TryRepeat(RememberedStep step)
    {
        if (!HasSameSurroundings(step.Surroundings) || !_repetition!.HasRoomFor(step.Repeated))
            return false;
        foreach (var read in step.Reads)
        {
            if (!read.IsAsBefore(this))
                return false;
        }

        EndOutput();
        if (step.Output is not null)
            _outputs.Add(step.Output);
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
