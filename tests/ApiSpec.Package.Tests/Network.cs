using System.Diagnostics;

namespace ApiSpec.Package.Tests;

/// <summary>Takes the network away from a command, where the machine can: on Linux, if it lets the user make namespaces.</summary>
internal static class Network
{
    private static readonly string[] Prefix = ["unshare", "--map-root-user", "--net"];

    /// <summary>Tells whether a command really has no network here.</summary>
    public static bool CanBeCutOff { get; } = Try();

    /// <summary>The command that runs the given one without a network; the given one where that cannot be done.</summary>
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
