using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Tool.Check;
using ApiSpec.Tool.Reports;

namespace ApiSpec.Tool.Specs;

/// <summary>The references that spec files describe, and the positions of their elements. Specs with errors do not become a project.</summary>
internal sealed class SpecProject
{
    private readonly Dictionary<string, SpecLocations> _locations;
    private readonly List<SpecSource> _sources;

    private SpecProject(IReadOnlyList<ParsedSpecFile> files)
    {
        Files = [.. files.Select(static file => file.Path)];
        _sources = [.. files.SelectMany(static file => file.Sources)];
        _locations = files.ToDictionary(static file => file.Path, static file => file.Spec.Locations, StringComparer.Ordinal);
        Apis = ApiReference.Of(_sources, new DiagnosticList());
    }

    /// <summary>The paths of the files as shown.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The references. References with an API file come first.</summary>
    public IReadOnlyList<ApiReference> Apis { get; }

    /// <summary>Reads and checks the files that a command line names, and writes their errors.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="console">Receives the errors.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null: there are errors.</returns>
    /// <exception cref="IOException">A path does not exist, a folder contains no spec, or a file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder cannot be accessed.</exception>
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

    /// <summary>Returns the reference with an id, or the only one if no id is given.</summary>
    /// <param name="id">The id of the API, or the class name of a client without one; null: not given.</param>
    /// <param name="console">Receives the reason if there is no such reference, or if no id is given and there are several references.</param>
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

    /// <summary>Returns the name of a reference. Sections without an API file have the name of their client.</summary>
    public static string NameOf(ApiReference api) => api.Group.Id ?? api.Group.ClientName;

    /// <summary>Returns the model that a build generates for each callable operation, by the key of its source.</summary>
    /// <exception cref="OperationCanceledException">The command was cancelled.</exception>
    public IReadOnlyDictionary<string, GeneratedOperation> Operations(CancellationToken cancellationToken)
        => ProjectBinder.Bind(_sources, SpecCheck.Settings, cancellationToken).Files
            .SelectMany(static file => file.Sources.Select(source => (file.Key, source.Elements)))
            .SelectMany(static source => source.Elements.OfType<GeneratedOperation>().Select(operation => (source.Key, Operation: operation)))
            .ToDictionary(static made => made.Key, static made => made.Operation, StringComparer.Ordinal);

    /// <summary>Returns the line of an element, or of its parent if it has no line; the first is 1.</summary>
    public int LineOf(string path, string pointer) => DiagnosticLocator.Find(pointer, _locations[path]).StartLine + 1;
}
