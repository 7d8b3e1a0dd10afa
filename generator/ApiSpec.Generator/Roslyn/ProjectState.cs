using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Whether the project can compile generated code.</summary>
/// <param name="HasSpecs">Whether the project has spec files.</param>
/// <param name="OldLanguageVersion">The C# version for messages if it is too old; null otherwise.</param>
/// <param name="HasRuntime">Whether the library that generated code calls is referenced.</param>
/// <param name="HasTestingKit">Whether the library that generated fakes call is referenced, or no fake is generated.</param>
internal sealed record ProjectState(bool HasSpecs, string? OldLanguageVersion, bool HasRuntime, bool HasTestingKit)
{
    public void Report(SourceProductionContext output, HelpPages pages)
    {
        if (!HasSpecs)
            return;
        if (OldLanguageVersion is not null)
            output.ReportDiagnostic(DiagnosticAdapter.Create(SpecRules.LanguageVersionTooLow, pages, OldLanguageVersion));
        if (!HasRuntime)
            output.ReportDiagnostic(DiagnosticAdapter.Create(SpecRules.RuntimeMissing, pages));
        if (!HasTestingKit)
            output.ReportDiagnostic(DiagnosticAdapter.Create(SpecRules.TestingKitMissing, pages));
    }
}
