using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>A row of a table: a path, query or header parameter, or a member of a body.</summary>
internal sealed record RowDeclaration
{
    /// <summary>The name in requests and responses, without the suffix <c>?</c> or <c>[]</c> of the key.</summary>
    public required string Name { get; init; }

    public required TypeReference Type { get; init; }

    /// <summary>Whether it is optional: the name has the suffix <c>?</c>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the page does not say if it is optional. <see cref="IsOptional"/> is true then.</summary>
    public bool IsPresenceUnknown { get; init; }

    /// <summary>The last row, <c>...: unknown</c>, of a table that continues where the page is cut off. It describes no value.</summary>
    public bool IsRest { get; init; }

    /// <summary>The rows under this one, if <see cref="Type"/> is <see cref="TypeKind.Object"/> with rows, or a list of such objects, or nullable.</summary>
    public EquatableArray<RowDeclaration> Members { get; init; } = [];

    /// <summary>The length of a string, the value of a number, the count of a list; null: any.</summary>
    public ValueRange? Range { get; init; }

    public FilterMark Filter { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }

    /// <summary>Whether a path parameter can contain slashes.</summary>
    public bool AllowsSlashes { get; init; }

    /// <summary>Whether the value is secret, so that it is masked wherever values are shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The constant after <c>always</c>.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether the constant is null: <c>always null</c>, without quotation marks, of a nullable type. <see cref="Constant"/> is null then.</summary>
    public bool HasNullConstant { get; init; }

    /// <summary>The documented default of the server.</summary>
    public string? Default { get; init; }

    public string? Description { get; init; }

    /// <summary>The operation that this link points to: <c>Tasks.InvokeRerunStart</c>.</summary>
    public string? Link { get; init; }

    /// <summary>Other names of the same member or parameter, which servers send or accept as well. A client sends <see cref="Name"/>.</summary>
    public EquatableArray<string> Aliases { get; init; } = [];

    /// <summary>All names of the row: its own, and <see cref="Aliases"/>.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    /// <summary>Whether the program chooses a part of the name (<c>labelbutton{X}</c>), so the row describes any number of members or parameters.</summary>
    public bool IsPattern { get; init; }

    /// <summary>The condition, in words, under which the member is present.</summary>
    public string? When { get; init; }

    /// <summary>The condition under which it is required; <see cref="IsOptional"/> is true then. Null without a condition.</summary>
    public Condition? RequiredWhen { get; init; }

    /// <summary>The condition under which it applies; <see cref="IsOptional"/> is true then. Null: it always applies.</summary>
    public Condition? OnlyWhen { get; init; }

    public EditionRange Editions { get; init; } = EditionRange.All;

    /// <summary>The value of <c>deprecated:</c>; empty when it says only <c>true</c>; null: not deprecated.</summary>
    public string? Deprecated { get; init; }

    /// <summary>The occurrence count as printed: <c>0 to n</c>.</summary>
    public string? Number { get; init; }

    /// <summary>The value of <c>csharp:</c>; null: the name follows from the printed one.</summary>
    public string? CSharpName { get; init; }

    public string? Notes { get; init; }

    /// <summary>The position of the row in the file, as a key of <c>SpecLocations</c>.</summary>
    public required string Pointer { get; init; }
}

internal enum FilterMark
{
    /// <summary>The reference says that the member cannot be used in a filter, or says nothing about filters.</summary>
    No,

    Yes,

    /// <summary>The page does not show it.</summary>
    Unknown,
}

/// <summary>Inclusive bounds, as written; null: unbounded on that side.</summary>
internal sealed record ValueRange(string? Minimum, string? Maximum)
{
    /// <summary>
    /// Whether the reference counts the bytes of a string, in an encoding that only the server knows. A character takes at least one byte, so a string with
    /// more characters than bytes is certainly too long, and only an empty string is certainly too short.
    /// </summary>
    public bool InBytes { get; init; }

    /// <summary>The smallest value, length or count that is checked.</summary>
    public string? Least => !InBytes ? Minimum : Minimum is null || Minimum.Trim('0').Length == 0 ? null : "1";
}

/// <summary>The editions of the reference, or versions of the product, in which something exists.</summary>
internal sealed record EditionRange(string? Since, string? Until, string? Only)
{
    public static EditionRange All { get; } = new(null, null, null);

    /// <summary>The first that no longer has it; null: it has not been removed.</summary>
    public string? Before { get; init; }

    /// <summary>The editions that certainly do not have it; other editions have not been compared.</summary>
    public EquatableArray<string> Except { get; init; } = [];
}
