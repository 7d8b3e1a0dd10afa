using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Documented;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiSpec.Testing.Responses;

/// <summary>Makes answers from what the reference prints: its examples, its schemas and its status tables.</summary>
/// <param name="apis">The APIs; the first one words what belongs to no operation.</param>
/// <param name="seed">What sample values vary with.</param>
internal sealed class DocumentedResponses(IReadOnlyList<StubApi> apis, int seed)
{
    private StubApi? FirstApi => apis.Count > 0 ? apis[0] : null;

    /// <summary>The printed answer to a request that is an example; else the documented 404 where other requests are printed with their successes, and a sample where none is.</summary>
    public StubResponse Respond(ReceivedRequest request, StubOperation operation)
    {
        if (PrintedExamples.Default(operation, request) is { Response: { } response })
            return OfExample(request, operation, response);
        return !PrintedExamples.IsPrinted(operation, request) && PrintedExamples.HasExamplesWithResponses(operation) && operation.Documents(404)
            ? Error(request, operation, 404, Describe(operation, 404) + Documented(operation))
            : Sample(request, operation, operation.SuccessCode, null);
    }

    /// <summary>The answer with one status of the table: the printed one if it has that status, else a sample, or the API's error body.</summary>
    public StubResponse OfStatus(ReceivedRequest request, StubOperation operation, int statusCode)
    {
        if (PrintedExamples.OfStatus(operation, request, statusCode) is { Response: { } response })
            return OfExample(request, operation, response);
        return operation.IsResult(statusCode) || operation.HasOwnBody(statusCode)
            ? Sample(request, operation, statusCode, null)
            : Error(request, operation, statusCode, Describe(operation, statusCode));
    }

    /// <summary>A success of an operation that nobody has called: the first one that is printed with a body, else a sample.</summary>
    public StubResponse Typical(StubOperation operation, Uri origin)
    {
        var printed = operation.Examples.FirstOrDefault(static example => example.Response is { StatusCode: >= 200 and < 300, Body: not null });
        var target = (printed?.Request ?? SampleRequests.Of(operation)[0]).Target;
        var request = new ReceivedRequest(operation.Method, target, origin, FieldCollection.Headers([]), default);
        request.PathValues = operation.Path.Match(PathText.Normalize(request.Path)) ?? request.PathValues;
        return printed is null ? Sample(request, operation, operation.SuccessCode, null) : OfExample(request, operation, printed.Response!);
    }

    public StubResponse Error(ReceivedRequest request, StubOperation? operation, int statusCode, string message)
    {
        message = FieldText.ToUnicode(message);
        var api = operation?.Api ?? FirstApi;
        var reason = operation is null ? api?.WordingOf(statusCode).Message ?? ReasonPhrases.GetReasonPhrase(statusCode) : Reason(operation, statusCode);
        var shown = operation?.HasOwnBody(statusCode) == true ? operation.ResponseOf(statusCode) : api?.Error;
        var reply = !StubResponse.HasBody(statusCode) ? new StubResponse(statusCode, reason, [], default)
            : shown is { Kind: BodyKind.Media, MediaType: { } media } ? StubResponse.OfText(statusCode, reason, media, message)
            : api is not null && shown is { Kind: not BodyKind.Unknown } && new ErrorValues(api, request, statusCode, message).Make(shown) is { } body
            ? StubResponse.OfText(statusCode, reason, "application/json", body.ToJsonString())
            : StubResponse.OfText(statusCode, reason, "text/plain; charset=utf-8", message);
        return operation is null ? reply : WithDocumentedHeaders(reply, request, operation);
    }

    /// <summary>The answer to a request that contradicts the reference.</summary>
    public StubResponse Refusal(ReceivedRequest request, StubOperation operation, string violation)
        => Error(request, operation, 400, Describe(operation, 400) + " " + PlaceOf(operation) + ": " + violation + ".");

    public string? DescriptionOf(StubOperation? operation, int statusCode)
        => operation?.WordingOf(statusCode).Description ?? FirstApi?.WordingOf(statusCode).Description;

    /// <summary>What stands behind a status code: the reference's words, or those of HTTP.</summary>
    public static string Reason(StubOperation operation, int statusCode) => operation.WordingOf(statusCode).Message ?? ReasonPhrases.GetReasonPhrase(statusCode);

