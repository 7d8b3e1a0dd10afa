using System.Text.Json;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Responses;

/// <summary>Finds the printed example for a request.</summary>
internal static class PrintedExamples
{
    /// <summary>
    /// The default example for a request. Examples of failures are for requests that the server refuses, or for a state in which it refuses all requests.
    /// Therefore such an example is only used if a value of the request distinguishes it from successful examples.
    /// </summary>
    public static DocumentedExample? Default(StubOperation operation, ReceivedRequest request)
    {
        var printed = Printed(operation, request);
        var exact = printed.FindAll(example => HasBody(operation, example.Request!, request));
        if ((Success(operation, exact) ?? exact.FirstOrDefault()) is { } same)
            return same;
        if (operation.Paging is not null && PagingParameters.AreOfLaterPageOutsideQuery(operation, request))
            return null;
        // Examples can differ only in their bodies. A body that is in no example gets the first success.
        return Success(operation, printed)
            ?? printed.Find(example => example.Request!.Body is null && IsSpecific(operation, example.Request))
            // The page that a response without its request shows is the first one.
            ?? (operation.Paging is not null && !PagingParameters.AreOfFirstPage(operation, request) ? null
                : Success(operation, operation.Examples.Where(static example => example is { Request: null, Response: not null })));
    }

    /// <summary>Returns whether the reference prints a success, with or without its request.</summary>
    public static bool HasSuccess(StubOperation operation)
        => Success(operation, operation.Examples.Where(static example => example.Response is not null)) is not null;

    /// <summary>
    /// The recorded responses to a request, in the order in which the server sent them: those to the same body, or else those of which no body was recorded.
    /// </summary>
    public static IReadOnlyList<DocumentedExample> Recorded(StubOperation operation, ReceivedRequest request)
    {
        var recorded = operation.Examples.Any(static example => example.IsRecorded)
            ? Printed(operation, request).FindAll(static example => example.IsRecorded)
            : [];
        var exact = recorded.FindAll(example => HasBody(operation, example.Request!, request) || HasText(example.Request!, request));
        return exact.Count > 0 ? exact : recorded.FindAll(static example => example.Request!.Body is null);
    }

    /// <summary>The example of one outcome that a request gets when a test asks for the outcome.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="statusCode">The status code.</param>
    /// <param name="outcome">The outcome; null: one that the reference does not list.</param>
    public static DocumentedExample? OfOutcome(StubOperation operation, ReceivedRequest request, int statusCode, Outcome? outcome)
    {
        var printed = Printed(operation, request).FindAll(example => IsOf(example.Response!));
        return printed.Find(example => HasBody(operation, example.Request!, request))
            ?? printed.FirstOrDefault()
            ?? operation.Examples.FirstOrDefault(example => example is { Request: null, Response: { } response } && IsOf(response));

        // A failure and a success can both have an outcome that the reference does not list.
        bool IsOf(ExampleResponse response)
            => response.StatusCode == statusCode && operation.OutcomeOf(response, out var isResult)?.Value == outcome?.Value
                && isResult == OutcomeTable.IsResult(outcome, statusCode);
    }

    /// <summary>Returns the requests that the reference prints together with the successes that they get.</summary>
    public static IEnumerable<DocumentedExample> WithResponses(StubOperation operation)
        => operation.Examples.Where(example => example is { Request: not null, Response: { } response } && IsSuccess(operation, response));

    /// <summary>Returns whether the reference prints a request with the same method, path and query, apart from parameters with their defaults.</summary>
    public static bool IsPrinted(StubOperation operation, ReceivedRequest request)
        => operation.Examples.Any(example => example.Request is { } documented && Matches(operation, documented, request, ignoresDefaults: true));

