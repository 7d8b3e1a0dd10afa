using System.Net;
using ApiSpec.Benchmarks.Generated;
using ApiSpec.Benchmarks.Peers;
using ApiSpec.Benchmarks.Peers.NSwag;
using BenchmarkDotNet.Attributes;

namespace ApiSpec.Benchmarks.Client;

/// <summary>Example section 9.6.8, which returns a small object.</summary>
public class SmallObjectBenchmarks
{
    private readonly Clients _clients = new(HttpStatusCode.OK, Payloads.Action);

    [Benchmark(Baseline = true)]
    public Task<BenchAction> HandWritten() => _clients.HandWritten.GetRerunStartAsync(2026);

    [Benchmark]
    public Task<BenchAction> ApiSpec() => _clients.ApiSpec.Tasks.GetRerunStartAsync(2026);

    [Benchmark]
    public Task<StjAction> SystemTextJson() => _clients.SystemTextJson.GetRerunStartAsync(2026);

    [Benchmark]
    public Task<StjAction> Refit() => _clients.Refit.GetRerunStartAsync(2026);

    [Benchmark]
    public Task<NSwagAction> NSwag() => _clients.NSwag.GetRerunStartAsync(2026);
}
