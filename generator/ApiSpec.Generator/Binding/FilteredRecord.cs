using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Binding;

/// <summary>A record whose members a parameter of a section names.</summary>
/// <param name="Record">The record.</param>
/// <param name="Path">The file of the section, for diagnostics.</param>
internal sealed record FilteredRecord(CodeType Record, string Path);
