namespace ApiSpec.Language.Declarations;

/// <summary>The facts of one page about a member of a schema: <c>with: name: always rerunStart</c>.</summary>
internal sealed record MemberValue
{
    /// <summary>The name of the member in requests and responses.</summary>
    public required string Name { get; init; }

    /// <summary>The only value that this operation sends or returns for it.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether this operation always sends or returns null for it: <c>always null</c>. <see cref="Constant"/> is null then.</summary>
    public bool HasNullConstant { get; init; }

    /// <summary>Whether the member always has the same value here, null included.</summary>
    public bool HasConstant => Constant is not null || HasNullConstant;

    /// <summary>Whether the section names schemas for both bodies, and does not say which of them has the member.</summary>
    public bool IsOfEither { get; init; }

    /// <summary>The operation that this operation's link points to.</summary>
    public string? Link { get; init; }

    public string? Description { get; init; }

    /// <summary>Its position in the file, as a key of <c>SpecLocations</c>.</summary>
    public required string Pointer { get; init; }
}
