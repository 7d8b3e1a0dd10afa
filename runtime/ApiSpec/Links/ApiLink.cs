using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>Follows links in responses without trusting them.</summary>
public static class ApiLink
{
    /// <summary>
    /// Reduces a link to path and query, which must match the documented operation. Scheme, host and port are dropped:
    /// the request goes to the configured server, whatever the link says.
    /// </summary>
    /// <param name="linked">The operation that the link points to.</param>
    /// <param name="href">The link: absolute, or beginning with a slash.</param>
    /// <param name="member">The member that holds it, for the message.</param>
    /// <param name="baseAddress">
    /// The base address of the client. The link can start with its path, for example the path of a proxy, which is then removed. Null: there is
    /// none.
    /// </param>
    /// <returns>Path and query, escaped, as they follow the base address.</returns>
    /// <exception cref="ApiLinkException">The link is missing or malformed, or does not point to the operation.</exception>
    /// <exception cref="ArgumentException">The base address is not valid for a client.</exception>
    public static string ToRequestTarget(ApiOperation linked, string? href, string member, Uri? baseAddress = null)
    {
        ArgumentNullException.ThrowIfNull(linked);
        ArgumentNullException.ThrowIfNull(member);
        return Reduce(linked, href, member, baseAddress is null ? "" : BaseAddress.Normalize(baseAddress, linked.Api, nameof(baseAddress)));
    }

    /// <summary>Reduces a link that is only a query.</summary>
    internal static string ReduceQuery(ApiOperation linked, string href, string member)
        => LinkTarget.TryReduceQuery(href, out var query) is { } problem ? throw new ApiLinkException(linked, member, problem) : query;

    internal static string Reduce(ApiOperation linked, string? href, string member, string baseAddress)
    {
        var prefix = baseAddress.Length == 0 ? "" : BaseAddress.PathOf(baseAddress);
        var problem = LinkTarget.TryReduce(href, linked.PathTemplate, prefix, out var target);
        return problem is null ? target : throw new ApiLinkException(linked, member, problem);
    }
}
