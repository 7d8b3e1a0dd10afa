namespace ApiSpec.Generator.Binding;

/// <summary>A section or a schema, or the part of an API file that concerns all sections. Everything that is generated for it is in one file.</summary>
/// <param name="Path">The spec file.</param>
/// <param name="Schema">The name of the schema; null: it is no schema.</param>
/// <param name="HintName">The name of the generated file, as long as no other file has it.</param>
internal sealed record SourceOwner(string Path, string? Schema, string HintName);
