using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;
using ApiSpec.Transport;

namespace ApiSpec.Language.Reference;

/// <summary>How the response bodies of one section show that a call failed, and with which error. The section takes precedence over the API file.</summary>
internal sealed partial class BodyOutcomes
{
    private BodyOutcomes(BodyDeclaration? error, EquatableArray<ResolvedClause>? success, OutcomeMember? errorCode, OutcomeMember? errorMessage)
        => (Error, Success, ErrorCode, ErrorMessage) = (error, success, errorCode, errorMessage);

    /// <summary>The body of failures, <c>same as</c> followed; null: the reference does not show it.</summary>
    public BodyDeclaration? Error { get; }

    /// <summary>The condition that the body of a success meets; null: a 2xx status is enough.</summary>
    public EquatableArray<ResolvedClause>? Success { get; }

    /// <summary>The member with the error code; null: no member has it.</summary>
    public OutcomeMember? ErrorCode { get; }

    /// <summary>The member with the text of the error; null: no member has it.</summary>
    public OutcomeMember? ErrorMessage { get; }

    /// <summary>Whether bodies add nothing to the status code.</summary>
    public bool IsEmpty => Success is null && ErrorCode is null && ErrorMessage is null;

    /// <summary>Returns the rules for the bodies of a section.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section.</param>
    /// <param name="report">Receives names in the section that match no row; null: they are reported elsewhere.</param>
    public static BodyOutcomes Of(IApiReference api, SectionDeclaration section, Action<UnknownName>? report = null)
    {
        var own = section.Outcomes;
        var shared = api.Api?.Outcomes ?? OutcomeDeclaration.None;
        var error = BodyReference.Resolve(api, section.Error ?? api.Api?.Error, isRequest: false);
        if (IsTextBody(error))
            return OfText(error!, own, shared, report);
        var table = TableOf(api, error);
        // The error body of the section can differ from the API's, so names from the API file are not reported here.
        return new BodyOutcomes(
            error,
            own.SuccessWhen is { } condition ? Resolve(table, condition, report) : shared.SuccessWhen is { } sharedCondition
                ? Resolve(table, sharedCondition, null) : null,
            own.ErrorCodeIn is { } code ? Resolve(table, code, "error code in", report) : shared.ErrorCodeIn is { } sharedCode
                ? Resolve(table, sharedCode, "error code in", null) : null,
            own.ErrorMessageIn is { } message ? Resolve(table, message, "error message in", report) : shared.ErrorMessageIn is { } sharedMessage
                ? Resolve(table, sharedMessage, "error message in", null) : null) { IsOfItems = ItemsOf(api, error) is not null };
    }

    /// <summary>Finds the names in the API file that match no row of its error body.</summary>
    public static void Check(IApiReference api, Action<UnknownName> report)
    {
        var outcomes = api.Api?.Outcomes ?? OutcomeDeclaration.None;
        var error = BodyReference.Resolve(api, api.Api?.Error, isRequest: false);
        if (IsTextBody(error))
        {
            OfText(error!, outcomes, OutcomeDeclaration.None, report);
            return;
        }

        var table = TableOf(api, error);
        if (outcomes.SuccessWhen is { } condition)
            Resolve(table, condition, report);
        if (outcomes.ErrorCodeIn is { } code)
            Resolve(table, code, "error code in", report);
        if (outcomes.ErrorMessageIn is { } message)
            Resolve(table, message, "error message in", report);
    }

    /// <summary>Returns the condition for a body that reports an expired token.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="report">Receives names that match no row of the error body.</param>
    /// <returns>Null: a name matches no row.</returns>
    public static EquatableArray<ResolvedClause>? Expiry(IApiReference api, Condition condition, Action<UnknownName>? report)
        => BodyReference.Resolve(api, api.Api?.Error, isRequest: false) is var error && IsTextBody(error) ? ResolveText(condition, report)
            : Resolve(TableOf(api, error), condition, report);

    /// <summary>Returns the clauses of <c>done when</c>: what is true of the body of a success that ends a wait.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section.</param>
    /// <param name="report">Receives the names that do not name a row of the response.</param>
    /// <param name="reportValue">Receives a value that a row cannot have, after the name of the row.</param>
    /// <returns>Null: the section has no such key, or a name does not name a row.</returns>
    public static EquatableArray<ResolvedClause>? Done(
        IApiReference api, SectionDeclaration section, Action<UnknownName>? report = null, Action<string, ImpossibleValue>? reportValue = null)
    {
        if (section.DoneWhen is not { } condition)
            return null;
        var response = TableOf(api, BodyReference.Resolve(api, section.Response, isRequest: false));
        if (Resolve(response, condition, report, SectionReader.DoneWhen) is not { } clauses)
            return null;
        foreach (var clause in clauses)
        {
            if (reportValue is not null && response.Table is { } table && RowPath.Find(table, clause.Clause.Name) is { } row
                && ImpossibleValue.Find(table, row, clause.Clause.Values) is { } wrong)
            {
                reportValue(clause.Clause.Name, wrong);
            }
        }

        return clauses;
    }

    /// <summary>Whether a body shows that the call succeeded. Only an object shows a failure, or a list if failures are lists.</summary>
    public bool IsSuccess(JsonText body) => StatementIn(body) is not { } statement || Holds(statement);

