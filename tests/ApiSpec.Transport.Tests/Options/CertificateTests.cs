using System.Net.Security;
using System.Security.Authentication;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests.Options;

/// <summary>Self-signed certificates of appliances are accepted one by one, and never because validation is switched off.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task An_untrusted_certificate_is_refused()
    {
        await using var server = await TlsServer.StartAsync();
        using var client = new SampleClient(server.Address, new ApiClientOptions { Credential = new BasicCredential("system", "manager") });
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
        Assert.IsType<AuthenticationException>(exception.GetBaseException());
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_with_a_trusted_thumbprint_is_accepted_despite_its_errors(bool isExpired)
    {
        await using var server = await TlsServer.StartAsync(isExpired);
        foreach (var thumbprint in new[]
        {
            server.Thumbprint,
            server.Thumbprint.Replace(":", "", StringComparison.Ordinal),
            " " + server.Thumbprint.ToLowerInvariant().Replace(':', ' '),
        })
        {
            using var client = new SampleClient(server.Address, Trusting(new string('0', 64), thumbprint));
            Assert.Equal("rerunStart", (await client.GetAsync()).Name);
        }
    }

    [Fact]
    public async Task A_certificate_with_another_thumbprint_is_refused()
    {
        await using var server = await TlsServer.StartAsync();
        await using var other = await TlsServer.StartAsync();
        using var client = new SampleClient(server.Address, Trusting(other.Thumbprint));
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task A_thumbprint_that_is_not_SHA_256_is_refused()
    {
        await using var server = await TlsServer.StartAsync();
        foreach (var text in new[] { "", server.Sha1Thumbprint, server.Thumbprint + "00", server.Thumbprint[..^1] + "g", server.Thumbprint[..^1], null! })
        {
            var exception = Assert.Throws<ArgumentException>("options", () => new SampleClient(server.Address, Trusting(text)));
            Assert.Contains("64 hexadecimal digits", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_handler_of_the_user_can_use_the_same_check()
    {
        await using var server = await TlsServer.StartAsync();
        var trusted = new TrustedCertificates([server.Thumbprint]);
        using var sockets = new SocketsHttpHandler();
        sockets.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) => trusted.Accepts(certificate, errors);
        using var simple = new HttpClientHandler();
        simple.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => trusted.Accepts(certificate, errors);
        foreach (var handler in new HttpMessageHandler[] { sockets, simple })
        {
            using var client = new SampleClient(server.Address, new ApiClientOptions { Handler = handler });
            Assert.Equal("rerunStart", (await client.GetAsync()).Name);
        }
    }

    [Fact]
    public async Task A_handshake_that_never_ends_times_out_and_leaves_no_connection()
    {
        await using var server = new HostileServer(static connection => connection.HoldAsync());
        using (var client = new SampleClient(Secure(server), new ApiClientOptions { Timeout = TimeSpan.FromMilliseconds(400) }))
            await Assert.ThrowsAsync<ApiTimeoutException>(() => client.GetAsync());
        Assert.Equal(0, await server.CountLeakedAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("\x15\x03\x03\0\x02\x02\x28")]
    [InlineData("\x16\x03\x03\x40\x00")]
    [InlineData("")]
    public async Task A_server_without_TLS_throws_a_connection_exception(string reply)
    {
        await using var server = new HostileServer(connection => connection.SendAsync(reply));
        using (var client = new SampleClient(Secure(server), new ApiClientOptions { Credential = new BasicCredential("system", "manager") }))
            await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
        Assert.Equal(0, await server.CountLeakedAsync(TimeSpan.FromSeconds(20)));
    }

    private static Uri Secure(HostileServer server) => new UriBuilder(server.Address) { Scheme = "https" }.Uri;

    [Fact]
    public void A_valid_certificate_is_accepted_and_a_missing_one_is_refused()
    {
        var trusted = new TrustedCertificates([]);
        Assert.True(trusted.Accepts(null, SslPolicyErrors.None));
        Assert.False(trusted.Accepts(null, SslPolicyErrors.RemoteCertificateNotAvailable));
        Assert.False(trusted.Accepts(null, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.Throws<ArgumentNullException>(() => new TrustedCertificates(null!));
    }

    [Fact]
    public void Options_of_the_clients_own_handler_do_not_go_with_another()
    {
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient { BaseAddress = new Uri("https://host/") };
        foreach (var options in new[] { Trusting(new string('0', 64)), new ApiClientOptions { Proxy = new System.Net.WebProxy() } })
        {
            Assert.Throws<ArgumentException>("options", () => new SampleClient(http, options));
            options.Handler = handler;
            Assert.Throws<ArgumentException>("options", () => new SampleClient(new Uri("https://host/"), options));
        }
    }

    private static ApiClientOptions Trusting(params string[] thumbprints) => new() { TrustedCertificateThumbprints = thumbprints };
}
