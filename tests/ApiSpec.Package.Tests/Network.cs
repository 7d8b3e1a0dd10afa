using System.Diagnostics;

namespace ApiSpec.Package.Tests;

/// <summary>Runs a command without a network if the machine can: on Linux, if it lets users create namespaces.</summary>
internal static class Network
{
    private static readonly string[] Prefix = ["unshare", "--map-root-user", "--net"];

    /// <summary>Whether this machine can run a command without a network.</summary>
    public static bool CanBeCutOff { get; } = Try();

    /// <summary>Returns a command that runs the given one without a network, or the given one if the machine cannot do that.</summary>
    public static string[] CommandWithout(string[] command) => CanBeCutOff ? [.. Prefix, .. command] : command;

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux())
            return false;

        try
        {
            using var process = Process.Start(new ProcessStartInfo(Prefix[0], [.. Prefix[1..], "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
