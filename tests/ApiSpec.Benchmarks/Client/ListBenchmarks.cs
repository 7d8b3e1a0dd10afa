using System.Net;
using ApiSpec.Benchmarks.Generated;
using ApiSpec.Benchmarks.Peers;
using ApiSpec.Benchmarks.Peers.NSwag;
using BenchmarkDotNet.Attributes;

namespace ApiSpec.Benchmarks.Client;

/// <summary>A list of 1,000 tasks with 16 members each.</summary>
public class ListBenchmarks
{
    private Clients _clients = null!;

    public enum Values
    {
        /// <summary>Six of the members repeat among five values.</summary>
        Repeating,

        /// <summary>No string occurs twice.</summary>
        Different,

        /// <summary>Like <see cref="Repeating"/>, but the members of each task are in a different order.</summary>
        Shuffled,
    }

    [Params(Values.Repeating, Values.Different, Values.Shuffled)]
    public Values Tasks { get; set; }

    [GlobalSetup]
    public void Setup() => _clients = new Clients(HttpStatusCode.OK, Payloads.Tasks(Tasks != Values.Different, Tasks == Values.Shuffled));

    [Benchmark(Baseline = true)]
    public Task<BenchPageOfBenchTask> HandWritten() => _clients.HandWritten.ListAsync();

    [Benchmark]
    public Task<BenchPageOfBenchTask> ApiSpec() => _clients.ApiSpec.Tasks.ListAsync();

    [Benchmark]
    public Task<StjTaskPage> SystemTextJson() => _clients.SystemTextJson.ListAsync();

    [Benchmark]
    public Task<StjTaskPage> Refit() => _clients.Refit.ListAsync();

    [Benchmark]
    public Task<NSwagTaskPage> NSwag() => _clients.NSwag.ListAsync();
}
