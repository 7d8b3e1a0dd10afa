using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>The diagnostics of one file with their positions.</summary>
internal sealed record LocatedDiagnostics(string Path, EquatableArray<SpecDiagnostic> Diagnostics)
{
    /// <summary>Returns the diagnostics that depend on several files of a project.</summary>
    public static IEnumerable<LocatedDiagnostics> BetweenFiles(
        IReadOnlyList<ParsedSpecFile> files, BindingOptions settings, CancellationToken cancellationToken)
    {
        var sources = new List<SpecSource>(files.Count);
        foreach (var file in files)
        {
            foreach (var source in file.Sources)
                sources.Add(source);
        }

        return Locate(ProjectBinder.Bind(sources, settings, cancellationToken).Diagnostics, files);
    }

    public static IEnumerable<LocatedDiagnostics> Locate(EquatableArray<ElementDiagnostic> diagnostics, IReadOnlyList<ParsedSpecFile> files)
    {
        if (diagnostics.Count == 0)
            return [];
        var locations = new Dictionary<string, SpecLocations>(StringComparer.Ordinal);
        foreach (var file in files)
            locations[file.Path] = file.Spec.Locations;
        return diagnostics
            .GroupBy(static diagnostic => diagnostic.Path, StringComparer.Ordinal)
            .Select(group => new LocatedDiagnostics(
                group.Key, DiagnosticLocator.Locate(group, locations.TryGetValue(group.Key, out var known) ? known : new SpecLocations([]))));
    }
}
