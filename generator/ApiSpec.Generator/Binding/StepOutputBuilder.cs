using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects what one step adds.</summary>
internal sealed class StepOutputBuilder
{
    public List<ElementDiagnostic> Diagnostics { get; } = [];

    public List<(SourceOwner Owner, GeneratedOpenEnum Model)> OpenEnums { get; } = [];

    public List<(SourceOwner Owner, GeneratedConstants Model)> Constants { get; } = [];

    /// <inheritdoc cref="StepOutput.Sent"/>
    public List<CodeType> Sent { get; } = [];

    /// <inheritdoc cref="StepOutput.Taken"/>
    public List<CodeType> Taken { get; } = [];

    /// <inheritdoc cref="StepOutput.Read"/>
    public List<CodeType> Read { get; } = [];

    /// <inheritdoc cref="StepOutput.Chosen"/>
    public List<ChosenMembers> Chosen { get; } = [];

    /// <inheritdoc cref="StepOutput.Filtered"/>
    public List<FilteredRecord> Filtered { get; } = [];

    /// <inheritdoc cref="StepOutput.HasLocalTimes"/>
    public bool HasLocalTimes { get; set; }

    private bool IsEmpty
        => Diagnostics.Count == 0 && OpenEnums.Count == 0 && Constants.Count == 0 && Sent.Count == 0 && Taken.Count == 0 && Read.Count == 0
            && Chosen.Count == 0 && Filtered.Count == 0 && !HasLocalTimes;

    /// <summary>Returns everything that was added, and starts anew; null: nothing was added.</summary>
    public StepOutput? Take()
    {
        if (IsEmpty)
            return null;
        var output = new StepOutput
        {
            Diagnostics = Take(Diagnostics), OpenEnums = Take(OpenEnums), Constants = Take(Constants), Sent = Take(Sent), Taken = Take(Taken),
            Read = Take(Read), Chosen = Take(Chosen), Filtered = Take(Filtered), HasLocalTimes = HasLocalTimes,
        };
        HasLocalTimes = false;
        return output;
    }

    private static EquatableArray<T> Take<T>(List<T> added)
        where T : IEquatable<T>
    {
        if (added.Count == 0)
            return [];
        var items = added.ToEquatableArray();
        added.Clear();
        return items;
    }
}
