using System.Collections.Concurrent;
using ApiSpec.Tests.Sample;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Tests.Servers;

/// <summary>A server that knows one login, issues numbered tokens, and can delay its responses.</summary>
internal sealed class SessionServer : IAsyncDisposable
{
    /// <summary>The header of the login that the server knows.</summary>
    public const string Basic = "Basic c3lzdGVtOm1hbmFnZXI=";

    /// <summary>How the server issues its tokens.</summary>
    public static readonly ApiSessionScheme Hsso = new("HSSO", "WWW-Authenticate", TimeSpan.FromSeconds(1000));

    private readonly object _gate = new();
    private readonly List<string> _seen = [];
    private readonly HashSet<string> _valid = [];
    private readonly ConcurrentQueue<HttpContext> _held = new();
    private WebServer? _server;
    private TaskCompletionSource? _hold;
    private int _issued;

    public bool IssuesAlways { get; set; }

    public bool IssuesNever { get; set; }

    public bool Repeats { get; set; }

    public bool Refuses { get; set; }

    public bool Fails { get; set; }

    public Uri Address => _server!.Address;

    public List<string> Seen
    {
        get
        {
            lock (_gate)
                return [.. _seen];
        }
    }

    public static async Task<SessionServer> StartAsync()
    {
        var server = new SessionServer();
        server._server = await WebServer.StartAsync(server.RespondAsync);
        return server;
    }

    /// <summary>Creates a session that has not logged in.</summary>
    public static SessionCredential NewSession(TimeProvider clock) => new(new BasicCredential("system", "manager"), Hsso, clock);

    /// <summary>Creates a client with a session of its own.</summary>
    public SampleClient Connect(TimeProvider clock, TimeSpan? timeout = null) => new(
        Address,
        new ApiClientOptions { Credential = NewSession(clock), TimeProvider = clock, Timeout = timeout ?? Timeout.InfiniteTimeSpan });

    public void Hold() => _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _hold?.TrySetResult();

    public void AbortFirst()
    {
        if (_held.TryDequeue(out var context))
            context.Abort();
    }

    public void Revoke()
    {
        lock (_gate)
            _valid.Clear();
    }

    public async Task UntilSeen(int count)
    {
        for (var i = 0; i < 2000 && Seen.Count < count; i++)
            await Task.Delay(10);
        Assert.Equal(count, Seen.Count);
    }

    public ValueTask DisposeAsync()
    {
        Release();
        return _server!.DisposeAsync();
    }

    private async Task RespondAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        bool isKnown;
        lock (_gate)
        {
            _seen.Add(authorization);
            isKnown = !Refuses && (authorization == Basic || _valid.Contains(authorization));
        }

        if (_hold is { } hold)
        {
            _held.Enqueue(context);
            await hold.Task;
        }

        context.Response.ContentType = "application/json";
        context.Response.StatusCode = !isKnown ? 401 : Fails ? 500 : 200;
        if (!isKnown)
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"AO\"";
        else if (!IssuesNever && (authorization == Basic || IssuesAlways))
            context.Response.Headers.WWWAuthenticate = Issue();
        else if (Repeats)
            context.Response.Headers.WWWAuthenticate = authorization;
        await context.Response.WriteAsync(context.Response.StatusCode == 200 ? Bodies.Action : Bodies.Error);
    }

    private string Issue()
    {
        lock (_gate)
        {
            var token = "HSSO token-" + ++_issued + "_V0300";
            _valid.Add(token);
            return token;
        }
    }
}
