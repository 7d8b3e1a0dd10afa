using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Whether the project can compile what is generated.</summary>
/// <param name="HasSpecs">The project has spec files at all.</param>
/// <param name="OldLanguageVersion">The C# version in words, when it is too old.</param>
/// <param name="HasRuntime">The library that generated code calls is referenced.</param>
/// <param name="HasTestingKit">The library that generated fakes call is referenced, or no fake is generated.</param>
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
