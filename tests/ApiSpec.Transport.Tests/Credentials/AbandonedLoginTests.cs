using ApiSpec.Tests.Hostile;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests.Credentials;

/// <summary>A login that no call waits for any more ends without side effects.</summary>
[Collection(nameof(WholeProcess))]
public sealed class AbandonedLoginTests
{
    [Fact]
    public async Task A_login_that_fails_after_all_who_waited_have_gone_is_no_unobserved_exception()
    {
        using var unobserved = new UnobservedWatch();
        using var server = new RawServer("");
        await AbandonAsync(server.Address);
        Assert.Empty(unobserved.Collect());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_login_goes_on_for_those_who_wait_when_the_first_has_gone()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", Bodies.Action);
        var login = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var logins = 0;
        using var client = Connect(server.Address, () =>
        {
            logins++;
            return login.Task;
        });
        using var cancellation = new CancellationTokenSource();
        var first = client.GetAsync(1, cancellation.Token);
        var others = Enumerable.Range(0, 10).Select(_ => client.GetAsync()).ToArray();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        login.SetResult("abc");
        await Task.WhenAll(others).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(1, logins);
    }

    // A separate method, so that nothing on the stack keeps the abandoned login alive.
    private static async Task AbandonAsync(Uri address)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var login = new TaskCompletionSource<string>();
        using var client = Connect(address, () =>
        {
            begun.SetResult();
            return login.Task;
        });
        using var cancellation = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 5).Select(_ => client.GetAsync(1, cancellation.Token)).ToArray();
        await begun.Task;
        await cancellation.CancelAsync();
        foreach (var call in calls)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        login.SetException(new IOException("The vault is locked."));
        await Task.Delay(50);
    }

    private static SampleClient Connect(Uri address, Func<Task<string>> logIn)
        => new(address, new ApiClientOptions { Credential = new TokenCredential(_ => logIn(), "X-Auth-Token") });
}
