using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>The text of the reference that documents a generated element. It is plain text; it is escaped when it is written.</summary>
internal sealed record Documentation(string? Summary)
{
    /// <summary>Paragraphs of remarks.</summary>
    public EquatableArray<string> Remarks { get; init; } = [];

    /// <summary>The remarks that only state limits and values, which a JSON Schema has keywords for.</summary>
    public EquatableArray<string> Limits { get; init; } = [];
}
