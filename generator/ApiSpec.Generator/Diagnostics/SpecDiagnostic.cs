using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Diagnostics;

/// <summary>A mistake at its place in a spec file: data that compares by value, so that it can travel through the pipeline.</summary>
internal sealed record SpecDiagnostic(SpecRule Rule, SpecSpan Span, EquatableArray<string> Arguments);
