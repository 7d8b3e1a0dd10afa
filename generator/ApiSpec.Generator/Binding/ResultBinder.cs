using ApiSpec.Generator.Code;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles what an operation returns where rows of its status table have a <c>response</c> of their own.</summary>
internal sealed class ResultBinder(ApiScope scope, BodyBinder bodies)
{
    /// <summary>Binds the bodies of single statuses.</summary>
    /// <param name="source">The section.</param>
    /// <param name="names">Its names.</param>
    /// <param name="response">The body that all results share but for those.</param>
    /// <param name="statuses">The status table.</param>
    /// <returns>The response and the table, with those bodies in them.</returns>
    public (ResponseModel Response, EquatableArray<StatusModel> Statuses) Bind(
        SpecSource source, SectionNames names, ResponseModel response, EquatableArray<StatusModel> statuses)
    {
        var rows = source.File.Section!.Statuses.Rows.Where(static row => row.Response is not null).ToDictionary(static row => row.Code);
        if (rows.Count == 0)
            return (response, statuses);

        var table = statuses
            .Select(status => rows.TryGetValue(status.Code, out var row) ? status with { OwnBody = bodies.BindStatus(source, row, status.CSharpName) } : status)
            .ToEquatableArray();
        var results = table.Where(static status => status.IsResult).ToList();
        if (results.TrueForAll(static status => status.OwnBody is null))
            return (response, table);
        if (response.Kind is not (ResponseKind.None or ResponseKind.Json))
        {
            var row = rows.Values.First(row => results.Exists(status => status.Code == row.Code));
            scope.Report.Add(SpecRules.NotGenerated, source.Path, row.Pointer, "A body of one status beside a response that is not JSON", "leave one of them out, and read the raw body");
            return (response, table);
        }

        // RFC 9110, section 15: 204 and 205 have no body, and that of a redirect is for people.
        var types = results.Select(status => status.OwnBody ?? (status.Code is 204 or 205 or >= 300 ? null : response.Type)).ToList();
        var isSame = types[0] is not null && types.TrueForAll(type => Equals(type, types[0]));
        return (isSame ? new ResponseModel(ResponseKind.Json, types[0]) : ByStatus(source, names, results, types) ?? response, table);
    }

    private ResponseModel? ByStatus(SpecSource source, SectionNames names, List<StatusModel> results, List<CodeType?> types)
    {
        var name = names.Stem + "Result";
        if (!scope.TypeNames.TryTake(name, "the results of " + names.Id, source.Path, "/status"))
            return null;
        var properties = new MemberNames(scope.Report, source.Path, name, MemberNames.OfRecord);
        var held = new List<ResultBody>();
        var empty = new List<int>();
        for (var i = 0; i < results.Count; i++)
        {
            if (types[i] is not { } type)
                empty.Add(results[i].Code);
            else if (properties.Take(results[i].CSharpName, results[i].CSharpName, "/status") is { } property)
                held.Add(new ResultBody(results[i], property, type));
        }

        return new ResponseModel(ResponseKind.JsonByStatus, null) { Results = new ResultModel(name, held.ToEquatableArray(), empty.ToEquatableArray()) };
    }
}
