using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Pages;
using Microsoft.Net.Http.Headers;

namespace ApiSpec.Testing.Responses;

/// <summary>Checks the parts of a form against the documented ones.</summary>
internal static class FormCheck
{
    public static string? FindViolation(ParameterCheck check, BodyDeclaration form, ReceivedRequest request, Func<string, bool> isFilled)
    {
        if (!IsOfType(form.MediaType!, request) || FormBody.Read(request) is not { } parts)
            return $"the body is no complete {form.MediaType}, but {request.Headers["Content-Type"] ?? "of no content type"}";
        var sent = parts.Select(static part => part.Name).ToHashSet(StringComparer.Ordinal);
        if (form.Parts.FirstOrDefault(row => Presence.IsRequiredParameter(row) && !row.IsPattern && !isFilled(row.Name) && !RequestCheck.WireNames(row).Any(sent.Contains)) is { } missing)
            return $"the part '{missing.Name}' is missing";
        var rows = new Dictionary<string, RowDeclaration>(StringComparer.Ordinal);
        foreach (var row in form.Parts.Where(static row => !row.IsPattern))
        {
            foreach (var name in RequestCheck.WireNames(row))
                rows.TryAdd(name, row);
        }

        var isOpen = form.Parts.Any(static row => row.IsRest);
        var patterns = form.Parts.Where(static row => row.IsPattern).ToList();
        foreach (var part in parts)
        {
            if ((rows.GetValueOrDefault(part.Name) ?? patterns.Find(row => RequestCheck.IsNamed(row, part.Name))) is not { } row)
            {
                if (isOpen || isFilled(part.Name))
                    continue;
                return $"the part '{part.Name}' is not documented";
            }

            if (part.FileName is null && RequestCheck.FindViolation(check, row, part.Text) is { } violation)
                return $"the part '{part.Name}' {violation}";
        }

        return null;
    }

    private static bool IsOfType(string mediaType, ReceivedRequest request)
        => MediaTypeHeaderValue.TryParse(request.Headers["Content-Type"], out var type) && MediaTypeHeaderValue.TryParse(mediaType, out var documented)
            && type.MediaType.Equals(documented.MediaType, StringComparison.OrdinalIgnoreCase);
}
