using System.Text.Json;
using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Responses;

/// <summary>Finds invalid Unicode in a request, such as an unpaired surrogate. It can neither be compared nor written into a response.</summary>
internal static class RequestText
{
    /// <summary>Where such text is, as a sentence without its full stop, or null.</summary>
    public static string? FindViolation(ReceivedRequest request)
    {
        // UTF-8 writes a surrogate with these bytes, and must not (RFC 3629, section 3).
        if (HasEncodedSurrogate(request.Target) || !FieldText.IsUnicode(request.Target))
            return "the path or query is not valid Unicode: it has an unpaired surrogate";
        foreach (var (name, value) in request.Headers)
        {
            if (!FieldText.IsUnicode(value))
                return $"the header '{FieldText.ToUnicode(name)}' is not valid Unicode: it has an unpaired surrogate";
        }

        return request.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[' or (byte)'"', ..] ? FindInJson(request.Body.Span)
            : BodyFormats.FormOf(request.Headers["Content-Type"]) == BodyFormat.Form && HasEncodedSurrogate(request.BodyText)
                ? "the form is not valid Unicode: it has an unpaired surrogate"
                : null;
    }

    private static bool HasEncodedSurrogate(string text)
        => text.Contains("%ED%A", StringComparison.OrdinalIgnoreCase) || text.Contains("%ED%B", StringComparison.OrdinalIgnoreCase);

    private static string? FindInJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            return $"the body is not valid Unicode: the text at byte {reader.TokenStartIndex} has an unpaired surrogate or bytes that are not UTF-8";
        }
        catch (JsonException)
        {
            // Other checks report that it is not JSON.
            return null;
        }
    }
}
