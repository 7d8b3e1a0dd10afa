using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Documented;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiSpec.Testing.Responses;

/// <summary>Creates responses from the examples, schemas and status tables of the reference.</summary>
/// <param name="apis">The APIs. The first one has the messages for requests without an operation.</param>
/// <param name="seed">The seed of the sample values.</param>
internal sealed class DocumentedResponses(IReadOnlyList<StubApi> apis, int seed)
{
    /// <summary>How far the recorded responses have been replayed.</summary>
    public ReplayOrder Replay { get; } = new();

    private StubApi? FirstApi => apis.Count > 0 ? apis[0] : null;

    /// <summary>
    /// Returns the printed response if the request is an example. Otherwise, it returns the documented 404 if the reference prints requests with their
    /// successes, and a sample if it does not.
    /// </summary>
    public StubResponse Respond(ReceivedRequest request, StubOperation operation)
    {
        if (PrintedExamples.Recorded(operation, request) is { Count: > 0 } recorded)
            return OfExample(request, operation, Replay.Next(recorded).Response!) with { Source = ResponseSource.Recording };
        if (PrintedExamples.Default(operation, request) is { Response: { } response })
            return OfExample(request, operation, response) with { Source = ResponseSource.Example };
        var hasExamples = !PrintedExamples.IsPrinted(operation, request) && !PrintedExamples.IsPrintedWithoutPage(operation, request)
            && PrintedExamples.WithResponses(operation).Any();
        var examples = hasExamples ? ExamplesOf(operation) : null;
        return hasExamples && operation.Documents(404)
            ? Error(request, operation, 404, $"{Describe(operation, 404)}\nThe reference has an example for {examples}.")
                with { Source = ResponseSource.NoExample with { Examples = examples } }
            : Sample(request, operation, operation.SuccessCode, operation.Outcomes.Find(operation.SuccessCode), null)
                with { Source = ResponseSource.Sample with { Examples = examples } };
    }

    /// <summary>Returns the response with a status of the table: the printed one if it has this status, otherwise a sample or the error body of the
    /// API.</summary>
    public StubResponse OfStatus(ReceivedRequest request, StubOperation operation, int statusCode)
        => OfOutcome(request, operation, statusCode, operation.Outcomes.Find(statusCode));

    /// <summary>The response with one status, whose body has some given members. Members that are not given are those of the documented response.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="statusCode">The status code, documented or not.</param>
    /// <param name="part">The given members, or a scalar as the whole body of a media type; null: the documented body.</param>
    public StubResponse OfPart(ReceivedRequest request, StubOperation operation, int statusCode, JsonText? part)
    {
        var documented = OfStatus(request, operation, statusCode);
        if (part is null || !StubResponse.HasBody(statusCode))
            return documented;
        var outcome = operation.Outcomes.Find(statusCode);
        var isResult = OutcomeTable.IsResult(outcome, statusCode);
        var declared = operation.BodyOf(outcome, isResult);
        var isText = declared switch
        {
            { Kind: BodyKind.Members or BodyKind.Type } => false,
            { Kind: BodyKind.Media } => part.Kind is not (JsonTextKind.Object or JsonTextKind.Array),
            _ => part.Kind == JsonTextKind.String,
        };
        if (isText)
            return (documented.Has("Content-Type") ? documented : documented.With("Content-Type", declared?.MediaType ?? "text/plain; charset=utf-8"))
                with { Body = Encoding.UTF8.GetBytes(FieldText.ToUnicode(part.Text)) };
        documented = BodyValues.AsJson(documented, operation);
        var body = new PrintedBody(operation, ValuesFor(request, operation)).Fill(part, declared);
        if (body is JsonObject members && JsonBody.Read(documented.Body) is { Kind: JsonTextKind.Object } sample)
            Complete(members, sample, part, BodyReference.TableOf(operation.Api, declared));
        // The reference can show a vendor's JSON type, or parameters.
        if (!BodyFormats.IsJson(BodyValues.ContentTypeOf(documented)))
            documented = documented.Replacing("Content-Type", BodyFormats.MediaTypeOf(BodyFormat.Json));
        return documented with { Body = Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null"), IsOfValues = true };
    }

    // The documented response has the values of the example, and says whether the call succeeded. A member can be given under another of its names.
    private static void Complete(JsonObject members, JsonText sample, JsonText part, ValueTable? table)
    {
        var index = new RowIndex(table?.Rows ?? []);
        var given = new Dictionary<int, (string Name, JsonText Value)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in part.Members)
        {
            names.Add(member.Name);
            if (index.Find(member.Name) is { } position)
                given[position] = (member.Name, member.Value);
        }

        foreach (var member in sample.Members)
        {
            if (index.Find(member.Name) is { } position && given.TryGetValue(position, out var own))
            {
                // Not in a map or a union: their members are the choice of whoever gives them.
                if (member.Value.Kind == JsonTextKind.Object && own.Value.Kind == JsonTextKind.Object
                    && table!.Rows[position] is { IsPattern: false } row && table.TableOf(row) is { } inner
                    && members[FieldText.ToUnicode(own.Name)] is JsonObject nested)
                    Complete(nested, member.Value, own.Value, inner);
            }
            else if (!names.Contains(member.Name))
            {
                members[FieldText.ToUnicode(member.Name)] = JsonNode.Parse(JsonBody.Write(member.Value));
            }
        }
    }

