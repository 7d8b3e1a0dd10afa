using System.Diagnostics;

namespace ApiSpec.Build.Tests;

/// <summary>A folder outside the repository, whose build settings it therefore does not inherit, with projects that are built for real.</summary>
internal sealed class ScratchFolder : IDisposable
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

    /// <summary>Runs <c>dotnet</c> in a folder below.</summary>
    public async Task<CommandResult> DotnetInAsync(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
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
        using var process = Process.Start(start)!;
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
            throw new TimeoutException("dotnet " + string.Join(' ', arguments) + " did not end.");
        }

        return new CommandResult(process.ExitCode, await output + await error);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output);
