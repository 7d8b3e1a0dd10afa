namespace ApiSpec.Generator.Binding;

/// <summary>A section, a schema, or the part of an API file that concerns all sections. All code that is generated for it is in one file.</summary>
/// <param name="Path">The spec file, for diagnostics.</param>
/// <param name="Key">The source in the file.</param>
/// <param name="Schema">The name of the schema; null: it is not a schema.</param>
/// <param name="HintName">The name of the generated file, before it is made unique.</param>
internal sealed record SourceOwner(string Path, string Key, string? Schema, string HintName);
