using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Bearer tokens, and secrets in separate headers.</summary>
public sealed class TokenCredentialTests
{
    private const string Empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    [Fact]
    public async Task A_bearer_token_is_sent()
    {
        using var server = new RawServer(Empty);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new BearerCredential("abc.DEF-1_2~3+4/5==") });
        await client.DeleteAsync();
        Assert.Contains("Authorization: Bearer abc.DEF-1_2~3+4/5==\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_returns_no_task_is_an_exception_that_says_so()
    {
        using var server = new RawServer(Empty);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new TokenCredential(static _ => null!) });
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => client.DeleteAsync());
        Assert.Equal("The login returned null instead of a task.", failed.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_provider_is_asked_for_every_request_with_the_calls_token()
    {
        using var server = new RawServer(Empty);
        var asked = 0;
        var couldBeCancelled = false;
        using var client = new SampleClient(server.Address, new ApiClientOptions
        {
            Credential = new BearerCredential(async token =>
            {
                await Task.Yield();
                couldBeCancelled = token.CanBeCanceled;
                return "t" + ++asked;
            }),
        });
        await client.DeleteAsync();
        await client.DeleteAsync();
        Assert.Contains("Authorization: Bearer t1\r\n", server.Requests.First(), StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer t2\r\n", server.Requests.Last(), StringComparison.Ordinal);
        Assert.True(couldBeCancelled);
    }

    [Fact]
    public async Task A_provider_that_completes_synchronously_allocates_hardly_more_than_a_fixed_token()
    {
        var fixedToken = await AllocatedByAsync(new BearerCredential("abc"));
        var atHand = await AllocatedByAsync(new BearerCredential(static _ => new ValueTask<string>("abc")));
        Assert.True(atHand <= fixedToken + 64, $"{atHand} bytes instead of {fixedToken}");

        static async Task<long> AllocatedByAsync(BearerCredential credential)
        {
            const int Count = 1000;
            var apply = typeof(BearerCredential).GetMethod("ApplyAsync", BindingFlags.Instance | BindingFlags.NonPublic)!
                .CreateDelegate<Func<HttpRequestMessage, CancellationToken, ValueTask>>(credential);
            using var request = new HttpRequestMessage();
            await apply(request, default);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Count; i++)
                await apply(request, default);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / Count;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s3cret token")]
    [InlineData("s3cret\r\nX: y")]
    public async Task A_provider_without_a_token_ends_the_call_before_anything_is_sent(string? token)
    {
        using var server = new RawServer(Empty);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new BearerCredential(_ => new ValueTask<string>(token!)) });
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.DeleteAsync());
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_secret_of_a_credential_replaces_other_values_of_its_header()
    {
        using var server = new RawServer(Empty);
        using var client = new SampleClient(server.Address, new ApiClientOptions
        {
            Credential = new HeaderCredential("X-Api-Key", "s3cret"),
            Headers = { ["X-Api-Key"] = "other" },
        });
        await client.DeleteAsync();
        Assert.Contains("X-Api-Key: s3cret\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("other", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_masked_and_not_repeated_if_they_cannot_be_sent()
    {
        Assert.Equal("Bearer ***", new BearerCredential("s3cret").ToString());
        Assert.Equal("X-Api-Key: ***", new HeaderCredential("X-Api-Key", "s3cret").ToString());
        Assert.Equal("A: ***, B: ***", new HeaderCredential([new("A", "s3cret"), new("B", "s3cret")]).ToString());
        Assert.Equal("?usr=***&pwd=***", new QueryCredential([new("usr", "s3cret"), new("pwd", "s3cret")]).ToString());
        foreach (var make in new Action[]
        {
            () => _ = new BearerCredential(""),
            () => _ = new BearerCredential("s3cret\n"),
            () => _ = new BearerCredential("s3cret " + "x"),
            () => _ = new BearerCredential(new string('x', 100_000)),
            () => _ = new HeaderCredential("X Y", "s3cret"),
            () => _ = new HeaderCredential("X-Key", "s3cret\r\nX: y"),
            () => _ = new HeaderCredential("X-Key", " "),
            () => _ = new HeaderCredential("Content-Type", "s3cret"),
            () => _ = new HeaderCredential([]),
            () => _ = new HeaderCredential([new("X-Key", "s3cret"), new("x-key", "s3cret")]),
            () => _ = new QueryCredential("", "s3cret"),
            () => _ = new QueryCredential("key", ""),
            () => _ = new QueryCredential("key", "s3cret\ud800"),
            () => _ = new QueryCredential([]),
            () => _ = new QueryCredential([new("key", "s3cret"), new("key", "s3cret")]),
        })
            Assert.DoesNotContain("s3cret", Assert.ThrowsAny<ArgumentException>(make).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://server/a", "http://server/a?usr=m%20e&pwd=p%26q")]
    [InlineData("http://server/a?x=1", "http://server/a?x=1&usr=m%20e&pwd=p%26q")]
    [InlineData("http://server/a?", "http://server/a?usr=m%20e&pwd=p%26q")]
    [InlineData("http://server/a?usr=you&x=%20&pwd", "http://server/a?x=%20&usr=m%20e&pwd=p%26q")]
    [InlineData("http://server/a?us%72=you&USR=b", "http://server/a?USR=b&usr=m%20e&pwd=p%26q")]
    public async Task Secrets_in_the_query_follow_the_other_parameters_and_replace_their_own(string address, string expected)
    {
        var credential = new QueryCredential([new("usr", "m e"), new("pwd", "p&q")]);
        Assert.Equal(["usr", "pwd"], credential.Names);
        Assert.Equal(expected, await SendAsync(credential, address));
    }

    [Fact]
    public async Task Secret_in_the_query_is_not_in_the_URL_that_traces_show()
    {
        using var server = new RawServer(Empty);
        var shown = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => shown.Add(string.Join(" ", activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new QueryCredential("key", "s3cret") });
        await client.DeleteAsync();
        Assert.Contains("key=s3cret", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain(shown, static tags => tags.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_a_link_repeats_is_not_shown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://server/a?x=1&key=s3cret");
        await ApplyAsync(new QueryCredential("key", "s3cret"), request);
        var shown = request.Options.Select(static option => option.Value).OfType<Uri>().Single();
        Assert.Equal("http://server/a?x=1", shown.AbsoluteUri);
        Assert.Equal("http://server/a?x=1&key=s3cret", request.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public void Exceptions_name_the_wrong_argument()
    {
        Assert.Equal("name", Assert.ThrowsAny<ArgumentException>(static () => new HeaderCredential("", "x")).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(static () => new HeaderCredential("X", null!)).ParamName);
        Assert.Equal("name", Assert.ThrowsAny<ArgumentException>(static () => new QueryCredential("", "x")).ParamName);
        Assert.Equal("value", Assert.ThrowsAny<ArgumentException>(static () => new QueryCredential("x", " ")).ParamName);
    }

    private static async Task<string> SendAsync(ApiCredential credential, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await ApplyAsync(credential, request);
        return request.RequestUri!.AbsoluteUri;
    }

    private static async Task ApplyAsync(ApiCredential credential, HttpRequestMessage request)
    {
        var apply = typeof(ApiCredential).GetMethod("ApplyAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;
        await (ValueTask)apply.Invoke(credential, [request, CancellationToken.None])!;
    }
}
