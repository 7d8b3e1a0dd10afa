using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>Follows links in replies without trusting them.</summary>
public static class ApiLink
{
    /// <summary>
    /// Reduces a link to path and query, which must be those of the operation that the reference says it leads to. Scheme, host and port are dropped:
    /// the request goes to the configured server, whatever the link says.
    /// </summary>
    /// <param name="linked">The operation that the link leads to.</param>
    /// <param name="href">The link: absolute, or beginning with a slash.</param>
    /// <param name="member">The member that holds it, for the message.</param>
    /// <param name="baseAddress">
    /// The address of the client. A path in it, as that of a proxy before the server, may stand at the begin of the link and is taken away. Null: there is
    /// none.
    /// </param>
    /// <returns>Path and query, escaped, as they follow the base address.</returns>
    /// <exception cref="ApiLinkException">The link is missing, malformed, or leads elsewhere.</exception>
    /// <exception cref="ArgumentException">The base address is none that a client can have.</exception>
    public static string ToRequestTarget(ApiOperation linked, string? href, string member, Uri? baseAddress = null)
    {
        ArgumentNullException.ThrowIfNull(linked);
        ArgumentNullException.ThrowIfNull(member);
        return Reduce(linked, href, member, baseAddress is null ? "" : BaseAddress.Normalize(baseAddress, linked.Api, nameof(baseAddress)));
    }

    /// <summary>Reduces a link that is a query alone.</summary>
    internal static string ReduceQuery(ApiOperation linked, string href, string member)
        => LinkTarget.TryReduceQuery(href, out var query) is { } problem ? throw new ApiLinkException(linked, member, problem) : query;

    internal static string Reduce(ApiOperation linked, string? href, string member, string baseAddress)
    {
        var prefix = baseAddress.Length == 0 ? "" : BaseAddress.PathOf(baseAddress);
        var problem = LinkTarget.TryReduce(href, linked.PathTemplate, prefix, out var target);
        return problem is null ? target : throw new ApiLinkException(linked, member, problem);
    }
}
