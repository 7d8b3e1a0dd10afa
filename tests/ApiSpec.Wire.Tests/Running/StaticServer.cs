using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ApiSpec.Wire.Tests.Running;

/// <summary>A server that always responds with the same status, headers and JSON.</summary>
internal sealed class StaticServer(WebApplication application) : IAsyncDisposable
{
    public Uri Address => new(application.Urls.First());

    public static Task<StaticServer> StartAsync(string body, params (string Name, string Value)[] headers) => StartAsync(body, 200, headers);

    public static async Task<StaticServer> StartAsync(string body, int status, params (string Name, string Value)[] headers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
        });
        await application.StartAsync();
        return new StaticServer(application);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
