namespace ApiSpec.Testing;

/// <summary>The response of a usage example.</summary>
public sealed class ExampleResponse
{
    internal ExampleResponse(int statusCode, string? reason, FieldCollection headers, string? body)
    {
        StatusCode = statusCode;
        Reason = reason;
        Headers = headers;
        Body = body;
    }

    /// <summary>The status code; the first successful one of the status table when the page shows the body alone.</summary>
    public int StatusCode { get; }

    /// <summary>The reason phrase after the status code, or null.</summary>
    public string? Reason { get; }

    /// <summary>The headers.</summary>
    public FieldCollection Headers { get; }

    /// <summary>The body as printed; null: the page shows none.</summary>
    public string? Body { get; }

    /// <summary>Whether the page shows the body alone.</summary>
    internal bool HasNoStatus { get; init; }

    /// <summary>Status code and reason.</summary>
    public override string ToString() => Reason is null ? StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{StatusCode} {Reason}";
}
