using ApiSpec.Testing.Documented;
using ApiSpec.Testing.Loading;

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
    /// <returns>What the files describe.</returns>
    /// <exception cref="InvalidSpecException">The files have errors. Those that only show when the files are compiled together are left to the build.</exception>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or a folder holds no spec.</exception>
    /// <exception cref="IOException">A folder leads to a folder that it is in, or what has the name of a spec is a folder, a device or a pipe.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder may not be read.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null.</exception>
    public static ExampleCatalog Load(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new ExampleCatalog([.. paths.SelectMany(SpecFiles.Find).Select(SpecFiles.Read)]);
    }

    /// <summary>Reads specs that are held in memory.</summary>
    /// <param name="documents">The texts.</param>
    /// <returns>What the texts describe.</returns>
    /// <exception cref="InvalidSpecException">The specs have errors. Those that only show when they are compiled together are left to the build.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is null.</exception>
    public static ExampleCatalog Parse(params IEnumerable<SpecDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new ExampleCatalog(documents);
    }

    /// <summary>What the specs say about one API.</summary>
    internal ExampleCatalog ForApi(string? id) => new([.. Apis.Where(api => api.Id == id)]);
}
