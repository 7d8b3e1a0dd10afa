using System.Diagnostics;
using System.Globalization;
using ApiSpec.Generator;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>The first run of the generator in a new process, before any of its code is compiled. Each run has a separate process.</summary>
internal static class ColdStart
{
    private const int Runs = 9;

    /// <summary>Starts the processes and prints their measurements.</summary>
    public static void Report(int sections)
    {
        foreach (var generator in new[] { nameof(EmptyGenerator), nameof(ApiSpecGenerator) })
        {
            var times = Enumerable.Range(0, Runs).Select(_ => InProcess(generator, sections)).Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{generator}, {sections} sections: median {times[Runs / 2]:N0} ms, {times[0]:N0} to {times[^1]:N0} ms in {Runs} processes"));
        }
    }

    /// <summary>Measures one run in this process and prints the milliseconds.</summary>
    public static void Measure(string generator, int sections)
    {
        var specs = SpecSet.Of(sections);
        var start = Stopwatch.GetTimestamp();
        var run = new DriverRun(generator == nameof(EmptyGenerator) ? new EmptyGenerator() : new ApiSpecGenerator(), specs);
        var time = Stopwatch.GetElapsedTime(start);
        if (run.Warm.GetRunResult().GeneratedTrees.Length < sections)
            throw new InvalidOperationException("Not all sections were generated.");
        Console.WriteLine(time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static double InProcess(string generator, int sections)
    {
        var arguments = new[] { typeof(ColdStart).Assembly.Location, "cold-start", generator, sections.ToString(CultureInfo.InvariantCulture) };
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? arguments : arguments[1..]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
