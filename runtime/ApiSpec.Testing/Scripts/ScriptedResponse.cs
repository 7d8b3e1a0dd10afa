using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Scripts;

/// <summary>One response of a script, and when it is used.</summary>
internal sealed record ScriptedResponse
{
    public required StubOperation Operation { get; init; }

    /// <summary>The values that path, query and state must have.</summary>
    public IReadOnlyDictionary<string, string> Path { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

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
            && Query.All(pair => request.Query[pair.Key] == pair.Value)
            && When.All(pair => state[pair.Key] == pair.Value);
}

/// <summary>A script: the state at the start, and responses in their order.</summary>
internal sealed record ResponseFile(IReadOnlyDictionary<string, string> State, IReadOnlyList<ScriptedResponse> Responses);
