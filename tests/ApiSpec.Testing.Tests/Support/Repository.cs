using System.Runtime.CompilerServices;

namespace ApiSpec.Testing.Tests.Support;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string JP1Specs => Path.Combine(Root(), "specs", "jp1ao");

    /// <summary>The specs of an invented reference.</summary>
    public static string InventedSpecs(string name) => Path.Combine(Root(), "tests", "ApiSpec.References.Tests", "Specs", name);

    /// <summary>Specs that this project is compiled with.</summary>
    public static string OwnSpecs(string name) => Path.Combine(Root(), "tests", "ApiSpec.Testing.Tests", "Specs", name);

    /// <summary>The built sample, in the configuration of this test.</summary>
    public static string SampleAssembly => AssemblyOf("RetryFailedTask");

    /// <summary>The built stub server, in the configuration of this test.</summary>
    public static string StubServerAssembly => AssemblyOf("StubServer");

    private static string AssemblyOf(string sample)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root(), "samples", sample, "bin", output.Parent!.Name, output.Name, sample + ".dll");
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
