namespace ApiSpec.Generator.Binding;

/// <summary>What the steps of one API had in common, so that steps of it can be run again later.</summary>
/// <param name="Tables">The tables, by <see cref="SharedTableKind"/>.</param>
/// <param name="Indexes">The indexes, by <see cref="SharedIndexKind"/>.</param>
/// <param name="Surroundings">The input that all steps use without a lookup.</param>
/// <param name="Repetition">The limit of repeated code.</param>
/// <param name="FirstOutput">The index of the first output of the API.</param>
internal sealed record StepTables(object[] Tables, object[] Indexes, StepSurroundings Surroundings, Repetition Repetition, int FirstOutput);
