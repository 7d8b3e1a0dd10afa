using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>The result of a lookup by a step in a shared table.</summary>
internal abstract class SharedRead
{
    /// <summary>Whether the lookup would have the same result now.</summary>
    public abstract bool IsAsBefore(StepRecorder steps);

    /// <summary>Tells the table that the step of the lookup is about to be replaced.</summary>
    public virtual void Leave(StepRecorder steps)
    {
    }
}

/// <summary>An entry that a step added to a shared table.</summary>
internal abstract class SharedWrite(SharedTableKind kind)
{
    /// <summary>The table.</summary>
    public SharedTableKind Kind { get; } = kind;

    /// <summary>The value of the entry.</summary>
    public abstract object? BoxedValue { get; }

    public abstract void Repeat(StepRecorder steps);

    /// <summary>Hides the entry until it is added again.</summary>
    /// <returns>False: another step has changed it since.</returns>
    public abstract bool TryHide(StepRecorder steps);

    public abstract bool HasSameKey(SharedWrite other);

    /// <summary>Whether the value of another entry with the same key is equal.</summary>
    public abstract bool HasSameValue(SharedWrite other);

    /// <summary>Whether anything but the step itself looked up the value.</summary>
    public abstract bool IsRead(StepRecorder steps);
}

/// <summary>The input that all steps of one API use without a lookup.</summary>
internal sealed record StepSurroundings(Code.CodeContext Context, string ClientName, string? ApiPath, ApiDeclaration? Api);

/// <summary>A recorded step. If all its lookups have the same results, running it again would return the same result.</summary>
/// <param name="surroundings">The input that is common to all steps of its API.</param>
/// <param name="output">What it adds besides its result; null: nothing.</param>
/// <param name="reads">The results of its lookups of entries that other steps had added.</param>
/// <param name="writes">The entries that it added, in order.</param>
/// <param name="repeated">The amount of repeated code that it added; see <see cref="Repetition"/>.</param>
internal class RememberedStep(StepSurroundings surroundings, StepOutput? output, SharedRead[] reads, SharedWrite[] writes, int repeated)
{
    public StepSurroundings Surroundings { get; } = surroundings;

    public StepOutput? Output { get; } = output;

    public SharedRead[] Reads { get; } = reads;

    public SharedWrite[] Writes { get; } = writes;

    public int Repeated { get; } = repeated;
}

/// <summary>A recorded step with a result.</summary>
internal sealed class RememberedStep<T>(T result, StepSurroundings surroundings, StepOutput? output, SharedRead[] reads, SharedWrite[] writes, int repeated)
    : RememberedStep(surroundings, output, reads, writes, repeated)
{
    public T Result { get; } = result;
}
