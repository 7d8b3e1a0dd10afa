using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>A generated file with everything for one section or schema. There is only one file for each, because the cost of an edit of C# grows with the
/// square of the number of files.</summary>
/// <param name="HintName">The name of the file.</param>
/// <param name="Elements">The operation and the types, at least one.</param>
internal sealed record GeneratedSource(string HintName, EquatableArray<GeneratedElement> Elements);
