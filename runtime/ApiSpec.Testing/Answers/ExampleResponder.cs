using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generator.Model;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiSpec.Testing.Answers;

/// <summary>Decides what a stub answers, and remembers what it was asked.</summary>
internal sealed class ExampleResponder
{
    private readonly IReadOnlyList<StubApi> _apis;
    private readonly List<StubOperation> _operations;
    private readonly byte[]? _basicCredential;
    private readonly List<ReceivedRequest> _requests = [];

    public ExampleResponder(StubOptions options)
    {
        _apis = options.Catalog.Apis;
        _operations = [.. _apis.SelectMany(static api => api.Operations).OrderBy(static operation => operation.Specificity, StringComparer.Ordinal)];
        _basicCredential = options.BasicCredential;
    }

    /// <summary>The requests so far, in the order in which they were answered.</summary>
    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public StubReply Answer(ReceivedRequest request)
    {
        var reply = Decide(request);
        request.StatusCode = reply.StatusCode;
        lock (_requests)
            _requests.Add(request);
        return reply;
    }

    private StubReply Decide(ReceivedRequest request)
    {
        var path = PathText.Normalize(request.Path);
        var matches = _operations
            .Select(operation => (Operation: operation, PathValues: operation.Match(path)))
            .Where(static match => match.PathValues is not null)
            .ToList();
        var (operation, pathValues) = matches.Find(match => match.Operation.Method == request.Method);
        request.OperationId = operation?.Id;
        if (!IsLoggedIn(request))
            return LoginAnswer(request, operation ?? matches.FirstOrDefault().Operation);
        if (operation is not null)
            return Answer(request, operation, pathValues!);
        if (matches.Count == 0)
            return Error(request, null, 404, "The reference describes no operation with this path.");
        var allowed = matches.Select(static match => match.Operation.Method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Error(request, matches[0].Operation, 405, $"The reference describes no {request.Method} for this path.").With("Allow", string.Join(", ", allowed));
    }

    private StubReply Answer(ReceivedRequest request, StubOperation operation, IReadOnlyDictionary<string, string> pathValues)
    {
        if (new RequestBodyCheck(operation.Api).FindMistake(operation.Body, request.Body) is { } mistake)
            return Error(request, operation, 400, Describe(operation, 400) + Place(operation) + ": " + mistake + ".");

        if (FindExample(operation, request) is { Response: { } response })
            return Documented(request, operation, pathValues, response);
        return operation.Examples.Any(static example => example is { Request: not null, Response: not null }) && operation.Documents(404)
            ? Error(request, operation, 404, Describe(operation, 404) + Documented(operation))
            : Sample(request, operation, pathValues, operation.SuccessCode, null);
    }

    private static DocumentedExample? FindExample(StubOperation operation, ReceivedRequest request)
    {
        var examples = operation.Examples.Where(example => example.Response is not null && example.Request is { } documented && Matches(documented, request)).ToList();
        // Examples may differ in their bodies alone; a body that no example has gets the first answer.
        return examples.Find(example => HasBody(example.Request!, request))
            ?? examples.FirstOrDefault()
            ?? operation.Examples.FirstOrDefault(static example => example is { Request: null, Response: not null });
    }

    private static bool Matches(ExampleRequest documented, ReceivedRequest request)
        => documented.Method == request.Method
            && PathText.Normalize(documented.Target.Split('?')[0]) == PathText.Normalize(request.Path)
            && QueryText.AreEqual(documented.Query, request.Query);

    private static bool HasBody(ExampleRequest documented, ReceivedRequest request)
    {
        try
        {
            return documented.Body is { } body && JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(request.Body.Span));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static StubReply Documented(
        ReceivedRequest request, StubOperation operation, IReadOnlyDictionary<string, string> pathValues, ExampleResponse response)
    {
        var reason = response.Reason ?? Reason(operation, response.StatusCode);
        IReadOnlyList<KeyValuePair<string, string>> headers = [.. StubReply.WithoutTransport(response.Headers)];
        if (response.Body is { } body)
            return WithContentType(new StubReply(response.StatusCode, reason, headers, Encoding.UTF8.GetBytes(body)), operation, body);
        return response.StatusCode is >= 200 and < 300 and not (204 or 205)
            ? Sample(request, operation, pathValues, response.StatusCode, response.Reason) is var sample && headers.Count > 0
                ? sample with { Headers = [.. headers, .. sample.Headers.Where(header => response.Headers[header.Key] is null)] }
                : sample
            : new StubReply(response.StatusCode, reason, headers, default);
    }

    private static StubReply WithContentType(StubReply reply, StubOperation operation, string body)
    {
        if (reply.Headers.Any(static header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
            return reply;
        var isJson = body.AsSpan().TrimStart() is ['{' or '[', ..];
        return reply.With("Content-Type", isJson ? "application/json" : operation.ResponseOf(reply.StatusCode)?.MediaType ?? "text/plain");
    }

    private static StubReply Sample(
        ReceivedRequest request, StubOperation operation, IReadOnlyDictionary<string, string> pathValues, int statusCode, string? reason)
    {
        reason ??= Reason(operation, statusCode);
        return operation.ResponseOf(statusCode) switch
        {
            null or { Kind: BodyKind.Unknown } => new StubReply(statusCode, reason, [], default),
            { Kind: BodyKind.Media } media => StubReply.OfText(statusCode, reason, media.MediaType, operation.Id),
            { } body => StubReply.OfText(
                statusCode,
                reason,
                "application/json",
                new SampleValues(operation.Api, request.Origin, pathValues).Of(body, operation.PrintedValues)?.ToJsonString() ?? "null"),
        };
    }

    private StubReply Error(ReceivedRequest request, StubOperation? operation, int statusCode, string message)
    {
        var api = operation?.Api ?? (_apis.Count > 0 ? _apis[0] : null);
        var reason = operation is null ? api?.WordingOf(statusCode).Message ?? ReasonPhrases.GetReasonPhrase(statusCode) : Reason(operation, statusCode);
        return api is not null && new ErrorValues(api, request, statusCode, message).Make() is { } body
            ? StubReply.OfText(statusCode, reason, "application/json", body.ToJsonString())
            : StubReply.OfText(statusCode, reason, "text/plain; charset=utf-8", message);
    }

    private bool IsLoggedIn(ReceivedRequest request)
    {
        if (_basicCredential is null)
            return true;
        if (!AuthenticationHeaderValue.TryParse(request.Headers["Authorization"], out var authorization)
            || !authorization.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var credential = new byte[authorization.Parameter?.Length ?? 0];
        return Convert.TryFromBase64String(authorization.Parameter ?? "", credential, out var length) && credential.AsSpan(0, length).SequenceEqual(_basicCredential);
    }

    private StubReply LoginAnswer(ReceivedRequest request, StubOperation? operation)
    {
        var description = operation?.WordingOf(401).Description ?? (_apis.Count > 0 ? _apis[0].WordingOf(401).Description : null);
        return Error(request, operation, 401, description ?? "A user name and a password are needed.").With("WWW-Authenticate", "Basic realm=\"stub\"");
    }

    private static string Reason(StubOperation operation, int statusCode) => operation.WordingOf(statusCode).Message ?? ReasonPhrases.GetReasonPhrase(statusCode);

    private static string Describe(StubOperation operation, int statusCode)
        => operation.WordingOf(statusCode).Description?.TrimEnd() ?? ReasonPhrases.GetReasonPhrase(statusCode) + ".";

    private static string Place(StubOperation operation)
        => operation.Section is { } section ? $" Section {section} ({operation.Id})" : $" {operation.Id}";

    private static string Documented(StubOperation operation)
        => "\nThe reference has an example for "
            + string.Join(" and ", operation.Examples.Where(static example => example.Request is not null).Select(static example => example.Request!.ToString()).Distinct(StringComparer.Ordinal))
            + ".";
}
