using System.Text;
using ApiSpec.Language.Declarations;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ApiSpec.Testing.Pages;

/// <summary>Reads forms: multipart (RFC 7578), and URL-encoded (WHATWG URL, 5.1).</summary>
internal static class FormBody
{
    /// <summary>The parts, or null if the body is not a complete form.</summary>
    public static IReadOnlyList<ReceivedPart>? Read(ReceivedRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Headers["Content-Type"], out var type))
            return null;
        var format = BodyFormats.FormOf(type.MediaType.Value);
        if (format == BodyFormat.Form)
            return ReadLine(request.BodyText);
        if (format != BodyFormat.Multipart || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return null;
        try
        {
            return ReadParts(boundary, request.Body);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static List<ReceivedPart> ReadLine(string line)
        => [.. QueryText.Parse(line.Replace('+', ' ')).Select(static field => new ReceivedPart(field.Key, null, null, Encoding.UTF8.GetBytes(field.Value)))];

    private static List<ReceivedPart> ReadParts(string boundary, ReadOnlyMemory<byte> body)
    {
        var parts = new List<ReceivedPart>();
        // Uploads of a test can have any size, because they are already in memory.
        var reader = new MultipartReader(boundary, new MemoryStream(body.ToArray())) { BodyLengthLimit = null };
        // The reader reads from memory, so this does not block.
        while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
        {
            using var content = new MemoryStream();
            section.Body.CopyTo(content);
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                && HeaderUtilities.RemoveQuotes(disposition.Name).Value is { Length: > 0 } name)
            {
                var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                parts.Add(new ReceivedPart(name, fileName.Value, section.ContentType, content.ToArray()));
            }
        }

        return parts;
    }
}
