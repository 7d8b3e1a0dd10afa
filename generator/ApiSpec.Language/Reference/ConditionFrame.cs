using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// An object whose rows have conditions, with the objects around it. The last one holds the parameters of the request, those of each part in an object of its
/// own.
/// </summary>
/// <param name="json">The object.</param>
/// <param name="around">The object around it; null: there is none, or what is around it is not known.</param>
/// <param name="budget">What looking things up may cost.</param>
internal sealed class ConditionFrame(JsonText json, ConditionFrame? around, WorkBudget budget)
{
    // All objects inside this one ask the same of it.
    private Dictionary<ResolvedClause, bool?>? _known;

    public JsonText Json { get; } = json;

    public ConditionFrame? Around { get; } = around;

    /// <summary>The rows of the object's table; null: the object holds the parameters.</summary>
    public EquatableArray<RowDeclaration>? Rows { get; init; }

    /// <summary>What type parameters in the rows mean.</summary>
    public TypeScope Scope { get; init; } = TypeScope.Empty;

    /// <summary>How conditions see the object's table; null: it has none.</summary>
    public ConditionTables? Tables { get; init; }

    /// <summary>Whether a condition is true here; null: what decides it is not shown.</summary>
    /// <param name="condition">A condition of a row of the object's table.</param>
    /// <param name="errata">What the page prints wrongly.</param>
    public bool? Holds(RowCondition condition, Errata errata)
    {
        bool? holds = true;
        foreach (var clause in condition.Clauses)
        {
            switch (Holds(clause, errata))
            {
                case false:
                    return false;
                case null:
                    holds = null;
                    break;
            }
        }

        return holds;
    }

    private bool? Holds(ResolvedClause clause, Errata errata)
    {
        var frame = this;
        for (var up = clause.Up; up > 0 && frame is not null; up--)
            frame = frame.Around;
        if (frame is null)
            return null;
        frame._known ??= new Dictionary<ResolvedClause, bool?>(ReferenceComparer<ResolvedClause>.Instance);
        if (!frame._known.TryGetValue(clause, out var holds))
            frame._known.Add(clause, holds = frame.Find(clause, errata));
        return holds;
    }

    private bool? Find(ResolvedClause clause, Errata errata)
    {
        JsonText? value = Json;
        foreach (var name in clause.Path)
        {
            if (value.StandsForAny || !budget.Spend(1 + value.Members.Count))
                return null;
            var inner = value.Members.LastOrDefault(
                member => string.Equals(member.Name, name, StringComparison.Ordinal) || errata.CorrectionOf(member.Name) == name).Value;
            if (inner is null && value.IsElided)
                return null;
            value = inner;
            if (value is null)
                break;
        }

        return clause.Clause.Operator == ConditionOperator.Has && value is not null && !budget.Spend(1 + value.Items.Count) ? null : clause.Test(value);
    }
}
