using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>A link as it stands in a reply, not looked at yet. For generated code.</summary>
/// <param name="href">The link.</param>
/// <param name="member">The member that holds it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiHref(string? href, string member)
{
    /// <summary>The member that holds the link, never the link itself: it is text from outside.</summary>
    public override string ToString() => member;

    internal string ToRequestTarget(ApiOperation linked, string baseAddress) => ApiLink.Reduce(linked, href, member, baseAddress);
}
