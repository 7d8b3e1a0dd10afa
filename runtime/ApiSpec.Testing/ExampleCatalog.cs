using ApiSpec.Testing.Documented;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Recording;

namespace ApiSpec.Testing;

/// <summary>The operations and usage examples that a set of spec files describes. Immutable; several stubs may share one.</summary>
public sealed class ExampleCatalog
{
    private ExampleCatalog(IEnumerable<SpecDocument> documents)
        : this(SpecLoader.Load(documents))
    {
    }

    private ExampleCatalog(IReadOnlyList<StubApi> apis)
    {
        Apis = apis;
        Examples = [.. Apis.SelectMany(static api => api.Operations).SelectMany(static operation => operation.Examples)];
    }

    /// <summary>Every usage example, in the order of the files.</summary>
    public IReadOnlyList<DocumentedExample> Examples { get; }

    /// <summary>Every operation, in the order of the files.</summary>
    public IReadOnlyList<DocumentedOperation> Operations => [.. Apis.SelectMany(static api => api.Operations).Select(OperationDescriber.Describe)];

    internal IReadOnlyList<StubApi> Apis { get; }

    /// <summary>Reads spec files from disk, with the reader that the generator uses.</summary>
    /// <param name="paths">Files, and folders whose <c>*.apispec.yaml</c> and <c>*.apispec.yml</c> files are read at any depth.</param>
    /// <returns>The catalog of the files.</returns>
    /// <exception cref="InvalidSpecException">The files have errors. Only the build reports errors between files.</exception>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or a folder holds no spec.</exception>
    /// <exception cref="IOException">A folder points to a folder that contains it, or a folder, a device or a pipe has the name of a spec.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder cannot be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null.</exception>
    public static ExampleCatalog Load(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new ExampleCatalog([.. paths.SelectMany(SpecFiles.Find).Select(SpecFiles.Read)]);
    }

    /// <summary>Reads specs that are held in memory.</summary>
    /// <param name="documents">The content of the specs.</param>
    /// <returns>The catalog of the specs.</returns>
    /// <exception cref="InvalidSpecException">The specs have errors. Only the build reports errors between files.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is null.</exception>
    public static ExampleCatalog Parse(params IEnumerable<SpecDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new ExampleCatalog(documents);
    }

    /// <summary>Returns the same specs with recorded exchanges as further examples. They are found before the printed examples.</summary>
    /// <param name="paths">
    /// HTTP Archives (HAR 1.2), such as a <see cref="RecordingHandler"/> writes. Requests for which the specs have no operation are ignored.
    /// </param>
    /// <returns>A catalog; this one does not change.</returns>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="FormatException">A file is not an HTTP Archive.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null.</exception>
    public ExampleCatalog WithRecordings(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var recorded = paths
            .SelectMany(path => RecordedExamples.Of(Apis, HarFile.Read(path).OrderBy(static exchange => exchange.Started)))
            .ToLookup(static recorded => recorded.Operation, static recorded => recorded.Example);
        return new([.. Apis.Select(api => api.WithRecorded(recorded))]);
    }

    /// <summary>The documentation of one API.</summary>
    internal ExampleCatalog ForApi(string? id) => new([.. Apis.Where(api => api.Id == id)]);
}
