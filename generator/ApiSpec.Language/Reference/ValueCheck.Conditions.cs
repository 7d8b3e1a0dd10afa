using System.Runtime.CompilerServices;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <content>Conditions: members that are required or ignored because of other values of the request.</content>
internal sealed partial class ValueCheck
{
    private readonly Dictionary<(EquatableArray<RowDeclaration>, TypeScope), ConditionTables> _conditions = new(new ByTable());

    private bool CheckConditions(ConditionFrame frame, RowIndex index, Dictionary<int, JsonText> seen, Place place, string owner, bool report)
    {
        var fits = true;
        foreach (var condition in frame.Tables!.Conditions)
        {
            if ((!fits && !report) || IsDone || !budget.Spend(1 + condition.Clauses.Count))
                return fits;
            var name = condition.Row.Name;
            var value = index.Find(name) is { } position && seen.TryGetValue(position, out var given) ? given : null;
            if (ConditionCheck.Find(condition, frame, value, Errata) is not { } problem)
                continue;
            fits = false;
            if (report)
                Add(new Violation
                {
                    Kind = condition.IsRequired ? ViolationKind.MissingWhereRequired : ViolationKind.GivenWhereIgnored, Value = value ?? frame.Json,
                    Path = condition.IsRequired ? place.Path : place.Path.Member(name), Name = condition.IsRequired ? place.Name : name, Member = name,
                    Owner = owner, Reason = problem,
                });
        }

        return fits;
    }

    private ConditionTables TablesOf(EquatableArray<RowDeclaration> rows, TypeScope scope, ConditionFrame? around)
    {
        if (!_conditions.TryGetValue((rows, scope), out var tables))
        {
            // The outermost object holds the parameters and is not a table.
            var outer = around?.Rows is { } aroundRows ? TablesOf(aroundRows, around.Scope, around.Around) : null;
            var root = around;
            while (root?.Rows is not null)
                root = root.Around;
            _conditions.Add((rows, scope), tables = new ConditionTables(new ValueTable(rows, scope, _types), outer, root is null ? null : Parameters?.Tables));
            budget.Spend(rows.Count);
        }

        return tables;
    }

    private sealed class ByTable : IEqualityComparer<(EquatableArray<RowDeclaration> Rows, TypeScope Scope)>
    {
        public bool Equals((EquatableArray<RowDeclaration> Rows, TypeScope Scope) x, (EquatableArray<RowDeclaration> Rows, TypeScope Scope) y)
            => ReferenceEquals(x.Rows, y.Rows) && ReferenceEquals(x.Scope, y.Scope);

        public int GetHashCode((EquatableArray<RowDeclaration> Rows, TypeScope Scope) key)
            => unchecked((RuntimeHelpers.GetHashCode(key.Rows) * 397) ^ RuntimeHelpers.GetHashCode(key.Scope));
    }
}