    /// <summary>Whether the object that says whether the call succeeded says so.</summary>
    /// <param name="statement">The result of <see cref="StatementIn"/>.</param>
    public bool Holds(JsonText statement)
        => Success is not { } clauses
            || (IsText && ResolvedClause.Find(statement, [TextForm.Whole], []) is null) || clauses.All(clause => clause.Holds(statement));

    /// <summary>Returns the table of an error body, and whether it can have members that the page does not show.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="error">The error body, with <c>same as</c> followed.</param>
    public static (ValueTable? Table, bool IsOpen) TableOf(IApiReference api, BodyDeclaration? error) => error switch
    {
        null => (null, false),
        { Kind: BodyKind.Unknown or BodyKind.SameAs } or { Type.IsUnread: true } => (null, true),
        _ => (BodyReference.TableOf(api, error) ?? ItemsOf(api, error)) is { } table ? (table, table.Rows.Any(static row => row.IsRest))
            : (null, error.Kind == BodyKind.Type && new TypeResolver(api).Resolve(error.Type!, TypeScope.Empty).IsAny),
    };

    private static EquatableArray<ResolvedClause>? Resolve(
        (ValueTable? Table, bool IsOpen) error, Condition condition, Action<UnknownName>? report, string key = OutcomeReader.SuccessWhen)
    {
        var names = ConditionText.Parse(condition.Text).Names;
        var clauses = new List<ResolvedClause>();
        for (var i = 0; i < condition.Clauses.Count; i++)
        {
            var clause = condition.Clauses[i];
            if (error.Table is { } table && RowPath.Find(table, clause.Name) is { } row)
                clauses.Add(new ResolvedClause(clause, row.Names, row.Row, ResolvedClause.FormOf(table, row)) { Aliases = row.Aliases });
            else if (IsOpen(error, clause.Name))
                clauses.Add(new ResolvedClause(clause, clause.Name.Split('.').ToEquatableArray(), null, ComparedAs.Any));
            else
                report?.Invoke(new UnknownName(
                    clause.Name, key, names[i].Start, names[i].Length, CandidatesOf(error.Table, clause.Name))
                {
                    List = ListIn(error.Table, clause.Name),
                    Advice = clause.Name == TextForm.Whole && error.Table is null ? "; write 'error: text/plain' if failures are text" : null,
                });
        }

        return clauses.Count == condition.Clauses.Count ? clauses.ToEquatableArray() : null;
    }

    private static OutcomeMember? Resolve((ValueTable? Table, bool IsOpen) error, string name, string key, Action<UnknownName>? report)
    {
        if (error.Table is { } table && RowPath.Find(table, name) is { } row)
            return new OutcomeMember(row.Names, ResolvedClause.FormOf(table, row)) { Aliases = row.Aliases, IsSecret = row.IsSecret, Row = row.Row };
        if (IsOpen(error, name))
            return new OutcomeMember(name.Split('.').ToEquatableArray(), ComparedAs.Any);
        report?.Invoke(new UnknownName(name, key, 0, name.Length, CandidatesOf(error.Table, name)) { List = ListIn(error.Table, name) });
        return null;
    }

    // Returns the part of a name that is a list. A name cannot select one of its items.
    private static string? ListIn(ValueTable? table, string name)
    {
        for (var dot = name.IndexOf('.'); table is not null && dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            var start = name.Substring(0, dot);
            if (RowPath.Find(table, start) is not { } row)
                return null;
            if (table.Types.Resolve(row.Row.Type, row.Scope, row.Row.Members) is { IsAny: false, Forms: [{ Kind: TypeKind.List }] })
                return start;
        }

        return null;
    }

    private static bool IsOpen((ValueTable? Table, bool IsOpen) error, string name)
        => error.IsOpen || (error.Table is { } table && RowPath.LeadsIntoAny(table, name));

    private static IReadOnlyList<string> CandidatesOf(ValueTable? table, string name)
    {
        if (table is null)
            return [];
        RowPath.Find(table, name, out var last);
        return [.. last.Table.Rows.Where(static row => !row.IsRest).Select(row => last.Prefix + row.Name)];
    }
}

/// <summary>A member of the error body that adds to the status code.</summary>
/// <param name="Path">The names on the way to it.</param>
/// <param name="ComparedAs">How its values are compared.</param>
internal sealed record OutcomeMember(EquatableArray<string> Path, ComparedAs ComparedAs)
{
    /// <summary>For each name of the path, the other names of its row; empty: there are none.</summary>
    public EquatableArray<EquatableArray<string>> Aliases { get; init; } = [];

    /// <summary>Whether the member, or a member that contains it, is secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Its row; null: its table is not shown.</summary>
    public RowDeclaration? Row { get; init; }
}

/// <summary>A name that matches no row.</summary>
/// <param name="Name">The name.</param>
/// <param name="Key">The key that contains it.</param>
/// <param name="Offset">Its offset in the value of the key.</param>
/// <param name="Length">Its length.</param>
/// <param name="Candidates">The existing names.</param>
internal sealed record UnknownName(string Name, string Key, int Offset, int Length, IReadOnlyList<string> Candidates)
{
    /// <summary>The list that the name goes into; null: there is no list on its path.</summary>
    public string? List { get; init; }

    /// <summary>What to write instead, as the end of a message; null: one of the existing names.</summary>
    public string? Advice { get; init; }
}
