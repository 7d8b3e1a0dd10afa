using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>A request or response body.</summary>
internal sealed record BodyDeclaration
{
    public required BodyKind Kind { get; init; }

    /// <summary>The format of the body.</summary>
    public BodyFormat Format { get; init; }

    /// <summary>The member table when <see cref="Kind"/> is <see cref="BodyKind.Members"/>, or the fields of a <see cref="BodyKind.Form"/>.</summary>
    public EquatableArray<RowDeclaration> Members { get; init; } = [];

    /// <summary>The type when <see cref="Kind"/> is <see cref="BodyKind.Type"/>.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>The media type when <see cref="Kind"/> is <see cref="BodyKind.Media"/>.</summary>
    public string? MediaType { get; init; }

    /// <summary>The operation whose body this is, when <see cref="Kind"/> is <see cref="BodyKind.SameAs"/>.</summary>
    public string? SameAs { get; init; }

    /// <summary>The members of the schema that are required here, while all others are optional. Empty: as the schema declares them.</summary>
    public EquatableArray<string> Required { get; init; } = [];

    /// <summary>The members of a shared schema that this section requires under a condition. All others are as the schema declares them.</summary>
    public EquatableArray<RequiredMember> RequiredWhen { get; init; } = [];

    /// <summary>The constants of this section for members of a shared schema: <c>with: method: always test</c>.</summary>
    public EquatableArray<MemberValue> Values { get; init; } = [];

    public required string Pointer { get; init; }
}

/// <summary>A member of a shared schema that a section requires under a condition.</summary>
/// <param name="Name">The member.</param>
/// <param name="Condition">The condition; null: always required.</param>
/// <param name="Pointer">The position in the section.</param>
internal sealed record RequiredMember(string Name, Condition? Condition, string Pointer);

internal enum BodyKind
{
    Members,
    Type,
    Media,

    /// <summary>A form, whose fields are separate values.</summary>
    Form,

    SameAs,

    /// <summary>The page does not show it.</summary>
    Unknown,
}
