using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>A condition on other rows. All of its clauses must be true.</summary>
/// <param name="Text">The condition as written.</param>
/// <param name="Clauses">Its clauses; empty if the condition is in words that only people can check.</param>
internal sealed record Condition(string Text, EquatableArray<ConditionClause> Clauses)
{
    /// <summary>Whether it can be checked.</summary>
    public bool IsChecked => Clauses.Count > 0;

    /// <summary>Returns the condition in plain words: <c>control is sequence and rack is given</c>.</summary>
    public override string ToString() => IsChecked ? string.Join(" and ", Clauses) : Text;
}

/// <summary>A part of a condition about one row.</summary>
/// <param name="Name">The name of the row, with dots for members of members.</param>
/// <param name="Operator">The comparison of its value.</param>
/// <param name="Values">The values, one of which must match; empty for operators without a value.</param>
internal sealed record ConditionClause(string Name, ConditionOperator Operator, EquatableArray<string> Values)
{
    /// <summary>Returns the clause in plain words.</summary>
    public override string ToString() => Name + Operator switch
    {
        ConditionOperator.Is => " is ",
        ConditionOperator.IsNot => " is not ",
        ConditionOperator.Has => " has ",
        ConditionOperator.IsGiven => " is given",
        _ => " is missing",
    } + string.Join(" or ", Values.Select(static value => value.Length == 0 ? "\"\"" : value));
}

internal enum ConditionOperator
{
    /// <summary><c>name = value</c>, <c>name = a|b</c>.</summary>
    Is,

    /// <summary><c>name != value</c>.</summary>
    IsNot,

    /// <summary><c>list has value</c>.</summary>
    Has,

    /// <summary><c>name is given</c>.</summary>
    IsGiven,

    /// <summary><c>name is missing</c>: it is absent or null.</summary>
    IsMissing,
}
