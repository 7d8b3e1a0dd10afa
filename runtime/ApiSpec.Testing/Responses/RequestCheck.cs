using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Recording;

namespace ApiSpec.Testing.Responses;

/// <summary>Compares a request with its section: path parameters, query, headers and body.</summary>
internal static class RequestCheck
{
    /// <summary>Returns the first violation of the section by the request, or null.</summary>
    public static string? FindViolation(StubOperation operation, ReceivedRequest request)
    {
        // All values of a request use the same check, because it caches types.
        var check = new ParameterCheck(operation.Api) { ReadJson = JsonBody.Read, SecretText = Redaction.Placeholder };

        var conditions = operation.HasConditions ? new RequestConditions(operation, request) : null;

        // A printed request is never a violation, even if the page contradicts itself. What is not printed of it is checked.
        var printed = PrintedExamples.RepeatedBy(operation, request);
        return CheckPath(check, operation, request, printed) ?? CheckQuery(check, operation, request, printed)
            ?? CheckHeaders(check, operation, request, printed)
            ?? (printed is null ? CheckChoices(operation, request) ?? conditions?.FindViolation() : null)
            ?? new RequestBodyCheck(operation, check).FindViolation(request, conditions);
    }

    private static string? CheckPath(ParameterCheck check, StubOperation operation, ReceivedRequest request, ExampleRequest? printed)
    {
        var shown = printed is null ? null : PrintedExamples.PathValuesOf(operation, printed);
        return operation.PathRows
            .Where(row => request.PathValues.TryGetValue(row.Name, out var value) && shown?.GetValueOrDefault(row.Name) != value)
            .Select(row => FindViolation(check, row, request.PathValues[row.Name]) is { } violation ? $"the path value '{row.Name}' {violation}" : null)
            .FirstOrDefault(static violation => violation is not null);
    }

    private static string? CheckQuery(ParameterCheck check, StubOperation operation, ReceivedRequest request, ExampleRequest? printed)
    {
        var rows = operation.QueryLookup;
        foreach (var name in operation.LinksToNextPage || operation.QueryRows.Any(static row => row.IsRest)
            ? []
            : request.Query.Select(static field => field.Key).Distinct(StringComparer.Ordinal))
        {
            var row = rows.Find(name);
            if (row is { IsPattern: false } || operation.IsFilledByCredential(name))
                continue;
            var shown = printed?.Query.GetValues(name) ?? [];
            if (shown.Count > 0 && !PrintedExamples.IsElided(shown))
                continue;
            if (row is null)
            {
                if (shown.Count > 0)
                    continue;
                return $"the query parameter '{name}' is not documented";
            }

            if (request.Query.GetValues(name)
                .Select(value => FindViolation(check, row, value, () => SecretParameters.OfQuery(operation).IsSecret(name) == true))
                .FirstOrDefault(static violation => violation is not null) is { } violation)
                return $"the query parameter '{name}' {violation}";
        }

        return operation.QueryRows
            .Where(row => !operation.IsFilledByCredential(row.Name)
                && (printed is null || PrintedExamples.IsElided([.. RowNames.Sent(row).SelectMany(printed.Query.GetValues)])))
            .Select(row => CheckField(check, operation.Api, row, request.Query, "query parameter"))
            .FirstOrDefault(static violation => violation is not null);
    }

    // Pages print few of the headers that a request has.
    private static string? CheckHeaders(ParameterCheck check, StubOperation operation, ReceivedRequest request, ExampleRequest? printed) => operation.HeaderRows
        .Where(row => !operation.IsHeaderFilledByCredential(row.Name)
            && (row.IsPattern || printed is null || (HeaderOf(row, request.Headers) is { } sent && HeaderOf(row, printed.Headers) != sent)))
        .Select(row => row.IsPattern ? CheckNames(check, operation, row, request, printed)
            : CheckField(check, operation.Api, row, request.Headers, "header"))
        .FirstOrDefault(static violation => violation is not null);

    private static string? CheckNames(ParameterCheck check, StubOperation operation, RowDeclaration row, ReceivedRequest request, ExampleRequest? printed)
        => request.Headers
        .Where(field => printed?.Headers[field.Key] != field.Value && ReferenceEquals(operation.HeaderLookup.Find(field.Key), row))
        .Select(field => FindViolation(check, row, field.Value, () => new SecretHeaders(operation).IsMaskedInRequest(field.Key)) is { } violation
            ? $"the header '{field.Key}' {violation}"
            : null)
        .FirstOrDefault(static violation => violation is not null);

