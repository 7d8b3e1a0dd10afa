using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

// The JSON in a form field or in a parameter.
internal sealed partial class ValueCheck
{
    /// <summary>Finds violations of the reference in the JSON of one form field. Conditions in it can name other fields.</summary>
    /// <param name="field">The row of the field.</param>
    /// <param name="json">Its JSON.</param>
    /// <param name="limit">The maximum number of violations.</param>
    public IReadOnlyList<Violation> FindInField(RowDeclaration field, JsonText json, int limit)
    {
        _found.Clear();
        _limit = limit;
        var form = Parameters is { } given && given.Tables.Find(RequestTables.Form) is { } table
            ? new ConditionFrame(given.Values.In(RequestTables.Form), new ConditionFrame(given.Values.Json, null, budget), budget) { Rows = table.Rows }
            : null;
        CheckValue(json, new Place(
            ValuePath.Body.Member(field.Name), field.Name, field) { Around = form }, field.Type, field.Members, TypeScope.Empty, report: true);
        return _found;
    }

    /// <summary>Returns the first violation of the reference in the JSON of a parameter; null: there is none.</summary>
    /// <param name="row">The row of the parameter.</param>
    /// <param name="form">Its form, which is JSON in a string.</param>
    /// <param name="json">Its JSON.</param>
    public Violation? FindInParameter(RowDeclaration row, ValueForm form, JsonText json)
    {
        _found.Clear();
        _limit = 1;
        CheckValue(json, new Place(ValuePath.Body, row.Name, null), form.Type.Arguments[0], row.Members, form.Scope, report: true);
        return _found.FirstOrDefault();
    }
}
