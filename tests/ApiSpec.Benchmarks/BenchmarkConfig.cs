using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace ApiSpec.Benchmarks;

/// <summary>Many short iterations and their median, which give usable numbers on a busy machine. Only ratios within one run count.</summary>
internal sealed class BenchmarkConfig : ManualConfig
{
    public BenchmarkConfig()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(8)
            .WithIterationCount(15)
            .WithIterationTime(TimeInterval.FromMilliseconds(100)));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddLogger(ConsoleLogger.Default);
        AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Statistics, DefaultColumnProviders.Metrics);
        AddColumn(BaselineRatioColumn.RatioMean, StatisticColumn.Median);
        AddExporter(MarkdownExporter.GitHub);
        HideColumns("Error", "StdDev", "Gen0", "Gen1", "Gen2");
        WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
    }
}
