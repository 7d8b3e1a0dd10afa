namespace ApiSpec.Language.Declarations;

/// <summary>A usage example, pasted from the page under its printed headings. Each part is optional.</summary>
internal sealed record ExampleDeclaration
{
    public string? Title { get; init; }

    /// <summary>Request line and headers.</summary>
    public string? RequestHeader { get; init; }

    public string? RequestBody { get; init; }

    /// <summary>Status line and headers.</summary>
    public string? ResponseHeader { get; init; }

    public string? ResponseBody { get; init; }

    public required string Pointer { get; init; }
}