    /// <summary>
    /// The printed request that a request repeats: its method, path and query, its body, and the documented headers that the page prints with it. Null: the
    /// request is in no example. A recording without a body does not say what the body was.
    /// </summary>
    public static ExampleRequest? RepeatedBy(StubOperation operation, ReceivedRequest request)
        => operation.Examples.FirstOrDefault(example => example.Request is { } documented
            && Matches(operation, documented, request)
            && (HaveSameBody(operation, documented, request) || (example.IsRecorded && documented.Body is null))
            && (example.IsRecorded || HaveSameHeaders(operation, documented, request)))?.Request;

    /// <summary>The decoded values of the path's placeholders in a printed request; null: the operation does not have its path.</summary>
    public static IReadOnlyDictionary<string, string>? PathValuesOf(StubOperation operation, ExampleRequest printed)
        => operation.Path.Match(PathText.Normalize(printed.Target.Split('?')[0]));

    /// <summary>Returns whether a page prints something in the place of a value.</summary>
    public static bool IsElided(IReadOnlyList<string> values) => values.Count > 0 && values.All(Elision.Is);

    /// <summary>Returns whether the reference prints a request that only differs in parameters of its page, which the printed request does not have.</summary>
    public static bool IsPrintedWithoutPage(StubOperation operation, ReceivedRequest request)
        => operation.Paging is not null
            && operation.Examples.Any(example
                => example.Request is { } documented && Matches(operation, documented, request, ignoresDefaults: true, ignoresPage: true));

    private static List<DocumentedExample> Printed(StubOperation operation, ReceivedRequest request)
    {
        List<DocumentedExample> all =
        [
            .. operation.Examples.Where(example => example is { Request: not null, Response: { } response } && !operation.IsUnstatedFailure(response)),
        ];
        var exact = all.FindAll(example => Matches(operation, example.Request!, request));
        // A parameter with its default is the same request as one without it.
        if (exact.Count == 0)
            exact = all.FindAll(example => Matches(operation, example.Request!, request, ignoresDefaults: true));
        // Examples can differ only in a header. Otherwise, a header is not important enough to prefer sample values.
        if (exact.FindAll(example => example.IsRecorded || HaveSameHeaders(operation, example.Request!, request)) is { Count: > 0 } same)
            exact = same;
        // A printed request without a page gets the first page, of any size. A recording has the pages that were read.
        return exact.Count > 0 || operation.Paging is null || !PagingParameters.AreOfFirstPage(operation, request)
            ? exact
            : all.FindAll(example => !example.IsRecorded && Matches(operation, example.Request!, request, ignoresDefaults: true, ignoresPage: true));
    }

    // A redirect is the result only where nothing else is.
    private static DocumentedExample? Success(StubOperation operation, IEnumerable<DocumentedExample> examples)
        => examples.Where(example => IsSuccess(operation, example.Response!)).MinBy(static example => example.Response!.StatusCode / 100);

    private static bool IsSuccess(StubOperation operation, ExampleResponse response)
        => response.StatusCode < 400 && (response.StatusCode >= 300 || (operation.OutcomeOf(response, out var isResult) is var _ && isResult));

    private static bool IsSpecific(StubOperation operation, ExampleRequest request)
        => request.Query.Count > 0 || operation.Template.Parts.Any(static part => part.IsPlaceholder);

    private static bool Matches(
        StubOperation operation, ExampleRequest documented, ReceivedRequest request, bool ignoresDefaults = false, bool ignoresPage = false)
    {
        if (documented.Method != request.Method
            || !HaveSamePath(operation, PathText.Normalize(documented.Target.Split('?')[0]), PathText.Normalize(request.Path)))
            return false;
        var (printed, sent) = (WithFirstNames(operation, documented.Query), WithFirstNames(operation, request.Query));
        return ignoresDefaults
            ? HaveSameQuery(operation, WithoutDefaults(operation, printed, request), WithoutDefaults(operation, sent, request), ignoresPage)
            : HaveSameQuery(operation, printed, sent, ignoresPage);
    }

