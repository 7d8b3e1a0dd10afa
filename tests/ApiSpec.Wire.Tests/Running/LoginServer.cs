using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Wire.Tests.Running;

/// <summary>A server that issues sessions at two paths, as cookies and in JSON, and only accepts requests with the valid session.</summary>
internal sealed class LoginServer(WebApplication application) : IAsyncDisposable
{
    private int _session;

    public Uri Address => new(application.Urls.First());

    /// <summary>The path, the query and the cookies of each request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static async Task<LoginServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new LoginServer(application);
        application.Run(server.RespondAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Ends all sessions.</summary>
    public void Expire() => Interlocked.Increment(ref _session);

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        var sent = context.Request.Path + context.Request.QueryString + " " + context.Request.Headers.Cookie;
        Requests.Enqueue(sent.Trim());
        var session = "s" + Volatile.Read(ref _session);
        switch (context.Request.Path)
        {
            case "/session":
                context.Response.Headers.Append("Set-Cookie", "old=1; Max-Age=0");
                context.Response.Headers.Append("Set-Cookie", "gone=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
                context.Response.Headers.Append("Set-Cookie", "sid=first; Path=/");
                context.Response.Headers.Append("Set-Cookie", "sid=" + session + "; Path=/; HttpOnly; Secure");
                context.Response.Headers.Append("Set-Cookie", "lang=\"ja\"");
                break;
            case "/tokens":
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("""{"data":{"sid":"a b;""" + session + "\"}}");
                break;
            default:
                context.Response.StatusCode = sent.Contains(session, StringComparison.Ordinal) ? 200 : 401;
                break;
        }
    }
}
