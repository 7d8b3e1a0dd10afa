using System.Diagnostics;

namespace ApiSpec.Testing.Tests.Support;

/// <summary>The sample, run like a user does.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private SampleProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static SampleProcess Start(IEnumerable<string> arguments, string? password = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", Repository.AssemblyOfSample("RetryFailedTask") },
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        if (password is not null)
            start.Environment["SAMPLE_PASSWORD"] = password;
        return new SampleProcess(start);
    }

    public static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }

    public static async Task<SampleRun> RunWithPasswordAsync(string password, params string[] arguments)
    {
        using var process = Start(arguments, password);
        return await process.EndAsync();
    }

    public async Task<SampleRun> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(patience.Token);
        return new SampleRun(_process.ExitCode, (await _output).ReplaceLineEndings("\n"), (await _errors).ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}

/// <summary>The exit code and the output of the sample.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of the output, with single spaces.</summary>
    public IReadOnlyList<string> Lines
        => [.. Output.Split('\n').Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
}
