using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Tests.Servers;

/// <summary>A real web server on loopback that passes every request to one delegate.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First() + "/");

    public static async Task<WebServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new WebServer(application);
    }

    public static Task<WebServer> StartAsync(int status, string? contentType, byte[] body) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        if (contentType is not null)
            context.Response.Headers.ContentType = contentType;
        if (body.Length > 0)
            await context.Response.Body.WriteAsync(body);
    });

    public static Task<WebServer> StartAsync(int status, string? contentType, string body)
        => StartAsync(status, contentType, System.Text.Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(stop.Token);
        await _application.DisposeAsync();
    }
}
