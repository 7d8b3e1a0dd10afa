using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>The rows of which a request has a value, for rules over several values. A rule names rows, however a request names their values.</summary>
internal sealed class GivenValues(StubOperation operation, ReceivedRequest request)
{
    private readonly Dictionary<string, HashSet<string>> _parameters = new(StringComparer.Ordinal);
    private readonly Lazy<JsonText?> _body = new(() => BodyValues.Of(request, operation));

    /// <summary>Whether the request has a value of a row.</summary>
    /// <param name="place">The part of the request, as <see cref="RequestTables"/> names it.</param>
    /// <param name="name">The name of the row.</param>
    public bool Has(string place, string name)
    {
        if (place == RequestTables.Body)
            return _body.Value is { } json && operation.RuleNames.RowInBody(name)?.ValueIn(json, Errata.None, out _) is not null;
        if (!_parameters.TryGetValue(place, out var names))
            _parameters.Add(place, names = NamesIn(place));
        return names.Contains(name);
    }

    private HashSet<string> NamesIn(string place)
    {
        var (rows, sent) = place switch
        {
            RequestTables.Query => (operation.QueryLookup, request.Query.Select(static field => field.Key)),
            RequestTables.Headers => (operation.HeaderLookup, request.Headers.Select(static field => field.Key)),
            _ => (new RowLookup(operation.FieldRows), request.Parts.Select(static part => part.Name)),
        };
        return sent.Select(name => rows.Find(name)?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