    /// <summary>The response with the documented outcome that has a value in the program; or the response of its code if no outcome has the value.</summary>
    public StubResponse OfValue(ReceivedRequest request, StubOperation operation, int value)
        => operation.Outcomes.OfValue(value) is { } outcome ? OfOutcome(request, operation, outcome.Row.FirstCode, outcome)
            : OfStatus(request, operation, value);

    private StubResponse OfOutcome(ReceivedRequest request, StubOperation operation, int statusCode, Outcome? outcome)
    {
        if (PrintedExamples.OfOutcome(operation, request, statusCode, outcome) is { Response: { } response })
            return OfExample(request, operation, response);
        return OutcomeTable.IsResult(outcome, statusCode) || outcome?.OwnBody is not null
            ? Sample(request, operation, statusCode, outcome, null)
            : Error(request, operation, statusCode, Describe(outcome, statusCode), outcome);
    }

    /// <summary>A success of an operation without a request: the first one that is printed with a body, otherwise a sample.</summary>
    public StubResponse Typical(StubOperation operation, Uri origin)
    {
        var printed = operation.Examples.FirstOrDefault(example
            => example.Response is { StatusCode: >= 200 and < 300, Body: not null } response && operation.OutcomeOf(response, out var isResult) is var _
                && isResult);
        var target = (printed?.Request ?? SampleRequests.Of(operation)[0]).Target;
        var request = new ReceivedRequest(operation.Method, target, origin, FieldCollection.Headers([]), default);
        request.PathValues = operation.Path.Match(PathText.Normalize(request.Path)) ?? request.PathValues;
        return printed is null ? Sample(request, operation, operation.SuccessCode, operation.Outcomes.Find(operation.SuccessCode), null)
            : BodyValues.AsJson(OfExample(request, operation, printed.Response!), operation);
    }

    public StubResponse Error(ReceivedRequest request, StubOperation? operation, int statusCode, string message)
        => Error(request, operation, statusCode, message, operation?.Outcomes.Find(statusCode));

    private StubResponse Error(ReceivedRequest request, StubOperation? operation, int statusCode, string message, Outcome? outcome)
    {
        message = FieldText.ToUnicode(message);
        var api = operation?.Api ?? FirstApi;
        var reason = (operation is null ? api?.WordingOf(statusCode)?.Message : outcome?.Message) ?? ReasonPhrases.GetReasonPhrase(statusCode);
        var shown = operation is null ? api?.Error : operation.BodyOf(outcome, isResult: false);
        var reply = !StubResponse.HasBody(statusCode) ? new StubResponse(statusCode, reason, [], default)
            : shown is { Kind: BodyKind.Media, MediaType: { } media } ? StubResponse.OfText(
                statusCode, reason, media, operation is { BodyOutcomes.IsText: true } && outcome?.OwnBody is null
                    ? new OutcomeText(operation.BodyOutcomes).OfFailure(outcome?.ErrorId, message, hasStatus: statusCode is not (>= 200 and < 300)) : message)
            : api is not null && shown is { Kind: not BodyKind.Unknown } && new ErrorValues(api, request, statusCode, message).Make(shown) is { } body
            ? OfValues(statusCode, reason, Failed(body, operation, statusCode, outcome, message))
            : StubResponse.OfText(statusCode, reason, "text/plain; charset=utf-8", message);
        return operation is null ? reply : WithDocumentedHeaders(reply, request, operation, outcome);
    }

