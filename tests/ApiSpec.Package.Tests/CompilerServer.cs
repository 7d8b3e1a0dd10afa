using System.Diagnostics;
using System.Reflection;

namespace ApiSpec.Package.Tests;

/// <summary>A separate compiler server: one process that compiles all projects until it is stopped.</summary>
internal sealed class CompilerServer
{
    // The server creates a socket with this name in the folder for temporary files, whose path can already be long.
    private readonly string _name = "apispec-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>The path of its log; null: no log.</summary>
    public string? Log { get; init; }

    /// <summary>The environment variables that make a build use it, regardless of the machine's settings. The build reads them as properties.</summary>
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string> { ["UseSharedCompilation"] = "true", ["SharedCompilationId"] = _name };
            if (Log is not null)
                variables.Add("RoslynCommandLineLogFile", Log);
            return variables;
        }
    }

    public async Task EndAsync()
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", Path.Combine(SdkFolder, "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", "-pipename:" + _name]))!;
        await process.WaitForExitAsync();
    }

    /// <summary>The folder of the SDK that built the tests.</summary>
    internal static string SdkFolder { get; } =
        typeof(CompilerServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "SdkFolder").Value!;
}
