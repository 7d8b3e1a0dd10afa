namespace ApiSpec.Transport;

/// <summary>The headers of a request that the options of a client and the transport set. Specs and clients use this rule.</summary>
internal static class ClientHeaders
{
    private static readonly string[] Names = ["Accept", "Accept-Language", "Authorization", "Content-Length", "Content-Type", "Host", "User-Agent"];

    /// <summary>Whether the client sets the header. Names ignore case (RFC 9110, 5.1).</summary>
    public static bool Contains(string name) => System.Array.Exists(Names, own => own.Equals(name, System.StringComparison.OrdinalIgnoreCase));
}
