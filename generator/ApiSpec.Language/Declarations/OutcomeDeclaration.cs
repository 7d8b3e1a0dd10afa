using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>How a response body shows that the call failed, and with which error.</summary>
internal sealed record OutcomeDeclaration
{
    /// <summary>No rules.</summary>
    public static OutcomeDeclaration None { get; } = new();

    /// <summary>The condition on the body of a 2xx response that makes it a success; null: every 2xx response is a success.</summary>
    public Condition? SuccessWhen { get; init; }

    /// <summary>The member of the error body with the error code, with dots for members of members; null: the reference names none.</summary>
    public string? ErrorCodeIn { get; init; }

    /// <summary>The member of the error body with the message of the error; null: the reference names none.</summary>
    public string? ErrorMessageIn { get; init; }

    public ErrorCodeTable ErrorCodes { get; init; } = ErrorCodeTable.Empty;
}

/// <summary>The error codes of a reference and their meanings.</summary>
/// <param name="IsOpen">Whether the page does not show all of them.</param>
/// <param name="Rows">The rows in the order of the file.</param>
internal sealed record ErrorCodeTable(bool IsOpen, EquatableArray<ErrorCodeDeclaration> Rows)
{
    public static ErrorCodeTable Empty { get; } = new(false, []);
}

/// <summary>An error code and its meaning.</summary>
internal sealed record ErrorCodeDeclaration
{
    /// <summary>The code as the page prints it. A number in hexadecimal is decimal in the body.</summary>
    public required string Code { get; init; }

    /// <summary>The printed meaning. Null: it is in another table of error codes, or missing.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the same request can succeed later; null: not documented.</summary>
    public bool? Transient { get; init; }

    public string? CSharpName { get; init; }

    public required string Pointer { get; init; }
}
