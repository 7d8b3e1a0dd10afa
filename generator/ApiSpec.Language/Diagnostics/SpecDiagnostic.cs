using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Diagnostics;

/// <summary>A diagnostic at its place in a spec file: data that compares by value, so that it can travel through the pipeline.</summary>
internal sealed record SpecDiagnostic(SpecRule Rule, SpecSpan Span, EquatableArray<string> Arguments);
