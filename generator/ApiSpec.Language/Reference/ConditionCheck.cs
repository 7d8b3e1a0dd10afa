namespace ApiSpec.Language.Reference;

/// <summary>Whether a request has what conditions ask for, and nothing that does not count.</summary>
internal static class ConditionCheck
{
    /// <summary>What is wrong with a value that is missing, before the condition.</summary>
    public const string MustBeGiven = "must be given";

    /// <summary>What is wrong with a row, as the end of a sentence about it; null: nothing, or what decides it is not shown.</summary>
    /// <param name="condition">A condition of the row.</param>
    /// <param name="frame">The object that has the row.</param>
    /// <param name="value">The value of the row; null: it is not there.</param>
    /// <param name="errata">What the page prints wrongly.</param>
    public static string? Find(RowCondition condition, ConditionFrame frame, JsonText? value, Errata errata)
    {
        if (condition.IsRequired)
            return value is null && !frame.Json.IsElided && !errata.IsOmitted(condition.Row.Name) && frame.Holds(condition, errata) == true
                ? MustBeGiven + " if " + condition.Condition
                : null;
        return value is not null and not { Kind: JsonTextKind.Null } && frame.Holds(condition, errata) == false
            ? "only applies if " + condition.Condition
            : null;
    }

    /// <summary>Finds the first parameter that is missing though a condition asks for it, or is given where it does not count.</summary>
    /// <param name="tables">The parameters of the section.</param>
    /// <param name="values">Those of the request.</param>
    /// <param name="errata">What the page prints wrongly.</param>
    /// <param name="budget">What the check may cost.</param>
    /// <returns>The part of the request, the row and what is wrong, as the end of a sentence about it.</returns>
    public static IEnumerable<(string Place, RowCondition Condition, string Problem)> Find(
        RequestTables tables, ParameterValues values, Errata errata, WorkBudget budget)
    {
        var root = new ConditionFrame(values.Json, null, budget);
        foreach (var (place, table) in tables.Places)
        {
            if (!table.Rows.Any(static row => row.RequiredWhen is not null || row.OnlyWhen is not null))
                continue;
            var json = values.In(place);
            var frame = new ConditionFrame(json, root, budget);
            var members = json.Members.ToLookup(static member => member.Name, static member => member.Value, StringComparer.Ordinal);
            foreach (var condition in new ConditionTables(table, null, tables).Conditions)
            {
                if (Find(condition, frame, members[condition.Row.Name].FirstOrDefault(), errata) is { } problem)
                    yield return (place, condition, problem);
            }
        }
    }
}
