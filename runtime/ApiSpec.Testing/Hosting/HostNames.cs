using System.Net;

namespace ApiSpec.Testing.Hosting;

/// <summary>The host names that a server on loopback accepts.</summary>
/// <remarks>
/// Any name can be made to point to 127.0.0.1, and then a page of that name in a browser can read the responses (DNS rebinding). Therefore, only names of
/// loopback are accepted
/// (RFC 6761, section 6.3), and explicitly allowed names.
/// </remarks>
internal sealed class HostNames(IEnumerable<string> allowed)
{
    private readonly string[] _allowed = [.. allowed];

    /// <summary>Returns whether a string is a host name, <c>*.name</c> or <c>*</c>.</summary>
    public static bool IsName(string name)
        => name == "*" || Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) != UriHostNameType.Unknown;

    /// <exception cref="ArgumentException">It is not a host name.</exception>
    public static string Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return IsName(name)
            ? name
            : throw new ArgumentException($"'{name}' is not a host name; write 'name', '*.name' or '*', without a scheme and a port.", nameof(name));
    }

    /// <summary>Returns whether a request is for this server.</summary>
    /// <param name="host">The Host header.</param>
    /// <param name="origin">The URL of the host in the header, or null.</param>
    public bool Allow(string host, out Uri? origin)
    {
        origin = null;
        // RFC 9112, section 3.2: the request is for a URL without an authority, or uses HTTP/1.0. No browser sends such a request.
        if (host.Length == 0)
            return true;
        if (!Uri.TryCreate("http://" + host + "/", UriKind.Absolute, out var address) || address is not { UserInfo: "", PathAndQuery: "/", Fragment: "" })
            return false;
        if (!IsLoopback(address) && !Array.Exists(_allowed, name => Matches(name, address)))
            return false;
        origin = address;
        return true;
    }

    private static bool IsLoopback(Uri address)
    {
        if (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip);
        var name = NameOf(address);
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Matches(string allowed, Uri address)
        => allowed == "*"
            || (allowed.StartsWith("*.", StringComparison.Ordinal)
                ? NameOf(address).EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
                : NameOf(address).Equals(allowed.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
                    || address.IdnHost.Equals(allowed, StringComparison.OrdinalIgnoreCase));

    // A name can end with the dot of the root.
    private static string NameOf(Uri address) => address.DnsSafeHost.TrimEnd('.');
}
