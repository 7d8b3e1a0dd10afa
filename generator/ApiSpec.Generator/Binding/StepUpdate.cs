using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>The steps of an edited file, which are run again in their old places while the steps of all other files are kept.</summary>
internal sealed class StepUpdate
{
    private readonly List<StepReplacement> _replacements = [];
    private StepReplacement? _current;
    private int _ended;

    // Whether an entry of a step was changed by another one.
    private bool _hasOther;

    /// <summary>The steps in their order.</summary>
    public List<StepReplacement> Replacements => _replacements;

    /// <summary>The step that is running.</summary>
    public StepReplacement Current => _current!;

    /// <summary>Whether each step ran once and can be compared with its run before the edit.</summary>
    public bool IsComplete => _ended == _replacements.Count && !_hasOther && _replacements.TrueForAll(static replacement => replacement.After is not null);

    public void Add(StepReplacement replacement) => _replacements.Add(replacement);

    /// <summary>Returns the step of a part of the file; null: it has no such step.</summary>
    public StepReplacement? Find(FilePartKind kind) => _replacements.Find(replacement => replacement.Part.Kind == kind);

    /// <summary>Starts the step of a part.</summary>
    /// <exception cref="InvalidOperationException">The file had no such step.</exception>
    public StepReplacement Start(FilePart part)
        => _current = _replacements.Find(replacement => replacement.Part == part) ?? throw new InvalidOperationException("A new step: " + part);

    /// <summary>Hides the entries that the running step added before the edit.</summary>
    public void Hide(StepRecorder steps)
    {
        foreach (var write in Current.Before.Writes)
            _hasOther |= !write.TryHide(steps);
    }

    public void End(RememberedStep? step)
    {
        _current!.After = step;
        _ended++;
    }
}

/// <summary>A step before and after the edit of its file.</summary>
/// <param name="run">Its place in the order of all steps.</param>
/// <param name="part">The part of the file.</param>
/// <param name="before">The step before the edit.</param>
internal sealed class StepReplacement(int run, FilePart part, RememberedStep before)
{
    public int Run { get; } = run;

    public FilePart Part { get; } = part;

    public RememberedStep Before { get; } = before;

    /// <summary>The step after the edit; null: it has not run, or cannot be repeated.</summary>
    public RememberedStep? After { get; set; }

    /// <summary>The entries of records whose values are different after the edit.</summary>
    public IEnumerable<(object Before, object After)> ChangedRecords
    {
        get
        {
            for (var i = 0; i < Before.Writes.Length; i++)
            {
                if (Before.Writes[i].Kind == SharedTableKind.Records && !Before.Writes[i].HasSameValue(After!.Writes[i]))
                    yield return (Before.Writes[i].BoxedValue!, After.Writes[i].BoxedValue!);
            }
        }
    }

    /// <summary>The enums and constants that are different after the edit.</summary>
    public IEnumerable<(SourceOwner Owner, GeneratedElement Model)> ChangedElements
        => Before.Output is not { } before || After!.Output is not { } after
            ? []
            : Changed(before.OpenEnums, after.OpenEnums).Concat(Changed(before.Constants, after.Constants));

    /// <summary>
    /// Whether other steps, and everything that is put together from all steps, are the same with the step after the edit: it has the same entries, no step
    /// looked up one whose value is different, and its output only differs in diagnostics and in the content of enums and constants.
    /// </summary>
    public bool IsContained(StepRecorder steps)
    {
        if (After is not { } after || Before.Repeated != after.Repeated || Before.Writes.Length != after.Writes.Length
            || !HasSameFacts(Before.Output, after.Output))
            return false;
        for (var i = 0; i < Before.Writes.Length; i++)
        {
            if (!Before.Writes[i].HasSameKey(after.Writes[i])
                || (!Before.Writes[i].HasSameValue(after.Writes[i]) && (!CanDiffer(Before.Writes[i].Kind) || Before.Writes[i].IsRead(steps))))
                return false;
        }

        return true;
    }

    // The entries of other tables are part of what is put together at the end.
    private static bool CanDiffer(SharedTableKind kind) => kind is SharedTableKind.Records or SharedTableKind.Requests or SharedTableKind.Responses;

    private static bool HasSameFacts(StepOutput? before, StepOutput? after)
        => ReferenceEquals(before, after) || (before is not null && after is not null
            && before.Sent.Equals(after.Sent) && before.Taken.Equals(after.Taken) && before.Read.Equals(after.Read) && before.Chosen.Equals(after.Chosen)
            && before.Filtered.Equals(after.Filtered) && before.HasLocalTimes == after.HasLocalTimes
            && HaveSameNames(before.OpenEnums, after.OpenEnums) && HaveSameNames(before.Constants, after.Constants));

    private static bool HaveSameNames<T>(EquatableArray<(SourceOwner Owner, T Model)> before, EquatableArray<(SourceOwner Owner, T Model)> after)
        where T : GeneratedElement
    {
        if (before.Count != after.Count)
            return false;
        for (var i = 0; i < before.Count; i++)
        {
            if (before[i].Owner != after[i].Owner || !string.Equals(before[i].Model.SortName, after[i].Model.SortName, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static IEnumerable<(SourceOwner Owner, GeneratedElement Model)> Changed<T>(
        EquatableArray<(SourceOwner Owner, T Model)> before, EquatableArray<(SourceOwner Owner, T Model)> after)
        where T : GeneratedElement
    {
        for (var i = 0; i < before.Count; i++)
        {
            if (!before[i].Model.Equals(after[i].Model))
                yield return (after[i].Owner, after[i].Model);
        }
    }
}
