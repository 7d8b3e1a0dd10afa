using System.Collections.Immutable;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>The mistakes of one file, each at its place.</summary>
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
            .Select(group => new LocatedDiagnostics(group.Key, Locate(group, locations.TryGetValue(group.Key, out var known) ? known : new SpecLocations([]))));
    }

    private static EquatableArray<SpecDiagnostic> Locate(IEnumerable<ElementDiagnostic> diagnostics, SpecLocations locations)
    {
        var spans = new Dictionary<string, SpecSpan>(locations.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in locations.Entries)
            spans[entry.Pointer] = entry.Span;
        var located = diagnostics.Select(diagnostic => DiagnosticLocator.Locate(diagnostic, spans)).ToList();
        return located.Count <= DiagnosticBag.Limit ? located.ToEquatableArray() : DiagnosticBag.Limited(located);
    }

    public void Report(Action<Diagnostic> report, HelpPages pages)
    {
        foreach (var diagnostic in Diagnostics)
            report(DiagnosticAdapter.Create(diagnostic, Path, pages));
    }
}
