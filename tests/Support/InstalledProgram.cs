namespace ApiSpec.Tests.Support;

/// <summary>Finds programs of others that a machine may have. <c>.ci/run</c> installs those from npm.</summary>
public static class InstalledProgram
{
    /// <summary>The path of a program in one of the folders of <c>PATH</c>; null: it is not installed.</summary>
    public static string? Find(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".cmd" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
