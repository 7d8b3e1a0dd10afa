using System.Net;
using ApiSpec.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Tests.Cancellation;

/// <summary>Kestrel on loopback. It stops at one stage of a request, and counts its open connections.</summary>
internal sealed class StallingServer : IAsyncDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _application;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Stage? _stage;
    private int _open;
    private int _requests;

    private StallingServer(Stage stage)
    {
        _stage = stage;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listener => listener.Use(next => async connection =>
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
        })));
        _application = builder.Build();
        _application.Run(RespondAsync);
    }

    public Uri Address => new(_application.Urls.First() + "/");

    /// <summary>Completes when a request has stopped.</summary>
    public Task Reached => _reached.Task;

    public static async Task<StallingServer> StartAsync(Stage stage)
    {
        var server = new StallingServer(stage);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>Goes on with the request that has stopped, and stops at no other.</summary>
    public void Release()
    {
        _stage = null;
        _released.TrySetResult();
    }

    /// <summary>Waits until every connection is closed, and returns the number of open ones.</summary>
    public async Task<int> CountOpenAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (Volatile.Read(ref _open) > 0 && !deadline.IsCancellationRequested)
            await Task.Delay(5, CancellationToken.None);
        return Volatile.Read(ref _open);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        var response = context.Response;
        response.ContentType = "application/json";
        switch (_stage)
        {
            case Stage.Sending or Stage.Headers:
                break;
            case Stage.Body or Stage.ErrorBody:
                response.StatusCode = _stage == Stage.Body ? 200 : 500;
                await BeginAsync(response, "{");
                break;
            case Stage.Elements:
                await BeginAsync(response, """{"data":[{"name":"a"},""");
                break;
            case Stage.Download:
                await BeginAsync(response, new string('x', 1000));
                break;
            case Stage.RetryDelay:
                response.StatusCode = 503;
                response.Headers.RetryAfter = "77";
                return;
            case Stage.NextPage when number == 1:
                response.Headers.Link = "</v1/templates?page=2>; rel=next";
                await response.WriteAsync("""{"name":"a"}""");
                return;
            case Stage.NextPage or Stage.NextPoll when number > 1:
                break;
            default:
                await response.WriteAsync(Bodies.Action);
                return;
        }

        _reached.TrySetResult();
        await Task.WhenAny(_released.Task, Task.Delay(Timeout.Infinite, context.RequestAborted));
        // As long as nobody reads the body, Kestrel does not notice that the connection is closed.
        if (context.Request.ContentLength > 0)
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    private static async Task BeginAsync(HttpResponse response, string text)
    {
        await response.WriteAsync(text);
        await response.Body.FlushAsync();
    }
}
