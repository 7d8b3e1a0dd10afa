using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>What a step found in a shared table.</summary>
internal abstract class SharedRead
{
    /// <summary>Tells whether it would find the same there now.</summary>
    public abstract bool IsAsBefore(StepRecorder steps);
}

/// <summary>What a step put into a shared table.</summary>
internal abstract class SharedWrite
{
    public abstract void Repeat(StepRecorder steps);
}

/// <summary>What all steps of one API see without looking it up.</summary>
internal sealed record StepSurroundings(Code.CodeContext Context, string ClientName, string? ApiPath, ApiDeclaration? Api);

/// <summary>A step that was taken once: where it would find all as it was, it would give the same again.</summary>
/// <param name="Surroundings">The API that it was taken in.</param>
/// <param name="Result">What came out.</param>
/// <param name="Reads">What it found that other files, or other parts of its own, had put there.</param>
/// <param name="Writes">What it put there, in its order.</param>
/// <param name="Repeated">How much it added of what stands once in a spec and many times in the code.</param>
internal sealed record RememberedStep<T>(StepSurroundings Surroundings, T Result, SharedRead[] Reads, SharedWrite[] Writes, int Repeated);
