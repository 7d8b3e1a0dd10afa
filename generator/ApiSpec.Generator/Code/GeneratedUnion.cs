using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>A type whose values are one of several types; what is none of them is kept raw.</summary>
internal sealed record GeneratedUnion : GeneratedElement
{
    public required string Name { get; init; }

    public override string SortName => Name;

    public required Documentation Documentation { get; init; }

    public EquatableArray<UnionAlternative> Alternatives { get; init; } = [];

    /// <summary>The union is sent, and the reference has rules for what an alternative holds.</summary>
    public bool IsChecked { get; init; }
}

/// <summary>One of the types of a union.</summary>
internal sealed record UnionAlternative
{
    /// <summary>The property that holds the value when it is of this type.</summary>
    public required string Name { get; init; }

    public required CodeType Type { get; init; }

    /// <summary>How often it occurs in a list; null: the reference does not tell.</summary>
    public AlternativeNumber? Number { get; init; }

    /// <summary>The reference has rules for what it holds.</summary>
    public bool HoldsChecked { get; init; }
}
