using System.Globalization;
using System.Net;
using System.Text;
using ApiSpec.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Tests.Soak;

/// <summary>A web server on loopback with sessions that end after a number of requests, and a fault for many of them.</summary>
public sealed class SoakServer : IAsyncDisposable
{
    public const string Login = "Basic c3lzdGVtOm1hbmFnZXI=";

    private readonly int _requestsPerSession;
    private WebApplication? _application;
    private int _open;
    private int _requests;
    private long _used;

    private SoakServer(int requestsPerSession) => _requestsPerSession = requestsPerSession;

    public Uri Address => new(_application!.Urls.First() + "/");

    public int Open => Volatile.Read(ref _open);

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The number of sessions that have ended.</summary>
    public long Expired => Interlocked.Read(ref _used) / _requestsPerSession;

    public static async Task<SoakServer> StartAsync(int requestsPerSession)
    {
        var server = new SoakServer(requestsPerSession);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, server.CountConnections));
        server._application = builder.Build();
        server._application.Run(server.RespondAsync);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>Returns the session of a token.</summary>
    public static long SessionOf(string token) => long.Parse(token.AsSpan(token.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _application!.StopAsync(stop.Token);
        await _application.DisposeAsync();
    }

    private void CountConnections(IConnectionBuilder connections) => connections.Use(next => async connection =>
    {
        Interlocked.Increment(ref _open);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    });

    private async Task RespondAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var call = long.Parse(context.Request.Path.Value!.Split('/')[5], CultureInfo.InvariantCulture);
        var fault = SoakPlan.Of(call);
        try
        {
            if (fault == SoakFault.GatewayInTheWay)
                await RespondAsync(context, 502, "text/html", "<html>Bad gateway</html>");
            else if (Admit(context))
                await RespondAsync(context, call, fault);
            else
                await RespondAsync(context, 401, "application/json", Bodies.Error);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The caller has disconnected, as some are meant to.
        }
    }

    /// <summary>Issues a token of the session for a login, and accepts the tokens of the current session.</summary>
    private bool Admit(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization == Login)
        {
            context.Response.Headers.WWWAuthenticate = "HSSO token-" + Expired.ToString(CultureInfo.InvariantCulture);
            return true;
        }

        if (authorization != "HSSO token-" + Expired.ToString(CultureInfo.InvariantCulture))
            return false;
        Interlocked.Increment(ref _used);
        return true;
    }

    private static async Task RespondAsync(HttpContext context, long call, SoakFault fault)
    {
        var body = Bodies.ActionNamed("task-" + call.ToString(CultureInfo.InvariantCulture));
        switch (fault)
        {
            case SoakFault.Slow or SoakFault.CancelledLater:
                await Task.Delay(SoakPlan.Delay(call, 1), context.RequestAborted);
                await RespondAsync(context, 200, "application/json", body);
                break;
            case SoakFault.NotFound:
                await RespondAsync(context, 404, "application/json", Bodies.Error);
                break;
            case SoakFault.NotAvailable:
                await RespondAsync(context, 412, "text/html", "<html>");
                break;
            case SoakFault.Failing:
                await RespondAsync(context, 500, "application/json", Bodies.Error);
                break;
            case SoakFault.Undocumented:
                await RespondAsync(context, 418, null, "");
                break;
            case SoakFault.AbortsBeforeHead:
                context.Abort();
                break;
            case SoakFault.AbortsWithinBody:
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = body.Length + 1;
                await context.Response.WriteAsync(body, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                break;
            case SoakFault.Malformed:
                await RespondAsync(context, 200, "application/json", body[..^5]);
                break;
            case SoakFault.Html:
                await RespondAsync(context, 200, "text/html", "<html>");
                break;
            case SoakFault.TooLarge:
                await RespondAsync(context, 200, "application/json", body.PadRight(150_000));
                break;
            case SoakFault.Stalls:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            default:
                await RespondAsync(context, 200, "application/json", body);
                break;
        }
    }

    private static Task RespondAsync(HttpContext context, int status, string? contentType, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted).AsTask();
    }
}
