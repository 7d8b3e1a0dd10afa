using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Code;

/// <summary>Where the body of a response says that the call failed, and which error it was.</summary>
/// <param name="Success">What is true of the body of a success; empty: a 2xx status alone is one.</param>
/// <param name="ErrorCode">The names on the way to the error code; empty: no member has it.</param>
/// <param name="ErrorMessage">The names on the way to the text of the error; empty: no member has it.</param>
internal sealed record StatedOutcomes(EquatableArray<StatedClause> Success, EquatableArray<string> ErrorCode, EquatableArray<string> ErrorMessage)
{
    /// <summary>Whether no message may show the error code.</summary>
    public bool HidesErrorCode { get; init; }

    /// <summary>Whether no message may show the text of the error.</summary>
    public bool HidesErrorMessage { get; init; }

    /// <summary>What the elements and attributes of the body become where it may be XML; null: it is JSON.</summary>
    public string? XmlShape { get; init; }
}

/// <summary>A clause of a condition on a body.</summary>
/// <param name="Operator">What is said.</param>
/// <param name="Path">The names on the way to the member.</param>
/// <param name="ComparedAs">How values are compared.</param>
/// <param name="Values">The values.</param>
/// <param name="WhenMissing">Whether it is true of a member that is not there.</param>
internal sealed record StatedClause(ConditionOperator Operator, EquatableArray<string> Path, ComparedAs ComparedAs, EquatableArray<string> Values,
    bool WhenMissing)
{
    /// <summary>How many tables the path starts outside that of the row with the condition.</summary>
    public int Up { get; init; }

    /// <summary>What separates the items of a list that is one string; null: it is not one.</summary>
    public char? Separator { get; init; }

    /// <summary>The clause whose row is known. A missing value needs no default to be missing.</summary>
    public static StatedClause Of(ResolvedClause clause) => new(
        clause.Clause.Operator, clause.Path, clause.ComparedAs, clause.Listed,
        clause is { WhenMissing: true, Clause.Operator: not ConditionOperator.IsMissing })
    {
        Up = clause.Up,
        Separator = clause.Separator,
    };
}
