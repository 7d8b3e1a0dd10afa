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
    /// The list of items if the record is an envelope: the list of a generic schema whose items have the type argument; null: it is not an envelope.
    /// </summary>
    public string? ItemsMember { get; init; }

    /// <summary>Whether its JSON is an array with the members in order, and not an object.</summary>
    public bool IsTuple { get; init; }

    /// <summary>The maps with members whose names are only known at run time.</summary>
    public EquatableArray<PatternMember> Patterns { get; init; } = [];

    /// <summary>The members in group rules, which ask whether the members would be written.</summary>
    public EquatableArray<string> Chosen { get; init; } = [];

    /// <summary>The record of which this one has selected members; null: it is not a selection.</summary>
    public CodeType? SelectionOf { get; init; }

    /// <summary>The conditions under which members are required or apply, as far as other members of the same body decide them.</summary>
    public EquatableArray<RequestCondition> Conditions { get; init; } = [];

    /// <summary>The record from which this one can be created. It has the same members, but different ones are required; null: none.</summary>
    public CodeType? TakesOver { get; init; }

    /// <summary>Whether a request body can contain it. Unknown members are then kept and written back.</summary>
    public bool IsSent { get; init; }

    /// <summary>Whether programs only create it for requests: no response contains it, so it is never incomplete.</summary>
    public bool IsOnlySent { get; init; }

    /// <summary>Whether the page does not show all members. Other members are then kept, and are not drift.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether unknown members are kept and written back.</summary>
    public bool KeepsUnknown => IsSent || IsOpen;

    /// <summary>Whether the record is sent and the reference has rules for its members or for values inside them.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Whether it is an alternative of a union or inside one, so that a description of its JSON is needed to choose the alternative.</summary>
    public bool IsInUnion { get; init; }
}

/// <summary>A property of a generated record.</summary>
internal sealed record RecordMember
{
    /// <summary>The name in JSON.</summary>
    public required string WireName { get; init; }

    /// <summary>Other names that are read as this member.</summary>
    public EquatableArray<string> Aliases { get; init; } = [];

    /// <summary>The C# property name.</summary>
    public required string Name { get; init; }

    public required CodeType Type { get; init; }

    /// <summary>Whether it can be absent.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it can be absent in the record that <see cref="GeneratedRecord.TakesOver"/> names.</summary>
    public bool IsOptionalWhereTaken { get; init; }

    /// <summary>Whether the record in <see cref="GeneratedRecord.TakesOver"/> remembers if it was set.</summary>
    public bool MayBeUnsetWhereTaken { get; init; }

    /// <summary>Whether a program has to set it in a request. Deprecated members are not required, because setting them causes a warning.</summary>
    public bool MustBeSetByProgram => this is { IsOptional: false, IsFixed: false, Constant: null, HasNullConstant: false, Deprecated: null };

    /// <summary>Whether its value is <see cref="Initializer"/>, or null without one, and not the value in <see cref="GeneratedRecord.TakesOver"/>.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The C# expression of its documented constant or default; null: none.</summary>
    public string? Initializer { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>The smallest valid value, length or count in a request, as in the reference; null: no limit.</summary>
    public string? Minimum { get; init; }

    /// <summary>The largest valid value, length or count in a request, as in the reference; null: no limit.</summary>
    public string? Maximum { get; init; }

    /// <summary>The ranges of valid values, lengths or counts in a request, if the reference has several, from the lowest; empty: there is one range or
    /// none.</summary>
    public EquatableArray<CodeRange> Ranges { get; init; } = [];

    /// <summary>The only valid value in a request, as in the reference; null: any.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether the only valid value in a request is null.</summary>
    public bool HasNullConstant { get; init; }

    /// <summary>The value that the server takes if the member is left out, as in the reference; null: none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the value is a URL or a part of one.</summary>
    public bool IsUrl { get; init; }

    /// <summary>Whether only the server sets it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether the server never returns it.</summary>
    public bool IsWriteOnly { get; init; }

    /// <summary>The alternatives that the bounds apply to if the type is a union.</summary>
    public EquatableArray<UnionAlternative> BoundedAlternatives { get; init; } = [];

    /// <summary>Whether the reference has rules for values inside the member.</summary>
    public bool HoldsChecked { get; init; }

    /// <summary>Whether the reference has rules for the value itself.</summary>
    public bool HasRule => HasBounds || HasConstant;

    /// <summary>Whether it has bounds that can be checked: of a number, of the length of a string, or of the number of items.</summary>
    public bool HasBounds => ((Minimum ?? Maximum) is not null || Ranges.Count > 0) && (IsBounded(Type) || Type.Kind == CodeTypeKind.Union);

    /// <summary>Whether it has a constant that values can be compared with.</summary>
    public bool HasConstant => Constant is not null
        && Type.Kind is CodeTypeKind.OpenEnum or <= CodeTypeKind.Bytes and not CodeTypeKind.Duration;

    /// <summary>Whether bounds apply to values of the type.</summary>
    public static bool IsBounded(CodeType type)
        => type is { IsEmbedded: false, Kind: CodeTypeKind.String or CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.Double or CodeTypeKind.Decimal }
            || type is { IsEmbedded: false, IsCollection: true };

    /// <summary>Whether the reference allows it in filters and sort orders.</summary>
    public bool IsFilterable { get; init; }

    public string? Deprecated { get; init; }

    /// <summary>The editions that have the member.</summary>
    public EditionRange Editions { get; init; } = EditionRange.All;

    public required Documentation Documentation { get; init; }
}

/// <summary>A property that collects the members whose names match a pattern.</summary>
/// <param name="Name">The C# property name.</param>
/// <param name="Prefix">The start of the names.</param>
/// <param name="Suffix">The end of the names.</param>
/// <param name="Value">The type of the values.</param>
/// <param name="Documentation">The description in the reference.</param>
internal sealed record PatternMember(string Name, string Prefix, string Suffix, CodeType Value, Documentation Documentation)
{
    /// <summary>Whether the reference has rules for values inside the members.</summary>
    public bool HoldsChecked { get; init; }

    /// <summary>The rules for each of the values; null: no rules.</summary>
    public RecordMember? Rule { get; init; }
}
