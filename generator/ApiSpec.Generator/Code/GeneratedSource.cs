using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>A generated file: everything that a section or a schema gives. What an edit of C# costs grows with the square of their number.</summary>
/// <param name="HintName">The name of the file.</param>
/// <param name="Elements">The operation and the types, at least one.</param>
internal sealed record GeneratedSource(string HintName, EquatableArray<GeneratedElement> Elements);
