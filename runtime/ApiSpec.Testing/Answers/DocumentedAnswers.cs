using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generator.Model;
using ApiSpec.Testing.Documented;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiSpec.Testing.Answers;

/// <summary>Makes answers from what the reference prints: its examples, its schemas and its status tables.</summary>
/// <param name="apis">The APIs; the first one words what belongs to no operation.</param>
/// <param name="seed">What sample values vary with.</param>
internal sealed class DocumentedAnswers(IReadOnlyList<StubApi> apis, int seed)
{
    private StubApi? FirstApi => apis.Count > 0 ? apis[0] : null;

    /// <summary>The printed answer to a request that is an example; else the documented 404 where other requests are printed with their answers, and a sample where none is.</summary>
    public StubReply Answer(ReceivedRequest request, StubOperation operation)
    {
        if (FindExample(operation, request) is { Response: { } response })
            return OfExample(request, operation, response);
        return !IsPrinted(operation, request) && operation.Examples.Any(static example => example is { Request: not null, Response: not null }) && operation.Documents(404)
            ? Error(request, operation, 404, Describe(operation, 404) + Documented(operation))
            : Sample(request, operation, operation.SuccessCode, null);
    }

    /// <summary>The answer with one status of the table: the printed one if it has that status, else a sample, or the API's error body.</summary>
    public StubReply OfStatus(ReceivedRequest request, StubOperation operation, int statusCode)
    {
        if (FindExample(operation, request) is { Response: { } response } && response.StatusCode == statusCode)
            return OfExample(request, operation, response);
        return operation.IsResult(statusCode) || operation.HasOwnBody(statusCode)
            ? Sample(request, operation, statusCode, null)
            : Error(request, operation, statusCode, Describe(operation, statusCode));
    }

    /// <summary>A success of an operation that nobody has called: the first one that is printed with a body, else a sample.</summary>
    public StubReply Typical(StubOperation operation, Uri origin)
    {
        var printed = operation.Examples.FirstOrDefault(static example => example.Response is { StatusCode: >= 200 and < 300, Body: not null });
        var target = (printed?.Request ?? SampleRequests.Of(operation)[0]).Target;
        var request = new ReceivedRequest(operation.Method, target, origin, FieldCollection.Headers([]), default);
        request.PathValues = operation.Match(PathText.Normalize(request.Path)) ?? request.PathValues;
        return printed is null ? Sample(request, operation, operation.SuccessCode, null) : OfExample(request, operation, printed.Response!);
    }

    public StubReply Error(ReceivedRequest request, StubOperation? operation, int statusCode, string message)
    {
        var api = operation?.Api ?? FirstApi;
        var reason = operation is null ? api?.WordingOf(statusCode).Message ?? ReasonPhrases.GetReasonPhrase(statusCode) : Reason(operation, statusCode);
        var shown = operation?.HasOwnBody(statusCode) == true ? operation.ResponseOf(statusCode) : api?.Error;
        var reply = HasNoBody(statusCode) ? new StubReply(statusCode, reason, [], default)
            : shown is { Kind: BodyKind.Media, MediaType: { } media } ? StubReply.OfText(statusCode, reason, media, message)
            : api is not null && shown is { Kind: not BodyKind.Unknown } && new ErrorValues(api, request, statusCode, message).Make(shown) is { } body
            ? StubReply.OfText(statusCode, reason, "application/json", body.ToJsonString())
            : StubReply.OfText(statusCode, reason, "text/plain; charset=utf-8", message);
        return operation is null ? reply : WithDocumentedHeaders(reply, request, operation);
    }

    /// <summary>The answer to a request that contradicts the reference.</summary>
    public StubReply Refusal(ReceivedRequest request, StubOperation operation, string mistake)
        => Error(request, operation, 400, Describe(operation, 400) + " " + PlaceOf(operation) + ": " + mistake + ".");

    public string? DescriptionOf(StubOperation? operation, int statusCode)
        => operation?.WordingOf(statusCode).Description ?? FirstApi?.WordingOf(statusCode).Description;

    /// <summary>What stands behind a status code: the reference's words, or those of HTTP.</summary>
    public static string Reason(StubOperation operation, int statusCode) => operation.WordingOf(statusCode).Message ?? ReasonPhrases.GetReasonPhrase(statusCode);