    private static StubResponse OfValues(int statusCode, string reason, JsonNode? values)
        => StubResponse.OfText(statusCode, reason, BodyFormats.MediaTypeOf(BodyFormat.Json), values?.ToJsonString() ?? "null") with { IsOfValues = true };

    // Sets the members that identify the error, if the body has them.
    private static JsonNode Failed(JsonNode body, StubOperation? operation, int statusCode, Outcome? outcome, string message)
    {
        if (operation is not null && outcome?.OwnBody is null && OutcomeBody.StatementsIn(operation.BodyOutcomes, body).FirstOrDefault() is { } members)
            new OutcomeBody(operation.BodyOutcomes).Fail(members, outcome?.ErrorId, message, hasStatus: statusCode is not (>= 200 and < 300));
        return body;
    }

    /// <summary>Adds the members that indicate success to the body of a test, if they are missing.</summary>
    public static StubResponse Succeeding(StubResponse reply, StubOperation operation)
        => operation.Outcomes.IsResult(reply.StatusCode) ? reply with { Body = new OutcomeBody(operation.BodyOutcomes).Succeed(reply.Body) } : reply;

    /// <summary>The response to a request that contradicts the reference.</summary>
    public StubResponse Refusal(ReceivedRequest request, StubOperation operation, string violation)
        => Error(request, operation, 400, Describe(operation, 400) + " " + PlaceOf(operation) + ": " + violation + ".");

    public string? DescriptionOf(StubOperation? operation, int statusCode)
        => operation?.Outcomes.Find(statusCode)?.Description ?? FirstApi?.WordingOf(statusCode)?.Description;

    /// <summary>The reason phrase after a status code: the printed message, or the HTTP phrase.</summary>
    public static string Reason(StubOperation operation, int statusCode)
        => operation.Outcomes.Find(statusCode)?.Message ?? ReasonPhrases.GetReasonPhrase(statusCode);

    /// <summary>The position of the operation in the reference: <c>Section 9.6.8 (Tasks.GetRerunStart)</c>.</summary>
    public static string PlaceOf(StubOperation operation) => operation.Section is { } section ? $"Section {section} ({operation.Id})" : operation.Id;

    private StubResponse OfExample(ReceivedRequest request, StubOperation operation, ExampleResponse response)
    {
        var reason = response.Reason ?? Reason(operation, response.StatusCode);
        IReadOnlyList<KeyValuePair<string, string>> headers = [.. StubResponse.WithoutTransport(response.Headers)];
        var outcome = operation.OutcomeOf(response, out var isResult);
        if (response.Body is { } body)
        {
            var declared = operation.BodyOf(outcome, isResult);
            body = new PrintedBody(operation, ValuesFor(request, operation)).Complete(body, declared, isResult ? operation.PrintedValues : []);
            var printed = new StubResponse(response.StatusCode, reason, headers, Encoding.UTF8.GetBytes(body)) { IsOfValues = true };
            printed = WithContentType(printed, declared, body);
            return headers.Count > 0 ? printed : WithDocumentedHeaders(printed, request, operation, outcome);
        }

        return response.StatusCode is >= 200 and < 300 && StubResponse.HasBody(response.StatusCode)
            ? Sample(request, operation, response.StatusCode, outcome, response.Reason) is var sample && headers.Count > 0
                ? sample with { Headers = [.. headers, .. sample.Headers.Where(header => response.Headers[header.Key] is null)] }
                : sample
            : new StubResponse(response.StatusCode, reason, headers, default);
    }

