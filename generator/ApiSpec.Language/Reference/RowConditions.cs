using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Collects the conditions of a table and of the tables in its rows.</summary>
internal static class RowConditions
{
    /// <summary>The step of a path that selects each value of a map. It cannot be the name of a row, because a row always has a name.</summary>
    public const string EachValue = "";

    /// <summary>Whether a row of a table, or of a table in its rows, has a condition.</summary>
    public static bool AreIn(EquatableArray<RowDeclaration> rows)
        => rows.Any(static row => row.RequiredWhen is not null || row.OnlyWhen is not null || AreIn(row.Members));

    /// <summary>Collects the conditions.</summary>
    /// <param name="tables">The table, with the tables around it.</param>
    /// <param name="report">Receives problems of the conditions; null: they are reported elsewhere.</param>
    /// <returns>Each condition with the names on the path to its table.</returns>
    public static IEnumerable<(EquatableArray<string> Table, RowCondition Condition)> Of(ConditionTables tables, Action<ConditionProblem>? report)
        => Of(tables, [], tables.Table.Rows, report);

    /// <summary>Collects the conditions of some rows of a table.</summary>
    /// <param name="tables">The table, with the tables around it.</param>
    /// <param name="path">The names on the path to it.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="report">Receives problems of the conditions; null: they are reported elsewhere.</param>
    public static IEnumerable<(EquatableArray<string> Table, RowCondition Condition)> Of(
        ConditionTables tables, EquatableArray<string> path, IEnumerable<RowDeclaration> rows, Action<ConditionProblem>? report)
    {
        foreach (var row in rows)
        {
            foreach (var condition in tables.Of(row, report))
                yield return (path, condition);
            if (!AreIn(row.Members))
                continue;
            foreach (var inner in Of(tables.Inside(row), [.. path, row.Name, .. MapsIn(row.Type)], row.Members, report))
                yield return inner;
        }
    }

    private static IEnumerable<string> MapsIn(TypeReference type)
    {
        for (; type.Kind is TypeKind.Nullable or TypeKind.List or TypeKind.Map; type = type.Arguments[0])
        {
            if (type.Kind == TypeKind.Map)
                yield return EachValue;
        }
    }
}
