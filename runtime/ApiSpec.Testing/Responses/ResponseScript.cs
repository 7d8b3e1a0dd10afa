using ApiSpec.Testing.Loading;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiSpec.Testing.Responses;

/// <summary>The responses that tests have set, by operation.</summary>
internal interface IResponseScripts
{
    /// <summary>The script of an operation, or null.</summary>
    ResponseScript? Find(string operationId);
}

/// <summary>The origin of a response.</summary>
internal sealed record ResponseContext(DocumentedResponses Documented, StubOperation Operation, ReceivedRequest Request);

/// <summary>The responses of one operation, one after the other. The last one is repeated.</summary>
internal sealed class ResponseScript
{
    private readonly List<Func<ReceivedRequest, FakeResponse>> _steps = [];
    private int _next;

    public void Clear()
    {
        lock (_steps)
        {
            _steps.Clear();
            _next = 0;
        }
    }

    public void Add(Func<ReceivedRequest, FakeResponse> step)
    {
        lock (_steps)
            _steps.Add(step);
    }

    /// <summary>Changes the responses of the last step, or the documented response without a step.</summary>
    public void Change(Func<FakeResponse, FakeResponse> change)
    {
        lock (_steps)
        {
            if (_steps.Count == 0)
                _steps.Add(static _ => FakeResponse.Documented);
            var last = _steps[^1];
            _steps[^1] = request => change(last(request));
        }
    }

    /// <summary>The next response, or null if the operation has no script.</summary>
    public StubResponse? Respond(ResponseContext context)
    {
        Func<ReceivedRequest, FakeResponse> step;
        lock (_steps)
        {
            if (_steps.Count == 0)
                return null;
            step = _steps[Math.Min(_next++, _steps.Count - 1)];
        }

        try
        {
            return (step(context.Request) ?? throw new InvalidOperationException("The response is null.")).ToResponse(context);
        }
        catch (Exception exception)
        {
            // It must not get lost on the server's side of a connection, because no test would notice it there.
            context.Request.Violation = $"The response of the test to {context.Operation.Id} failed: {exception}";
            return StubResponse.OfText(500, ReasonPhrases.GetReasonPhrase(500), "text/plain; charset=utf-8", context.Request.Violation);
        }
    }
}
