using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>An application that has started, with the services that a test adds.</summary>
internal sealed class DepotHost : IAsyncDisposable
{
    private readonly IHost _host;

    private DepotHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public static async Task<DepotHost> StartAsync(Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        add(builder.Services);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return new DepotHost(host);
    }

    public T Get<T>()
        where T : notnull
        => Services.GetRequiredService<T>();

    public T Get<T>(string key)
        where T : notnull
        => Services.GetRequiredKeyedService<T>(key);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
