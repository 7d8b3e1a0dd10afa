using System.Collections.Immutable;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>The diagnostics of one file, each at its place.</summary>
internal sealed record LocatedDiagnostics(string Path, EquatableArray<SpecDiagnostic> Diagnostics)
{
    public static IEnumerable<LocatedDiagnostics> Locate(EquatableArray<ElementDiagnostic> diagnostics, ImmutableArray<ParsedSpecFile> files)
    {
        if (diagnostics.Count == 0)
            return [];
        var locations = new Dictionary<string, SpecLocations>(StringComparer.Ordinal);
        foreach (var file in files)
            locations[file.Path] = file.Spec.Locations;
        return diagnostics
            .GroupBy(static diagnostic => diagnostic.Path, StringComparer.Ordinal)
            .Select(group => new LocatedDiagnostics(group.Key, DiagnosticLocator.Locate(group, locations.TryGetValue(group.Key, out var known) ? known : new SpecLocations([]))));
    }

    public void Report(Action<Diagnostic> report, HelpPages pages)
    {
        foreach (var diagnostic in Diagnostics)
            report(DiagnosticAdapter.Create(diagnostic, Path, pages));
    }
}
