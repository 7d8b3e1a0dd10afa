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
    /// <returns>Path and query, escaped.</returns>
    /// <exception cref="ApiLinkException">The link is missing, malformed, or leads elsewhere.</exception>
    public static string ToTarget(ApiOperation linked, string? href, string member)
    {
        ArgumentNullException.ThrowIfNull(linked);
        ArgumentNullException.ThrowIfNull(member);
        var problem = LinkTarget.TryReduce(href, linked.PathTemplate, out var target);
        return problem is null ? target : throw new ApiLinkException(linked, member, problem);
    }
}
