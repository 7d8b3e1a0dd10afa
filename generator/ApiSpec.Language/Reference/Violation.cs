using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>How a value contradicts the reference.</summary>
internal enum ViolationKind
{
    /// <summary>It is of another JSON type: a string where the reference has a number, or null where nothing says that it may be null.</summary>
    WrongKind,

    /// <summary>Its text is not a value of the type: a date that is not one, a fraction for a whole number.</summary>
    WrongValue,

    /// <summary>The enum does not list it.</summary>
    UnlistedValue,

    /// <summary>Its length, value or number of items is outside the range.</summary>
    OutsideRange,

    /// <summary>The reference has another value, and only that one.</summary>
    NotTheConstant,

    /// <summary>Several alternatives are of its JSON type, and it fits none of them.</summary>
    NoAlternative,

    /// <summary>A list has too few items of an alternative.</summary>
    WrongNumber,

    /// <summary>An object lacks a member that must be there.</summary>
    MissingMember,

    /// <summary>An object lacks a member that must be there under a condition which is true.</summary>
    MissingWhereRequired,

    /// <summary>An object has a member that counts only under a condition which is not true.</summary>
    GivenWhereIgnored,

    /// <summary>An object has a member that the reference does not describe. Reported only to those who ask: servers and clients have to accept it.</summary>
    UnknownMember,
}

/// <summary>One value that contradicts the reference.</summary>
internal sealed record Violation
{
    public required ViolationKind Kind { get; init; }

    /// <summary>The value; the object for a missing or unknown member.</summary>
    public required JsonText Value { get; init; }

    /// <summary>The string that holds the value as JSON, since the value itself has no place in the body; null: the value is in the body.</summary>
    public JsonText? Holder { get; init; }

    /// <summary>Where the value is inside the body.</summary>
    public required ValuePath Path { get; init; }

    /// <summary>The name of the nearest member around the value, or what the body is called.</summary>
    public required string Name { get; init; }

    /// <summary>What is wrong, as the end of a sentence; for <see cref="ViolationKind.WrongKind"/> what is expected instead.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The type that the value does not have; null: the body as a whole is a table.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>The only value that the reference has; null stands for null.</summary>
    public string? Constant { get; init; }

    /// <summary>The name of a missing or unknown member.</summary>
    public string? Member { get; init; }

    /// <summary>Where the name of an unknown member is in the text.</summary>
    public (int Start, int Length) MemberPlace { get; init; }

    /// <summary>What a missing or unknown member belongs to, for messages.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The rows of the object, for suggestions.</summary>
    public EquatableArray<RowDeclaration> Rows { get; init; } = [];
}
