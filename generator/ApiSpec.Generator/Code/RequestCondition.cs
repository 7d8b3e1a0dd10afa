using ApiSpec.Language.Collections;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Code;

/// <summary>When a value of a request must be given, or where alone it counts.</summary>
/// <param name="Table">The names on the way to the table of the value; <see cref="RowConditions.EachValue"/> leads to each value of a map.</param>
/// <param name="Name">The name of the value.</param>
/// <param name="IsRequired">Whether it must be given where the condition is true; otherwise it counts only there.</param>
/// <param name="Words">The condition, for messages.</param>
/// <param name="Clauses">The condition.</param>
internal sealed record RequestCondition(EquatableArray<string> Table, string Name, bool IsRequired, string Words, EquatableArray<StatedClause> Clauses);

/// <summary>The conditions of one operation that are about its parameters.</summary>
/// <param name="Conditions">The conditions. The first step to each table is the part of the request.</param>
/// <param name="Values">The values that they are about.</param>
/// <param name="WithBody">Whether they are about the body, too.</param>
internal sealed record OperationConditions(EquatableArray<RequestCondition> Conditions, EquatableArray<ConditionValue> Values, bool WithBody);

/// <summary>A parameter that a condition is about.</summary>
/// <param name="Place">The part of the request.</param>
/// <param name="WireName">Its name.</param>
/// <param name="Constant">Its only value; null: that of <paramref name="Value"/>.</param>
/// <param name="Value">The value that the caller gives.</param>
/// <param name="InQuery">The value is a property of the query record.</param>
/// <param name="IsFlag">The value is sent when it is true.</param>
/// <param name="IsOptional">The value may be left out.</param>
internal sealed record ConditionValue(string Place, string WireName, string? Constant, OperationParameter? Value, bool InQuery, bool IsFlag, bool IsOptional)
{
    /// <summary>The value is sent as JSON text.</summary>
    public bool IsJson { get; init; }
}
