using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;
using Microsoft.Net.Http.Headers;

namespace ApiSpec.Testing.Answers;

/// <summary>Checks the parts of a form against the documented ones.</summary>
internal static class FormCheck
{
    public static string? FindMistake(StubApi api, BodyDeclaration form, ReceivedRequest request)
    {
        if (!IsOfType(form.MediaType!, request) || FormBody.Read(request) is not { } parts)
            return $"the body is no complete {form.MediaType}, but {request.Headers["Content-Type"] ?? "of no content type"}";
        if (form.Parts.FirstOrDefault(row => Presence.IsRequiredParameter(row) && !row.IsPattern && !parts.Any(part => part.Name == row.Name)) is { } missing)
            return $"the part '{missing.Name}' is missing";
        foreach (var part in parts)
        {
            if (form.Parts.FirstOrDefault(row => RequestCheck.IsNamed(row, part.Name)) is not { } row)
                return $"the part '{part.Name}' is not documented";
            if (part.FileName is null && RequestCheck.FindMistake(api, row, part.Text) is { } mistake)
                return $"the part '{part.Name}' {mistake}";
        }

        return null;
    }

    private static bool IsOfType(string mediaType, ReceivedRequest request)
        => MediaTypeHeaderValue.TryParse(request.Headers["Content-Type"], out var type) && MediaTypeHeaderValue.TryParse(mediaType, out var documented)
            && type.MediaType.Equals(documented.MediaType, StringComparison.OrdinalIgnoreCase);
}
