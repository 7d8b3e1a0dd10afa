using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Checks the conditions between the parameters of a request, and passes the parameters to the check of its body.</summary>
internal sealed class RequestConditions
{
    // The number of comparisons. No printed page needs so many.
    private const int MaxWork = 1_000_000;

    private readonly ParameterValues _values;

    public RequestConditions(StubOperation operation, ReceivedRequest request)
    {
        Tables = operation.ParameterTables;
        _values = new ParameterValues(operation.Api) { ReadJson = JsonBody.Read };
        Add(RequestTables.Path, operation.PathRows, name => request.PathValues.TryGetValue(name, out var text) ? [text] : []);
        Add(RequestTables.Query, operation.QueryRows, request.Query.GetValues);
        Add(RequestTables.Headers, operation.HeaderRows, request.Headers.GetValues);
        if (operation.Body is { Kind: BodyKind.Form, Members: var parts })
        {
            var sent = request.Parts.ToLookup(static part => part.Name, static part => part.Text, StringComparer.Ordinal);
            Add(RequestTables.Form, parts, name => [.. sent[name]]);
        }
    }

    /// <summary>The parameters, for conditions of members that name them.</summary>
    public (RequestTables Tables, ParameterValues Values) Parameters => (Tables, _values);

    private RequestTables Tables { get; }

    /// <summary>The first parameter that is missing though it must be given, or is given where it does not count, or null.</summary>
    public string? FindViolation() => ConditionCheck.Find(Tables, _values, Errata.None, new WorkBudget(MaxWork))
        .Select(static found => "the " + NameOf(found.Place) + " '" + found.Condition.Row.Name + "' " + found.Problem)
        .FirstOrDefault();

    /// <summary>The name of a value that a request lacks only because of a condition, or null.</summary>
    public static string? FindMissing(StubOperation operation, ReceivedRequest request)
    {
        var conditions = new RequestConditions(operation, request);
        return ConditionCheck.Find(conditions.Tables, conditions._values, Errata.None, new WorkBudget(MaxWork))
            .FirstOrDefault(static found => found.Condition.IsRequired).Condition?.Row.Name
            ?? new RequestBodyCheck(operation, new ParameterCheck(operation.Api)).FindMissing(request, conditions);
    }

    private void Add(string place, IEnumerable<RowDeclaration> rows, Func<string, IReadOnlyList<string>> find)
    {
        foreach (var row in rows.Where(static row => !row.IsPattern && !row.IsRest))
            _values.Add(place, row, RequestCheck.ValuesOf(row, find));
    }

    private static string NameOf(string place) => place switch
    {
        RequestTables.Path => "path value",
        RequestTables.Query => "query parameter",
        RequestTables.Headers => "header",
        _ => "part",
    };
}
