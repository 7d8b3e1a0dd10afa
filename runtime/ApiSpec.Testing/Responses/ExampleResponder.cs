using System.Globalization;
using ApiSpec.Testing.Gates;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Scripts;

namespace ApiSpec.Testing.Responses;

/// <summary>Chooses the response of a stub, and records its requests.</summary>
/// <remarks>In this order: additional pages, the gate, the check against the reference, the responses of a test, the responses of the reference.</remarks>
internal sealed class ExampleResponder
{
    private readonly OperationRouter _router;
    private readonly Gate _gate;
    private readonly Dictionary<string, StubPage> _pages;
    private readonly RequestLog _log;
    private readonly ViolationHandling _violations;
    private readonly ResponsePlayer _player;
    private readonly TimeZoneInfo? _timeZone;
    private readonly FirstPages _firstPages = new();

    public ExampleResponder(StubOptions options, IResponseScripts? scripts = null, ViolationHandling violations = ViolationHandling.AsHttp)
    {
        Documented = new DocumentedResponses(options.Catalog.Apis, options.Seed);
        TimeProvider = options.TimeProvider;
        _timeZone = options.TimeZone;
        _router = new OperationRouter(options.Catalog.Apis);
        _gate = options.MakeGate();
        _pages = options.Pages.ToDictionary(StringComparer.Ordinal);
        _violations = violations;
        _log = new RequestLog(options.MaxRequests, options.MaxRequestBytes);
        _player = new ResponsePlayer(options.ResponseFiles);
        Scripts = scripts;
        OnResponded = options.OnResponded;
    }

