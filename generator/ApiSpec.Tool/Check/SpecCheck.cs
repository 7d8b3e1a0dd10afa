using ApiSpec.Generator.Binding;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Testing;
using ApiSpec.Testing.Recording;
using ApiSpec.Tool.Specs;

namespace ApiSpec.Tool.Check;

/// <summary>Reports the diagnostics that a build of a project with these specs would report, without a project or a compiler.</summary>
internal static class SpecCheck
{
    /// <summary>
    /// The settings of a project with default properties. Two messages contain the namespace of generated code, which normally starts with the namespace of the
    /// project. Here it is only that of the API.
    /// </summary>
    public static BindingOptions Settings { get; } = new(RootNamespace: null, Namespace: null, "public");

    /// <summary>Checks files, and the spec files of folders at any depth, as one project.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="recordings">Recorded traffic. It is compared with specs that can be read.</param>
    /// <param name="severities">The severities from the command line.</param>
    /// <param name="console">The console, which resolves and shows paths.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="IOException">A path does not exist, a folder contains no spec, or a file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder cannot be accessed.</exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static CheckResult Run(
        IEnumerable<string> paths, IReadOnlyList<string> recordings, SeverityOverrides severities, ToolConsole console, CancellationToken cancellationToken)
    {
        var result = Run(SpecFolder.Read(paths, console, cancellationToken), severities, cancellationToken);
        if (recordings.Count == 0)
            return result;
        try
        {
            var catalog = ExampleCatalog.Load(paths.Select(path => Path.GetFullPath(path, console.Folder)));
            var ofRecordings = recordings.SelectMany(path => Find(catalog, Path.GetFullPath(path, console.Folder), severities, console));
            return new CheckResult(result.Files + recordings.Count, [.. result.Findings, .. ofRecordings]);
        }
        catch (InvalidSpecException) when (result.Count(SpecSeverity.Error) > 0)
        {
            // The report has the errors.
            return result;
        }
        catch (InvalidSpecException exception)
        {
            throw new IOException(
                $"The recordings cannot be compared, because the specs have errors that '--severity' changes; fix them first:\n{exception.Message}", exception);
        }
        catch (FormatException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private static IEnumerable<Finding> Find(ExampleCatalog catalog, string path, SeverityOverrides severities, ToolConsole console)
    {
        InputFile.ThrowIfFolder(path, console.Display(path), "a recording");
        foreach (var diagnostic in RecordingCheck.Find(catalog, path))
        {
            if (severities.Of(diagnostic.Rule) is { } severity)
                yield return new Finding(console.Display(path), diagnostic, severity);
        }
    }

    /// <summary>Checks files that have been read.</summary>
    public static CheckResult Run(IReadOnlyList<ParsedSpecFile> files, SeverityOverrides severities, CancellationToken cancellationToken)
    {
        var betweenFiles = LocatedDiagnostics.BetweenFiles(files, Settings, cancellationToken)
            .ToDictionary(static located => located.Path, StringComparer.Ordinal);
        var findings = new List<Finding>();
        foreach (var file in files)
        {
            IEnumerable<SpecDiagnostic> diagnostics = file.Spec.Diagnostics;
            if (betweenFiles.TryGetValue(file.Path, out var others))
                diagnostics = diagnostics.Concat(others.Diagnostics).OrderBy(static diagnostic => (diagnostic.Span.StartLine, diagnostic.Span.StartColumn));
            foreach (var diagnostic in diagnostics)
            {
                if (severities.Of(diagnostic.Rule) is { } severity)
                    findings.Add(new Finding(file.Path, diagnostic, severity));
            }
        }

        return new CheckResult(files.Count, findings);
    }
}
