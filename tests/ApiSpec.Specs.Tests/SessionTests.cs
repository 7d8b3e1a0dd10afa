using System.Net;
using ApiSpec.Specs.Tests.Support;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>The session of the reference: Basic once, then the token of the response, for 1,000 seconds.</summary>
public sealed class SessionTests
{
    private const string Basic = "Basic c3lzdGVtOm1hbmFnZXI=";
    private readonly FakeTimeProvider _clock = new();
    private readonly Server _server = new();

    [Fact]
    public async Task Token_replaces_the_password()
    {
        using var client = Client();

        await CallAsync(client, 3);

        Assert.Equal([Basic, "HSSO token1", "HSSO token1"], _server.Authorizations);
    }

    [Fact]
    public async Task Token_is_renewed_when_its_lifetime_ends()
    {
        using var client = Client();

        await CallAsync(client, 2);
        _clock.Advance(TimeSpan.FromSeconds(1001));
        await CallAsync(client, 2);

        Assert.Equal([Basic, "HSSO token1", Basic, "HSSO token2"], _server.Authorizations);
    }

    [Fact]
    public async Task Token_that_the_server_forgot_costs_the_caller_nothing()
    {
        using var client = Client();

        await CallAsync(client, 2);
        _server.Forget();
        await CallAsync(client, 2);

        Assert.Equal([Basic, "HSSO token1", "HSSO token1", Basic, "HSSO token2"], _server.Authorizations);
    }

    [Fact]
    public async Task Many_first_calls_log_in_once()
    {
        using var client = Client();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CallAsync(client, 1))));

        Assert.Single(_server.Authorizations, Basic);
        Assert.Equal(20, _server.Authorizations.Count);
    }

    private AutomaticOperationClient Client() => new(new Uri("http://10.196.184.238:22015"), new ApiClientOptions
    {
        Handler = new RespondingHandler(_server.Answer),
        Credential = new SessionCredential(new BasicCredential("system", "manager"), AutomaticOperationApi.Hsso, _clock),
    });

    private static async Task CallAsync(AutomaticOperationClient client, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal("11-00-00", (await client.Versions.GetCurrentAsync(TestContext.Current.CancellationToken)).ProductVersion);
    }

    /// <summary>Issues a token for a password, and accepts the newest one.</summary>
    private sealed class Server
    {
        private readonly Lock _gate = new();
        private readonly List<string> _authorizations = [];
        private string? _token;
        private int _issued;

        public IReadOnlyList<string> Authorizations
        {
            get
            {
                lock (_gate)
                    return [.. _authorizations];
            }
        }

        public void Forget()
        {
            lock (_gate)
                _token = null;
        }

        public HttpResponseMessage Answer(HttpRequestMessage request, string body)
        {
            lock (_gate)
            {
                var authorization = request.Headers.Authorization?.ToString() ?? "";
                _authorizations.Add(authorization);
                if (authorization == Basic)
                    _token = $"token{++_issued}";
                else if (_token is null || authorization != "HSSO " + _token)
                    return RespondingHandler.Json(
                        """{"errorSource":"","message":"no","messageID":"KNAE02102-E","application":"Automation"}""", HttpStatusCode.Unauthorized);

                var response = RespondingHandler.Json("""{"productName":"JP1/Automatic Operation","productVersion":"11-00-00","apiVersion":"01.01.00"}""");
                if (authorization == Basic)
                    response.Headers.TryAddWithoutValidation("WWW-Authenticate", "HSSO " + _token);
                return response;
            }
        }
    }
}
