using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ApiSpec.Tests.Hostile;
using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests.Soak;

/// <summary>
/// Many concurrent calls to a server that fails at random, from a client whose callers cancel and whose sessions end. It makes 3,000 calls, unless the
/// environment variable <c>APISPEC_SOAK_CALLS</c> states another number.
/// </summary>
[Collection(nameof(WholeProcess))]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Workers = 64;
    private const int RequestsPerSession = 200;

    private static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentDictionary<string, int> _ends = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private long _next;

    [Fact]
    public async Task Every_call_ends_in_one_way_and_every_session_is_renewed_once()
    {
        var calls = int.Parse(Environment.GetEnvironmentVariable("APISPEC_SOAK_CALLS") ?? "3000", CultureInfo.InvariantCulture);
        using var unobserved = new UnobservedWatch();
        using var pool = new PoolWatch();
        await using var server = await SoakServer.StartAsync(RequestsPerSession);
        using var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var renewals = new RenewalCounter(sockets);
        var watch = Stopwatch.StartNew();
        await RunAsync(calls, server, renewals);
        watch.Stop();

        Report(calls, server, renewals, watch.Elapsed, pool);
        Assert.True(_wrong.IsEmpty, string.Join('\n', _wrong.Take(10)));
        Assert.Equal(calls, _ends.Values.Sum());
        Assert.True(server.Expired > 0);
        for (var session = 0L; session < server.Expired; session++)
            Assert.Equal((session, 1), (session, renewals.Renewals.GetValueOrDefault(session)));
        Assert.Equal(0, pool.Leaked);
        renewals.Dispose();
        await AssertClosedAsync(server);
        Assert.Empty(unobserved.Collect());
    }

    private async Task RunAsync(int calls, SoakServer server, HttpMessageHandler handler)
    {
        var scheme = new ApiSessionScheme("HSSO", "WWW-Authenticate", TimeSpan.FromSeconds(1000));
        using var client = new SampleClient(server.Address, new ApiClientOptions
        {
            Credential = new SessionCredential(new BasicCredential("system", "manager"), scheme),
            Handler = handler,
            MaxResponseBytes = 100_000,
            Timeout = TimeSpan.FromMinutes(2),
        });
        using var hasty = client.With(new ApiCallOptions { Timeout = Stall });
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref _next) is var call && call <= calls)
                await CallAsync(SoakPlan.Of(call) == SoakFault.Stalls ? hasty : client, call);
        })));
    }

    private async Task CallAsync(SampleClient client, long call)
    {
        var fault = SoakPlan.Of(call);
        using var cancellation = new CancellationTokenSource();
        if (fault == SoakFault.CancelledAtOnce)
            await cancellation.CancelAsync();
        else if (fault == SoakFault.CancelledLater)
            cancellation.CancelAfter(SoakPlan.Delay(call, 2));

        var hasBody = call % 3 != 0;
        string end;
        try
        {
            end = (call % 3) switch
            {
                0 => await DeleteAsync(client, call, cancellation.Token),
                1 => "success " + (await client.GetAsync(call, cancellation.Token)).Name,
                _ => Outcomes.Of(await client.GetWithResponseAsync(call, cancellation.Token)),
            };
        }
        catch (Exception exception)
        {
            end = Outcomes.Of(exception);
        }

        if (!IsForeseen(fault, hasBody, "task-" + call.ToString(CultureInfo.InvariantCulture), end))
            _wrong.Enqueue(call + " " + fault + ": " + end);
        _ends.AddOrUpdate(end.StartsWith("success", StringComparison.Ordinal) ? "success" : end.Split(':')[0], 1, static (_, count) => count + 1);
    }

    private static async Task<string> DeleteAsync(SampleClient client, long call, CancellationToken cancellationToken)
    {
        await client.DeleteAsync(call, cancellationToken);
        return "success";
    }

    private static bool IsForeseen(SoakFault fault, bool hasBody, string name, string end)
    {
        // A session can end twice within one call, which only logs in once.
        if (end.StartsWith("failure 401", StringComparison.Ordinal))
            return fault != SoakFault.CancelledAtOnce;
        var success = hasBody ? "success " + name : "success";
        return fault switch
        {
            SoakFault.NotFound => end == "failure 404, KNAE07001-E",
            SoakFault.NotAvailable => end == "failure 412, 6 bytes",
            SoakFault.Failing => end == "failure 500, KNAE07001-E",
            SoakFault.Undocumented => end == "failure 418",
            SoakFault.GatewayInTheWay => end == "failure 502, 24 bytes",
            SoakFault.AbortsBeforeHead => end == "no reply",

            // The head can arrive before the connection breaks, and a call can need only the head.
            SoakFault.AbortsWithinBody => end == "no reply" || (!hasBody && end == success),
            SoakFault.Malformed => hasBody ? end.StartsWith("contract: $", StringComparison.Ordinal) : end == success,
            SoakFault.Html => hasBody ? end == "contract: the content type is 'text/html', not JSON." : end == success,
            SoakFault.TooLarge => end == (hasBody ? "larger than 100000" : success),
            SoakFault.Stalls => end == "timeout",
            SoakFault.CancelledLater => end == success || end == "cancelled",
            SoakFault.CancelledAtOnce => end == "cancelled",
            _ => end == success,
        };
    }

    private static async Task AssertClosedAsync(SoakServer server)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (server.Open > 0 && !deadline.IsCancellationRequested)
            await Task.Delay(10, CancellationToken.None);
        Assert.Equal(0, server.Open);
    }

    private void Report(int calls, SoakServer server, RenewalCounter renewals, TimeSpan elapsed, PoolWatch pool)
    {
        output.WriteLine($"{calls} calls, {server.Requests} requests, {server.Expired} sessions ended, "
            + $"{renewals.Renewals.Values.Sum()} logins with a token, {pool.Rented} buffers");
        output.WriteLine($"{elapsed.TotalSeconds:0.0} s, {calls / elapsed.TotalSeconds:0} calls a second");
        foreach (var (end, count) in _ends.OrderByDescending(static one => one.Value))
            output.WriteLine($"{count,8} {end}");
    }
}
