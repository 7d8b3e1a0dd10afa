using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Responses;

/// <summary>
/// Finds the operation of a request. Of several operations that fit, it chooses the one with the most specific path, then the one whose constants fit.
/// </summary>
internal sealed class OperationRouter(IEnumerable<StubApi> apis)
{
    private readonly PathIndex _operations = new(
    [
        .. apis.SelectMany(static api => api.Operations).OrderBy(static operation => operation.Path)
            .ThenBy(static operation => operation.Method, StringComparer.Ordinal).ThenBy(static operation => operation.Id, StringComparer.Ordinal),
    ]);

    public Route Find(ReceivedRequest request)
    {
        var path = PathText.Normalize(request.Path);
        var matches = _operations.Find(path)
            .Select(operation => (Operation: operation, PathValues: operation.Path.Match(path)))
            .Where(static match => match.PathValues is not null)
            .ToList();
        IReadOnlyList<StubOperation> samePath = [.. matches.Select(static match => match.Operation)];
        var (first, pathValues) = matches.Find(match => match.Operation.Method == request.Method);
        if (first is null)
            return new Route(null, new Dictionary<string, string>(), samePath);
        var sharing = samePath.Where(operation => operation.Method == first.Method && operation.Path.CompareTo(first.Path) == 0).ToList();
        if (sharing.Count == 1)
            return new Route(first, pathValues!, samePath);

        var operation = new ConstantMatch(request, pathValues!).Choose(sharing, out var problem);
        return new Route(operation, matches.Find(match => match.Operation == operation).PathValues ?? pathValues!, sharing) { Problem = problem };
    }
}

/// <summary>The operation of a request.</summary>
/// <param name="Operation">The operation with its path, method and constants, or null.</param>
/// <param name="PathValues">The decoded values of the path's placeholders.</param>
/// <param name="SamePath">The operations with this path and any method.</param>
internal sealed record Route(StubOperation? Operation, IReadOnlyDictionary<string, string> PathValues, IReadOnlyList<StubOperation> SamePath)
{
    /// <summary>
    /// The reason why the constants of the request do not identify one of several operations, as a sentence, or null.
    /// </summary>
    public string? Problem { get; init; }
}
