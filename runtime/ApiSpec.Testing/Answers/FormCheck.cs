using ApiSpec.Generator.Model;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ApiSpec.Testing.Answers;

/// <summary>Checks the parts of a multipart form (RFC 7578).</summary>
internal static class FormCheck
{
    public static string? FindMistake(EquatableArray<RowDeclaration> parts, ReceivedRequest request)
    {
        if (FindNames(request) is not { } names)
            return $"the body is no complete multipart/form-data, but {request.Headers["Content-Type"] ?? "of no content type"}";
        return parts.FirstOrDefault(row => !row.IsOptional && row is { IsPattern: false, When: null } && !names.Contains(row.Name)) is { } missing
            ? $"the part '{missing.Name}' is missing"
            : names.FirstOrDefault(name => !parts.Any(row => row.Name == name || row.IsPattern)) is { } unknown ? $"the part '{unknown}' is not documented" : null;
    }

    /// <summary>The names of the parts; null: the body is no form.</summary>
    public static IReadOnlyList<string>? FindNames(ReceivedRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Headers["Content-Type"], out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return null;
        }

        try
        {
            return ReadNames(boundary, request.Body);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return null;
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
