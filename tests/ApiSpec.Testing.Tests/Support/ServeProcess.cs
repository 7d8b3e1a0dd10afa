using System.Diagnostics;
using System.Globalization;

namespace ApiSpec.Testing.Tests.Support;

/// <summary><c>apispec serve</c>, or the sample of the stub server, run like a user does, until it is disposed.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    /// <summary>The signal of Ctrl+C.</summary>
    public const string ControlC = "-INT";

    /// <summary>The signal by which a system asks programs to end.</summary>
    public const string Terminate = "-TERM";

    private const string Status = "/proc/self/status";

    // Of the mask of ignored signals.
    private const ulong SigInt = 1UL << 1;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ServeProcess(Process process, string firstLine)
    {
        _process = process;
        FirstLine = firstLine;
        Address = new Uri(firstLine.Split(' ')[2].TrimEnd(','));
    }

    /// <summary>Whether this process ignores Ctrl+C, as those that it starts do then. A shell starts programs in the background in this way.</summary>
    public static bool IgnoresControlC { get; } = File.Exists(Status)
        && File.ReadLines(Status).FirstOrDefault(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line.AsSpan("SigIgn:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & SigInt) != 0;

    public string FirstLine { get; }

    public Uri Address { get; }

    public static Task<ServeProcess> StartAsync(params string[] arguments) => StartAsync(Launch(Tool(arguments)));

    /// <summary>Starts the sample.</summary>
    public static Task<ServeProcess> StartSampleAsync(params string[] arguments)
        => StartAsync(Launch([Repository.AssemblyOfSample("StubServer"), .. arguments]));

    private static async Task<ServeProcess> StartAsync(Process process)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var line = await process.StandardOutput.ReadLineAsync(patience.Token);
        return line is null ? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(patience.Token)) : new ServeProcess(process, line);
    }

    /// <summary>Runs it with arguments for which it ends by itself.</summary>
    public static async Task<(int ExitCode, string Errors)> FailAsync(params string[] arguments)
    {
        using var process = Launch(Tool(arguments));
        using var patience = new CancellationTokenSource(s_patience);
        var errors = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, errors.ReplaceLineEndings("\n"));
    }

    /// <summary>Reads the lines after the first one, one per route.</summary>
    public async Task<IReadOnlyList<string>> ReadRoutesAsync(int count)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var lines = new List<string>();
        await _process.StandardOutput.ReadLineAsync(patience.Token);
        while (lines.Count < count && await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            lines.Add(string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return lines;
    }

    /// <summary>Sends it a signal, which it can receive later. A process that has ended receives none.</summary>
    public async Task SendAsync(string signal)
    {
        using var kill = Process.Start(
            new ProcessStartInfo("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    /// <summary>Sends it a signal several times, until it has ended. Signals that arrive together count as one.</summary>
    public async Task SendUntilItEndsAsync(string signal)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!_process.HasExited)
        {
            patience.Token.ThrowIfCancellationRequested();
            await SendAsync(signal);
        }
    }

    /// <summary>Reads the rest of its output, until it has ended.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string[] Tool(string[] arguments) => [Repository.AssemblyOfTool, "serve", .. arguments];

    private static Process Launch(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec" },
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
