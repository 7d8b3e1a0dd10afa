using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// An object whose rows have conditions, with the objects around it. The outermost one holds the parameters of the request, in a separate object for each
/// part.
/// </summary>
/// <param name="json">The object.</param>
/// <param name="around">The object around it; null: there is none, or it is not known.</param>
/// <param name="budget">The limit for the cost of lookups.</param>
internal sealed class ConditionFrame(JsonText json, ConditionFrame? around, WorkBudget budget)
{
    // The results are cached, because all objects inside this one need the same ones.
    private Dictionary<ResolvedClause, bool?>? _known;

    public JsonText Json { get; } = json;

    public ConditionFrame? Around { get; } = around;

    /// <summary>The rows of the object's table; null: the object holds the parameters.</summary>
    public EquatableArray<RowDeclaration>? Rows { get; init; }

    /// <summary>The meaning of type parameters in the rows.</summary>
    public TypeScope Scope { get; init; } = TypeScope.Empty;

    /// <summary>The tables in which conditions of the rows look up names; null: the rows have no conditions.</summary>
    public ConditionTables? Tables { get; init; }

    /// <summary>Whether a condition is true here; null: the page does not show the value that decides.</summary>
    /// <param name="condition">A condition of a row of the object's table.</param>
    /// <param name="errata">The misprints of the page.</param>
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
        for (var i = 0; i < clause.Path.Count; i++)
        {
            var name = clause.Path[i];
            EquatableArray<string> aliases = i < clause.Aliases.Count ? clause.Aliases[i] : [];
            if (value.StandsForAny || !budget.Spend(1 + value.Members.Count))
                return null;
            var inner = value.Members.LastOrDefault(
                member => RowNames.IsAnyOf(member.Name, name, aliases) || errata.CorrectionOf(member.Name) == name).Value;
            if (inner is null && value.IsElided)
                return null;
            value = inner;
            if (value is null)
                break;
        }

        return clause.Clause.Operator == ConditionOperator.Has && value is not null && !budget.Spend(1 + value.Items.Count) ? null : clause.Test(value);
    }
}
