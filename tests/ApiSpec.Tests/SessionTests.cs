using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Sessions that start with a login and continue with tokens from responses.</summary>
public sealed class SessionTests
{
    private const string Basic = SessionServer.Basic;

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task The_first_request_logs_in_and_later_ones_send_the_issued_token()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Connect(server);

        await client.GetAsync();
        await client.GetAsync();
        await client.GetAsync();

        Assert.Equal([Basic, "HSSO token-1_V0300", "HSSO token-1_V0300"], server.Seen);
    }

    [Fact]
    public async Task A_newer_token_replaces_the_old_one()
    {
        await using var server = await SessionServer.StartAsync();
        server.IssuesAlways = true;
        using var client = Connect(server);
        await client.GetAsync();
        await client.GetAsync();
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", "HSSO token-2_V0300"], server.Seen);
    }

    [Fact]
    public async Task A_token_is_renewed_shortly_before_its_lifetime_ends()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(930));
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        await client.GetAsync();
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(2000));
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", Basic, "HSSO token-2_V0300", Basic], server.Seen);
    }

    [Fact]
    public async Task A_token_that_a_response_repeats_keeps_its_age()
    {
        await using var server = await SessionServer.StartAsync();
        server.Repeats = true;
        using var client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(900));
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(200));
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", Basic], server.Seen);
    }

    [Fact]
    public async Task A_token_that_the_server_refuses_is_replaced_by_a_login_once()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = Connect(server);
        await client.GetAsync();
        server.Revoke();
        await client.GetAsync();
        await client.GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300", Basic, "HSSO token-2_V0300"], server.Seen);
    }

    [Fact]
    public async Task A_login_that_the_server_refuses_is_not_repeated()
    {
        await using var server = await SessionServer.StartAsync();
        server.Refuses = true;
        using var client = Connect(server);
        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.GetAsync());
        Assert.True(exception.Is(TaskStatusCode.Unauthorized));
        Assert.Equal([Basic], server.Seen);

        server.Refuses = false;
        await client.GetAsync();
        Assert.Equal([Basic, Basic], server.Seen);
    }

    [Fact]
    public async Task After_a_reset_the_next_request_logs_in()
    {
        await using var server = await SessionServer.StartAsync();
        var session = NewSession();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = session });
        await client.GetAsync();
        session.Reset();
        await client.GetAsync();
        Assert.Equal([Basic, Basic], server.Seen);
    }

    [Fact]
    public async Task A_token_only_goes_to_the_server_that_issued_it()
    {
        await using var server = await SessionServer.StartAsync();
        await using var other = await SessionServer.StartAsync();
        var session = NewSession();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = session });
        using var otherClient = new SampleClient(other.Address, new ApiClientOptions { Credential = session });
        await client.GetAsync();
        await otherClient.GetAsync();
        Assert.Equal([Basic], other.Seen);
    }

    [Fact]
    public async Task Clients_and_variants_share_a_session()
    {
        await using var server = await SessionServer.StartAsync();
        var options = new ApiClientOptions { Credential = NewSession() };
        using var one = new SampleClient(server.Address, options);
        using var two = new SampleClient(server.Address, options);
        await one.GetAsync();
        await two.With(new ApiCallOptions { Language = "ja" }).GetAsync();
        Assert.Equal([Basic, "HSSO token-1_V0300"], server.Seen);
    }

    [Theory]
    [InlineData("HSSO abc_V0300", "abc_V0300")]
    [InlineData("hsso   abc", "abc")]
    [InlineData("Basic realm=\"a, HSSO no\", HSSO abc", "abc")]
    [InlineData("Negotiate, HSSO abc==, Basic realm=\"x\"", "abc==")]
    [InlineData("Basic realm=\"x\"", null)]
    [InlineData("HSSO", null)]
    [InlineData("HSSOX abc", null)]
    [InlineData("HSSO realm=\"x\"", null)]
    [InlineData("HSSO a b", null)]
    [InlineData("abc", null)]
    public async Task A_token_is_found_among_other_challenges(string header, string? token)
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nWWW-Authenticate: " + header + "\r\nContent-Length: 0\r\n\r\n");
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = NewSession() });
        await client.DeleteAsync();
        await client.DeleteAsync();
        Assert.Contains("Authorization: " + (token is null ? Basic : "HSSO " + token) + "\r\n", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_too_long_or_in_a_failure_is_ignored()
    {
        foreach (var reply in new[]
        {
            "HTTP/1.1 500 No\r\nWWW-Authenticate: HSSO abc\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nWWW-Authenticate: HSSO " + new string('x', 9000) + "\r\nContent-Length: 0\r\n\r\n",
        })
        {
            using var server = new RawServer(reply);
            using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = NewSession() });
            await client.DeleteWithResponseAsync();
            await client.DeleteWithResponseAsync();
            Assert.All(server.Requests, one => Assert.Contains("Authorization: " + Basic + "\r\n", one, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_token_can_be_in_a_separate_header_without_a_scheme()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nX-Issued: abc\r\nContent-Length: 0\r\n\r\n");
        var scheme = new ApiSessionScheme("", "X-Issued", null, "X-Token");
        using var client = new SampleClient(
            server.Address,
            new ApiClientOptions { Credential = new SessionCredential(new BasicCredential("system", "manager"), scheme) });
        await client.DeleteAsync();
        await client.DeleteAsync();
        Assert.Contains("X-Token: abc\r\n", server.Requests.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_is_not_in_any_text()
    {
        await using var server = await SessionServer.StartAsync();
        var session = NewSession();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = session });
        await client.GetAsync();
        server.Fails = true;
        var exception = await Assert.ThrowsAsync<ApiException<ErrorInfo>>(() => client.GetAsync());
        Assert.Equal("HSSO token-1_V0300", server.Seen[^1]);
        Assert.DoesNotContain("token-1", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("HSSO session after Basic system:***", session.ToString());
        Assert.Equal("HSSO", SessionServer.Hsso.ToString());
    }

    [Fact]
    public void Invalid_arguments_are_refused()
    {
        var login = new BasicCredential("a", "b");
        Assert.Throws<ArgumentException>(() => new SessionCredential(ApiCredential.None, SessionServer.Hsso));
        Assert.Throws<ArgumentException>(() => new SessionCredential(new SessionCredential(login, SessionServer.Hsso), SessionServer.Hsso));
        Assert.Throws<ArgumentNullException>(() => new SessionCredential(login, null!));
        Assert.Throws<ArgumentException>(() => new ApiSessionScheme("H SSO", "WWW-Authenticate", null));
        Assert.Throws<ArgumentException>(() => new ApiSessionScheme("HSSO", "", null));
        Assert.Throws<ArgumentException>(() => new ApiSessionScheme("HSSO", "WWW-Authenticate", null, "a:b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiSessionScheme("HSSO", "WWW-Authenticate", TimeSpan.Zero));
    }

    private SessionCredential NewSession() => SessionServer.NewSession(_clock);

    private SampleClient Connect(SessionServer server, TimeSpan? timeout = null) => server.Connect(_clock, timeout);
}