    private static string? CheckField(ParameterCheck check, StubApi api, RowDeclaration row, FieldCollection fields, string what)
    {
        if (row.IsPattern)
            return null;
        var sent = RowNames.Sent(row).Where(name => fields.GetValues(name).Count > 0).ToList();
        if (sent.Count == 0)
            return Presence.IsRequiredParameter(row) ? $"the {what} '{row.Name}' is missing" : null;
        if (sent.Count > 1)
            return $"the {what} '{row.Name}' is there under several names: {string.Join(", ", sent)}";
        var name = sent[0];
        var values = fields.GetValues(name);
        if (values.Count > 1 && what != "header" && !ParameterCheck.IsRepeatable(row.Type))
            return $"the {what} '{name}' is there {values.Count} times";
        if (what != "header" && ParameterCheck.FindCount(row, values.Count) is { } outside)
            return string.Create(CultureInfo.InvariantCulture, $"the {what} '{name}' has {values.Count} values: {outside}");
        return values
            .Select(value => (what == "header"
                ? FindHeaderViolation(check, api, row, WithoutBoundary(name, value))
                : FindViolation(check, row, value)) is { } violation
                ? $"the {what} '{name}' {violation}"
                : null)
            .FirstOrDefault(static violation => violation is not null);
    }

    // A server must accept several forms of dates, but a client must send only one.
    private static string? FindHeaderViolation(ParameterCheck check, StubApi api, RowDeclaration row, string text)
    {
        if (!api.HoldsHttpDate(row))
            return FindViolation(check, row, text);
        return HttpDateFields.IsHttpDate(text)
            ? FindViolation(check, HttpDateFields.AsSent(row, api.Resolve(row.Type)), text)
            : $"has the value '{text}': a date in this header looks like 'Sat, 31 Jan 2026 23:59:59 GMT'";
    }

    /// <summary>The value of a header as a reference prints it: the client chooses the boundary of a form.</summary>
    public static string WithoutBoundary(string name, string value)
        => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            && value.LastIndexOf("; boundary=", StringComparison.OrdinalIgnoreCase) is >= 0 and var start
            ? value[..start]
            : value;

    private static string? CheckChoices(StubOperation operation, ReceivedRequest request)
    {
        if (operation.Choices.Count == 0)
            return null;
        var names = operation.RuleNames;
        var given = new GivenValues(operation, request);
        foreach (var choice in operation.Choices.Where(names.IsChecked))
        {
            var count = choice.Names.Count(name => given.Has(names.PlaceOf(name), name));
            var all = string.Join(", ", choice.Names.Select(static name => $"'{name}'"));
            if (GroupRules.IsMissing(choice, count))
                return $"one of {all} is missing";
            if (GroupRules.IsExceeded(choice, count))
                return $"of {all} only one may be there";
        }

        return null;
    }

    /// <summary>The reason why a string is not a value of the row, as the rest of a sentence. Null if it is a value, or if that is unknown.</summary>
    /// <param name="check">The check of the request.</param>
    /// <param name="row">The row.</param>
    /// <param name="text">The string.</param>
    /// <param name="hasSecretName">Whether the name says that the value is secret, although the row of a pattern does not; null: it is not a pattern.</param>
    public static string? FindViolation(ParameterCheck check, RowDeclaration row, string text, Func<bool>? hasSecretName = null)
    {
        if (check.Find(row, text) is not { } violation)
            return null;
        var shown = check.IsSecret(row) || hasSecretName?.Invoke() == true ? Redaction.Placeholder : text;
        return violation.Kind == ViolationKind.NotTheConstant ? $"is not {violation.Reason}, but '{shown}'" : $"has the value '{shown}': {violation.Reason}";
    }

    /// <summary>The value of a header under the first of its names that the message has; null: it is missing.</summary>
    public static string? HeaderOf(RowDeclaration row, FieldCollection headers)
        => RowNames.Sent(row).Select(name => headers[name]).FirstOrDefault(static value => value is not null);

    /// <summary>The values of a row in a request, under the first of its names that the request has. Empty: the request does not have the row.</summary>
    /// <param name="row">The row, without a pattern.</param>
    /// <param name="find">Returns the values of a name.</param>
    public static IReadOnlyList<string> ValuesOf(RowDeclaration row, Func<string, IReadOnlyList<string>> find)
        => RowNames.Sent(row).Select(find).FirstOrDefault(static texts => texts.Count > 0) ?? [];
}
