using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>How the body of a response says that the call failed, and which error it was.</summary>
internal sealed record OutcomeDeclaration
{
    /// <summary>Says nothing.</summary>
    public static OutcomeDeclaration None { get; } = new();

    /// <summary>The condition on the body of a 2xx response that makes it a success; null: every 2xx response is a success.</summary>
    public Condition? SuccessWhen { get; init; }

    /// <summary>The member of the error body that says which error it was, with dots for members of members; null: the reference names none.</summary>
    public string? ErrorCodeIn { get; init; }

    /// <summary>The member of the error body that has the text of the error; null: the reference names none.</summary>
    public string? ErrorMessageIn { get; init; }

    public ErrorCodeTable ErrorCodes { get; init; } = ErrorCodeTable.Empty;
}

/// <summary>The error codes of a reference and their meanings.</summary>
/// <param name="IsOpen">The page does not show all of them.</param>
/// <param name="Rows">The rows in the order of the file.</param>
internal sealed record ErrorCodeTable(bool IsOpen, EquatableArray<ErrorCodeDeclaration> Rows)
{
    public static ErrorCodeTable Empty { get; } = new(false, []);
}

/// <summary>An error code and its meaning.</summary>
internal sealed record ErrorCodeDeclaration
{
    /// <summary>The code in the body.</summary>
    public required string Code { get; init; }

    /// <summary>The printed meaning. Null: it is in another table of error codes, or missing.</summary>
    public string? Description { get; init; }

    /// <summary>The same request may succeed later.</summary>
    public bool? Transient { get; init; }

    public string? CSharpName { get; init; }

    public required string Pointer { get; init; }
}
