using System.Net;
using ApiSpec.Benchmarks.Generated;
using ApiSpec.Benchmarks.Peers;
using ApiSpec.Benchmarks.Peers.NSwag;

namespace ApiSpec.Benchmarks.Client;

/// <summary>All clients with the same handler, each with its defaults.</summary>
internal sealed class Clients
{
    private static readonly Uri Server = new("http://10.196.184.238:22015");

    public Clients(HttpStatusCode status, byte[] body)
    {
        HandWritten = new HandWrittenClient(NewHttpClient(status, body));
        SystemTextJson = new SystemTextJsonClient(NewHttpClient(status, body));
        Refit = IRefitClient.Create(NewHttpClient(status, body));
        NSwag = new NSwagClient(Server.ToString(), NewHttpClient(status, body));
        ApiSpec = new BenchClient(Server, new ApiClientOptions { Handler = new InMemoryHandler(status, body) });
    }

    public HandWrittenClient HandWritten { get; }

    public SystemTextJsonClient SystemTextJson { get; }

    public IRefitClient Refit { get; }

    public NSwagClient NSwag { get; }

    public BenchClient ApiSpec { get; }

    private static HttpClient NewHttpClient(HttpStatusCode status, byte[] body)
    {
        var client = new HttpClient(new InMemoryHandler(status, body)) { BaseAddress = Server };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "bench/1.0");
        return client;
    }
}
