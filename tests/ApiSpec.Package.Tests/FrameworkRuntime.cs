namespace ApiSpec.Package.Tests;

/// <summary>The runtime for .NET Framework on this machine: Windows itself, Mono, or none.</summary>
internal static class FrameworkRuntime
{
    /// <summary>The reason why such programs are not run; null: they are.</summary>
    public static string? Missing { get; } = OperatingSystem.IsWindows() || HasMono
        ? null
        : "There is no Mono on this machine; install one, such as 'apt-get install mono-devel', to run programs for .NET Framework.";

    private static bool HasMono
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(static folder => File.Exists(Path.Combine(folder, "mono")));

    public static string[] CommandOf(string program, string argument) => OperatingSystem.IsWindows() ? [program, argument] : ["mono", program, argument];
}
