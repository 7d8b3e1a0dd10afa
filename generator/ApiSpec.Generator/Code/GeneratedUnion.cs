using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>A type whose values have one of several types. Values that match none are kept as raw JSON.</summary>
internal sealed record GeneratedUnion : GeneratedElement
{
    public required string Name { get; init; }

    public override string SortName => Name;

    public required Documentation Documentation { get; init; }

    public EquatableArray<UnionAlternative> Alternatives { get; init; } = [];

    /// <summary>Whether the union is sent and the reference has rules for values of an alternative.</summary>
    public bool IsChecked { get; init; }
}

/// <summary>One of the types of a union.</summary>
internal sealed record UnionAlternative
{
    /// <summary>The property with the value if it has this type.</summary>
    public required string Name { get; init; }

    public required CodeType Type { get; init; }

    /// <summary>How often it occurs in a list; null: the reference does not say.</summary>
    public AlternativeNumber? Number { get; init; }

    /// <summary>Whether the reference has rules for its values.</summary>
    public bool HoldsChecked { get; init; }
}
