using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Responses;

/// <summary>Finds the operation that a request belongs to: of several that fit, the one whose path says most.</summary>
internal sealed class OperationRouter(IEnumerable<StubApi> apis)
{
    private readonly List<StubOperation> _operations =
    [
        .. apis.SelectMany(static api => api.Operations).OrderBy(static operation => operation.Path)
            .ThenBy(static operation => operation.Method, StringComparer.Ordinal).ThenBy(static operation => operation.Id, StringComparer.Ordinal),
    ];

    public Route Find(ReceivedRequest request)
    {
        var path = PathText.Normalize(request.Path);
        var matches = _operations
            .Select(operation => (Operation: operation, PathValues: operation.Path.Match(path)))
            .Where(static match => match.PathValues is not null)
            .ToList();
        var (operation, pathValues) = matches.Find(match => match.Operation.Method == request.Method);
        return new Route(operation, pathValues ?? new Dictionary<string, string>(), [.. matches.Select(static match => match.Operation)]);
    }
}

/// <summary>Where a request leads.</summary>
/// <param name="Operation">The operation with its path and method; null: there is none.</param>
/// <param name="PathValues">The decoded values of the path's placeholders.</param>
/// <param name="SamePath">The operations with its path, whatever their methods.</param>
internal sealed record Route(StubOperation? Operation, IReadOnlyDictionary<string, string> PathValues, IReadOnlyList<StubOperation> SamePath);
