using ApiSpec.Generator.Binding;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Tool.Specs;

namespace ApiSpec.Tool.Check;

/// <summary>Reports what a build of a project with these specs would report, without a project and a compiler.</summary>
internal static class SpecCheck
{
    /// <summary>
    /// The settings of a project that sets nothing. Two messages name the namespace of generated code, which starts with the project's: here it is the API's
    /// alone.
    /// </summary>
    public static BindingOptions Settings { get; } = new(RootNamespace: null, Namespace: null, "public");

    /// <summary>Checks files, and the spec files of folders at any depth, as one project.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="severities">What the command line says about rules.</param>
    /// <param name="console">Where paths start, and how they are shown.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="IOException">A path does not exist, a folder holds no spec, or a file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder may not be read.</exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static CheckResult Run(IEnumerable<string> paths, SeverityOverrides severities, ToolConsole console, CancellationToken cancellationToken)
        => Run(SpecFolder.Read(paths, console, cancellationToken), severities, cancellationToken);

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
