using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing.Scripts;

/// <summary>Chooses responses of scripts, and keeps the state of one server.</summary>
internal sealed class ResponsePlayer
{
    private readonly object _lock = new();
    private readonly List<ScriptedResponse> _responses;
    private readonly Dictionary<string, string> _state = new(StringComparer.Ordinal);
    private readonly Dictionary<ScriptedResponse, int> _uses = new(ReferenceEqualityComparer.Instance);

    public ResponsePlayer(IEnumerable<ResponseFile> files)
    {
        var all = files.ToList();
        _responses = [.. all.SelectMany(static file => file.Responses)];
        foreach (var (name, value) in all.SelectMany(static file => file.State))
            _state[name] = value;
    }

    /// <summary>The first response that fits, or null.</summary>
    public StubResponse? Respond(DocumentedResponses documented, StubOperation operation, ReceivedRequest request)
        => Next(operation, request) is { } next ? documented.OfPart(request, operation, next.Status ?? operation.SuccessCode, next.Body) : null;

    private ScriptedResponse? Next(StubOperation operation, ReceivedRequest request)
    {
        lock (_lock)
        {
            foreach (var response in _responses)
            {
                var uses = _uses.GetValueOrDefault(response);
                if (response.Operation != operation || uses == response.Times || !response.Fits(request, _state))
                    continue;
                _uses[response] = uses + 1;
                if (response.Times is null || uses + 1 == response.Times)
                    Change(response.Then);
                return response;
            }
        }

        return null;
    }

    private void Change(IReadOnlyDictionary<string, string> values)
    {
        var isChanged = false;
        foreach (var (name, value) in values)
        {
            isChanged |= _state[name] != value;
            _state[name] = value;
        }

        if (isChanged)
            _uses.Clear();
    }
}
