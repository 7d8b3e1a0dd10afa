using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>How a value contradicts the reference.</summary>
internal enum ViolationKind
{
    /// <summary>It has another JSON type: a string instead of a number, or null although the row is not nullable.</summary>
    WrongKind,

    /// <summary>Its string is not a value of the type: an invalid date, or a fraction instead of a whole number.</summary>
    WrongValue,

    /// <summary>The enum does not list it.</summary>
    UnlistedValue,

    /// <summary>Its length, value or number of items is outside the range.</summary>
    OutsideRange,

    /// <summary>The reference has a constant, and the value differs from it.</summary>
    NotTheConstant,

    /// <summary>Several alternatives have its JSON type, and the value fits none of them.</summary>
    NoAlternative,

    /// <summary>A list has too few items of an alternative.</summary>
    WrongNumber,

    /// <summary>An object has one member under several names.</summary>
    SeveralNames,

    /// <summary>An object lacks a member that is required.</summary>
    MissingMember,

    /// <summary>An object lacks a member that a condition requires, and the condition is true.</summary>
    MissingWhereRequired,

    /// <summary>An object has a member that only applies under a condition, and the condition is false.</summary>
    GivenWhereIgnored,

    /// <summary>An object has a member that the reference does not describe. Reported only on request, because servers and clients have to accept it.</summary>
    UnknownMember,
}

/// <summary>One value that contradicts the reference.</summary>
internal sealed record Violation
{
    public required ViolationKind Kind { get; init; }

    /// <summary>The value; the object for a missing or unknown member.</summary>
    public required JsonText Value { get; init; }

    /// <summary>The string that holds the value as JSON, because the value itself has no position in the body; null: the value is in the body.</summary>
    public JsonText? Holder { get; init; }

    /// <summary>The position of the value inside the body.</summary>
    public required ValuePath Path { get; init; }

    /// <summary>The name of the nearest member around the value, or of the body.</summary>
    public required string Name { get; init; }

    /// <summary>The problem, as the end of a sentence; for <see cref="ViolationKind.WrongKind"/>, the expected kind.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The type that the value does not have; null: the body as a whole is a table.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>The constant in the reference; null means JSON null.</summary>
    public string? Constant { get; init; }

    /// <summary>The name of a missing or unknown member.</summary>
    public string? Member { get; init; }

    /// <summary>The position of the name of an unknown member in the text.</summary>
    public (int Start, int Length) MemberPlace { get; init; }

    /// <summary>The owner of a missing or unknown member, for messages.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The rows of the object, for suggestions.</summary>
    public EquatableArray<RowDeclaration> Rows { get; init; } = [];

    /// <summary>The value at whose position the violation is reported.</summary>
    public JsonText Shown => Holder ?? Value;

    /// <summary>The value as messages name it.</summary>
    public string Text => Value.Scalar ?? Value.Describe();

    /// <summary>Why the row cannot have the value, as a clause.</summary>
    public string Explanation => Explain(Kind, Reason);

    /// <summary>Returns the violation and its position, as a clause.</summary>
    /// <param name="whole">The name of the value whose path is <c>$</c>.</param>
    /// <param name="shown">The text that replaces a value which is secret; null: the value is shown.</param>
    public string Describe(string whole, string? shown = null)
    {
        var path = Path.IsBody ? whole : Path.ToString();
        var scalar = shown ?? Value.Scalar;
        return Kind switch
        {
            ViolationKind.MissingWhereRequired => Path + "." + Member + " " + Reason,
            ViolationKind.GivenWhereIgnored => path + " " + Reason,
            ViolationKind.MissingMember => Path + "." + Member + " is missing",
            ViolationKind.WrongKind => path + " is not " + Reason + ", but " + Value.Describe(),
            ViolationKind.NotTheConstant => path + " is not " + Reason + ", but " + (scalar is null ? Value.Describe() : "'" + scalar + "'"),
            _ when scalar is not null => path + " has the value '" + scalar + "': " + Reason,
            ViolationKind.OutsideRange
                => path + " has " + (Value.Items.Count + Value.Members.Count).ToString(CultureInfo.InvariantCulture) + " elements: " + Reason,
            _ => path + " is " + Value.Describe() + ": " + Reason,
        };
    }

    /// <summary>Returns why a row cannot have a value, as a clause.</summary>
    /// <param name="kind">The kind of contradiction.</param>
    /// <param name="reason">The reason, which is not a clause for each kind.</param>
    public static string Explain(ViolationKind kind, string reason) => kind switch
    {
        ViolationKind.WrongKind => "it is not " + reason,
        ViolationKind.NotTheConstant => "the section always has " + reason,
        ViolationKind.GivenWhereIgnored => "it " + reason,
        _ => reason,
    };
}
