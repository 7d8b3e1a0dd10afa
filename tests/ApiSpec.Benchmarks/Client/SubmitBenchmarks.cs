using System.Net;
using ApiSpec.Benchmarks.Generated;
using ApiSpec.Benchmarks.Peers;
using ApiSpec.Benchmarks.Peers.NSwag;
using BenchmarkDotNet.Attributes;

namespace ApiSpec.Benchmarks.Client;

/// <summary>A POST with a body.</summary>
public class SubmitBenchmarks
{
    private const string Name = "Allocate volumes";
    private const string Description = "Allocates volumes from the pool for the host.";
    private static readonly DateTimeOffset Start = new(2015, 8, 31, 11, 30, 0, TimeSpan.FromHours(9));
    private static readonly string[] Tags = ["storage", "gold", "weekly"];

    private readonly Clients _clients = new(HttpStatusCode.OK, Payloads.Result);

    private readonly BenchSubmission _submission = new() { Name = Name, Description = Description, ServiceID = 2026, ScheduledStartTime = Start, Tags = Tags };

    private readonly StjSubmission _stjSubmission = new() { Name = Name, Description = Description, ServiceID = 2026, ScheduledStartTime = Start, Tags = Tags };

    private readonly NSwagSubmission _nswagSubmission = new()
    {
        Name = Name,
        Description = Description,
        ServiceID = 2026,
        ScheduledStartTime = Start,
        Tags = Tags,
    };

    [Benchmark(Baseline = true)]
    public Task<BenchResult> HandWritten() => _clients.HandWritten.SubmitAsync(2026, _submission);

    [Benchmark]
    public Task<BenchResult> ApiSpec() => _clients.ApiSpec.Services.SubmitAsync(2026, _submission);

    [Benchmark]
    public Task<StjResult> SystemTextJson() => _clients.SystemTextJson.SubmitAsync(2026, _stjSubmission);

    [Benchmark]
    public Task<StjResult> Refit() => _clients.Refit.SubmitAsync(2026, _stjSubmission);

    [Benchmark]
    public Task<NSwagResult> NSwag() => _clients.NSwag.SubmitAsync(2026, _nswagSubmission);
}
