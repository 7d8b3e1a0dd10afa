using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Runs the steps of binding, each for one part of a file. A step that ran before is only run again if one of its lookups has a different result; otherwise its
/// recorded entries are repeated in the same place. The result is therefore always the same, regardless of earlier runs.
/// </summary>
internal sealed class StepRecorder(int files)
{
    /// <summary>No reader.</summary>
    public const int Nobody = 0;

    private const int BetweenSteps = -1;

    // Most files have as many.
    private const int StepsOfFile = 5;

    private readonly object[] _tables = new object[Enum.GetValues(typeof(SharedTableKind)).Length];
    private readonly object[] _indexes = new object[Enum.GetValues(typeof(SharedIndexKind)).Length];
    private readonly List<SharedRead> _reads = [];
    private readonly List<SharedWrite> _writes = [];
    private readonly List<StepOutput> _outputs = [];
    private readonly List<StepRun> _runs = new(StepsOfFile * files);
    private int _firstOfApi;
    private StepSurroundings? _surroundings;
    private Repetition? _repetition;
    private StepUpdate? _update;
    private int _ids;
    private int _repeated;
    private bool _isRepeatable;

    /// <summary>The number of files.</summary>
    public int Files { get; } = files;

    /// <summary>
    /// Distinguishes readers of entries: the run of a step, everything between two steps, or nobody after the last step of an API.
    /// </summary>
    public int Current { get; private set; } = BetweenSteps;

    /// <summary>The place in the order of binding: an odd number in a step, and an even one between two steps.</summary>
    public int Position { get; private set; }

    public bool IsRecording => Current > 0;

    /// <summary>Whether steps of an edited file are run after all others. Entries keep what is known about their readers.</summary>
    public bool IsUpdating => _update is not null;

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
        Current = BetweenSteps;
    }

    /// <summary>Ends the steps of an API. What is looked up from now on depends on all of them, and is not tracked.</summary>
    public StepTables End()
    {
        EndOutput();
        Current = Nobody;
        return new StepTables((object[])_tables.Clone(), (object[])_indexes.Clone(), _surroundings!, _repetition!, _firstOfApi);
    }

    /// <summary>Whether a step is running and the looked-up entry is missing, or was added by another step.</summary>
    public bool IsForeign(bool found, int writer) => IsRecording && (!found || writer != Position);

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
        Start(part);
        if (memory.Find(part) is RememberedStep<TResult> known && TryRepeat(known))
        {
            End(source, part, known.Output, known);
            return known.Result;
        }

        Current = ++_ids;
        var result = bind(input);
        var output = Output.Take();
        RememberedStep<TResult>? step = null;
        if (_isRepeatable)
            memory.Remember(part, step = new RememberedStep<TResult>(result, _surroundings!, output, [.. _reads], [.. _writes], _repeated));
        End(source, part, output, step);
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
        Start(part);
        if (memory.Find(part) is { } known && TryRepeat(known))
        {
            End(source, part, known.Output, known);
            return;
        }

        Current = ++_ids;
        check(input);
        var output = Output.Take();
        RememberedStep? step = null;
        if (_isRepeatable)
            memory.Remember(part, step = new RememberedStep(_surroundings!, output, [.. _reads], [.. _writes], _repeated));
        End(source, part, output, step);
    }

    /// <summary>
    /// Starts to run the steps of an edited file again, each in its old place: it sees the entries from before that place, and not those that it added itself.
    /// </summary>
    /// <param name="tables">The tables of the API of the file.</param>
    /// <param name="isEdited">Whether a source is the edited file, as it was before.</param>
    /// <returns>The steps; null: at least one of them cannot be compared with its last run.</returns>
    public StepUpdate? BeginUpdate(StepTables tables, Func<SpecSource, bool> isEdited)
    {
        var update = new StepUpdate();
        for (var i = 0; i < _runs.Count; i++)
        {
            if (!isEdited(_runs[i].Source))
                continue;
            if (_runs[i].Step is not { } step)
                return null;
            update.Add(new StepReplacement(i, _runs[i].Part, step));
        }

        tables.Tables.CopyTo(_tables, 0);
        tables.Indexes.CopyTo(_indexes, 0);
        _surroundings = tables.Surroundings;
        _repetition = tables.Repetition;
        _firstOfApi = tables.FirstOutput;
        foreach (var replacement in update.Replacements)
        {
            foreach (var read in replacement.Before.Reads)
                read.Leave(this);
        }

        Current = BetweenSteps;
        return _update = update;
    }

    /// <summary>Ends the update.</summary>
    /// <returns>Whether nothing outside the edited file depends on what changed in its steps.</returns>
    public bool EndUpdate()
    {
        var update = _update!;
        var isContained = update.IsComplete && Output.Take() is null && update.Replacements.TrueForAll(replacement => replacement.IsContained(this));
        _update = null;
        Current = Nobody;
        Position = PositionAfter(_runs.Count);
        return isContained;
    }

    private static int PositionAfter(int runs) => 2 * runs;

    private void Start(FilePart part)
    {
        if (_update is { } update)
        {
            var replacement = update.Start(part);
            Position = PositionAfter(replacement.Run) + 1;
            update.Hide(this);
            _repetition!.Add(-replacement.Before.Repeated);
        }
        else
        {
            EndOutput();
            Position = PositionAfter(_runs.Count) + 1;
        }

        Current = ++_ids;
        _isRepeatable = true;
        _repeated = 0;
        _reads.Clear();
        _writes.Clear();
    }

    private void End(SpecSource source, FilePart part, StepOutput? output, RememberedStep? step)
    {
        Current = BetweenSteps;
        if (_update is { } update)
        {
            var run = update.Current.Run;
            update.End(step);
            var place = _runs[run].Output;
            if (place >= 0 && output is not null)
                _outputs[place] = output;
            _runs[run] = new StepRun(source, part, place, step);
            return;
        }

        if (output is not null)
            _outputs.Add(output);
        _runs.Add(new StepRun(source, part, output is null ? -1 : _outputs.Count - 1, step));
        Position = PositionAfter(_runs.Count);
    }

    private void EndOutput()
    {
        if (Output.Take() is { } output)
            _outputs.Add(output);
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

    /// <summary>A step in the order of binding.</summary>
    /// <param name="Source">Its file.</param>
    /// <param name="Part">The part of the file.</param>
    /// <param name="Output">The index of its output; -1: it has none.</param>
    /// <param name="Step">What is recorded of it; null: it cannot be repeated.</param>
    private readonly record struct StepRun(SpecSource Source, FilePart Part, int Output, RememberedStep? Step);
}