    private static StubResponse WithContentType(StubResponse reply, BodyDeclaration? declared, string body)
    {
        var start = body.AsSpan().TrimStart();
        var isJson = start is ['{' or '[', ..];
        // A completed body can be JSON although the printed header names XML.
        if (reply.Has("Content-Type"))
            return isJson && declared?.Format == BodyFormat.Xml ? reply.Replacing("Content-Type", BodyFormats.MediaTypeOf(BodyFormat.Json)) : reply;
        if (start is ['<', ..] && declared?.Format == BodyFormat.Xml)
            return reply.With("Content-Type", BodyFormats.MediaTypeOf(BodyFormat.Xml));
        return reply.With("Content-Type", isJson ? "application/json" : declared?.MediaType ?? "text/plain");
    }

    private StubResponse Sample(ReceivedRequest request, StubOperation operation, int statusCode, Outcome? outcome, string? reason)
    {
        reason ??= outcome?.Message ?? Reason(operation, statusCode);
        var reply = operation.BodyOf(outcome, isResult: true) switch
        {
            _ when !StubResponse.HasBody(statusCode) => new StubResponse(statusCode, reason, [], default),
            null or { Kind: BodyKind.Unknown } => new StubResponse(statusCode, reason, [], default),
            { Kind: BodyKind.Media } media => StubResponse.OfText(
                statusCode, reason, media.MediaType,
                operation.BodyOutcomes.IsText ? new OutcomeText(operation.BodyOutcomes).OfSuccess(operation.Id) : operation.Id),
            { } body => OfValues(statusCode, reason, SampleBody(request, operation, body, outcome)),
        };
        return WithDocumentedHeaders(reply, request, operation, outcome);
    }

    private JsonNode? SampleBody(ReceivedRequest request, StubOperation operation, BodyDeclaration body, Outcome? outcome)
    {
        var sample = ValuesFor(request, operation).Of(body, operation.PrintedValues);
        SamplePaging.Complete(sample, operation, request);
        foreach (var members in OutcomeBody.StatementsIn(operation.BodyOutcomes, sample))
        {
            if (outcome is null or { IsResult: true })
                new OutcomeBody(operation.BodyOutcomes).Succeed(members);
            else if (outcome.ErrorId is { } errorId)
                new OutcomeBody(operation.BodyOutcomes).Name(members, errorId);
        }

        return sample;
    }

    private StubResponse WithDocumentedHeaders(StubResponse reply, ReceivedRequest request, StubOperation operation, Outcome? outcome)
    {
        var rows = outcome?.Headers ?? operation.Outcomes.HeadersOf(reply.StatusCode);
        var headers = ValuesFor(request, operation).OfHeaders(rows)
            .Select(header => operation.Paging is not null && rows.FirstOrDefault(row => row.Name == header.Key) is { } row
                ? KeyValuePair.Create(header.Key, SamplePaging.HeaderOf(operation, header.Key, header.Value, row, reply.Body) ?? "") : header)
            .Where(static header => header.Value.Length > 0);
        return reply with { Headers = [.. reply.Headers, .. StubResponse.WithoutTransport(headers.Where(header => !reply.Has(header.Key)))] };
    }

    private SampleValues ValuesFor(ReceivedRequest request, StubOperation operation)
        => new(operation.Api, request.Origin, request.PathValues, SampleVariation.Of(seed, operation.Id, request.PathValues));

    private static string Describe(StubOperation operation, int statusCode) => Describe(operation.Outcomes.Find(statusCode), statusCode);

    private static string Describe(Outcome? outcome, int statusCode) => outcome?.Description?.TrimEnd() ?? ReasonPhrases.GetReasonPhrase(statusCode) + ".";

    // A recording can have any number of requests.
    private static string ExamplesOf(StubOperation operation)
    {
        const int Shown = 3;
        List<string> requests =
        [
            .. PrintedExamples.WithResponses(operation).Select(static example => example.Request!.ToString()).Distinct(StringComparer.Ordinal),
        ];
        var others = requests.Count - Shown;
        List<string> shown = [.. requests.Take(Shown)];
        if (others > 0)
            shown.Add(string.Create(CultureInfo.InvariantCulture, $"{others} other {(others == 1 ? "request" : "requests")}"));
        return shown.Count == 1 ? shown[0] : string.Join(", ", shown.SkipLast(1)) + " and " + shown[^1];
    }
}
