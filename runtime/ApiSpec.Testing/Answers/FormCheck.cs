using ApiSpec.Generator.Model;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ApiSpec.Testing.Answers;

/// <summary>Checks the parts of a multipart form (RFC 7578).</summary>
internal static class FormCheck
{
    public static string? FindMistake(EquatableArray<RowDeclaration> parts, ReceivedRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Headers["Content-Type"], out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return $"the body is no multipart/form-data, but {request.Headers["Content-Type"] ?? "of no content type"}";
        }

        try
        {
            var names = ReadNames(boundary, request.Body);
            return parts.FirstOrDefault(row => !row.IsOptional && row is { IsPattern: false, When: null } && !names.Contains(row.Name)) is { } missing
                ? $"the part '{missing.Name}' is missing"
                : names.FirstOrDefault(name => !parts.Any(row => row.Name == name || row.IsPattern)) is { } unknown ? $"the part '{unknown}' is not documented" : null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return "the body is no multipart/form-data: " + exception.Message.TrimEnd('.');
        }
    }

    private static List<string> ReadNames(string boundary, ReadOnlyMemory<byte> body)
    {
        var names = new List<string>();
        var reader = new MultipartReader(boundary, new MemoryStream(body.ToArray()));
        // The reader works on memory: nothing is waited for.
        while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                && HeaderUtilities.RemoveQuotes(disposition.Name).Value is { Length: > 0 } name)
            {
                names.Add(name);
            }
        }

        return names;
    }
}