    /// <summary>Where the reference describes the operation: <c>Section 9.6.8 (Tasks.GetRerunStart)</c>.</summary>
    public static string PlaceOf(StubOperation operation) => operation.Section is { } section ? $"Section {section} ({operation.Id})" : operation.Id;

    /// <summary>Tells whether the reference prints the request, method, path and query alike.</summary>
    public static bool IsPrinted(StubOperation operation, ReceivedRequest request)
        => operation.Examples.Any(example => example.Request is { } documented && Matches(documented, request));

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

    private StubReply OfExample(ReceivedRequest request, StubOperation operation, ExampleResponse response)
    {
        var reason = response.Reason ?? Reason(operation, response.StatusCode);
        IReadOnlyList<KeyValuePair<string, string>> headers = [.. StubReply.WithoutTransport(response.Headers)];
        if (response.Body is { } body)
        {
            var printed = WithContentType(new StubReply(response.StatusCode, reason, headers, Encoding.UTF8.GetBytes(body)), operation, body);
            return headers.Count > 0 ? printed : WithDocumentedHeaders(printed, request, operation);
        }

        return response.StatusCode is >= 200 and < 300 && !HasNoBody(response.StatusCode)
            ? Sample(request, operation, response.StatusCode, response.Reason) is var sample && headers.Count > 0
                ? sample with { Headers = [.. headers, .. sample.Headers.Where(header => response.Headers[header.Key] is null)] }
                : sample
            : new StubReply(response.StatusCode, reason, headers, default);
    }

    // RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5.
    private static bool HasNoBody(int statusCode) => statusCode is 204 or 205 or 304;

    private static StubReply WithContentType(StubReply reply, StubOperation operation, string body)
    {
        if (reply.Has("Content-Type"))
            return reply;
        var isJson = body.AsSpan().TrimStart() is ['{' or '[', ..];
        return reply.With("Content-Type", isJson ? "application/json" : operation.ResponseOf(reply.StatusCode)?.MediaType ?? "text/plain");
    }

    private StubReply Sample(ReceivedRequest request, StubOperation operation, int statusCode, string? reason)
    {
        reason ??= Reason(operation, statusCode);
        var reply = operation.ResponseOf(statusCode) switch
        {
            _ when HasNoBody(statusCode) => new StubReply(statusCode, reason, [], default),
            null or { Kind: BodyKind.Unknown } => new StubReply(statusCode, reason, [], default),
            { Kind: BodyKind.Media } media => StubReply.OfText(statusCode, reason, media.MediaType, operation.Id),
            { } body => StubReply.OfText(statusCode, reason, "application/json", SampleBody(request, operation, body)?.ToJsonString() ?? "null"),
        };
        return WithDocumentedHeaders(reply, request, operation);
    }

    private JsonNode? SampleBody(ReceivedRequest request, StubOperation operation, BodyDeclaration body)
    {
        var sample = ValuesFor(request, operation).Of(body, operation.PrintedValues);
        SamplePaging.Complete(sample, operation, request);
        return sample;
    }

    private StubReply WithDocumentedHeaders(StubReply reply, ReceivedRequest request, StubOperation operation)
    {
        var headers = ValuesFor(request, operation).OfHeaders(operation.HeadersOf(reply.StatusCode));
        return reply with { Headers = [.. reply.Headers, .. StubReply.WithoutTransport(headers.Where(header => !reply.Has(header.Key)))] };
    }

    private SampleValues ValuesFor(ReceivedRequest request, StubOperation operation)
        => new(operation.Api, request.Origin, request.PathValues, SampleVariation.Of(seed, operation.Id, request.PathValues));

    private static string Describe(StubOperation operation, int statusCode)
        => operation.WordingOf(statusCode).Description?.TrimEnd() ?? ReasonPhrases.GetReasonPhrase(statusCode) + ".";

    private static string Documented(StubOperation operation)
        => "\nThe reference has an example for "
            + string.Join(" and ", operation.Examples.Where(static example => example.Request is not null).Select(static example => example.Request!.ToString()).Distinct(StringComparer.Ordinal))
            + ".";
}
