using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>A record to generate, with its JSON contract.</summary>
internal sealed record GeneratedRecord : GeneratedElement
{
    public required string Name { get; init; }

    public override string SortName => Name;

    public required Documentation Documentation { get; init; }

    public EquatableArray<RecordMember> Members { get; init; } = [];

    /// <summary>
    /// The list that the record is an envelope of: the one of a generic schema whose items are what the schema is used for; null: it is none.
    /// </summary>
    public string? ItemsMember { get; init; }

    /// <summary>Maps of the members whose names are made at run time.</summary>
    public EquatableArray<PatternMember> Patterns { get; init; } = [];

    /// <summary>The members that rules over several of them ask for: whether they would be written.</summary>
    public EquatableArray<string> Chosen { get; init; } = [];

    /// <summary>The record that this one holds a selection of members of; null: it is no selection.</summary>
    public CodeType? SelectionOf { get; init; }

    /// <summary>When members must be given, and where they do not count, as far as other members of the same body decide it.</summary>
    public EquatableArray<RequestCondition> Conditions { get; init; } = [];

    /// <summary>The record whose values this one takes over: the same members, of which others must be there; null: there is none.</summary>
    public CodeType? TakesOver { get; init; }

    /// <summary>A request body can carry it, so members it does not know are kept and written back.</summary>
    public bool IsSent { get; init; }

    /// <summary>The page does not show all members, so others are kept, and are no difference from the reference.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Members that the record does not know are kept and written back.</summary>
    public bool KeepsUnknown => IsSent || IsOpen;

    /// <summary>The record is sent, and the reference has rules for its members or for what they hold.</summary>
    public bool IsChecked { get; init; }

    /// <summary>A union has it among its alternatives or within one, so its JSON is described for the choice of the alternative.</summary>
    public bool IsInUnion { get; init; }
}

/// <summary>A property of a generated record.</summary>
internal sealed record RecordMember
{
    /// <summary>The name in JSON.</summary>
    public required string WireName { get; init; }

    /// <summary>Other spellings that are read as this member.</summary>
    public EquatableArray<string> Aliases { get; init; } = [];

    /// <summary>The C# property name.</summary>
    public required string Name { get; init; }

    public required CodeType Type { get; init; }

    /// <summary>It may be absent.</summary>
    public bool IsOptional { get; init; }

    /// <summary>It may be absent in the record that <see cref="GeneratedRecord.TakesOver"/> names.</summary>
    public bool IsOptionalWhereTaken { get; init; }

    /// <summary>The record that is taken over remembers whether it was set.</summary>
    public bool MayBeUnsetWhereTaken { get; init; }

    /// <summary>It has its value from <see cref="Initializer"/> (null: null), and not from the record that is taken over.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The C# expression of its documented constant or default; null: none.</summary>
    public string? Initializer { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>The smallest value, length or count that may be sent, as the reference writes it; null: there is none.</summary>
    public string? Minimum { get; init; }

    /// <summary>The largest value, length or count that may be sent, as the reference writes it; null: there is none.</summary>
    public string? Maximum { get; init; }

    /// <summary>The only value that may be sent, as the reference writes it; null: any.</summary>
    public string? Constant { get; init; }

    /// <summary>The alternatives that the bounds apply to where the type is a union.</summary>
    public EquatableArray<UnionAlternative> BoundedAlternatives { get; init; } = [];

    /// <summary>The reference has rules for what the member holds.</summary>
    public bool HoldsChecked { get; init; }

    /// <summary>The reference has rules for the value itself.</summary>
    public bool HasRule => HasBounds || HasConstant;

    /// <summary>Bounds can be checked: of a number, of the length of a text, of the items of a collection.</summary>
    public bool HasBounds => (Minimum ?? Maximum) is not null && (IsBounded(Type) || Type.Kind == CodeTypeKind.Union);

    /// <summary>The constant is one that a value can be compared with.</summary>
    public bool HasConstant => Constant is not null
        && Type.Kind is CodeTypeKind.OpenEnum or <= CodeTypeKind.Bytes and not CodeTypeKind.Duration;

    /// <summary>Tells whether bounds say something about values of the type.</summary>
    public static bool IsBounded(CodeType type)
        => type is { IsEmbedded: false, Kind: CodeTypeKind.String or CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.Double or CodeTypeKind.Decimal }
            || type is { IsEmbedded: false, IsCollection: true };

    /// <summary>The reference says that filters and sort orders may use it.</summary>
    public bool IsFilterable { get; init; }

    public string? Deprecated { get; init; }

    /// <summary>The editions that have the member.</summary>
    public EditionRange Editions { get; init; } = EditionRange.All;

    public required Documentation Documentation { get; init; }
}

/// <summary>A property that collects the members whose names fit a pattern.</summary>
/// <param name="Name">The C# property name.</param>
/// <param name="Prefix">What the names begin with.</param>
/// <param name="Suffix">What the names end in.</param>
/// <param name="Value">The type of the values.</param>
/// <param name="Documentation">What the reference says about them.</param>
internal sealed record PatternMember(string Name, string Prefix, string Suffix, CodeType Value, Documentation Documentation)
{
    /// <summary>The reference has rules for what the members hold.</summary>
    public bool HoldsChecked { get; init; }

    /// <summary>The rules for each of the values; null: there are none.</summary>
    public RecordMember? Rule { get; init; }
}
