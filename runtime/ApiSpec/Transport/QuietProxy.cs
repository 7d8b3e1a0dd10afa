using System.Net;

namespace ApiSpec.Transport;

/// <summary>A proxy whose URL has no password, because exceptions and logs of the platform show the URL. Its credentials stay unchanged.</summary>
internal sealed class QuietProxy(IWebProxy proxy) : IWebProxy
{
#if NET8_0_OR_GREATER
    private static readonly string[] Variables = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
#endif

    /// <summary>Returns the proxy for a handler; null: the handler uses its default.</summary>
    /// <param name="proxy">The proxy of the user, or null.</param>
    public static QuietProxy? Of(IWebProxy? proxy)
    {
#if NET8_0_OR_GREATER
        // If an environment variable sets a proxy, the platform uses it by default, with its password.
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
