using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Whether the project can compile generated code.</summary>
/// <param name="HasSpecs">Whether the project has spec files.</param>
/// <param name="OldLanguageVersion">The C# version for messages if it is too old; null otherwise.</param>
/// <param name="HasFakes">Whether fakes are generated.</param>
internal sealed record ProjectState(bool HasSpecs, string? OldLanguageVersion, bool HasFakes)
{
    /// <summary>Whether the library that generated code calls is referenced.</summary>
    public bool HasRuntime { get; init; }

    /// <summary>Whether the library that generated fakes call is referenced.</summary>
    public bool HasTestingKit { get; init; }

    public void Report(SourceProductionContext output, HelpPages pages)
    {
        if (!HasSpecs)
            return;
        if (OldLanguageVersion is not null)
            output.ReportDiagnostic(DiagnosticAdapter.Create(SpecRules.LanguageVersionTooLow, pages, OldLanguageVersion));
        if (!HasRuntime)
            output.ReportDiagnostic(DiagnosticAdapter.Create(SpecRules.RuntimeMissing, pages));
        if (HasFakes && !HasTestingKit)
            output.ReportDiagnostic(DiagnosticAdapter.Create(SpecRules.TestingKitMissing, pages));
    }
}
