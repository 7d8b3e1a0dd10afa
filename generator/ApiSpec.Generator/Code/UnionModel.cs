using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Code;

/// <summary>A type whose values are one of several types; what is none of them is kept raw.</summary>
internal sealed record UnionModel : SourceModel
{
    public required CodeContext Context { get; init; }

    public required string Name { get; init; }

    public required string HintName { get; init; }

    public required Documentation Documentation { get; init; }

    public EquatableArray<UnionAlternative> Alternatives { get; init; } = [];

    /// <summary>Another union has this one among its alternatives.</summary>
    public bool IsNested { get; init; }

    /// <summary>The union is sent, and the reference has rules for what an alternative holds.</summary>
    public bool IsChecked { get; init; }
}

/// <summary>One of the types of a union, and how its JSON is told from that of the others.</summary>
internal sealed record UnionAlternative
{
    /// <summary>The property that holds the value when it is of this type.</summary>
    public required string Name { get; init; }

    public required CodeType Type { get; init; }

    /// <summary>The names of its members, when it is a record; the values that the reference lists, when it is an enum.</summary>
    public EquatableArray<string> MemberNames { get; init; } = [];

    /// <summary>The members that must be there: bit i stands for name i.</summary>
    public ulong Required { get; init; }

    /// <summary>The member with a constant that tells it from the others; -1: none.</summary>
    public int ConstantMember { get; init; } = -1;

    public string? Constant { get; init; }

    /// <summary>How often it occurs in a list; null: the reference does not tell.</summary>
    public AlternativeNumber? Number { get; init; }

    /// <summary>The reference has rules for what it holds.</summary>
    public bool HoldsChecked { get; init; }
}
