namespace ApiSpec.Language.Reference;

/// <summary>Checks that a request has the values that conditions require, and none that a condition excludes.</summary>
internal static class ConditionCheck
{
    /// <summary>The start of the message about a missing value. The condition follows it.</summary>
    public const string MustBeGiven = "must be given";

    /// <summary>Returns the problem of a row, as the end of a sentence; null: no problem, or the page does not show the value that decides.</summary>
    /// <param name="condition">A condition of the row.</param>
    /// <param name="frame">The object that has the row.</param>
    /// <param name="value">The value of the row; null: it is missing.</param>
    /// <param name="errata">The misprints of the page.</param>
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

    /// <summary>Finds the parameters that are missing although a condition requires them, or present although they do not apply.</summary>
    /// <param name="tables">The parameters of the section.</param>
    /// <param name="values">The parameters of the request.</param>
    /// <param name="errata">The misprints of the page.</param>
    /// <param name="budget">The limit for the cost of the check.</param>
    /// <returns>The part of the request, the row, and the problem as the end of a sentence.</returns>
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
