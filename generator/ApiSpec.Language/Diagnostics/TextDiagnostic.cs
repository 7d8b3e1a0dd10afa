namespace ApiSpec.Language.Diagnostics;

/// <summary>A diagnostic at a position inside one string. The caller knows the position of the string and reports it.</summary>
internal sealed record TextDiagnostic(SpecRule Rule, int Offset, int Length, params string[] Arguments);
