using System.Reflection;

namespace ApiSpec.Build.Tests;

/// <summary>Where the sources of this checkout are.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    public static string FoundingSpec => PathOf("specs/jp1ao/tasks/2.7.14-get-rerun-start.apispec.yaml");

    private static string Metadata(string key)
        => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
