using System.Diagnostics;
using ApiSpec.Tests.Support;

namespace ApiSpec.Tool.Tests.Support;

/// <summary>An external program that reads OpenAPI, if it is installed: <c>.ci/run</c> installs such programs from npm.</summary>
internal static class Judge
{
    /// <summary>Returns the path of a program. Skips the test if it is not installed.</summary>
    public static string Find(string name)
    {
        var path = InstalledProgram.Find(name);
        Assert.SkipWhen(path is null, $"There is no '{name}' on this machine; install it from npm to judge the export.");
        return path!;
    }

    /// <summary>Starts a program in a folder, with its telemetry off.</summary>
    public static Process Start(string path, string folder, params string[] args)
    {
        var start = new ProcessStartInfo(path, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["REDOCLY_TELEMETRY"], start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"], start.Environment["CI"]) = ("off", "true", "true");
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and its output.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string path, string folder, params string[] args)
    {
        using var process = Start(path, folder, args);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
