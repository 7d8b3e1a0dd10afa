using ApiSpec.Language.Collections;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Code;

/// <summary>The condition under which a value of a request is required, or under which it applies.</summary>
/// <param name="Table">The names on the path to the table of the value; <see cref="RowConditions.EachValue"/> selects each value of a map.</param>
/// <param name="Name">The name of the value.</param>
/// <param name="IsRequired">Whether the value is required if the condition is true; otherwise it only applies if the condition is true.</param>
/// <param name="Words">The condition, for messages.</param>
/// <param name="Clauses">The condition.</param>
internal sealed record RequestCondition(EquatableArray<string> Table, string Name, bool IsRequired, string Words, EquatableArray<StatedClause> Clauses);

/// <summary>The conditions of one operation that concern its parameters.</summary>
/// <param name="Conditions">The conditions. The first step to each table is the part of the request.</param>
/// <param name="Values">The values that they concern.</param>
/// <param name="WithBody">Whether they also concern the body.</param>
internal sealed record OperationConditions(EquatableArray<RequestCondition> Conditions, EquatableArray<ConditionValue> Values, bool WithBody);

/// <summary>A parameter in a condition.</summary>
/// <param name="Place">The part of the request.</param>
/// <param name="WireName">Its name.</param>
/// <param name="Constant">Its only value; null: the value of <paramref name="Value"/>.</param>
/// <param name="Value">The value that the caller passes.</param>
/// <param name="InQuery">Whether the value is a property of the query record.</param>
/// <param name="IsFlag">Whether the value is sent if it is true.</param>
/// <param name="IsOptional">Whether the value is optional.</param>
internal sealed record ConditionValue(string Place, string WireName, string? Constant, OperationParameter? Value, bool InQuery, bool IsFlag, bool IsOptional)
{
    /// <summary>Whether the value is sent as JSON.</summary>
    public bool IsJson { get; init; }
}
