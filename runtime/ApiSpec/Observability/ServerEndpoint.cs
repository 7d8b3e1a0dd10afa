namespace ApiSpec.Observability;

/// <summary>The values of the attributes about the server.</summary>
internal sealed class ServerEndpoint(string baseAddress)
{
    private readonly Uri _uri = new(baseAddress, UriKind.Absolute);
    private object? _port;

    public string Scheme => _uri.Scheme;

    // Without the brackets of an IPv6 address, and in the form of DNS.
    public string Address => _uri.IdnHost;

    public object Port => _port ??= _uri.Port;
}