    /// <summary>Where the reference describes the operation: <c>Section 9.6.8 (Tasks.GetRerunStart)</c>.</summary>
    public static string PlaceOf(StubOperation operation) => operation.Section is { } section ? $"Section {section} ({operation.Id})" : operation.Id;

    private StubResponse OfExample(ReceivedRequest request, StubOperation operation, ExampleResponse response)
    {
        var reason = response.Reason ?? Reason(operation, response.StatusCode);
        IReadOnlyList<KeyValuePair<string, string>> headers = [.. StubResponse.WithoutTransport(response.Headers)];
        if (response.Body is { } body)
        {
            var declared = operation.IsResult(response.StatusCode) || operation.HasOwnBody(response.StatusCode) ? operation.ResponseOf(response.StatusCode) : operation.Api.Error;
            body = new PrintedBody(operation, ValuesFor(request, operation)).Complete(body, declared, operation.IsResult(response.StatusCode) ? operation.PrintedValues : []);
            var printed = WithContentType(new StubResponse(response.StatusCode, reason, headers, Encoding.UTF8.GetBytes(body)), operation, body);
            return headers.Count > 0 ? printed : WithDocumentedHeaders(printed, request, operation);
        }

        return response.StatusCode is >= 200 and < 300 && StubResponse.HasBody(response.StatusCode)
            ? Sample(request, operation, response.StatusCode, response.Reason) is var sample && headers.Count > 0
                ? sample with { Headers = [.. headers, .. sample.Headers.Where(header => response.Headers[header.Key] is null)] }
                : sample
            : new StubResponse(response.StatusCode, reason, headers, default);
    }

    private static StubResponse WithContentType(StubResponse reply, StubOperation operation, string body)
    {
        if (reply.Has("Content-Type"))
            return reply;
        var isJson = body.AsSpan().TrimStart() is ['{' or '[', ..];
        return reply.With("Content-Type", isJson ? "application/json" : operation.ResponseOf(reply.StatusCode)?.MediaType ?? "text/plain");
    }

    private StubResponse Sample(ReceivedRequest request, StubOperation operation, int statusCode, string? reason)
    {
        reason ??= Reason(operation, statusCode);
        var reply = operation.ResponseOf(statusCode) switch
        {
            _ when !StubResponse.HasBody(statusCode) => new StubResponse(statusCode, reason, [], default),
            null or { Kind: BodyKind.Unknown } => new StubResponse(statusCode, reason, [], default),
            { Kind: BodyKind.Media } media => StubResponse.OfText(statusCode, reason, media.MediaType, operation.Id),
            { } body => StubResponse.OfText(statusCode, reason, "application/json", SampleBody(request, operation, body)?.ToJsonString() ?? "null"),
        };
        return WithDocumentedHeaders(reply, request, operation);
    }

    private JsonNode? SampleBody(ReceivedRequest request, StubOperation operation, BodyDeclaration body)
    {
        var sample = ValuesFor(request, operation).Of(body, operation.PrintedValues);
        SamplePaging.Complete(sample, operation, request);
        return sample;
    }

    private StubResponse WithDocumentedHeaders(StubResponse reply, ReceivedRequest request, StubOperation operation)
    {
        var headers = ValuesFor(request, operation).OfHeaders(operation.HeadersOf(reply.StatusCode));
        return reply with { Headers = [.. reply.Headers, .. StubResponse.WithoutTransport(headers.Where(header => !reply.Has(header.Key)))] };
    }

    private SampleValues ValuesFor(ReceivedRequest request, StubOperation operation)
        => new(operation.Api, request.Origin, request.PathValues, SampleVariation.Of(seed, operation.Id, request.PathValues));

    private static string Describe(StubOperation operation, int statusCode)
        => operation.WordingOf(statusCode).Description?.TrimEnd() ?? ReasonPhrases.GetReasonPhrase(statusCode) + ".";

    private static string Documented(StubOperation operation)
        => "\nThe reference has an example for "
            + string.Join(" and ", operation.Examples.Where(static example => example is { Request: not null, Response.StatusCode: < 400 }).Select(static example => example.Request!.ToString()).Distinct(StringComparer.Ordinal))
            + ".";
}
