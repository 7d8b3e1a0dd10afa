using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Tool.Check;
using ApiSpec.Tool.Reports;

namespace ApiSpec.Tool.Specs;

/// <summary>The references that spec files describe, and where each of their elements is. A project with an error is none.</summary>
internal sealed class SpecProject
{
    private readonly Dictionary<string, SpecLocations> _locations;
    private readonly List<SpecSource> _sources;

    private SpecProject(IReadOnlyList<ParsedSpecFile> files)
    {
        Files = [.. files.Select(static file => file.Path)];
        _sources = [.. files.Select(static file => file.Source).OfType<SpecSource>()];
        _locations = files.ToDictionary(static file => file.Path, static file => file.Spec.Locations, StringComparer.Ordinal);
        Apis = ApiReference.Of(_sources, new DiagnosticList());
    }

    /// <summary>The files, as they are shown.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The references, those with an API file first.</summary>
    public IReadOnlyList<ApiReference> Apis { get; }

    /// <summary>Reads and checks the files that a command line names, and writes their errors.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="console">Takes the errors.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null: there are errors.</returns>
    /// <exception cref="IOException">A path does not exist, a folder holds no spec, or a file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static SpecProject? Read(IEnumerable<string> paths, ToolConsole console, CancellationToken cancellationToken)
    {
        var files = SpecFolder.Read(paths, console, cancellationToken);
        var result = SpecCheck.Run(files, SeverityOverrides.Nothing, cancellationToken);
        var errors = result.Findings.Where(static finding => finding.Severity == SpecSeverity.Error).ToList();
        if (errors.Count == 0)
            return new SpecProject(files);
        foreach (var error in errors)
            console.Error.WriteLine(TextReport.Line(error, usesColor: false));
        return null;
    }

    /// <summary>The reference with an id; the only one where none is given.</summary>
    /// <param name="id">The id of the API, or the class name of a client without one; null: not given.</param>
    /// <param name="console">Takes the reason where there is no such reference, or none is given and there are several.</param>
    public ApiReference? Choose(string? id, ToolConsole console)
    {
        IReadOnlyList<ApiReference> candidates = id is null ? Apis : [.. Apis.Where(api => string.Equals(NameOf(api), id, StringComparison.Ordinal))];
        if (candidates is [var only])
            return only;
        var names = string.Join(", ", Apis.Select(NameOf).Distinct(StringComparer.Ordinal));
        console.Error.WriteLine(candidates.Count == 0 && id is not null
            ? $"No spec belongs to the API '{id}'; the specs have {names}."
            : $"The specs describe several APIs; choose one of them with --api: {names}.");
        return null;
    }

    /// <summary>The name of a reference. Sections without an API file have the name of their client.</summary>
    public static string NameOf(ApiReference api) => api.Group.Id ?? api.Group.ClientName;

    /// <summary>What a build generates for each operation that can be called, by the path of its file.</summary>
    /// <exception cref="OperationCanceledException">The command was cancelled.</exception>
    public IReadOnlyDictionary<string, GeneratedOperation> Operations(CancellationToken cancellationToken)
        => ProjectBinder.Bind(_sources, SpecCheck.Settings, cancellationToken).Files
            .SelectMany(static file => file.Sources.Select(source => (file.Path, source.Elements)))
            .SelectMany(static source => source.Elements.OfType<GeneratedOperation>().Select(operation => (source.Path, Operation: operation)))
            .ToDictionary(static made => made.Path, static made => made.Operation, StringComparer.Ordinal);

    /// <summary>The line of an element; the first is 1. Where it has no line of its own, that of what holds it.</summary>
    public int LineOf(string path, string pointer) => DiagnosticLocator.Find(pointer, _locations[path]).StartLine + 1;
}
