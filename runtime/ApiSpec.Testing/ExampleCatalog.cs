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
    /// <exception cref="InvalidSpecException">Files have mistakes. Those that only show when the files are compiled together are left to the build.</exception>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or a folder holds no spec.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null.</exception>
    public static ExampleCatalog Load(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new ExampleCatalog([.. paths.SelectMany(FilesOf).Select(static file => new SpecDocument(file, File.ReadAllText(file)))]);
    }

    /// <summary>Reads specs that are held in memory.</summary>
    /// <param name="documents">The texts.</param>
    /// <returns>What the texts describe.</returns>
    /// <exception cref="InvalidSpecException">Texts have mistakes. Those that only show when they are compiled together are left to the build.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is null.</exception>
    public static ExampleCatalog Parse(params IEnumerable<SpecDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new ExampleCatalog(documents);
    }

    /// <summary>What the specs say about one API.</summary>
    internal ExampleCatalog ForApi(string? id) => new([.. Apis.Where(api => api.Id == id)]);

    private static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? [path] : throw new FileNotFoundException($"There is no spec file or folder '{path}'.", path);
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(static file => file.EndsWith(".apispec.yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".apispec.yml", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new FileNotFoundException($"The folder '{path}' holds no '*.apispec.yaml' file.", path);
    }
}
