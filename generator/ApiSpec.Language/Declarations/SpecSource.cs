namespace ApiSpec.Language.Declarations;

/// <summary>A spec file and where it is. The path is for diagnostics only; generated code does not depend on it.</summary>
internal sealed record SpecSource(string Path, SpecFile File);
