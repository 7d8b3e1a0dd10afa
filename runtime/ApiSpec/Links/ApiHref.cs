using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>An unchecked link of a response. For generated code.</summary>
/// <param name="href">The link.</param>
/// <param name="member">The member that holds it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiHref(string? href, string member)
{
    private readonly string? _path;

    /// <summary>A link that is only a query, for the path of the previous request.</summary>
    internal ApiHref(string href, string member, string path)
        : this(href, member)
        => _path = path;

    /// <summary>The member that holds the link, never the link itself: it is text from outside.</summary>
    public override string ToString() => member;

    internal string ToRequestTarget(ApiOperation linked, string baseAddress)
        => _path is null ? ApiLink.Reduce(linked, href, member, baseAddress) : _path + ApiLink.ReduceQuery(linked, href!, member);
}
