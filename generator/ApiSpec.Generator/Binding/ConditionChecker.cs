using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Reports conditions that name no row, or a value that the row cannot have.</summary>
internal sealed class ConditionChecker(ApiScope scope, string path)
{
    private readonly TypeResolver _types = new(scope);
    private bool _hasUnknownSet;

    // The rows of the section in the other formats of its request.
    private IReadOnlyList<BodyDeclaration> _otherBodies = [];

    /// <summary>Checks all conditions of a file.</summary>
    public void Check(SpecFile file)
    {
        foreach (var schema in file.Schemas)
            CheckShared(schema.Members, RowValueChecker.InsideOf(schema), schema.Name);
        if (file.Section is { } section)
            Check(section);
        if (file.Api is not { } api)
            return;
        var shared = RequestTables.Of(_types, (RequestTables.Query, api.QueryRows), (RequestTables.Headers, api.Headers));
        CheckParameters(shared, RequestTables.Query, api.QueryRows);
        CheckParameters(shared, RequestTables.Headers, api.Headers);
        foreach (var set in api.Sets)
            CheckParameters(RequestTables.Of(_types, (RequestTables.Query, set.Rows)), RequestTables.Query, set.Rows);
        CheckShared(api.Error?.Members ?? [], TypeScope.Empty, "'error'");
        foreach (var status in api.Statuses)
            CheckShared(status.Response?.Members ?? [], TypeScope.Empty, StatusDeclaration.TextOf(status.Code));
    }

    private void Check(SectionDeclaration section)
    {
        _hasUnknownSet = scope.HasUnknownSet(section);
        _otherBodies = section.OtherBodies;
        var parameters = RequestTables.Of(scope, section);
        CheckParameters(parameters, RequestTables.Path, section.PathRows);
        CheckParameters(parameters, RequestTables.Query, section.QueryRows);
        CheckParameters(parameters, RequestTables.Headers, section.HeaderRows);
        CheckParameters(parameters, RequestTables.Form, section.Body is { Kind: BodyKind.Form, Members: var fields } ? fields : []);
        CheckBody(section.Body, parameters, isRequest: true);
        CheckBody(section.Response, parameters, isRequest: false);
        CheckBody(section.Error, parameters, isRequest: false);
        foreach (var status in section.Statuses.Rows)
        {
            CheckBody(status.Response, parameters, isRequest: false);
            CheckParameters(RequestTables.Of(_types, (RequestTables.Headers, status.Headers)), RequestTables.Headers, status.Headers);
        }
    }

    private void CheckParameters(RequestTables parameters, string place, EquatableArray<RowDeclaration> rows)
    {
        if (RowConditions.AreIn(rows))
            Check(new ConditionTables(parameters.Find(place)!, null, parameters), rows, null, place == RequestTables.Form);
    }

    private void CheckBody(BodyDeclaration? body, RequestTables parameters, bool isRequest)
    {
        if (body is { Kind: BodyKind.Members, Members: var rows } && RowConditions.AreIn(rows))
            Check(new ConditionTables(new ValueTable(rows, TypeScope.Empty, _types), null, parameters), rows, null, isRequest);
        if (body is not { RequiredWhen.Count: > 0 } || BodyReference.TableOf(scope, BodyReference.Resolve(scope, body, isRequest: true)) is not { } table)
            return;
        var tables = new ConditionTables(table, null, parameters);
        foreach (var member in body.RequiredWhen)
        {
            if (member.Condition is { } condition && table.Find(member.Name) is { } row)
                _ = tables.Of(
                    row with { RequiredWhen = condition, OnlyWhen = null },
                    problem => Add(problem, member.Pointer + SpecLocations.RequiredWhen, tables, null, isOfFormat: true)).Count();
        }
    }

    private void CheckShared(EquatableArray<RowDeclaration> rows, TypeScope types, string owner)
    {
        if (RowConditions.AreIn(rows))
            Check(new ConditionTables(new ValueTable(rows, types, _types), null, null), rows, owner);
    }

    // Only rows of the request body belong to one of its formats. All formats share the others.
    private void Check(ConditionTables tables, EquatableArray<RowDeclaration> rows, string? owner, bool isOfFormat = false)
    {
        _ = RowConditions.Of(tables, [], rows, Report).Count();

        void Report(ConditionProblem problem)
        {
            var pointer = problem.Row.Pointer
                + (problem.IsRequired && !ReferenceEquals(problem.Condition, problem.Row.OnlyWhen) ? SpecLocations.RequiredWhen : SpecLocations.OnlyWhen);
            Add(problem, pointer, tables, owner, isOfFormat);
        }
    }

    private void Add(ConditionProblem problem, string pointer, ConditionTables tables, string? owner, bool isOfFormat)
    {
        var clause = problem.Condition.Clauses[problem.Clause];
        if (problem.IsOfFreeName)
        {
            scope.Report.Add(
                SpecRules.WrongConstant, path, pointer, problem.Condition.Text,
                "the program chooses names with braces, so nothing can be checked; write 'when' instead of 'required when' or 'only when'");
            return;
        }

        if (problem.Value is { } value)
        {
            OutcomesBinder.Report(scope, path, pointer, clause.Name, value);
            return;
        }

        // A format can have a part of the printed condition.
        var printed = ConditionText.Parse(problem.Condition.Text);
        var name = printed.Names[Array.IndexOf([.. printed.Condition!.Clauses], clause)];
        var other = _otherBodies.FirstOrDefault(body => RowPath.Find(new ValueTable(body.Members, TypeScope.Empty, _types), clause.Name) is not null);
        if (other is not null && !isOfFormat)
            return;
        var fields = isOfFormat ? [] : _otherBodies.Where(static body => body.Kind == BodyKind.Form).SelectMany(static body => body.Members);
        var candidates = tables.Candidates(clause.Name).Concat(fields.Where(static row => !row.IsRest).Select(static row => row.Name));
        var hint = scope.Report.Hint(clause.Name, candidates);
        if (other is not null)
            hint = "; '" + BodyFormats.RequestKeyOf(other.Format) + ":' has it, but each format only knows its own rows";
        if (owner is not null)
            scope.Report.AddPart(
                SpecRules.UnknownMember, path, pointer, name.Start, name.Length, clause.Name, owner,
                hint.Length > 0 ? hint : "; write a condition on rows of one page under 'required:' of that section");
        else if (!_hasUnknownSet)
            scope.Report.AddPart(
                SpecRules.NameWithoutRow, path, pointer, name.Start, name.Length, clause.Name, "parameter or body member",
                hint.Length > 0 ? hint : "; write 'when' before words that are not a condition");
    }
}
