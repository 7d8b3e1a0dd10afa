using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the result of an operation if rows of its status table have their own <c>response</c>.</summary>
internal sealed class ResultBinder(ApiScope scope, BodyBinder bodies)
{
    private readonly Dictionary<BodyDeclaration, OperationResponse> _bound = new(ReferenceComparer<BodyDeclaration>.Instance);

    /// <summary>Binds the bodies of single statuses.</summary>
    /// <param name="source">The section.</param>
    /// <param name="names">Its names.</param>
    /// <param name="response">The body of all other results.</param>
    /// <param name="statuses">The status table.</param>
    /// <returns>The response and the table, including these bodies.</returns>
    public (OperationResponse Response, EquatableArray<StatusMember> Statuses) Bind(SpecSource source, SectionNames names, OperationResponse response,
        List<BoundStatus> statuses)
    {
        var isHead = source.File.Section!.HttpMethod == "HEAD";
        var hasOther = statuses.Exists(static status => status.Model is { IsResult: true, Code: not (202 or 204 or 205 or 3) and < 300 });
        var table = statuses
            .Select(status => WithOwnBody(source, status))
            .Select(status => status with { MayLackBody = MayLackBody(status, hasOther) })
            .ToEquatableArray();
        var results = table.Where(static status => status.IsResult).ToList();
        if (results.TrueForAll(static status => status.OwnBody is null))
            return (response with { MayLackBody = isHead || results.Exists(static status => status.MayLackBody) }, table);

        var usual = response.Kind == ResponseKind.None ? null : response;
        var ownOrUsual = results.ConvertAll(status => status.OwnBody ?? (HasNoBody(status) ? null : usual));
        return (ownOrUsual[0] is { } first && ownOrUsual.TrueForAll(first.Equals)
            ? first with { MayLackBody = isHead }
            : ByStatus(source, names, results, ownOrUsual) ?? response, table);
    }

    // RFC 9110, section 15: 204 and 205 have no body, and the body of a redirect is for people.
    private static bool HasNoBody(StatusMember status) => status.Code is 204 or 205 or >= 300 or 3;

    // A 202 usually has no result yet, unless the body belongs to it: it has its own row, or there is no other result (RFC 9110, section 15.3.3).
    private static bool MayLackBody(StatusMember status, bool hasOther)
        => status is { IsResult: true, OwnBody: null } && (HasNoBody(status) || (status.Code == 202 && hasOther));

    private StatusMember WithOwnBody(SpecSource source, BoundStatus bound)
    {
        var (status, outcome) = bound;
        if (outcome.OwnBody is not { } body)
            return status;
        // Several codes can share one row.
        if (!_bound.TryGetValue(body, out var own))
            _bound.Add(body, own = outcome.IsBodyOfApi ? bodies.BindShared(outcome.Wording!) : bodies.BindStatus(source, outcome.Row, status.CSharpName));
        return status with { OwnBody = own };
    }

    private OperationResponse? ByStatus(SpecSource source, SectionNames names, List<StatusMember> results, List<OperationResponse?> bodies)
    {
        var name = names.Stem + "Result";
        if (!scope.TypeNames.TryTake(name, GeneratedTypeKind.Record, "the results of " + names.Id, source.Path, "/status"))
            return null;
        var properties = new MemberNames(scope.Report, source.Path, name, ReservedNames.OfResults);
        var held = new List<ResultBody>();
        var empty = new List<StatusMember>();
        for (var i = 0; i < results.Count; i++)
        {
            if (bodies[i] is not { } body)
                empty.Add(results[i]);
            else if (properties.Take(results[i].CSharpName, properties.Free(results[i].CSharpName), "/status") is { } property)
                held.Add(new ResultBody(results[i], property, body));
        }

        return new OperationResponse(ResponseKind.ByStatus, null) { Results = new ResultUnion(name, held.ToEquatableArray(), empty.ToEquatableArray()) };
    }
}
