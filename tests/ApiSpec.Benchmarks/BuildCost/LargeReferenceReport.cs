using System.Diagnostics;
using System.Globalization;

namespace ApiSpec.Benchmarks.BuildCost;

/// <summary>
/// Measures a reference of thousands of sections, next to bare records and a client by NSwag of the same size: the first build, a build after an edit of C#,
/// the memory of the compiler, the size of the assembly, and the start of a program that makes one call.
/// </summary>
internal static class LargeReferenceReport
{
    private const int Builds = 5;
    private const int Starts = 11;

    // A handler in memory, because a network would hide the start of the program.
    private const string Handler =
        """

        internal sealed class Memory : HttpMessageHandler
        {
            private const string Body =
                "{\"instanceID\":1,\"name\":\"a\",\"state\":\"b\",\"created\":\"2026-01-02T03:04:05Z\","
                + "\"size\":2,\"isShared\":true,\"href\":\"http://host/a\"}";

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                => Task.FromResult(new HttpResponseMessage { Content = new StringContent(Body, System.Text.Encoding.UTF8, "application/json") });
        }

        """;

    public static async Task RunAsync(string[] args)
    {
        var operations = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2000;
        var folder = Directory.CreateTempSubdirectory("apispec-large-reference");
        try
        {
            Console.WriteLine("| project | first build | build after an edit | compiler, memory at most | assembly | start and one call |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
            foreach (var project in await ConsumerProject.CreateAllAsync(folder.FullName, operations))
            {
                if (Call(project.Name) is { } call)
                    Console.WriteLine(await MeasureAsync(project, call));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What a program calls. System.Text.Json is no client, so it is left out.
    private static string? Call(string project) => project switch
    {
        "bare records" => "await Task.Delay(0);",
        "NSwag" => """Console.WriteLine((await new Large.LargeClient("http://host", new HttpClient(new Memory())).GetResource0007Async(1)).Name);""",
        "ApiSpec" or "ApiSpec with cached generators" =>
            """
            using var client = new Large.LargeClient(new Uri("http://host"), new ApiSpec.ApiClientOptions { Handler = new Memory() });
            Console.WriteLine((await client.Group0.GetResource0007Async(1)).Name);
            """,
        _ => null,
    };

    private static async Task<string> MeasureAsync(ConsumerProject project, string call)
    {
        project.Handler = Handler;
        project.Program = call + "\n";
        project.EditProgram(-1);

        // A server of its own, so that its memory and its first build are those of this project.
        project.CompilationId = "large-reference-" + Guid.NewGuid().ToString("N");
        await project.RestoreAsync();
        var first = await project.BuildAsync("--no-restore");
        var edits = new List<double>();
        for (var round = 0; round < Builds; round++)
        {
            project.EditProgram(round);
            edits.Add(await project.BuildAsync("--no-restore"));
        }

        var memory = CompilerMemory(project.CompilationId);
        var starts = Enumerable.Range(0, Starts).Select(_ => Start(project)).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {project.Name} | {first:F1} s | {edits.Order().ElementAt(Builds / 2):F1} s | {memory / 1e6:F0} MB "
            + $"| {new FileInfo(project.Assembly).Length / 1e6:F1} MB | {starts[Starts / 2]:F0} ms |");
    }

    // Ends the server, too, so that it does not hold its memory while the next project is measured.
    private static long CompilerMemory(string id)
    {
        var most = 0L;
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                var commands = "/proc/" + process.Id.ToString(CultureInfo.InvariantCulture) + "/cmdline";
                if (!File.Exists(commands) || !File.ReadAllText(commands).Contains("pipename:" + id, StringComparison.Ordinal))
                    continue;
                most = Math.Max(most, process.PeakWorkingSet64);
                process.Kill();
            }
        }

        return most;
    }

    private static double Start(ConsumerProject project)
    {
        var watch = Stopwatch.StartNew();
        using var program = Process.Start(new ProcessStartInfo("dotnet", [project.Assembly]) { RedirectStandardOutput = true })!;
        program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return program.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException(project.Name + " does not run.");
    }
}
