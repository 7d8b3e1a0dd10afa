using System.Reflection;

namespace ApiSpec.Tests.Support;

/// <summary>The files of this checkout.</summary>
public static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The configuration in which the tests are built.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The section that the documentation and most tests use.</summary>
    public static string FoundingSpec { get; } = PathOf("specs/jp1ao/tasks/2.7.14-get-rerun-start.apispec.yaml");

    /// <summary>The folder of the transcribed reference.</summary>
    public static string JP1Specs { get; } = PathOf("specs/jp1ao");

    /// <summary>The specs of the second JP1 reference.</summary>
    public static string JobManagementSpecs { get; } = PathOf("specs/jp1ajs3");

    /// <summary>The specs of references of other vendors.</summary>
    public static string GallerySpecs { get; } = PathOf("specs/gallery");

    /// <summary>Returns the path of a file or folder.</summary>
    /// <param name="parts">Its path from the root, in one or several parts, each with <c>/</c> between names.</param>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts.Select(static part => part.Replace('/', Path.DirectorySeparatorChar))]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Returns the path of a sample that is built in the configuration of the tests.</summary>
    public static string AssemblyOfSample(string name) => PathOf("samples", name, "bin", Configuration, "net10.0", name + ".dll");

    /// <summary>The assembly of the command <c>apispec</c>.</summary>
    public static string AssemblyOfTool => PathOf("generator", "ApiSpec.Tool", "bin", Configuration, "net8.0", "ApiSpec.Tool.dll");

    private static string Metadata(string key)
        => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
