namespace ApiSpec.Transport;

/// <summary>Checks the base address of a server and normalizes it, so that a request target can follow.</summary>
internal static class BaseAddress
{
    /// <summary>
    /// Scheme, authority and path prefix, without a slash at the end. The base path of the API is removed, because all paths contain it, so a base URL can have
    /// it or not.
    /// </summary>
    public static string Normalize(Uri? address, ApiDescription api, string parameterName)
    {
        var text = Normalize(address, parameterName);
        var isBelow = api.BasePath.Length > 0 && PathOf(text).EndsWith(api.BasePath, StringComparison.Ordinal);
        return isBelow ? text.Substring(0, text.Length - api.BasePath.Length) : text;
    }

    /// <summary>Scheme, authority and path prefix, without a slash at the end.</summary>
    /// <exception cref="ArgumentException">The address is not absolute HTTP or HTTPS, or has user information, a query or a fragment.</exception>
    private static string Normalize(Uri? address, string parameterName)
    {
        if (address is null)
            throw new ArgumentNullException(parameterName);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("The base address must be absolute and start with http:// or https://.", parameterName);
        if (address.UserInfo.Length > 0)
            throw new ArgumentException("The base address contains user information; pass it as the credential.", parameterName);
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ArgumentException("The base address contains a query or a fragment; remove it.", parameterName);
        return WithZone(address, address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/'));
    }

    // Uri removes the zone of a link-local address (RFC 4007, 11), but the server cannot be reached without it.
    private static string WithZone(Uri address, string text)
        => address.HostNameType == UriHostNameType.IPv6 && address.DnsSafeHost.Contains('%')
            ? text.Remove(text.IndexOf('['), text.IndexOf(']') - text.IndexOf('[') + 1).Insert(text.IndexOf('['), "[" + address.DnsSafeHost + "]")
            : text;

    /// <summary>The path prefix of a normalized address: empty, or a slash and the rest.</summary>
    public static string PathOf(string normalized)
    {
        var slash = normalized.IndexOf('/', normalized.IndexOf("://", StringComparison.Ordinal) + 3);
        return slash < 0 ? "" : normalized.Substring(slash);
    }

    /// <summary>Returns whether others on the network can read the requests to this URL.</summary>
    public static bool IsExposed(string normalized)
    {
        var address = new Uri(normalized, UriKind.Absolute);
        if (address.Scheme == Uri.UriSchemeHttps)
            return false;

        // Uri also accepts the obsolete form of an IPv4 address in IPv6 (RFC 4291, section 2.5.5.1), which systems send to the network.
        return !address.IsLoopback || address.DnsSafeHost == "::127.0.0.1";
    }
}