    public DocumentedResponses Documented { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>The recorded requests so far, in the order of their responses.</summary>
    public RequestHistory History => _log.History;

    /// <summary>Whether operations without a response of the test are refused.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether a header of all responses says where they come from. Refusals always have the header.</summary>
    public bool ShowsSource { get; init; }

    /// <summary>Receives every request after its response is chosen, one at a time.</summary>
    public Action<ReceivedRequest>? OnResponded { get; init; }

    private IResponseScripts? Scripts { get; }

    public void ExpireSessions() => _gate.ExpireSessions();

    public void ForgetRequests()
    {
        _log.Clear();
        Documented.Replay.Restart();
        _firstPages.Forget();
    }

    /// <summary>Refuses a request without checking it.</summary>
    public StubResponse Refuse(ReceivedRequest request, string violation)
    {
        request.TimeZone = _timeZone;
        request.Violation = violation;
        return Remember(request, Documented.Error(request, null, 400, violation) with { Source = ResponseSource.Refusal });
    }

    public StubResponse Respond(ReceivedRequest request)
    {
        request.TimeZone = _timeZone;
        if (request.Method is "GET" or "HEAD" && _pages.TryGetValue(request.Path, out var page))
            return StubResponse.OfText(200, "OK", page.ContentType, page.Content);
        try
        {
            return Remember(request, Decide(request));
        }
        catch (Exception exception)
        {
            // For any content of a request or a spec, the violation must be visible to someone.
            request.Violation = $"No response to the request could be created: {exception.Message}";
            return Remember(request, StubResponse.OfText(500, "Internal Server Error", "text/plain; charset=utf-8", request.Violation));
        }
    }

    private StubResponse Remember(ReceivedRequest request, StubResponse reply)
    {
        request.StatusCode = reply.IsDropped ? 0 : reply.StatusCode;
        var source = request.Source = request.Violation is { } violation ? reply.Source?.Because(violation) : reply.Source;
        _log.Add(request, Tell);
        // An error body can have no member for a text, so the reason of a refusal is in the header of every kind of server.
        return (source is not null && (ShowsSource || source.Reason is not null) ? reply.Replacing(ResponseSource.Header, source.ToHeader()) : reply)
            .ToSendable();
    }

    private void Tell(ReceivedRequest request)
    {
        try
        {
            OnResponded?.Invoke(request);
        }
        catch (Exception exception)
        {
            // The message is not for the caller of the server, but it must not get lost.
            request.Violation ??= $"The OnResponded of the test failed: {exception}";
        }
    }

    private StubResponse Decide(ReceivedRequest request)
    {
        var route = _router.Find(request);
        request.Operation = route.Operation;
        request.OperationId = route.Operation?.Id;
        request.PathValues = route.PathValues;
        if (route.Operation is { RequestShape: not null } described)
            request.JsonBytes = BodyValues.JsonOf(request, described);
        var admission = route.Operation is { IsAnonymous: true } ? Admission.Passed : _gate.Admit(request, route.Operation);
        var operation = route.Operation ?? (route.SamePath.Count > 0 ? route.SamePath[0] : null);
        if (admission == Admission.Refused)
        {
            var words = Documented.DescriptionOf(operation, 401) ?? _gate.Demand;
            var refusal = _gate.Challenge(Documented.Error(request, operation, 401, words) with { Source = ResponseSource.Login.Because(words) });
            return operation is null ? refusal : BodyValues.AsSent(refusal, operation, request);
        }

        var reply = _gate.Complete(
            route.Operation is null ? RefuseUnknown(request, route) with { Source = ResponseSource.NoOperation } : Respond(request, route.Operation),
            route.Operation,
            admission);
        return operation is null ? reply : BodyValues.AsSent(reply, operation, request);
    }

    private StubResponse Respond(ReceivedRequest request, StubOperation operation)
    {
        if (_violations != ViolationHandling.Unchecked
            && (RequestText.FindViolation(request) ?? RequestCheck.FindViolation(operation, request)) is { } violation)
        {
            request.Violation = DocumentedResponses.PlaceOf(operation) + ": " + violation + ".";
            return Documented.Refusal(request, operation, violation) with { Source = ResponseSource.Refusal };
        }

        request.FirstPage = _firstPages.Of(operation, request);
        if (Scripts is null && StatusPreference.Of(request) is { } preferred)
        {
            if (operation.Outcomes.Find(preferred) is not null)
                return Documented.OfStatus(request, operation, preferred) with { Source = ResponseSource.Preference };
            var undocumented =
                $"the status table has no {preferred.ToString(CultureInfo.InvariantCulture)}, which the header '{StatusPreference.Header}' asks for";
            request.Violation = DocumentedResponses.PlaceOf(operation) + ": " + undocumented + ".";
            return Documented.Refusal(request, operation, undocumented) with { Source = ResponseSource.Refusal };
        }

        if (_player.Respond(Documented, operation, request) is { } scripted)
            return scripted with { Source = ResponseSource.Script };
        if (Scripts?.Find(operation.Id)?.Respond(new ResponseContext(Documented, operation, request)) is { } reply)
            return reply;
        if (!IsStrict)
            return Documented.Respond(request, operation);
        const string Unexpected = "the fake is strict, and the test says nothing about this operation";
        request.Violation = DocumentedResponses.PlaceOf(operation) + ": " + Unexpected + ".";
        return Documented.Refusal(request, operation, Unexpected) with { Source = ResponseSource.Refusal };
    }

    private StubResponse RefuseUnknown(ReceivedRequest request, Route route)
    {
        if (route.Problem is { } problem)
            return Documented.Error(request, route.SamePath[0], 400, request.Violation = problem);
        // A 404 of the stub would look like the documented one of a resource that does not exist.
        var asHttp = _violations == ViolationHandling.AsHttp;
        if (route.SamePath.Count == 0)
            return Documented.Error(request, null, asHttp ? 404 : 400, request.Violation = "The reference describes no operation with this path.");
        var allowed = route.SamePath.Select(static operation => operation.Method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        // The path shows which of several similar templates it was taken for.
        var documented = route.SamePath.Select(static operation => operation.Method + " " + operation.Template).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return Documented.Error(
            request, route.SamePath[0], asHttp ? 405 : 400,
            request.Violation = $"The reference describes no {request.Method} for this path, only {string.Join(" and ", documented)}.")
            .With("Allow", string.Join(", ", allowed));
    }
}

/// <summary>The responses to requests that contradict the reference.</summary>
internal enum ViolationHandling
{
    /// <summary>The status that fits the violation: 404, 405 or 400.</summary>
    AsHttp,

    /// <summary>Always 400.</summary>
    AsBadRequests,

    /// <summary>Treats the values as correct if the operation is known.</summary>
    Unchecked,
}
