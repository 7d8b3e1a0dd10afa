using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ApiSpec.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Tests.Servers;

/// <summary>A web server with a self-signed certificate for a different host name.</summary>
public sealed class TlsServer : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly WebApplication _application;
    private int _requests;

    private TlsServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        _application = builder.Build();
        _application.Run(async context =>
        {
            Interlocked.Increment(ref _requests);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Bodies.Action);
        });
    }

    public Uri Address => new(_application.Urls.First() + "/");

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The SHA-256 thumbprint as OpenSSL prints it, with colons.</summary>
    public string Thumbprint => string.Join(':', _certificate.GetCertHash(HashAlgorithmName.SHA256).Select(static one => one.ToString("X2", null)));

    public string Sha1Thumbprint => _certificate.GetCertHashString(HashAlgorithmName.SHA1);

    public static async Task<TlsServer> StartAsync(bool isExpired = false)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=appliance.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var until = DateTimeOffset.UtcNow.AddDays(isExpired ? -1 : 1);
        using var made = request.CreateSelfSigned(until.AddDays(-30), until);

        // Some platforms cannot use a key that is only in memory.
        var server = new TlsServer(X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null));
        await server._application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _application.StopAsync(stop.Token);
        await _application.DisposeAsync();
        _certificate.Dispose();
    }
}
