using System.Net;

namespace ApiSpec.Transport;

/// <summary>A proxy whose address no longer holds a password, since exceptions and logs of the platform quote it. Its credentials stay as they are.</summary>
internal sealed class QuietProxy(IWebProxy proxy) : IWebProxy
{
#if NET8_0_OR_GREATER
    private static readonly string[] Variables = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
#endif

    /// <summary>The proxy that a handler is to be given; null: it finds its own.</summary>
    /// <param name="proxy">The proxy that the user names, or null.</param>
    public static QuietProxy? Of(IWebProxy? proxy)
    {
#if NET8_0_OR_GREATER
        // If the environment names a proxy, it is the default of the platform, which knows its password.
        if (proxy is null && Array.Exists(Variables, static name => Environment.GetEnvironmentVariable(name)?.Contains('@', StringComparison.Ordinal) == true))
            proxy = HttpClient.DefaultProxy;
#endif
        return proxy is null ? null : new QuietProxy(proxy);
    }

    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination)
    {
        var address = proxy.GetProxy(destination);
        return address is { UserInfo.Length: > 0 } ? new UriBuilder(address) { UserName = "", Password = "" }.Uri : address;
    }

    public bool IsBypassed(Uri host) => proxy.IsBypassed(host);
}
