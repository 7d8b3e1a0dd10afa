using ApiSpec.Tests.Support;

namespace ApiSpec.Tool.Tests.Export;

/// <summary>The references of this repository.</summary>
internal static class ShippedReferences
{
    /// <summary>Each reference, and its folder.</summary>
    public static IReadOnlyList<(string Name, string Folder)> All { get; } =
    [
        .. Directory.GetDirectories(Repository.PathOf("specs"))
            .SelectMany(static folder => Path.GetFileName(folder) == "gallery" ? Directory.GetDirectories(folder) : [folder])
            // Profiles of manuals are not references.
            .Where(static folder => Directory.EnumerateFiles(folder, "*.apispec.yaml", SearchOption.AllDirectories).Any())
            .Select(static folder => (Path.GetFileName(folder), folder)).Order(),
    ];
}
