using ApiSpec.Language.Characters;

namespace ApiSpec.Language.Declarations;

/// <summary>The rules for each format of a body, for everything that reads, writes or compares bodies.</summary>
internal static class BodyFormats
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string MultipartForm = "multipart/form-data";

    /// <summary>Returns the media type of a body in the format, if the page prints no other.</summary>
    public static string MediaTypeOf(BodyFormat format) => format switch
    {
        BodyFormat.Form => UrlEncoded,
        BodyFormat.Multipart => MultipartForm,
        BodyFormat.Xml => "application/xml",
        _ => "application/json",
    };

    /// <summary>Returns the format of a body; null: the page does not show its table.</summary>
    public static BodyFormat? Of(BodyDeclaration? body) => body is { Kind: BodyKind.Members or BodyKind.Type or BodyKind.Form } ? body.Format : null;

    /// <summary>Returns the format of bodies with a media type; null: another format.</summary>
    public static BodyFormat? Of(string? mediaType)
        => IsJson(mediaType) ? BodyFormat.Json : IsXml(mediaType) ? BodyFormat.Xml : FormOf(mediaType);

    /// <summary>Returns the format of a form with the media type, or null for other media types.</summary>
    public static BodyFormat? FormOf(string? mediaType)
    {
        var essence = EssenceOf(mediaType);
        return string.Equals(essence, UrlEncoded, StringComparison.OrdinalIgnoreCase) ? BodyFormat.Form
            : essence.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? BodyFormat.Multipart
            : null;
    }

    /// <summary>Returns the name of the format for use in a sentence.</summary>
    public static string NameOf(BodyFormat format) => format switch
    {
        BodyFormat.Xml => "XML",
        BodyFormat.Form => "a form",
        BodyFormat.Multipart => "a form with files",
        _ => "JSON",
    };

    /// <summary>
    /// Whether a media type is JSON, including names of vendors and versions (RFC 6838, section 4.2.8) and older names, such as <c>application/json-rpc</c>.
    /// </summary>
    public static bool IsJson(string? mediaType)
    {
        var essence = EssenceOf(mediaType);
        if (essence.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
            return true;
        var words = essence.Substring(essence.IndexOf('/') + 1).ToLowerInvariant().Split('.', '-', '+');
        return essence.IndexOf('/') > 0 && words.Contains("json") && !words.Any(static word => word is "seq" or "stream" or "nd" or "lines");
    }

    /// <summary>Whether a media type is XML (RFC 7303).</summary>
    public static bool IsXml(string? mediaType)
        => EssenceOf(mediaType) is var essence
            && (essence.EndsWith("/xml", StringComparison.OrdinalIgnoreCase) || essence.EndsWith("+xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns a media type without its parameters (RFC 9110, section 8.3.1).</summary>
    public static string EssenceOf(string? mediaType) => (mediaType ?? "").Split(';')[0].Trim();

    /// <summary>Returns the key of a request body in the format.</summary>
    public static string RequestKeyOf(BodyFormat format)
        => format == BodyFormat.Json ? FormatWords.Body : FormatWords.Body + " " + format.ToString().ToLowerInvariant();

    /// <summary>Returns the format that the word after a key names.</summary>
    public static BodyFormat OfKey(string key) => key.Substring(key.LastIndexOf(' ') + 1) switch
    {
        "xml" => BodyFormat.Xml,
        "form" => BodyFormat.Form,
        "multipart" => BodyFormat.Multipart,
        _ => BodyFormat.Json,
    };
}
