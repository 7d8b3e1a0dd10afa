using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>The text of the reference that documents a generated element. It is plain text; it is escaped when it is written.</summary>
internal sealed record Documentation(string? Summary)
{
    /// <summary>Paragraphs of remarks.</summary>
    public EquatableArray<string> Remarks { get; init; } = [];

    /// <summary>The remarks that a JSON Schema leaves out: limits and values, for which it has keywords, and names of C#.</summary>
    public EquatableArray<string> Limits { get; init; } = [];
}
