using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>A named member table, or a named enum, union or other type.</summary>
internal sealed record SchemaDeclaration
{
    /// <summary>The name without type parameters: <c>Page</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type parameters of a generic schema: <c>T</c> of <c>Page&lt;T&gt;</c>.</summary>
    public EquatableArray<string> TypeParameters { get; init; } = [];

    /// <summary>The member table, when <see cref="Type"/> is null.</summary>
    public EquatableArray<RowDeclaration> Members { get; init; } = [];

    /// <summary>Whether the values of the member table are a JSON array, in the order of the rows, and not an object.</summary>
    public bool IsTuple { get; init; }

    /// <summary>The type of the name if it is not a member table.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>How often each alternative occurs in a list, if <see cref="Type"/> is a union.</summary>
    public EquatableArray<AlternativeNumber> Numbers { get; init; } = [];

    public string? Description { get; init; }

    public string? CSharpName { get; init; }

    /// <summary>The section that prints the table, if it differs from the section of the file.</summary>
    public string? Section { get; init; }

    public string? Notes { get; init; }

    public string? Deprecated { get; init; }

    public EditionRange Editions { get; init; } = EditionRange.All;

    public required string Pointer { get; init; }
}

/// <summary>How often an alternative occurs in a list: <c>0 to n</c>.</summary>
/// <param name="Name">The alternative as the type names it.</param>
/// <param name="Minimum">The minimum.</param>
/// <param name="Maximum">The maximum; null: no limit.</param>
internal sealed record AlternativeNumber(string Name, int Minimum, int? Maximum);
