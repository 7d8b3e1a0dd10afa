using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Responses;

/// <summary>Checks the parts of a form against the documented ones.</summary>
internal static class FormCheck
{
    public static string? FindViolation(
        ParameterCheck check, RequestBodyCheck bodies, BodyFormat format, IReadOnlyList<RowDeclaration> fields, ReceivedRequest request,
        RequestConditions? conditions, Func<string, bool> isFilled, Func<string, bool> isSecret)
    {
        if (BodyFormats.FormOf(request.Headers["Content-Type"]) != format || FormBody.Read(request) is not { } parts)
            return $"the body is no complete {BodyFormats.MediaTypeOf(format)}, but {request.Headers["Content-Type"] ?? "of no content type"}";
        var sent = parts.Select(static part => part.Name).ToHashSet(StringComparer.Ordinal);
        if (fields.FirstOrDefault(row => Presence.IsRequiredParameter(row) && !row.IsPattern && !isFilled(row.Name)
            && !RowNames.Sent(row).Any(sent.Contains)) is { } missing)
            return $"the part '{missing.Name}' is missing";
        var rows = new RowLookup(fields);
        if (fields.FirstOrDefault(row => row.Aliases.Count > 0 && RowNames.Sent(row).Count(sent.Contains) > 1) is { } twice)
            return $"the part '{twice.Name}' is there under several names: {string.Join(", ", RowNames.Sent(twice).Where(sent.Contains))}";
        foreach (var repeated in parts.GroupBy(static part => part.Name, StringComparer.Ordinal))
        {
            if (rows.Find(repeated.Key) is { IsPattern: false } row && bodies.FindFieldCount(row, repeated.Count()) is { } outside)
                return $"the part '{repeated.Key}' {outside}";
        }

        var isOpen = fields.Any(static row => row.IsRest);
        foreach (var part in parts)
        {
            if (rows.Find(part.Name) is not { } row)
            {
                if (isOpen || isFilled(part.Name))
                    continue;
                return $"the part '{part.Name}' is not documented";
            }

            if (bodies.IsJson(row))
            {
                if (bodies.FindFieldViolation(row, part.Body, conditions) is { } inside)
                    return inside;
            }
            else if (part.FileName is null && RequestCheck.FindViolation(check, row, part.Text, () => isSecret(part.Name)) is { } violation)
                return $"the part '{part.Name}' {violation}";
        }

        return null;
    }
}
