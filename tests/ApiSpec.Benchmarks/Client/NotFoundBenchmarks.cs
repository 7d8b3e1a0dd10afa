using System.Net;
using ApiSpec.Benchmarks.Peers;
using ApiSpec.Benchmarks.Peers.NSwag;
using BenchmarkDotNet.Attributes;
using RefitException = Refit.ApiException;

namespace ApiSpec.Benchmarks.Client;

/// <summary>A documented 404 as a value.</summary>
public class NotFoundResponseBenchmarks
{
    private readonly Clients _clients = new(HttpStatusCode.NotFound, Payloads.NotFound);

    [Benchmark(Baseline = true)]
    public async Task<string> HandWritten() => (await _clients.HandWritten.GetRerunStartWithResponseAsync(2026)).Error!.MessageID;

    [Benchmark]
    public async Task<string> ApiSpec() => (await _clients.ApiSpec.Tasks.GetRerunStartWithResponseAsync(2026)).Error!.MessageID;

    [Benchmark]
    public async Task<string> SystemTextJson() => (await _clients.SystemTextJson.GetRerunStartWithResponseAsync(2026)).Error!.MessageID;

    [Benchmark]
    public async Task<string> Refit()
    {
        using var response = await _clients.Refit.GetRerunStartWithResponseAsync(2026);
        return (await ((RefitException)response.Error!).GetContentAsAsync<StjError>())!.MessageID;
    }
}

/// <summary>A documented 404 as an exception.</summary>
public class NotFoundExceptionBenchmarks
{
    private readonly Clients _clients = new(HttpStatusCode.NotFound, Payloads.NotFound);

    [Benchmark(Baseline = true)]
    public async Task<string?> HandWritten()
    {
        try
        {
            await _clients.HandWritten.GetRerunStartAsync(2026);
            return null;
        }
        catch (HandWrittenException exception)
        {
            return exception.Error.MessageID;
        }
    }

    [Benchmark]
    public async Task<string?> ApiSpec()
    {
        try
        {
            await _clients.ApiSpec.Tasks.GetRerunStartAsync(2026);
            return null;
        }
        catch (ApiException<Generated.BenchError> exception)
        {
            return exception.Error!.MessageID;
        }
    }

    [Benchmark]
    public async Task<string?> SystemTextJson()
    {
        try
        {
            await _clients.SystemTextJson.GetRerunStartAsync(2026);
            return null;
        }
        catch (StjException exception)
        {
            return exception.Error.MessageID;
        }
    }

    [Benchmark]
    public async Task<string?> Refit()
    {
        try
        {
            await _clients.Refit.GetRerunStartAsync(2026);
            return null;
        }
        catch (RefitException exception)
        {
            return (await exception.GetContentAsAsync<StjError>())!.MessageID;
        }
    }

    [Benchmark]
    public async Task<string?> NSwag()
    {
        try
        {
            await _clients.NSwag.GetRerunStartAsync(2026);
            return null;
        }
        catch (NSwagException<NSwagError> exception)
        {
            return exception.Result.MessageID;
        }
    }
}
