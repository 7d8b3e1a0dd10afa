using ApiSpec.Testing.Gates;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Answers;

/// <summary>Decides what a stub answers, and remembers what it was asked.</summary>
/// <remarks>In this order: pages of the stub's own, the gate, the check against the reference, what a test wants to be answered, what the reference prints.</remarks>
internal sealed class ExampleResponder
{
    private readonly OperationRouter _router;
    private readonly Gate _gate;
    private readonly Dictionary<string, StubPage> _pages;
    private readonly RequestLog _log;
    private readonly StubMistakes _mistakes;

    public ExampleResponder(StubOptions options, IAnswerScripts? scripts = null, StubMistakes mistakes = StubMistakes.AsHttp)
    {
        Documented = new DocumentedAnswers(options.Catalog.Apis, options.Seed);
        TimeProvider = options.TimeProvider;
        _router = new OperationRouter(options.Catalog.Apis);
        _gate = options.MakeGate();
        _pages = options.Pages.ToDictionary(StringComparer.Ordinal);
        _mistakes = mistakes;
        _log = new RequestLog(options.MaxRequests, options.MaxRequestBytes);
        Scripts = scripts;
    }

    public DocumentedAnswers Documented { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>What is remembered of the requests so far, in the order in which they were answered.</summary>
    public RequestHistory History => _log.History;

    /// <summary>What the test says nothing about is not answered.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Is told of every request that was answered, one at a time.</summary>
    public Action<ReceivedRequest>? OnAnswered { get; init; }

    private IAnswerScripts? Scripts { get; }

    public void ExpireSessions() => _gate.ExpireSessions();

    public void ForgetRequests() => _log.Clear();

    /// <summary>Refuses a request before anything of it is looked at.</summary>
    public StubReply Refuse(ReceivedRequest request, string mistake)
    {
        request.Mistake = mistake;
        return Remember(request, Documented.Error(request, null, 400, mistake));
    }

    public StubReply Answer(ReceivedRequest request)
    {
        if (request.Method is "GET" or "HEAD" && _pages.TryGetValue(request.Path, out var page))
            return StubReply.OfText(200, "OK", page.ContentType, page.Content);
        try
        {
            return Remember(request, Decide(request));
        }
        catch (Exception exception)
        {
            // Whatever a request or a spec holds, somebody has to be told what is wrong with it.
            request.Mistake = $"No answer to the request could be made: {exception.Message}";
            return Remember(request, StubReply.OfText(500, "Internal Server Error", "text/plain; charset=utf-8", request.Mistake));
        }
    }

    private StubReply Remember(ReceivedRequest request, StubReply reply)
    {
        request.StatusCode = reply.IsDropped ? 0 : reply.StatusCode;
        _log.Add(request, Tell);
        return reply.ToSendable();
    }

    private void Tell(ReceivedRequest request)
    {
        try
        {
            OnAnswered?.Invoke(request);
        }
        catch (Exception exception)
        {
            // The caller of the server is not the one to be told, but nobody should miss it.
            request.Mistake ??= $"The OnAnswered of the test failed: {exception}";
        }
    }

    private StubReply Decide(ReceivedRequest request)
    {
        var route = _router.Find(request);
        request.OperationId = route.Operation?.Id;
        request.PathValues = route.PathValues;
        var admission = route.Operation is { Declaration.IsAnonymous: true } ? Admission.Passed : _gate.Admit(request, route.Operation);
        var operation = route.Operation ?? (route.SamePath.Count > 0 ? route.SamePath[0] : null);
        if (admission == Admission.Refused)
        {
            var words = Documented.DescriptionOf(operation, 401) ?? _gate.Demand;
            return _gate.Challenge(Documented.Error(request, operation, 401, words));
        }

        return _gate.Complete(route.Operation is null ? RefuseUnknown(request, route) : Answer(request, route.Operation), route.Operation, admission);
    }

    private StubReply Answer(ReceivedRequest request, StubOperation operation)
    {
        if (_mistakes != StubMistakes.Unchecked && (RequestText.FindMistake(request) ?? RequestCheck.FindMistake(operation, request)) is { } mistake)
        {
            request.Mistake = DocumentedAnswers.PlaceOf(operation) + ": " + mistake + ".";
            return Documented.Refusal(request, operation, mistake);
        }

        if (Scripts?.Find(operation.Id)?.Answer(new AnswerContext(Documented, operation, request)) is { } reply)
            return reply;
        if (!IsStrict)
            return Documented.Answer(request, operation);
        const string Unexpected = "the fake is strict, and the test says nothing about this operation";
        request.Mistake = DocumentedAnswers.PlaceOf(operation) + ": " + Unexpected + ".";
        return Documented.Refusal(request, operation, Unexpected);
    }

    private StubReply RefuseUnknown(ReceivedRequest request, Route route)
    {
        // A 404 of the stub would look like the documented one of a resource that does not exist.
        var asHttp = _mistakes == StubMistakes.AsHttp;
        if (route.SamePath.Count == 0)
            return Documented.Error(request, null, asHttp ? 404 : 400, request.Mistake = "The reference describes no operation with this path.");
        var allowed = route.SamePath.Select(static operation => operation.Method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Documented.Error(request, route.SamePath[0], asHttp ? 405 : 400, request.Mistake = $"The reference describes no {request.Method} for this path.")
            .With("Allow", string.Join(", ", allowed));
    }
}

/// <summary>How requests that contradict the reference are answered.</summary>
internal enum StubMistakes
{
    /// <summary>With the status that HTTP has for each: 404, 405, 400.</summary>
    AsHttp,

    /// <summary>With 400, whatever is wrong.</summary>
    AsBadRequests,

    /// <summary>As if they were right, where an operation can be told.</summary>
    Unchecked,
}
