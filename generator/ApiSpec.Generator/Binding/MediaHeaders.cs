using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Decides how to treat a row for a header that the client sets itself, from the bodies of the section or from options.</summary>
internal sealed class MediaHeaders(BodyDeclaration? body, OperationResponse response, bool hasXmlErrors)
{
    // A section without a documented response only parses the bodies of failures.
    private bool MayBeXml => response.Type is { XmlShape: not null }
        || response.Results?.Bodies.Any(static result => result.Type?.XmlShape is not null) == true || (response.Kind == ResponseKind.None && hasXmlErrors);

    /// <summary>Returns the use of a row for one of these headers.</summary>
    /// <param name="row">The row.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    public MediaHeaderUse UseOf(RowDeclaration row, TypeReference type)
    {
        var values = RequestHeaders.ValuesOf(row, type);
        switch (row.Name.ToUpperInvariant())
        {
            case "ACCEPT":
                return values.Count == 0 ? new() : UseOfAccept(values);
            case "CONTENT-TYPE":
                return values.Count == 0 ? new() : UseOfContentType(values);
            case "ACCEPT-LANGUAGE":
                return LostConstant(row, "set ApiClientOptions.Language");
            case "USER-AGENT":
                return LostConstant(row, "set ApiClientOptions.UserAgent");
            case "AUTHORIZATION":
                return LostConstant(row, "set ApiClientOptions.Credential");
            default:
                return LostConstant(row, "the value follows from the URL and the body");
        }
    }

    private MediaHeaderUse UseOfAccept(IReadOnlyList<string> values)
    {
        var isOne = values.Count == 1;
        // Raw responses, text and streams are returned unchanged, in any media type. A table can only be read from JSON.
        var isFree = response.Kind == ResponseKind.Raw || (!isOne && response.Kind is ResponseKind.Text or ResponseKind.Download or ResponseKind.None);
        var unread = isFree ? null : values.FirstOrDefault(value => !value.Split(',').Any(IsAccepted));
        return unread is not null ? new() { Lost = unread, Instead = InsteadOf(unread), ConcernsOthers = IsJson(unread) || BodyFormats.IsXml(unread) }
            : isOne ? new() { Constant = values[0] }
            : new() { IsParameter = true };
    }

    private string InsteadOf(string mediaType) => response.Kind is ResponseKind.Json or ResponseKind.ByStatus
        ? Another("response", mediaType)
        : "write the media type as the value of 'response:'";

    // A table describes one format. Another one is a second key.
    private static string Another(string key, string mediaType)
    {
        var first = Essence(mediaType.Split(',')[0]);
        return BodyFormats.IsXml(first) ? "write its rows under '" + key + " xml:'"
            : BodyFormats.FormOf(first) is { } form ? "write its rows under '" + key + (form == BodyFormat.Form ? " form:'" : " multipart:'")
            : IsJson(first) ? "write its rows under '" + key + ":'"
            : "add the key '" + key + " " + first + ":' without a value";
    }

    private bool IsAccepted(string range)
    {
        var name = Essence(range);
        if (name == "*/*")
            return true;
        if (response.Kind is not (ResponseKind.Text or ResponseKind.Download))
            return IsJson(range) || Is(name, "application/*") || (MayBeXml && (BodyFormats.IsXml(range) || Is(name, "text/*")))
                || response.Results?.Bodies.Any(result => result.Type is null && IsOf(result.Body.MediaType, name)) == true;
        return IsOf(response.MediaType, name);
    }

    private static bool IsOf(string? mediaType, string name)
        => mediaType is null || Is(name, Essence(mediaType)) || Is(name, Essence(mediaType).Split('/')[0] + "/*");

    private MediaHeaderUse UseOfContentType(IReadOnlyList<string> values)
    {
        const string Instead = "write the media type as the value of 'body:'";
        if (body is null)
            return new() { Lost = values[0], Instead = Instead, ConcernsOthers = true };
        var isOne = values.Count == 1;
        // Bytes can have any media type that the reference lists. For a body with one media type, a single value repeats that type with more detail.
        var isFree = !isOne && body.Kind == BodyKind.Media;
        var unsent = isFree ? null : values.FirstOrDefault(value => !IsSendable(value));
        return unsent is not null ? new()
            {
                Lost = unsent,
                Instead = body.Kind is BodyKind.Members or BodyKind.Type or BodyKind.Form ? Another("body", unsent) : Instead,
                ConcernsOthers = IsJson(unsent) || BodyFormats.IsXml(unsent),
            }
            : isOne ? new() { BodyMediaType = values[0] }
            : body.Kind == BodyKind.Form ? new() { Lost = string.Join("|", values), Instead = Instead }
            : new() { IsParameter = true };
    }

    private bool IsSendable(string value)
    {
        if (body!.Kind == BodyKind.Media)
            return Is(Essence(value), Essence(body.MediaType!));
        if (body.Format == BodyFormat.Json)
            return IsJson(value);
        if (body.Format == BodyFormat.Xml ? !BodyFormats.IsXml(value) : BodyFormats.FormOf(value) != body.Format)
            return false;
        // XML and forms are written in UTF-8, and the boundary of a form is created with the body.
        var parameters = value.Split(';').Skip(1).Select(static parameter => parameter.Replace("\"", "").Trim());
        return parameters.All(static parameter => !parameter.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase)
            && (!parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) || Is(parameter, "charset=utf-8")));
    }

    private static MediaHeaderUse LostConstant(RowDeclaration row, string instead)
        => row.Constant is { } constant ? new() { Lost = constant, Instead = instead } : new();

    private static bool IsJson(string mediaType) => BodyFormats.IsJson(mediaType);

    private static string Essence(string mediaType) => BodyFormats.EssenceOf(mediaType);

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The use of a row for a header that the client sets itself. If no property is set, the row only documents the page.</summary>
internal sealed record MediaHeaderUse
{
    /// <summary>The value that is always sent.</summary>
    public string? Constant { get; init; }

    /// <summary>The media type of the sent body.</summary>
    public string? BodyMediaType { get; init; }

    /// <summary>Whether the caller passes the value.</summary>
    public bool IsParameter { get; init; }

    /// <summary>A value of the row that the client does not send; null: no such value.</summary>
    public string? Lost { get; init; }

    /// <summary>The advice on what sets the header instead.</summary>
    public string Instead { get; init; } = "";

    /// <summary>Whether a row that all operations share does not concern this operation.</summary>
    public bool ConcernsOthers { get; init; }
}
