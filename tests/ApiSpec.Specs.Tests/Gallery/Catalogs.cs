using ApiSpec.Testing;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>The specs of each vendor, read once.</summary>
internal static class Catalogs
{
    private static readonly Dictionary<string, ExampleCatalog> s_catalogs = Directory.EnumerateDirectories(Repository.GallerySpecs)
        .ToDictionary(static folder => Path.GetFileName(folder), static folder => ExampleCatalog.Load(folder), StringComparer.Ordinal);

    /// <summary>All operations: the vendor, a space, and the operation.</summary>
    public static IReadOnlyList<string> Operations { get; } =
        [.. s_catalogs.SelectMany(static pair => pair.Value.Operations.Select(operation => pair.Key + " " + operation.Id)).Order(StringComparer.Ordinal)];

    public static ExampleCatalog Of(string operation) => s_catalogs[operation.Split(' ')[0]];

    /// <summary>Returns the examples on the page of an operation.</summary>
    public static IReadOnlyList<DocumentedExample> ExamplesOf(string operation)
        => [.. Of(operation).Examples.Where(example => example.OperationId == operation.Split(' ')[1])];
}
