using System.Diagnostics;
using System.Reflection;

namespace ApiSpec.Package.Tests;

/// <summary>A compiler server of one's own: one process that compiles project after project, until it is told to end.</summary>
internal sealed class CompilerServer
{
    // A socket of this name stands in the folder for temporary files, whose path may be long already.
    private readonly string _name = "apispec-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Where it writes down what it does; null: nowhere.</summary>
    public string? Log { get; init; }

    /// <summary>The environment variables that make a build use it, whatever the machine prefers: to the build they are properties.</summary>
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
