using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary><c>dotnet watch</c> while a spec is edited.</summary>
public sealed class WatchTests(Packages packages) : IDisposable
{
    // A cold start of the build on a small machine that runs other tests at the same time.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private readonly ConsumerFolder _folder = new(packages);
    private readonly ConcurrentQueue<string> _lines = [];

    [Fact]
    public async Task An_edited_spec_is_in_the_program_that_runs_after_it()
    {
        _folder.Write("App.csproj", ConsumerCode.Project("net10.0", "<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost>"));
        _folder.Copy(Repository.FoundingSpec, "rerun-start.apispec.yaml");
        _folder.Write("Program.cs", """
            System.Console.WriteLine("The title is: " + App.Jp1ao.AutomationApi.Tasks.GetRerunStart.Operation.Title);
            await System.Threading.Tasks.Task.Delay(System.Threading.Timeout.Infinite);

            """);

        var start = _folder.StartOf("watch", "run", "--non-interactive");
        start.Environment["DOTNET_WATCH_RESTART_ON_RUDE_EDIT"] = "true";
        start.RedirectStandardInput = true;
        using var watch = Process.Start(start)!;
        try
        {
            _ = ReadAsync(watch.StandardOutput);
            _ = ReadAsync(watch.StandardError);
            await LineAsync("The title is: Acquisition of information", watch);
            // The watcher sees changes once it prints this line. It does not see files that are saved earlier.
            await LineAsync("Waiting for changes", watch);

            _folder.Write(
                "rerun-start.apispec.yaml",
                File.ReadAllText(Repository.FoundingSpec).Replace("title: Acquisition", "title: The acquisition", StringComparison.Ordinal));
            await LineAsync("The title is: The acquisition of information", watch);
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
            await watch.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            _lines.Enqueue(line);
    }

    private async Task LineAsync(string text, Process watch)
    {
        var clock = Stopwatch.StartNew();
        while (!_lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            Assert.True(clock.Elapsed < _patience && !watch.HasExited, string.Join('\n', _lines));
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }
    }
}
