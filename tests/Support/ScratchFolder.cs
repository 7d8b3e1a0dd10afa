using System.Diagnostics;

namespace ApiSpec.Tests.Support;

/// <summary>A folder outside the repository, so that it does not inherit build settings, with projects that are really built.</summary>
public sealed class ScratchFolder : IDisposable
{
    // A cold restore and compile on a small machine that runs other tests at the same time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public string Root { get; } = Directory.CreateTempSubdirectory("apispec-build-").FullName;

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Copy(string source, string path)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.Copy(source, full);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Runs <c>dotnet</c> in the folder.</summary>
    public Task<CommandResult> DotnetAsync(params string[] arguments) => DotnetInAsync("", arguments);

    /// <summary>Runs <c>dotnet</c> in a subfolder.</summary>
    public Task<CommandResult> DotnetInAsync(string path, params string[] arguments) => RunAsync(path, ["dotnet", .. arguments]);

    /// <summary>Runs a command in a subfolder.</summary>
    public async Task<CommandResult> RunAsync(string path, string[] command, IReadOnlyDictionary<string, string>? variables = null)
    {
        using var process = Process.Start(StartOf(path, command, variables))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(string.Join(' ', command) + " did not end.");
        }

        return new CommandResult(process.ExitCode, await output + await error);
    }

    /// <summary>Returns how to start a command in a subfolder: like from a terminal, without the settings of the build that runs the tests.</summary>
    public ProcessStartInfo StartOf(string path, string[] command, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.Combine(Root, path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test runner's own build must not leak into this one.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            if (!string.Equals(name, "MSBUILDDISABLENODEREUSE", StringComparison.OrdinalIgnoreCase))
                start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // A build is over before it pays off to compile methods again, by their profile or after only 30 calls. The number is hexadecimal.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "400";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return start;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>The result of a command.</summary>
public sealed record CommandResult(int ExitCode, string Output);
