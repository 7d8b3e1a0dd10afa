using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

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
    public (OperationResponse Response, EquatableArray<StatusMember> Statuses) Bind(
        SpecSource source, SectionNames names, OperationResponse response, EquatableArray<StatusMember> statuses)
    {
        var rows = OwnBodies(source);
        var isHead = source.File.Section!.HttpMethod == "HEAD";
        var hasOther = statuses.Any(static status => status is { IsResult: true, Code: not (202 or 204 or 205) and < 300 });
        var table = statuses
            .Select(status => WithOwnBody(source, status, rows))
            .Select(status => status with { MayLackBody = MayLackBody(status, hasOther) })
            .ToEquatableArray();
        var results = table.Where(static status => status.IsResult).ToList();
        if (results.TrueForAll(static status => status.OwnBody is null))
            return (response with { MayLackBody = isHead || results.Exists(static status => status.MayLackBody) }, table);
        if (response.Kind is not (ResponseKind.None or ResponseKind.Json))
        {
            var row = rows.Values.First(row => results.Exists(status => status.Code == row.Code));
            scope.Report.Add(SpecRules.NotGenerated, source.Path, row.Pointer, "A body of one status beside a response that is not JSON", "leave one of them out, and read the raw body");
            return (response, table);
        }

        var types = results.Select(status => status.OwnBody ?? (HasNoBody(status) ? null : response.Type)).ToList();
        var isSame = types[0] is not null && types.TrueForAll(type => Equals(type, types[0]));
        return (isSame ? new OperationResponse(ResponseKind.Json, types[0]) { MayLackBody = isHead } : ByStatus(source, names, results, types) ?? response, table);
    }

    // RFC 9110, section 15: 204 and 205 have no body, and that of a redirect is for people.
    private static bool HasNoBody(StatusMember status) => status.Code is 204 or 205 or >= 300;

    // What 202 announces is not there yet, unless the body is about that: a row of its own, or no other result to have it (RFC 9110, section 15.3.3).
    private static bool MayLackBody(StatusMember status, bool hasOther)
        => status is { IsResult: true, OwnBody: null } && (HasNoBody(status) || (status.Code == 202 && hasOther));

    /// <summary>The rows that show a body: those of the section, and for failures those that the API file has for all sections.</summary>
    private Dictionary<int, StatusDeclaration> OwnBodies(SpecSource source)
    {
        var rows = source.File.Section!.Statuses.Rows.Where(static row => row.Response is not null).ToDictionary(static row => row.Code);
        foreach (var row in scope.Api?.Statuses ?? [])
        {
            if (row is { Response: not null, IsResult: false } && !rows.ContainsKey(row.Code))
                rows.Add(row.Code, row);
        }

        return rows;
    }

    private StatusMember WithOwnBody(SpecSource source, StatusMember status, Dictionary<int, StatusDeclaration> rows)
    {
        if (!rows.TryGetValue(status.Code, out var row))
            return status;
        var body = row.Response!;
        if (!status.IsResult && body.Kind is BodyKind.Unknown or BodyKind.Media)
            return status with { OwnFailure = body.Kind == BodyKind.Media && body.MediaType!.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? ResponseKind.Text : ResponseKind.Raw };
        var isShared = !source.File.Section!.Statuses.Rows.Contains(row);
        var type = isShared ? bodies.BindShared(row) : bodies.BindStatus(source, row, status.CSharpName);
        if (status.IsResult)
            return status with { OwnBody = type };
        return type is null || (body.Kind == BodyKind.SameAs && type.Kind == CodeTypeKind.Element)
            ? status with { OwnFailure = ResponseKind.Raw }
            : status with { OwnBody = type, OwnFailure = ResponseKind.Json };
    }

    private OperationResponse? ByStatus(SpecSource source, SectionNames names, List<StatusMember> results, List<CodeType?> types)
    {
        var name = names.Stem + "Result";
        if (!scope.TypeNames.TryTake(name, GeneratedTypeKind.Record, "the results of " + names.Id, source.Path, "/status"))
            return null;
        var properties = new MemberNames(scope.Report, source.Path, name, ReservedNames.OfResults);
        var held = new List<ResultBody>();
        var empty = new List<int>();
        for (var i = 0; i < results.Count; i++)
        {
            if (types[i] is not { } type)
                empty.Add(results[i].Code);
            else if (properties.Take(results[i].CSharpName, properties.Free(results[i].CSharpName), "/status") is { } property)
                held.Add(new ResultBody(results[i], property, type));
        }

        return new OperationResponse(ResponseKind.JsonByStatus, null) { Results = new ResultUnion(name, held.ToEquatableArray(), empty.ToEquatableArray()) };
    }
}
