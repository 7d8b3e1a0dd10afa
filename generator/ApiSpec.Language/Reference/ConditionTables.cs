using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// Looks up the names in the conditions of a table: in the table itself, in the tables around it, and among the parameters of the request. A named schema has
/// no tables around it, because several sections can use it.
/// </summary>
/// <param name="table">The table of the rows with the conditions.</param>
/// <param name="around">The table with the row that contains this table; null: no such table.</param>
/// <param name="parameters">The parameters; null: other sections can use the table, or it does not belong to a request.</param>
internal sealed class ConditionTables(ValueTable table, ConditionTables? around, RequestTables? parameters)
{
    private IReadOnlyList<RowCondition>? _conditions;

    public ValueTable Table { get; } = table;

    /// <summary>The conditions of the table's own rows whose names are all known.</summary>
    public IReadOnlyList<RowCondition> Conditions => _conditions ??= [.. Table.Rows.SelectMany(row => Of(row, null))];

    /// <summary>Returns the table that is nested in a row of this table.</summary>
    public ConditionTables Inside(RowDeclaration row) => new(new ValueTable(row.Members, Table.Scope, Table.Types), this, parameters);

    /// <summary>Returns the conditions for a row: when it is required, and when it applies.</summary>
    /// <param name="row">A row of the table.</param>
    /// <param name="report">Receives problems of the conditions.</param>
    public IEnumerable<RowCondition> Of(RowDeclaration row, Action<ConditionProblem>? report)
    {
        if (Resolve(row, row.RequiredWhen, isRequired: true, report) is { } required)
            yield return required;
        // Problems of a rule that 'only when' implies have been reported already.
        if (Resolve(row, row.OnlyWhen, isRequired: false, ReferenceEquals(row.OnlyWhen, row.RequiredWhen) ? null : report) is { } only)
            yield return only;
    }

    /// <summary>Looks up a name; null: no row has it.</summary>
    public (RowPath Row, int Up, string? Place)? Find(string name)
    {
        var up = 0;
        for (var tables = this; tables is not null; tables = tables.Around, up++)
        {
            if (RowPath.Find(tables.Table, name) is { } row)
                return (row, up, null);
        }

        foreach (var (place, rows) in parameters?.Places ?? [])
        {
            if (RowPath.Find(rows, name) is { } row)
                return (row, up, place);
        }

        return null;
    }

    private ConditionTables? Around { get; } = around;

    /// <summary>The names that a condition can have here.</summary>
    public IEnumerable<string> Candidates(string name)
    {
        for (var tables = this; tables is not null; tables = tables.Around)
        {
            RowPath.Find(tables.Table, name, out var last);
            foreach (var row in last.Table.Rows.Where(static row => !row.IsRest))
                yield return last.Prefix + row.Name;
        }

        foreach (var row in (parameters?.Places ?? []).SelectMany(static place => place.Table.Rows).Where(static row => !row.IsRest))
            yield return row.Name;
    }

    private RowCondition? Resolve(RowDeclaration row, Condition? condition, bool isRequired, Action<ConditionProblem>? report)
    {
        if (condition is not { IsChecked: true })
            return null;
        var clauses = new List<ResolvedClause>();
        for (var i = 0; i < condition.Clauses.Count; i++)
        {
            var clause = condition.Clauses[i];
            if (Find(clause.Name) is not { } found)
            {
                report?.Invoke(new ConditionProblem(row, condition, isRequired, i, null));
                continue;
            }

            // The program chooses the names of a row with braces, so a condition cannot know which of them it means.
            if (found.Row.Row.IsPattern)
            {
                report?.Invoke(new ConditionProblem(row, condition, isRequired, i, null) { IsOfFreeName = true });
                continue;
            }

            if (report is not null && ImpossibleValue.Find(Table, found.Row, clause.Values) is { } wrong)
                report(new ConditionProblem(row, condition, isRequired, i, wrong));
            clauses.Add(new ResolvedClause(
                clause, found.Place is { } place ? [place, .. found.Row.Names] : found.Row.Names, found.Row.Row, ResolvedClause.FormOf(Table, found.Row))
            {
                Aliases = found.Place is null ? found.Row.Aliases : found.Row.Aliases.Prepend([]).ToEquatableArray(),
                Up = found.Up,
                IsParameter = found.Place is not null,
                Separator = ResolvedClause.SeparatorOf(Table, found.Row),
            });
        }

        return clauses.Count == condition.Clauses.Count ? new RowCondition(row, isRequired, condition, clauses.ToEquatableArray()) : null;
    }
}

/// <summary>A condition of a row, with the rows that it names.</summary>
/// <param name="Row">The row that has it.</param>
/// <param name="IsRequired">Whether the row is required if the condition is true; otherwise the row only applies if it is true.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Clauses">Its clauses, in order.</param>
internal sealed record RowCondition(RowDeclaration Row, bool IsRequired, Condition Condition, EquatableArray<ResolvedClause> Clauses);

/// <summary>A problem of a condition.</summary>
/// <param name="Row">The row that has it.</param>
/// <param name="Condition">The condition.</param>
/// <param name="IsRequired">Whether the condition states when the row is required.</param>
/// <param name="Clause">The position of the clause.</param>
/// <param name="Value">The value that the named row cannot have; null: the clause names no row.</param>
internal sealed record ConditionProblem(RowDeclaration Row, Condition Condition, bool IsRequired, int Clause, ImpossibleValue? Value)
{
    /// <summary>Whether the row that the clause names has braces in its name.</summary>
    public bool IsOfFreeName { get; init; }
}
