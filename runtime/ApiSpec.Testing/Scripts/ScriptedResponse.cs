using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing.Scripts;

/// <summary>One response of a script, and when it is used.</summary>
internal sealed record ScriptedResponse
{
    public required StubOperation Operation { get; init; }

    /// <summary>The values that the path must have.</summary>
    public IReadOnlyDictionary<string, string> Path { get; init; } = new Dictionary<string, string>();

    /// <summary>The query parameters that must be there, with one value or with any, or must be missing.</summary>
    public IReadOnlyList<QueryCondition> Query { get; init; } = [];

    /// <summary>The values that the state must have.</summary>
    public IReadOnlyDictionary<string, string> When { get; init; } = new Dictionary<string, string>();

    /// <summary>How often it is used until the state changes; null: without a limit.</summary>
    public int? Times { get; init; }

    /// <summary>The state after the response, or after the last of <see cref="Times"/>.</summary>
    public IReadOnlyDictionary<string, string> Then { get; init; } = new Dictionary<string, string>();

    /// <summary>The status code; null: the documented success.</summary>
    public int? Status { get; init; }

    /// <summary>The members of the body that differ from the documented body; null: the documented body.</summary>
    public JsonText? Body { get; init; }

    /// <summary>Whether the request and the state are those of this response.</summary>
    public bool Fits(ReceivedRequest request, IReadOnlyDictionary<string, string> state)
        => Path.All(pair => request.PathValues.GetValueOrDefault(pair.Key) == pair.Value)
            && Query.All(condition => condition.Fits(request.Query))
            && When.All(pair => state[pair.Key] == pair.Value);
}

/// <summary>A condition on a query parameter.</summary>
/// <param name="Row">The parameter, which can have several names.</param>
/// <param name="IsGiven">Whether it must be there; otherwise, it must be missing.</param>
/// <param name="Value">The value that it must have; several values are joined by a comma and a space. Null: any value.</param>
internal sealed record QueryCondition(RowDeclaration Row, bool IsGiven, string? Value = null)
{
    /// <summary>The condition that the parameter is there.</summary>
    public const string Given = "is given";

    /// <summary>The condition that the parameter is missing.</summary>
    public const string Missing = "is missing";

    /// <summary>Whether a query fulfils the condition.</summary>
    public bool Fits(FieldCollection query)
    {
        var found = Row.IsPattern
            ? query.Select(static field => field.Key).Distinct(StringComparer.Ordinal).Where(name => RowNames.Has(Row, name)).Select(query.GetValues)
            : [RequestCheck.ValuesOf(Row, query.GetValues)];
        return found.Any(values => values.Count > 0 && (Value is null || string.Join(", ", values) == Value)) == IsGiven;
    }
}

/// <summary>A script: the state at the start, and responses in their order.</summary>
internal sealed record ResponseFile(IReadOnlyDictionary<string, string> State, IReadOnlyList<ScriptedResponse> Responses);
