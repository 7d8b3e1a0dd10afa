using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The name of the format of a body: <c>Json</c>, <c>Xml</c>, or <c>Csv</c> for <c>text/csv</c>. It ends the names of operations.</summary>
internal static class FormatName
{
    /// <summary>Returns the name of a body's format; null: it can have several formats, or the page does not show it.</summary>
    public static string? Of(BodyDeclaration body) => body.Kind switch
    {
        BodyKind.Unknown => null,
        BodyKind.Media => OfMediaType(body.MediaType!),
        _ => body.Format.ToString(),
    };

    /// <summary>Returns the name of the format of a media type; null for a range, such as <c>image/*</c>.</summary>
    public static string? OfMediaType(string mediaType)
    {
        if (BodyFormats.Of(mediaType) is { } format)
            return format.ToString();
        var essence = BodyFormats.EssenceOf(mediaType);
        var subtype = essence.Substring(essence.IndexOf('/') + 1);
        return subtype.Contains("*") ? null
            : string.Equals(essence, "text/plain", StringComparison.OrdinalIgnoreCase) ? "Text"
            : CSharpName.PascalWords(subtype).TrimStart('_');
    }
}
