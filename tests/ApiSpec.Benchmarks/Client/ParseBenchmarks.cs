using System.Text.Json;
using ApiSpec.Benchmarks.Generated;
using ApiSpec.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace ApiSpec.Benchmarks.Client;

/// <summary>The JSON of the list alone, without a request.</summary>
public class ParseBenchmarks
{
    private byte[] _json = null!;

    [Params(ListBenchmarks.Values.Repeating, ListBenchmarks.Values.Different, ListBenchmarks.Values.Shuffled)]
    public ListBenchmarks.Values Tasks { get; set; }

    [GlobalSetup]
    public void Setup() => _json = Payloads.Tasks(Tasks != ListBenchmarks.Values.Different, Tasks == ListBenchmarks.Values.Shuffled);

    [Benchmark(Baseline = true)]
    public BenchPageOfBenchTask HandWritten() => HandWrittenJson.ReadPage(_json);

    [Benchmark]
    public BenchPageOfBenchTask ApiSpec() => BenchPageOfBenchTask.Json.Parse(_json);

    [Benchmark]
    public StjTaskPage SystemTextJson() => JsonSerializer.Deserialize(_json, StjContext.Default.StjTaskPage)!;
}
