namespace ApiSpec.Transport;

/// <summary>The parts of a Content-Type value that decide how a body is read. Also reads malformed values.</summary>
internal readonly struct MediaType
{
    private MediaType(string? type, string? charset)
    {
        Type = type;
        Charset = charset;
    }

    /// <summary>Type and subtype without parameters; null if the header is absent or empty.</summary>
    public string? Type { get; }

    /// <summary>The charset parameter without quotes, or null.</summary>
    public string? Charset { get; }

    /// <summary>Whether a body of this type is JSON; one without a type is treated as JSON.</summary>
    public bool IsJson
        => Type is null
            || Type.Equals(AcceptedTypes.Json, StringComparison.OrdinalIgnoreCase)
            || Type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || Type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a body of this type is XML (RFC 7303).</summary>
    public bool IsXml
        => Type is not null
            && (Type.Equals(AcceptedTypes.Xml, StringComparison.OrdinalIgnoreCase)
                || Type.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
                || Type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase));

    public bool IsHtml => string.Equals(Type, "text/html", StringComparison.OrdinalIgnoreCase);

    public bool IsPlainText => string.Equals(Type, "text/plain", StringComparison.OrdinalIgnoreCase);

    public static MediaType Parse(string? contentType)
    {
        if (contentType is null)
            return default;
        // Nearly all responses have this value.
        if (contentType == AcceptedTypes.Json)
            return new MediaType(AcceptedTypes.Json, null);
        var end = contentType.IndexOf(';');
        var type = (end < 0 ? contentType : contentType.Substring(0, end)).Trim();
        return new MediaType(type.Length == 0 ? null : type, end < 0 ? null : FindCharset(contentType, end));
    }

    private static string? FindCharset(string contentType, int start)
    {
        while (start >= 0)
        {
            var end = contentType.IndexOf(';', start + 1);
            var parameter = end < 0 ? contentType.Substring(start + 1) : contentType.Substring(start + 1, end - start - 1);
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter.Substring(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                var charset = parameter.Substring(equals + 1).Trim().Trim('"', '\'').Trim();
                return charset.Length == 0 ? null : charset;
            }

            start = end;
        }

        return null;
    }
}