    private static bool HaveSameQuery(StubOperation operation, FieldCollection documented, FieldCollection requested, bool ignoresPage)
        => QueryText.AreEqual(documented, requested, name => operation.IsFilledByCredential(name)
            || documented.GetValues(name) switch
            {
                { Count: 0 } => ignoresPage && PagingParameters.Contains(operation, name),
                var values => IsElided(values),
            });

    // A page can print another name of a parameter than a client sends.
    private static FieldCollection WithFirstNames(StubOperation operation, FieldCollection query)
    {
        return operation.QueryRows.All(static row => row.Aliases.Count == 0) ? query : FieldCollection.Query(query.Select(field
            => operation.QueryLookup.Find(field.Key) is { Aliases.Count: > 0 } row
                ? KeyValuePair.Create(RowNames.Sent(row).First(), field.Value)
                : field));
    }

    private static FieldCollection WithoutDefaults(StubOperation operation, FieldCollection query, ReceivedRequest request)
    {
        var check = new ParameterCheck(operation.Api);
        var repeated = query.GroupBy(static field => field.Key, StringComparer.Ordinal).Where(static group => group.Skip(1).Any())
            .Select(static group => group.Key).ToHashSet(StringComparer.Ordinal);
        return FieldCollection.Query(query.Where(field => repeated.Contains(field.Key)
            || !(operation.QueryLookup.Find(field.Key) is { Default: { } value } row
                ? RequestCheck.FindViolation(check, row with { Constant = value }, field.Value) is null
                : PagingParameters.IsFirst(operation, field.Key, field.Value, request))));
    }

    // Pages print values without encoding, so two paths are equal if they have equal values. A placeholder such as '<token>' is any value.
    private static bool HaveSamePath(StubOperation operation, string documented, string requested)
        => documented == requested
            || (operation.Path.Match(documented) is { } values && operation.Path.Match(requested) is { } others
                && values.All(value => others[value.Key] == value.Value || Elision.Is(value.Value)));

    private static bool HaveSameHeaders(StubOperation operation, ExampleRequest documented, ReceivedRequest request)
        => operation.HeaderRows.Where(row => !row.IsPattern && !operation.IsHeaderFilledByCredential(row.Name)).All(row
            => RequestCheck.HeaderOf(row, documented.Headers) is not { } printed
                || IsElided(RequestCheck.ValuesOf(row, documented.Headers.GetValues))
                || (RequestCheck.HeaderOf(row, request.Headers) is { } sent
                    && RequestCheck.WithoutBoundary(row.Name, sent) == RequestCheck.WithoutBoundary(row.Name, printed)));

    private static bool HaveSameBody(StubOperation operation, ExampleRequest documented, ReceivedRequest request)
        => documented.Body is null ? request.Body.IsEmpty : HasBody(operation, documented, request) || HasText(documented, request);

    // A body that is neither JSON nor XML of a table: the fields of a form, or any text.
    private static bool HasText(ExampleRequest recorded, ReceivedRequest request)
    {
        if (recorded.Body is not { } body)
            return false;
        if (BodyFormats.FormOf(request.Headers["Content-Type"]) != BodyFormat.Form)
            return body.TrimEnd('\r', '\n') == request.BodyText.TrimEnd('\r', '\n');
        var fields = QueryText.Parse(body);
        return QueryText.AreEqual(fields, QueryText.Parse(request.BodyText), name => IsElided(fields.GetValues(name)));
    }

    private static bool HasBody(StubOperation operation, ExampleRequest documented, ReceivedRequest request)
    {
        try
        {
            if (documented.Body is not { } body)
                return false;
            var values = operation.RequestShape is null ? null : PrintedBodyValues.Of(operation.RequestShape, body);
            using var printed = values is null ? JsonDocument.Parse(body) : JsonDocument.Parse(JsonBody.Write(values));
            using var received = JsonDocument.Parse(request.JsonBytes ?? request.Body);
            return JsonEquality.AreEqual(printed.RootElement, received.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // It is not JSON, not valid Unicode, or has a member twice.
            return false;
        }
    }
}
