using System.Reflection;
using System.Runtime.CompilerServices;

namespace ApiSpec.Testing.Loading;

/// <summary>Reads the specs that the build put into an assembly, once.</summary>
internal static class EmbeddedSpecs
{
    /// <summary>The prefix of the resource names, which the build file of the package sets.</summary>
    public const string Prefix = "ApiSpec/";

    private static readonly ConditionalWeakTable<Assembly, ExampleCatalog> s_catalogs = [];

    /// <exception cref="InvalidOperationException">There are no embedded specs.</exception>
    public static ExampleCatalog Of(Assembly assembly) => s_catalogs.GetValue(assembly, Read);

    private static ExampleCatalog Read(Assembly assembly)
    {
        var names = assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
        {
            throw new InvalidOperationException(
                $"The assembly '{assembly.GetName().Name}' has no specs in it. They are embedded when a project that sets ApiSpecGenerateFake is built with "
                + $"the targets of ApiSpec.");
        }

        return ExampleCatalog.Parse(names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return new SpecDocument(name[Prefix.Length..], reader.ReadToEnd());
        }));
    }
}
