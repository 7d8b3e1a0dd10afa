using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>The words of the reference for something generated. Plain text: escaping happens when it is written.</summary>
internal sealed record Documentation(string? Summary)
{
    /// <summary>Paragraphs of remarks.</summary>
    public EquatableArray<string> Remarks { get; init; } = [];
}
