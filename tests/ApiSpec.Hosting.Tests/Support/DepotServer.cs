using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>A real web server on loopback that passes every request to one delegate.</summary>
internal sealed class DepotServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private DepotServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First() + "/");

    public static async Task<DepotServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new DepotServer(application);
    }

    public static Task<DepotServer> StartAsync(int status, string json) => StartAsync(context => RespondAsync(context, status, json));

    public static Task RespondAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(stop.Token);
        await _application.DisposeAsync();
    }
}
