using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace ApiSpec.Benchmarks;

/// <summary>
/// Runs the same benchmarks in short slices that take turns, and compares the fastest fifth of each. The ratio is stable on a busy machine, where
/// benchmarks that run one after the other would measure the load of other programs.
/// </summary>
internal static class Interleaved
{
    private const int Rounds = 400;
    private const int FewestRounds = 25;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(12);

    public static void Run(string filter)
    {
        foreach (var type in typeof(Interleaved).Assembly.GetTypes().Where(type => type.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static type => type.Name, StringComparer.Ordinal))
        {
            var methods = type.GetMethods().Where(static method => method.GetCustomAttribute<BenchmarkAttribute>() is not null).ToList();
            if (methods.Count > 0)
                Run(type, methods);
        }
    }

    private static void Run(Type type, List<MethodInfo> methods)
    {
        var parameter = type.GetProperties().FirstOrDefault(static property => property.GetCustomAttribute<ParamsAttribute>() is not null);
        var values = parameter?.GetCustomAttribute<ParamsAttribute>()!.Values ?? [null];
        foreach (var value in values)
        {
            var instance = Activator.CreateInstance(type)!;
            parameter?.SetValue(instance, value);
            foreach (var setup in type.GetMethods().Where(static method => method.GetCustomAttribute<GlobalSetupAttribute>() is not null))
                setup.Invoke(instance, null);

            Console.WriteLine("\n" + type.Name + (value is null ? "" : " " + Convert.ToString(value, CultureInfo.InvariantCulture)) + "\n");
            Print(methods.ConvertAll(method => new Candidate(method, instance)));
        }
    }

    private static void Print(List<Candidate> candidates)
    {
        // Twice, because on a busy machine, the JIT completes the code of the first candidates while the others warm up.
        foreach (var candidate in candidates.Concat(candidates))
            candidate.WarmUp();
        var whole = Stopwatch.StartNew();
        for (var round = 0; round < Rounds && (round < FewestRounds || whole.Elapsed < Most); round++)
        {
            foreach (var candidate in candidates)
                candidate.Measure();
        }

        var baseline = candidates.First(static candidate => candidate.IsBaseline);
        Console.WriteLine("| client | time | ratio | allocated | ratio |\n| --- | --- | --- | --- | --- |");
        foreach (var candidate in candidates)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {candidate.Name} | {candidate.Microseconds:N2} µs | {candidate.Microseconds / baseline.Microseconds:F2} | {candidate.Bytes / 1024.0:N2} "
                + $"KB | {candidate.Bytes / baseline.Bytes:F2} |"));
        }
    }

    private sealed class Candidate(MethodInfo method, object instance)
    {
        private readonly Func<object> _run = method.CreateDelegate<Func<object>>(instance);
        private readonly List<double> _times = [];
        private int _operations = 1;

        public string Name { get; } = method.Name;

        public bool IsBaseline { get; } = method.GetCustomAttribute<BenchmarkAttribute>()!.Baseline;

        public double Microseconds => _times.Order().Take(Math.Max(1, _times.Count / 5)).Average();

        public double Bytes { get; private set; }

        public void WarmUp()
        {
            // Long enough for the JIT to reach its last tier in the background.
            for (var pass = 0; pass < 6; pass++)
            {
                var watch = Stopwatch.StartNew();
                var count = 0;
                for (; watch.ElapsedMilliseconds < 120 && count < 20_000; count++)
                    Once();
                _operations = Math.Max(1, (int)(count * Slice.TotalMilliseconds / Math.Max(1, watch.ElapsedMilliseconds)));
                Thread.Sleep(100);
            }
        }

        public void Measure()
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < _operations; i++)
                Once();
            _times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / _operations);
            Bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / _operations;
        }

        private void Once()
        {
            if (_run() is Task task)
                task.GetAwaiter().GetResult();
        }
    }
}
