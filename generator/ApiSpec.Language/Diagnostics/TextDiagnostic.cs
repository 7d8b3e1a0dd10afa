namespace ApiSpec.Language.Diagnostics;

/// <summary>A diagnostic at a place inside one text; whoever knows where the text stands reports it.</summary>
internal sealed record TextDiagnostic(SpecRule Rule, int Offset, int Length, params string[] Arguments);
