using System.Runtime.CompilerServices;

namespace ApiSpec.Specs.Tests.Support;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string JP1Specs => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "specs", "jp1ao"));

    private static string Here([CallerFilePath] string path = "") => path;
}
