using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>What a step adds for its API besides its result. No step looks it up, so it is only put together at the end.</summary>
internal sealed record StepOutput
{
    public EquatableArray<ElementDiagnostic> Diagnostics { get; init; } = [];

    public EquatableArray<(SourceOwner Owner, GeneratedOpenEnum Model)> OpenEnums { get; init; } = [];

    public EquatableArray<(SourceOwner Owner, GeneratedConstants Model)> Constants { get; init; } = [];

    /// <summary>The types of request bodies.</summary>
    public EquatableArray<CodeType> Sent { get; init; } = [];

    /// <summary>The types from whose values request bodies are created.</summary>
    public EquatableArray<CodeType> Taken { get; init; } = [];

    /// <summary>The types of response bodies.</summary>
    public EquatableArray<CodeType> Read { get; init; } = [];

    /// <summary>The members of shared records that group rules need.</summary>
    public EquatableArray<ChosenMembers> Chosen { get; init; } = [];

    /// <summary>The records that filters, sort orders and field lists select from.</summary>
    public EquatableArray<FilteredRecord> Filtered { get; init; } = [];

    /// <summary>Whether a type is written as a local time, whose text depends on the zone of the client.</summary>
    public bool HasLocalTimes { get; init; }
}
