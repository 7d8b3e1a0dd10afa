using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Determines the conditions that the client checks before it sends a request. <see cref="ConditionChecker"/> reports invalid ones.
/// </summary>
internal static class ConditionBinder
{
    /// <summary>Returns the conditions of a table that only name its own members and members of nested tables.</summary>
    public static EquatableArray<RequestCondition> OfTable(ApiScope scope, EquatableArray<RowDeclaration> rows)
        => !RowConditions.AreIn(rows)
            ? []
            : RowConditions.Of(new ConditionTables(new ValueTable(rows, TypeScope.Empty, new TypeResolver(scope)), null, null), null)
                .Select(static found => Bind(found.Table, found.Condition)).ToEquatableArray();

    /// <summary>Returns the conditions of a section that concern its parameters; null: it has no such conditions.</summary>
    public static OperationConditions? OfSection(
        ApiScope scope, SectionDeclaration section, BoundParameters parameters, EquatableArray<FormField> parts, CodeType? body)
    {
        var tables = RequestTables.Of(scope, section);
        var found = tables.Places
            .Where(static place => RowConditions.AreIn(place.Table.Rows))
            .SelectMany(place => RowConditions.Of(new ConditionTables(place.Table, null, tables), [place.Place], place.Table.Rows, null))
            .Concat(body is null ? [] : OfBody(scope, section, tables))
            .ToList();
        if (found.Count == 0)
            return null;
        var known = ValuesOf(scope, section, parameters, parts).GroupBy(static value => (value.Place, value.WireName))
            .ToDictionary(static group => group.Key, static group => group.First());
        var conditions = new List<RequestCondition>();
        var used = new HashSet<(string, string)>();
        foreach (var (table, condition) in found)
        {
            // The method does not know values that a credential fills, or that the client sets itself.
            var names = NamesOf(table, condition).ToList();
            if (!names.TrueForAll(known.ContainsKey))
                continue;
            used.UnionWith(names);
            conditions.Add(Bind(table, condition));
        }

        return conditions.Count == 0
            ? null
            : new OperationConditions(
                conditions.ToEquatableArray(), known.Where(pair => used.Contains(pair.Key)).Select(static pair => pair.Value).ToEquatableArray(),
                conditions.Exists(static condition => condition.Table[0] == RequestTables.Body));
    }

    // Conditions of a shared schema, and conditions that need no parameter, belong to the type of the body.
    private static IEnumerable<(EquatableArray<string> Table, RowCondition Condition)> OfBody(ApiScope scope, SectionDeclaration section, RequestTables tables)
    {
        if (BodyReference.TableOf(scope, BodyReference.Resolve(scope, section.Body, isRequest: true)) is not { } table || !RowConditions.AreIn(table.Rows))
            return [];
        // 'same as' also adopts the rules of the other section for its body.
        var described = BodyReference.Follow(scope, section.Body, isRequest: true);
        var isOfPage = described.Body is { Kind: BodyKind.Members };
        var own = new HashSet<string>(described.RequiredWhen.Select(static required => required.Name), StringComparer.Ordinal);
        return RowConditions.Of(new ConditionTables(table, null, tables), [RequestTables.Body], table.Rows, null)
            .Where(found => (isOfPage && found.Condition.Clauses.Any(static clause => clause.IsParameter))
                || (found.Table.Count == 1 && found.Condition.IsRequired && own.Contains(found.Condition.Row.Name)));
    }

    private static IEnumerable<(string Place, string WireName)> NamesOf(EquatableArray<string> table, RowCondition condition)
    {
        if (table[0] != RequestTables.Body)
            yield return (table[0], table.Count > 1 ? table[1] : condition.Row.Name);
        foreach (var clause in condition.Clauses)
        {
            if (clause.IsParameter)
                yield return (clause.Path[0], clause.Path[1]);
            // In a form field with JSON, the outermost table contains the fields themselves.
            else if (table[0] != RequestTables.Body && clause.Up == table.Skip(1).Count(static step => step != RowConditions.EachValue))
                yield return (table[0], clause.Path[0]);
        }
    }

    private static IEnumerable<ConditionValue> ValuesOf(ApiScope scope, SectionDeclaration section, BoundParameters parameters, EquatableArray<FormField> parts)
    {
        foreach (var row in RequestTables.Of(scope, section).Places.SelectMany(static place => place.Table.Rows.Select(row => (place.Place, Row: row))))
        {
            if (row.Row is { Constant: { } constant, IsOptional: false })
                yield return new ConditionValue(row.Place, row.Row.Name, constant, null, false, false, false);
        }

        foreach (var part in parameters.Target.Where(static part => part.Value is not null))
        {
            var place = part.Kind == TargetPartKind.PathValue ? RequestTables.Path : RequestTables.Query;
            yield return new ConditionValue(place, part.Value!.WireName, null, part.Value, part.InQuery, part.Kind == TargetPartKind.QueryFlag, part.InQuery);
        }

        foreach (var header in parameters.Headers.Where(static header => header.Value is not null))
            yield return new ConditionValue(RequestTables.Headers, header.WireName, null, header.Value, header.InQuery, false, header.InQuery);
        foreach (var part in parts.Where(static part => part.Constant is null && !part.IsRest))
        {
            yield return new ConditionValue(RequestTables.Form, part.Parameter.WireName, null, part.Parameter, false, false, part.IsOptional)
            {
                IsJson = part.IsJson,
            };
        }
    }

    private static RequestCondition Bind(EquatableArray<string> table, RowCondition condition)
        => new(table, condition.Row.Name, condition.IsRequired, condition.Condition.ToString(), condition.Clauses.Select(StatedClause.Of).ToEquatableArray());
}
