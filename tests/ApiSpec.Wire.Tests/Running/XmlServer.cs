using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace ApiSpec.Wire.Tests.Running;

/// <summary>A server that responds to every request with the same bytes, valid or not.</summary>
internal sealed class XmlServer(WebApplication application) : IAsyncDisposable
{
    public Uri Address => new(application.Urls.First());

    /// <summary>Starts a server.</summary>
    /// <param name="body">The body of each response.</param>
    /// <param name="contentType">Its Content-Type; null: none.</param>
    /// <param name="status">The status code.</param>
    public static async Task<XmlServer> StartAsync(byte[] body, string? contentType, int status)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(body);
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new XmlServer(application);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
