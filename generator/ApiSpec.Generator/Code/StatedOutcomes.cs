using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Code;

/// <summary>The members with which a response body shows that the call failed, and with which error.</summary>
/// <param name="Success">The condition on the body of a success; empty: a 2xx status is enough.</param>
/// <param name="ErrorCode">The names on the path to the error code; empty: no member has it.</param>
/// <param name="ErrorMessage">The names on the path to the error message; empty: no member has it.</param>
internal sealed record StatedOutcomes(EquatableArray<StatedClause> Success, EquatableArray<string> ErrorCode, EquatableArray<string> ErrorMessage)
{
    /// <summary>For each name of <see cref="ErrorCode"/>, the other names of its row.</summary>
    public EquatableArray<EquatableArray<string>> ErrorCodeAliases { get; init; } = [];

    /// <summary>For each name of <see cref="ErrorMessage"/>, the other names of its row.</summary>
    public EquatableArray<EquatableArray<string>> ErrorMessageAliases { get; init; } = [];

    /// <summary>Whether messages must not show the error code.</summary>
    public bool HidesErrorCode { get; init; }

    /// <summary>Whether messages must not show the error message.</summary>
    public bool HidesErrorMessage { get; init; }

    /// <summary>How elements and attributes of the body are read if it can be XML; null: it is JSON.</summary>
    public string? XmlShape { get; init; }

    /// <summary>Whether the body of failures is a list, whose items have these members.</summary>
    public bool IsOfItems { get; init; }

    /// <summary>The forms of lines with the error code and the error message; null: the body is not text.</summary>
    public TextForms? Text { get; init; }
}

/// <summary>The forms of lines in a body of text.</summary>
/// <param name="ErrorCode">The line with the error code; null: the text has none.</param>
/// <param name="ErrorMessage">The line with the error message; null: the text has none.</param>
internal sealed record TextForms(string? ErrorCode, string? ErrorMessage);

/// <summary>A clause of a condition on a body.</summary>
/// <param name="Operator">The comparison.</param>
/// <param name="Path">The names on the path to the member.</param>
/// <param name="ComparedAs">How values are compared.</param>
/// <param name="Values">The values.</param>
/// <param name="WhenMissing">Whether the clause is true if the member is missing.</param>
internal sealed record StatedClause(ConditionOperator Operator, EquatableArray<string> Path, ComparedAs ComparedAs, EquatableArray<string> Values,
    bool WhenMissing)
{
    /// <summary>The number of tables to go outwards, from the row with the condition, to the start of the path.</summary>
    public int Up { get; init; }

    /// <summary>The separator of a list that is sent as one string; null: the member is not such a list.</summary>
    public char? Separator { get; init; }

    /// <summary>For each name of the path, the other names of its row; empty: a client sends the first names.</summary>
    public EquatableArray<EquatableArray<string>> Aliases { get; init; } = [];

    /// <summary>Returns the clause about a response for a resolved one. A server can send any of the names.</summary>
    public static StatedClause OfResponse(ResolvedClause clause) => Of(clause) with { Aliases = clause.Aliases };

    /// <summary>Returns the clause for a resolved one. <c>is missing</c> does not depend on a default.</summary>
    public static StatedClause Of(ResolvedClause clause) => new(
        clause.Clause.Operator, clause.Path, clause.ComparedAs, clause.Listed,
        clause is { WhenMissing: true, Clause.Operator: not ConditionOperator.IsMissing })
    {
        Up = clause.Up,
        Separator = clause.Separator,
    };
}
