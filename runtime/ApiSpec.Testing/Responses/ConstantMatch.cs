using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Chooses between operations with the same method and path, by the format of the body and the constants of the request.</summary>
/// <param name="request">The request.</param>
/// <param name="pathValues">The decoded values of the path's placeholders.</param>
internal sealed class ConstantMatch(ReceivedRequest request, IReadOnlyDictionary<string, string> pathValues)
{
    private readonly Dictionary<string, JsonText?> _json = new(StringComparer.Ordinal);

    /// <summary>
    /// Chooses the operation with the most constants that are all in the request. If there is no such operation, it chooses the one with the most constants in
    /// the request.
    /// </summary>
    /// <param name="operations">The operations, more than one.</param>
    /// <param name="problem">The reason why no operation was chosen, as a sentence.</param>
    /// <returns>Null: two operations fit equally well, or the request has no constant of any operation.</returns>
    public StubOperation? Choose(IReadOnlyList<StubOperation> operations, out string? problem)
    {
        problem = null;
        operations = OfFormat(operations);
        if (operations is [var only])
            return only;
        var scores = operations
            .Select(operation => (Operation: operation, Constants: operation.Constants.Count, Fitting: operation.Constants.Count(
                constant => Fits(operation, constant))))
            .ToList();
        var whole = scores.Where(static score => score.Fitting == score.Constants).ToList();
        var candidates = whole.Count > 0 ? whole : scores.Where(static score => score.Fitting > 0).ToList();
        if (candidates.Count == 0)
        {
            problem = $"The request has no constant of {Listed(operations)}.";
            return null;
        }

        var most = candidates.Max(static score => score.Fitting);
        var best = candidates.Where(score => score.Fitting == most).Select(static score => score.Operation).ToList();
        // The build does not report templates that only differ in the names of their placeholders.
        if (best.Count == 1 || best.Exists(operation => operation.Template.ToString() != best[0].Template.ToString()))
            return best[0];
        problem = $"The request fits {Listed(best)} equally well.";
        return null;
    }

    // If no operation has the format of the body, the format does not help to choose.
    private IReadOnlyList<StubOperation> OfFormat(IReadOnlyList<StubOperation> operations)
    {
        if (BodyFormats.Of(request.Headers["Content-Type"]) is not { } format)
            return operations;
        List<StubOperation> fitting = [.. operations.Where(operation => operation.RequestFormat is not { } expected || expected == format)];
        return fitting.Count == 0 ? operations : fitting;
    }

    private static string Listed(IEnumerable<StubOperation> operations) => string.Join(
        " and ",
        operations.Select(static operation => operation.Id
            + (operation.Constants.Count == 0 ? "" : " (" + string.Join(", ", operation.Constants.Select(static constant => constant.Shown)) + ")")));

    private bool Fits(StubOperation operation, RequestConstant constant)
    {
        var row = constant.Row;
        var texts = constant.Place switch
        {
            RequestPlace.Path => pathValues.TryGetValue(row.Name, out var value) ? [value] : [],
            RequestPlace.Query => RowNames.Sent(row).SelectMany(name => request.Query.GetValues(name)),
            RequestPlace.Header => RequestCheck.ValuesOf(row, request.Headers.GetValues).Select(value => RequestCheck.WithoutBoundary(row.Name, value)),
            RequestPlace.Form when constant.Path.Count == 1
                => request.Parts.Where(part => RowNames.Has(row, part.Name)).Select(static part => part.Text),
            _ => null,
        };
        if (texts is not null)
            return texts.Any(text => RequestCheck.FindViolation(new ParameterCheck(operation.Api), row, text) is null);
        var isPart = constant.Place == RequestPlace.Form;
        var json = isPart ? PartOf(constant.Path[0], constant.Aliases[0]) : Body(operation);
        for (var i = isPart ? 1 : 0; i < constant.Path.Count; i++)
            json = json?.Members.LastOrDefault(member => RowNames.IsAnyOf(member.Name, constant.Path[i], constant.Aliases[i])).Value;
        return json is not null && (json.Scalar is not null || row.HasNullConstant) && ValueCheck.MismatchOfConstant(json, row.Constant) is null;
    }

    // The values in XML depend on the rows of the operation.
    private JsonText? Body(StubOperation operation)
    {
        var key = operation.RequestShape is null ? "" : "body " + operation.Id;
        if (!_json.TryGetValue(key, out var body))
            _json.Add(key, body = BodyValues.Of(request, operation));
        return body;
    }

    private JsonText? PartOf(string name, EquatableArray<string> aliases)
    {
        if (request.Parts.FirstOrDefault(part => part.Name is { } sent && RowNames.IsAnyOf(sent, name, aliases)) is not { Name: { } named } found)
            return null;
        if (!_json.TryGetValue("part " + named, out var part))
            _json.Add("part " + named, part = JsonBody.Read(found.Body));
        return part;
    }
}
