using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ApiSpec.Wire.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>HTTP Digest authentication (RFC 7616): the handler of .NET responds to the challenge, and the client sends its requests through it.</summary>
public sealed class DigestTests
{
    private const string Realm = "camera";

    private static readonly Lazy<GeneratedClient> s_client = new(static () => GeneratedProject.Of(
    [
        new("api.apispec.yaml", "client: CameraClient\nauthentication:\n  - digest\n"),
        new("get.apispec.yaml", "operation: Streams.Get\nrequest: GET /streams\nquery:\n  id?: int\nstatus: [200, 401]\nresponse:\n  ok: boolean\n"),
        new("set.apispec.yaml", "operation: Streams.Set\nrequest: PUT /streams\nbody:\n  name: string\nstatus: [200, 401]\nresponse:\n  ok: boolean\n"),
        new("open.apispec.yaml", "operation: Info.Get\nrequest: GET /info\nauthentication: none\nstatus: [200]\nresponse:\n  ok: boolean\n"),
    ]).Load());

    [Theory]
    [InlineData("Streams.Get", "MD5")]
    [InlineData("Streams.Get", "SHA-256")]
    [InlineData("Streams.Set", "MD5")]
    [InlineData("Streams.Set", "SHA-256")]
    public async Task Challenge_is_met_with_the_credentials_of_the_handler(string operation, string algorithm)
    {
        await using var server = await Server.StartAsync(algorithm);

        var response = await s_client.Value.CallAsync(server.Address, operation, ArgumentOf, Options(server.Address, "secret"));

        Assert.True(response.IsSuccess);
        Assert.Equal([401, 200], server.Statuses);
        Assert.Equal(operation == "Streams.Set" ? """{"name":"door"}""" : "", server.Bodies.Last());
    }

    [Fact]
    public async Task Wrong_password_is_a_401()
    {
        await using var server = await Server.StartAsync("MD5");

        var response = await s_client.Value.CallAsync(server.Address, "Streams.Get", ArgumentOf, Options(server.Address, "wrong"));

        Assert.Equal((401, false), ((int)response.StatusCode, response.IsSuccess));
    }

    [Fact]
    public async Task Operation_without_a_credential_needs_no_challenge()
    {
        await using var server = await Server.StartAsync("MD5");

        Assert.True((await s_client.Value.CallAsync(server.Address, "Info.Get", ArgumentOf, Options(server.Address, "secret"))).IsSuccess);
        Assert.Equal([200], server.Statuses);
    }

    private static object? ArgumentOf(string name, Type type) => name == "body" ? SampleArgument.Parse(type, """{"name":"door"}""") : null;

    private static ApiClientOptions Options(Uri address, string password) => new()
    {
        ConfigureHandler = handler => handler.Credentials = new CredentialCache { { address, "Digest", new NetworkCredential("ann", password) } },
    };

    /// <summary>A server with Digest authentication, of the user ann with the password secret.</summary>
    private sealed class Server(WebApplication application, string algorithm) : IAsyncDisposable
    {
        public Uri Address => new(application.Urls.First());

        public ConcurrentQueue<int> Statuses { get; } = [];

        public ConcurrentQueue<string> Bodies { get; } = [];

        public static async Task<Server> StartAsync(string algorithm)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            var server = new Server(application, algorithm);
            application.Run(server.RespondAsync);
            await application.StartAsync(TestContext.Current.CancellationToken);
            return server;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();

        private async Task RespondAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            Bodies.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
            if (context.Request.Path != "/info" && !IsAllowed(context.Request))
            {
                context.Response.StatusCode = 401;
                context.Response.Headers.WWWAuthenticate = $"Digest realm=\"{Realm}\", nonce=\"n1\", qop=\"auth\", algorithm={algorithm}";
            }

            Statuses.Enqueue(context.Response.StatusCode);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"ok":true}""");
        }

        // RFC 7616, section 3.4.1.
        private bool IsAllowed(HttpRequest request)
        {
            if (request.Headers.Authorization.ToString() is not ['D', 'i', 'g', 'e', 's', 't', ' ', .. var text])
                return false;
            var values = text.Split(", ").Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1].Trim('"'));
            var user = Hash($"ann:{Realm}:secret");
            var asked = Hash($"{request.Method}:{values["uri"]}");
            return values["username"] == "ann" && values["uri"] == request.Path + request.QueryString
                && values["response"] == Hash($"{user}:n1:{values["nc"]}:{values["cnonce"]}:auth:{asked}");
        }

        // Most devices with Digest only know MD5.
#pragma warning disable CA5351
        private string Hash(string text) => Convert.ToHexStringLower(
            algorithm == "MD5" ? MD5.HashData(Encoding.UTF8.GetBytes(text)) : SHA256.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }
}
